namespace StaticNet;

/// <summary>
/// While training, enlarges or shrinks an image about its middle by a random factor: Keras' <c>RandomZoom</c>. Does nothing when
/// predicting. The factors are decided by the model's seed, the step and the sample alone.
/// </summary>
/// <param name="heightLower">The least zoom of the height, from -1 to 1: 0.2 shows a fifth more of the image, -0.2 a fifth less.</param>
/// <param name="heightUpper">The largest zoom of the height, from -1 to 1.</param>
/// <param name="widthLower">The least zoom of the width, from -1 to 1.</param>
/// <param name="widthUpper">The largest zoom of the width, from -1 to 1.</param>
/// <remarks>
/// For an image (height, width, channels); the shape stays. Height and width are drawn apart, unless one factor is given for both.
/// </remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [RandomZoom(0.2)]
/// [Conv2D(32, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class RandomZoomAttribute(double heightLower, double heightUpper, double widthLower, double widthUpper) : LayerAttribute
{
    /// <summary>One zoom for height and width, so that shapes stay in proportion.</summary>
    /// <param name="factor">The largest zoom, out or in.</param>
    public RandomZoomAttribute(double factor)
        : this(-factor, factor, -factor, factor)
        => KeepsProportions = true;

    /// <summary>As far out as in.</summary>
    /// <param name="heightFactor">The largest zoom of the height, out or in.</param>
    /// <param name="widthFactor">The largest zoom of the width, out or in.</param>
    public RandomZoomAttribute(double heightFactor, double widthFactor)
        : this(-heightFactor, heightFactor, -widthFactor, widthFactor)
    {
    }

    /// <summary>The least zoom of the height; below 0 it is in.</summary>
    public double HeightLower { get; } = heightLower;

    /// <summary>The largest zoom of the height.</summary>
    public double HeightUpper { get; } = heightUpper;

    /// <summary>The least zoom of the width; below 0 it is in.</summary>
    public double WidthLower { get; } = widthLower;

    /// <summary>The largest zoom of the width.</summary>
    public double WidthUpper { get; } = widthUpper;

    /// <summary>Whether one factor is drawn for height and width.</summary>
    public bool KeepsProportions { get; }

    /// <summary>What is shown where the image has no pixels.</summary>
    public FillMode FillMode { get; set; } = FillMode.Reflect;

    /// <summary>How a value between pixels is found.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Bilinear;

    /// <summary>What is shown where the image has no pixels, with <see cref="FillMode.Constant"/>.</summary>
    public double FillValue { get; set; }
}
