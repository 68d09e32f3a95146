using System.ComponentModel;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>A network that a <see cref="ModelAttribute"/> declared: its weights and what is known of it.</summary>
public abstract class Model
{
    /// <summary>Makes the weights, drawn from the seed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Model(ModelInfo info, int seed)
    {
        ArgumentNullException.ThrowIfNull(info);
        Info = info;
        Seed = seed;
        Weights = new AlignedBuffer(info.Memory.Parameters);
        var parameters = new Parameter[info.Parameters.Count];
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = new Parameter(info.Parameters[i], Weights);
            parameters[i].Initialize(RandomSource.Combine((ulong)seed, (ulong)i));
        }

        Parameters = parameters;
    }

    /// <summary>The model's layers, shapes and sizes.</summary>
    public ModelInfo Info { get; }

    /// <summary>What the weights were drawn from and what shuffling and dropout go by.</summary>
    public int Seed { get; }

    /// <summary>All weights, layer by layer.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The buffer that the parameters are views of.</summary>
    internal AlignedBuffer Weights { get; }

    /// <summary>The table of layers, output shapes and parameter counts that Keras prints.</summary>
    public string Summary() => Info.ToString();
}
