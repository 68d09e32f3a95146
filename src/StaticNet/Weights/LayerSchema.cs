using System.Buffers;
using System.Text;
using System.Text.Json;

namespace StaticNet.Files;

/// <summary>What a file says of a layer of the model that was saved to it.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="OutputShape">The shape of what it gives for one sample.</param>
/// <param name="ParameterCount">How many weights it has.</param>
internal sealed record LayerSchema(string Name, string Kind, IReadOnlyList<long> OutputShape, long ParameterCount)
{
    /// <summary>Writes a model's layers, as a file's metadata holds them.</summary>
    public static string Write(IReadOnlyList<LayerInfo> layers)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (LayerInfo layer in layers)
            {
                json.WriteStartObject();
                json.WriteString("name", layer.Name);
                json.WriteString("kind", layer.Kind);
                json.WriteStartArray("output");
                foreach (int size in layer.OutputShape)
                    json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteNumber("parameters", layer.ParameterCount);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static List<LayerSchema> Read(string text, ContentReader content)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 4 });
            Require(json.Read() && json.TokenType == JsonTokenType.StartArray);
            var layers = new List<LayerSchema>();
            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                layers.Add(ReadLayer(ref json));
            Require(json.TokenType == JsonTokenType.EndArray);
            json.Read();
            return layers;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw content.Refused($"what its metadata says of layers is damaged ({Quoted.Sentence(error.Message)})", error);
        }
    }

    private static LayerSchema ReadLayer(ref Utf8JsonReader json)
    {
        string? name = null, kind = null;
        List<long>? output = null;
        long parameters = -1;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string key = json.GetString()!;
            json.Read();
            switch (key)
            {
                case "name":
                    name = json.GetString();
                    break;
                case "kind":
                    kind = json.GetString();
                    break;
                case "parameters":
                    Require(json.TryGetInt64(out parameters));
                    break;
                case "output":
                    output = [];
                    Require(json.TokenType == JsonTokenType.StartArray);
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                    {
                        Require(json.TryGetInt64(out long size));
                        output.Add(size);
                    }

                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        Require(name is not null && kind is not null && output is not null && parameters >= 0);
        return new LayerSchema(name!, kind!, output!, parameters);
    }

    private static void Require(bool holds)
    {
        if (!holds)
            throw new JsonException("a layer has a name, a kind, an output and a number of parameters");
    }
}
