namespace StaticNet;

/// <summary>
/// Adds to each step of a sequence sines and cosines of many wavelengths at its place, which tell where the step stands (Vaswani et al. 2017): what
/// KerasHub's <c>SinePositionEncoding</c> gives, added to its input. Nothing of it is learned.
/// </summary>
/// <remarks>
/// From (steps, width) to the same. At step t even numbers i get sin(t / w^(i / width)), with w the longest wavelength, and the number behind each the
/// cosine of the same angle.
/// </remarks>
/// <example>
/// <code>
/// [Model(200)]                                 // 200 tokens
/// [Embedding(20_000, 32), SinePositionEncoding]
/// [Conv1D(32, 5, ReLU)]
/// [GlobalAveragePooling1D]
/// [Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Reviews;
/// </code>
/// </example>
public sealed class SinePositionEncodingAttribute : LayerAttribute
{
    /// <summary>The longest wavelength, over 2π; by default 10,000.</summary>
    public double MaxWavelength { get; set; } = 10_000;
}
