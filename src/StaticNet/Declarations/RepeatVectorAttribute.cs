namespace StaticNet;

/// <summary>Makes a sequence of a row of numbers, which is the same at each step: Keras' <c>RepeatVector</c>.</summary>
/// <param name="n">The number of steps, at least 1.</param>
/// <remarks>From (features) to a sequence (n, features).</remarks>
public sealed class RepeatVectorAttribute(int n) : LayerAttribute
{
    /// <summary>The number of steps.</summary>
    public int N { get; } = n;
}
