namespace StaticNet;

/// <summary>
/// What a window meets at the edges of an image or at the ends of a sequence. With n the height, width or steps, k the window's and s its
/// stride.
/// </summary>
public enum Padding
{
    /// <summary>Nothing is added: the window stays inside, and the output has (n - k) / s + 1 places, rounded down.</summary>
    Valid,

    /// <summary>
    /// As much is added around as makes the output n / s places, rounded up. Where the amount is odd, the smaller half is above and to the
    /// left, or before the first step, as in Keras. Convolutions read 0 there; pooling leaves these places out.
    /// </summary>
    Same,

    /// <summary>
    /// (k - 1) * dilation rate zeros are added before the first step, so that no output sees a later step than its own; the output has
    /// n / s places, rounded up. For <see cref="Conv1DAttribute"/> alone, as in Keras.
    /// </summary>
    Causal,
}
