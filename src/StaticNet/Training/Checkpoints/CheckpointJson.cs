using System.Text.Json.Serialization;

namespace StaticNet.Files;

/// <summary>Code to write and read <see cref="CheckpointRecord"/>, made by the compiler. Losses may be NaN.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, RespectNullableAnnotations = true, AllowDuplicateProperties = false,
    MaxDepth = 4)]
[JsonSerializable(typeof(CheckpointRecord))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
