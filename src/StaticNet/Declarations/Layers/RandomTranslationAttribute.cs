namespace StaticNet;

/// <summary>
/// While training, moves an image by a random distance on each axis, which need not be whole pixels: Keras' <c>RandomTranslation</c>. Does
/// nothing when predicting. The distances are decided by the model's seed, the step and the sample alone.
/// </summary>
/// <param name="heightLower">The least distance, as a part of the height from -1 to 1: below 0 up, above 0 down.</param>
/// <param name="heightUpper">The largest distance, as a part of the height from -1 to 1.</param>
/// <param name="widthLower">The least distance, as a part of the width from -1 to 1: below 0 to the left, above 0 to the right.</param>
/// <param name="widthUpper">The largest distance, as a part of the width from -1 to 1.</param>
/// <remarks>For an image (height, width, channels); the shape stays.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [RandomTranslation(0.1, 0.1)]                // up to a tenth of the image on either axis
/// [Conv2D(32, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class RandomTranslationAttribute(double heightLower, double heightUpper, double widthLower, double widthUpper) : LayerAttribute
{
    /// <summary>As far in one direction as in the other.</summary>
    /// <param name="heightFactor">The largest distance up or down, as a part of the height.</param>
    /// <param name="widthFactor">The largest distance to the left or right, as a part of the width.</param>
    public RandomTranslationAttribute(double heightFactor, double widthFactor)
        : this(-heightFactor, heightFactor, -widthFactor, widthFactor)
    {
    }

    /// <summary>The least distance down, as a part of the height; below 0 it is up.</summary>
    public double HeightLower { get; } = heightLower;

    /// <summary>The largest distance down, as a part of the height.</summary>
    public double HeightUpper { get; } = heightUpper;

    /// <summary>The least distance to the right, as a part of the width; below 0 it is to the left.</summary>
    public double WidthLower { get; } = widthLower;

    /// <summary>The largest distance to the right, as a part of the width.</summary>
    public double WidthUpper { get; } = widthUpper;

    /// <summary>What is shown where the image has no pixels.</summary>
    public FillMode FillMode { get; set; } = FillMode.Reflect;

    /// <summary>How a value between pixels is found.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Bilinear;

    /// <summary>What is shown where the image has no pixels, with <see cref="FillMode.Constant"/>.</summary>
    public double FillValue { get; set; }
}
