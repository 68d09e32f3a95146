namespace StaticNet.Kernels;

/// <summary>The state of a recurrence from one step to the next, where steps come one at a time: h, then c.</summary>
internal static unsafe class RecurrentState
{
    /// <summary>Loads the state that the step before has left.</summary>
    public static void Load(float* kept, float* h, float* c, int stride)
    {
        new ReadOnlySpan<float>(kept, stride).CopyTo(new Span<float>(h, stride));
        new ReadOnlySpan<float>(kept + stride, stride).CopyTo(new Span<float>(c, stride));
    }

    /// <summary>Stores the state for the next step.</summary>
    public static void Store(float* kept, float* h, float* c, int stride)
    {
        new ReadOnlySpan<float>(h, stride).CopyTo(new Span<float>(kept, stride));
        new ReadOnlySpan<float>(c, stride).CopyTo(new Span<float>(kept + stride, stride));
    }
}
