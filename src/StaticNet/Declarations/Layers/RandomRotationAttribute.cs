namespace StaticNet;

/// <summary>
/// While training, turns an image about its middle by a random angle: Keras' <c>RandomRotation</c>. Does nothing when predicting. The angle
/// is decided by the model's seed, the step and the sample alone.
/// </summary>
/// <param name="lower">The least angle, as a part of a full turn from -1 to 1: below 0 clockwise, above 0 counter-clockwise.</param>
/// <param name="upper">The largest angle, as a part of a full turn from -1 to 1.</param>
/// <remarks>For an image (height, width, channels); the shape stays.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [RandomRotation(0.1)]                        // up to 36 degrees either way
/// [Conv2D(32, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class RandomRotationAttribute(double lower, double upper) : LayerAttribute
{
    /// <summary>As far clockwise as counter-clockwise.</summary>
    /// <param name="factor">The largest angle, as a part of a full turn.</param>
    public RandomRotationAttribute(double factor)
        : this(-factor, factor)
    {
    }

    /// <summary>The least angle, as a part of a full turn; below 0 it is clockwise.</summary>
    public double Lower { get; } = lower;

    /// <summary>The largest angle, as a part of a full turn.</summary>
    public double Upper { get; } = upper;

    /// <summary>What is shown where the image has no pixels.</summary>
    public FillMode FillMode { get; set; } = FillMode.Reflect;

    /// <summary>How a value between pixels is found.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Bilinear;

    /// <summary>What is shown where the image has no pixels, with <see cref="FillMode.Constant"/>.</summary>
    public double FillValue { get; set; }
}
