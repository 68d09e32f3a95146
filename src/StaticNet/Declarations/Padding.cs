namespace StaticNet;

/// <summary>What a window meets at the edges of an image. With n the height or width, k the window's and s its stride.</summary>
public enum Padding
{
    /// <summary>Nothing is added: the window stays inside the image, and the output has (n - k) / s + 1 places, rounded down.</summary>
    Valid,

    /// <summary>
    /// The image is surrounded by as much as makes the output n / s places, rounded up. Where the amount is odd, the smaller half is above
    /// and to the left, as in Keras. Convolutions read 0 there; pooling leaves these places out.
    /// </summary>
    Same,
}
