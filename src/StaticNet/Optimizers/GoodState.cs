using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The weights of a model, moving averages included, with the state of its optimizer, as they were when a loss was last known to be finite:
/// what training rolls back to when it diverges.
/// </summary>
/// <param name="weights">The weights.</param>
/// <param name="optimizer">Their optimizer.</param>
internal sealed class GoodState(AlignedBuffer weights, Optimizer optimizer)
{
    private readonly float[] _weights = new float[weights.Length];
    private readonly float[] _state = new float[optimizer.State.Length];

    // A state that is still 0 is not copied: memory that nobody touches costs a large model no time.
    private bool _isFresh;

    /// <summary>Whether anything was saved.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>The steps that the optimizer had taken.</summary>
    public long Steps { get; private set; }

    /// <summary>Which training this is a state of: the version of the weights that it began with.</summary>
    public long Beginning { get; private set; }

    /// <summary>Whether weights and the state of the optimizer are finite numbers.</summary>
    public static bool IsFinite(AlignedBuffer weights, Optimizer optimizer) => FiniteNumbers.AreAll(weights.Span) && FiniteNumbers.AreAll(optimizer.State);

    /// <summary>Saves the present state. No change of weights may be pending, and no step have been taken since the last was applied.</summary>
    /// <param name="beginning">The version of the weights that the training began with.</param>
    public void Save(long beginning = 0)
    {
        weights.Span.CopyTo(_weights);
        _isFresh = optimizer.IsFresh;
        if (!_isFresh)
            optimizer.State.CopyTo(_state);
        Steps = optimizer.Steps;
        Beginning = beginning;
        IsSaved = true;
    }

    /// <summary>Goes back to what was saved; whoever does so tells the model that its weights have changed.</summary>
    public void Restore()
    {
        _weights.CopyTo(weights.Span);
        if (_isFresh)
            optimizer.State.Clear();
        else
            _state.CopyTo(optimizer.State);
        optimizer.Restore(Steps, optimizer.LearningRate);
    }
}
