namespace StaticNet;

/// <summary>Multiplies the rows of two outputs with one another: Keras' <c>Dot</c>. Of two rows of numbers it gives one number, the sum of their products.</summary>
/// <param name="with">The other layer, by its name.</param>
/// <remarks>
/// Both are rows of numbers or sequences, and as long along the axes that are summed over. The result has the other axes of the first, then those of
/// the second: (steps, width) and (others, width) become (steps, others), two rows of numbers (1).
/// </remarks>
/// <example>
/// <code>
/// [Model(2)]                                   // a user and a film
/// [Embedding(10_000, 32), Flatten]
/// [Dense(16, Name = "user")]
/// [Dense(16, From = "flatten")]
/// [Dot("user", Normalize = true)]              // the cosine of the angle between them
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Similarity;
/// </code>
/// </example>
public sealed class DotAttribute(params string[] with) : MergeAttribute(with)
{
    /// <summary>
    /// The axis of both that is summed over, or one of each; counted from 1 as Keras does, for which the batch is axis 0, or from the end. By default
    /// the last, -1.
    /// </summary>
    public int[] Axes { get; set; } = [-1];

    /// <summary>Whether what is summed over is brought to length 1 first, so that the results are cosines of angles.</summary>
    public bool Normalize { get; set; }
}
