using System.ComponentModel;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>A network that a <see cref="ModelAttribute"/> declared: its weights and what is known of it.</summary>
public abstract partial class Model
{
    private IPendingWeights? _pending;

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
        Info = info;
        Seed = seed;
        Gate = new TrainingGate(info.Name);
        Guards = MemoryCheck.For(info.Name);
        Weights = new AlignedBuffer(info.Memory.Parameters, "the weights", Guards);
        var parameters = new Parameter[info.Parameters.Count];
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] = new Parameter(info.Parameters[i], this);
        Parameters = Array.AsReadOnly(parameters);
        _pending = new InitialWeights(this);
    }

    /// <summary>The model's layers, shapes and sizes.</summary>
    public ModelInfo Info { get; }

    /// <summary>What the weights were drawn from and what shuffling and dropout go by.</summary>
    public int Seed { get; }

    /// <summary>All weights, layer by layer.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The buffer that the parameters are views of. Call <see cref="Settle"/> before reading what training may have changed.</summary>
    internal AlignedBuffer Weights { get; }

    /// <summary>Who may use the model at a time.</summary>
    internal TrainingGate Gate { get; }

    /// <summary>What guards the model's memory; null where it is not checked.</summary>
    internal GuardedMemory? Guards { get; }

    /// <summary>Notes that a step has changed weights.</summary>
    /// <param name="deferring">The optimizer that has put off changes of some of them, if any.</param>
    internal void WeightsChanged(Optimizer? deferring = null)
    {
        _pending = deferring;
        Gate.WeightsChanged();
    }

    /// <summary>Makes up for changes of weights that another optimizer than this one has put off.</summary>
    internal void SettleUnlessBy(Optimizer optimizer)
    {
        if (!ReferenceEquals(_pending, optimizer))
            Settle();
    }

    /// <summary>Draws the weights, or makes up for changes of them that an optimizer has put off. Many threads may call this at once.</summary>
    /// <exception cref="InvalidOperationException">The model is in training by another thread.</exception>
    internal void Settle()
    {
        if (Volatile.Read(ref _pending) is null)
            return;
        using Lock.Scope hold = Gate.Hold();
        _pending?.Settle();
        Volatile.Write(ref _pending, null);
    }

    /// <summary>The same before all weights are replaced, by whoever writes at the gate: they need not be drawn for that.</summary>
    internal void SettleToReplaceAll()
    {
        if (_pending is InitialWeights)
            _pending = null;
        Settle();
    }

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
