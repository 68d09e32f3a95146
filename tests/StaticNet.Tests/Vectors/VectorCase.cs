using System.Text.Json;

namespace StaticNet.Tests.Vectors;

/// <summary>One record of <c>record.py</c>: a model's parameters, a batch, and what PyTorch computes from them.</summary>
internal sealed record VectorCase
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    /// <summary>The folder of the records, beside the test assembly.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Vectors");

    public required string Case { get; init; }

    public required int Batch { get; init; }

    public required float[] Inputs { get; init; }

    /// <summary>Whole numbers for a sparse loss, otherwise decimals; see <see cref="TargetsAs{TTarget}"/>.</summary>
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

    /// <summary>For each optimizer, the parameters after <see cref="Steps"/> steps on the batch.</summary>
    public Dictionary<string, float[][]> After { get; init; } = [];

    /// <summary>Reads the record of a case.</summary>
    public static VectorCase Load(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, name + ".json"));
        return JsonSerializer.Deserialize<VectorCase>(file, _options)
            ?? throw new InvalidDataException($"The record of {name} is empty.");
    }

    /// <summary>The targets in the type that the model's loss asks for.</summary>
    public TTarget[] TargetsAs<TTarget>()
        => Targets.Deserialize<TTarget[]>(_options) ?? throw new InvalidDataException($"The record of {Case} has no targets.");

    public override string ToString() => Case;
}

/// <summary>A parameter before training, in Keras' shape.</summary>
internal sealed record VectorParameter(string Name, int[] Shape, float[] Values);
