using StaticNet.Kernels;

namespace StaticNet;

/// <summary>The weights of a model: where they lie, who may use them, and what change of them is pending.</summary>
internal sealed class WeightStore
{
    private IPendingWeights? _pending;

    /// <param name="info">What was checked of the model.</param>
    /// <param name="seed">What the weights are drawn from.</param>
    /// <param name="guards">What looks after the model's memory; null where nobody does.</param>
    public WeightStore(ModelInfo info, int seed, GuardedMemory? guards)
    {
        Info = info;
        Seed = seed;
        Gate = new TrainingGate(info.Name);
        Guards = guards;
        Buffer = new AlignedBuffer(info.Memory.Parameters, "the weights", guards);
        var parameters = new Parameter[info.Parameters.Count];
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] = new Parameter(info.Parameters[i], this);
        Parameters = Array.AsReadOnly(parameters);
        _pending = new InitialWeights(this);
    }

    /// <summary>What is known of the model.</summary>
    public ModelInfo Info { get; }

    /// <summary>What the weights are drawn from.</summary>
    public int Seed { get; }

    /// <summary>All weights, layer by layer.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The buffer that the parameters are views of. Call <see cref="ApplyPending"/> before reading what training may have changed.</summary>
    public AlignedBuffer Buffer { get; }

    /// <summary>Who may use the model at a time.</summary>
    public TrainingGate Gate { get; }

    /// <summary>What guards the model's memory; null where it is not checked.</summary>
    public GuardedMemory? Guards { get; }

    /// <summary>Notes that a step has changed weights.</summary>
    /// <param name="deferring">The optimizer that has deferred steps of some of them, if any.</param>
    public void Changed(Optimizer? deferring = null)
    {
        _pending = deferring;
        Gate.WeightsChanged();
    }

    /// <summary>Applies the pending change of weights unless it is this optimizer's.</summary>
    public void ApplyPendingUnlessOf(Optimizer optimizer)
    {
        if (!ReferenceEquals(_pending, optimizer))
            ApplyPending();
    }

    /// <summary>
    /// Applies the pending change of weights: draws the initial ones, or applies the steps that an optimizer has deferred. Many threads may call
    /// this at once.
    /// </summary>
    /// <exception cref="InvalidOperationException">The model is in training by another thread.</exception>
    public void ApplyPending()
    {
        if (Volatile.Read(ref _pending) is null)
            return;
        using Lock.Scope hold = Gate.Hold();
        _pending?.Apply();
        Volatile.Write(ref _pending, null);
    }

    /// <summary>The same before all weights are replaced, by whoever writes at the gate: initial weights need not be drawn for that.</summary>
    public void ApplyPendingExceptInitial()
    {
        if (_pending is InitialWeights)
            _pending = null;
        ApplyPending();
    }
}
