namespace StaticNet.Kernels;

/// <summary>The state of a recurrence from one step to the next, where steps come one at a time: h, then c.</summary>
internal static unsafe class RecurrentState
{
    /// <summary>Takes up what the step before has left.</summary>
    public static void Take(float* kept, float* h, float* c, int stride)
    {
        new ReadOnlySpan<float>(kept, stride).CopyTo(new Span<float>(h, stride));
        new ReadOnlySpan<float>(kept + stride, stride).CopyTo(new Span<float>(c, stride));
    }

    /// <summary>Leaves the state to the next step.</summary>
    public static void Leave(float* kept, float* h, float* c, int stride)
    {
        new ReadOnlySpan<float>(h, stride).CopyTo(new Span<float>(kept, stride));
        new ReadOnlySpan<float>(c, stride).CopyTo(new Span<float>(kept + stride, stride));
    }
}
