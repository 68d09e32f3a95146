using System.ComponentModel;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>A network that a <see cref="ModelAttribute"/> declared: its weights and what is known of it.</summary>
public abstract partial class Model
{
    /// <summary>Makes the weights, drawn from the seed. A class may have constructors of its own, which need not call a generated one.</summary>
    /// <param name="seed">What the weights are drawn from; by default 0.</param>
    /// <exception cref="InvalidOperationException">The class has no generated code, since its declaration has errors, or code that was generated for another version of StaticNet.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Model(int seed = 0)
    {
        ModelInfo info = DescribeModel();
        if (info.Contract != Contract.Number)
            throw OtherContract(info);
        ModelInfoCheck.Check(info);
        Store = new WeightStore(info, seed, MemoryCheck.For(info.Name));
    }

    /// <summary>The model's layers, shapes and sizes.</summary>
    public ModelInfo Info => Store.Info;

    /// <summary>What the weights were drawn from and what shuffling and dropout go by.</summary>
    public int Seed => Store.Seed;

    /// <summary>All weights, layer by layer.</summary>
    public IReadOnlyList<Parameter> Parameters => Store.Parameters;

    /// <summary>Where the weights lie and who may use them.</summary>
    internal WeightStore Store { get; }

    /// <inheritdoc cref="WeightStore.Buffer"/>
    internal AlignedBuffer Weights => Store.Buffer;

    /// <inheritdoc cref="WeightStore.Gate"/>
    internal TrainingGate Gate => Store.Gate;

    /// <inheritdoc cref="WeightStore.Guards"/>
    internal GuardedMemory? Guards => Store.Guards;

    /// <inheritdoc cref="WeightStore.ApplyPending"/>
    internal void ApplyPending() => Store.ApplyPending();

    /// <summary>The table of layers, output shapes and parameter counts that Keras prints.</summary>
    public string Summary() => Info.ToString();

    /// <summary>
    /// What is known of the model before it runs. Generated code says it of itself, and seals it: nobody else may say where that code is to write.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no generated code.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual ModelInfo DescribeModel() => throw NoCode();

    private InvalidOperationException OtherContract(ModelInfo info)
        => new(Invariant(
            $"{info.Name} was generated for contract {info.Contract} of StaticNet, but this is StaticNet {typeof(Model).Assembly.GetName().Version!.ToString(3)} with contract {Contract.Number}. Rebuild the assembly {GetType().Assembly.GetName().Name} against this version."));

    /// <summary>What a model meets that nothing was generated for.</summary>
    private protected InvalidOperationException NoCode()
        => new($"'{GetType().Name}' has no generated code, since its declaration has errors: mend them and build again.");
}
