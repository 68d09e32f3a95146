using System.Text.Json;

namespace StaticNet.Tests.Vectors;

/// <summary>One record of <c>Recording/record.py</c>: a model's parameters, a batch, and what PyTorch computes from them.</summary>
internal sealed record VectorCase
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    // Numbers are read when a test asks for them.
    private static readonly Dictionary<string, Lazy<VectorCase>> _all = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Vectors", "Cases"), "*.json")
        .SelectMany(ReadGroup).ToDictionary(StringComparer.Ordinal);

    /// <summary>The names of all records.</summary>
    public static IEnumerable<string> Names => _all.Keys;

    public required string Case { get; init; }

    public required int Batch { get; init; }

    /// <summary>Whole numbers where they are tokens, otherwise decimals; see <see cref="BatchAs{TInput, TTarget}"/>.</summary>
    public required JsonElement Inputs { get; init; }

    /// <summary>Whole numbers for a sparse loss, otherwise decimals.</summary>
    public required JsonElement Targets { get; init; }

    public required VectorParameter[] Parameters { get; init; }

    public required float[] Predictions { get; init; }

    public required double Loss { get; init; }

    /// <summary>Missing where the loss has no accuracy.</summary>
    public double? Accuracy { get; init; }

    /// <summary>The gradient of the mean loss, in the order of <see cref="Parameters"/>; empty for one that is not trained.</summary>
    public required float[][] Gradients { get; init; }

    /// <summary>The number of training steps behind <see cref="After"/>.</summary>
    public int Steps { get; init; }

    /// <summary>For each of the steps the number of its batch: 0 for the batch, else one of <see cref="OtherBatches"/>, from 1.</summary>
    public int[]? Schedule { get; init; }

    /// <summary>Batches of training alone.</summary>
    public VectorBatch[] OtherBatches { get; init; } = [];

    /// <summary>For each optimizer, the parameters after the steps.</summary>
    public Dictionary<string, float[][]> After { get; init; } = [];

    /// <summary>The record of a case, which all tests share.</summary>
    public static VectorCase Of(string name) => _all[name].Value;

    /// <summary>A batch, by its number, in the types that the model asks for.</summary>
    public (TInput[] Inputs, TTarget[] Targets) BatchAs<TInput, TTarget>(int number, ModelInfo info)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        VectorBatch batch = number == 0 ? new(Inputs, Targets) : OtherBatches[number - 1];
        return (
            As<TInput>(batch.Inputs, info.Inputs.Select(input => (input.Size, input.Vocabulary > 0))),
            As<TTarget>(batch.Targets, info.Outputs.Select(output => (output.TargetSize, output.TakesLabels))));
    }

    private static IEnumerable<KeyValuePair<string, Lazy<VectorCase>>> ReadGroup(string path)
        => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray().Select(record => KeyValuePair.Create(
            record.GetProperty("case").GetString()!, new Lazy<VectorCase>(() => record.Deserialize<VectorCase>(_options)!)));

    private static T[] As<T>(JsonElement values, IEnumerable<(int Size, bool IsWhole)> columns)
        where T : unmanaged
        => typeof(T) == typeof(Mixed) ? VectorModels.As<T>(values.Deserialize<float[]>(_options)!, columns) : values.Deserialize<T[]>(_options)!;

    public override string ToString() => Case;
}

/// <summary>Samples that training sees now and then.</summary>
internal sealed record VectorBatch(JsonElement Inputs, JsonElement Targets);

/// <summary>A parameter before training, in Keras' shape.</summary>
internal sealed record VectorParameter(string Name, int[] Shape, float[] Values);
