namespace StaticNet;

/// <summary>
/// What a weight starts from. The rules are Keras': normal draws are cut at two standard deviations and widened so that the
/// stated deviation holds after the cut.
/// </summary>
public enum Initializer
{
    /// <summary>Uniform in ±sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010): the default of <see cref="DenseAttribute"/>.</summary>
    GlorotUniform,

    /// <summary>Normal with deviation sqrt(2 / (inputs + outputs)) (Glorot and Bengio 2010).</summary>
    GlorotNormal,

    /// <summary>Uniform in ±sqrt(6 / inputs) (He et al. 2015).</summary>
    HeUniform,

    /// <summary>Normal with deviation sqrt(2 / inputs) (He et al. 2015).</summary>
    HeNormal,

    /// <summary>Normal with deviation sqrt(1 / inputs) (LeCun et al. 1998); the companion of SELU.</summary>
    LecunNormal,

    /// <summary>Uniform in ±0.05: the default of <see cref="EmbeddingAttribute"/>.</summary>
    RandomUniform,

    /// <summary>All 0.</summary>
    Zeros,

    /// <summary>All 1.</summary>
    Ones,

    /// <summary>
    /// A random matrix with orthogonal rows or columns, whichever are fewer, of length 1 (Saxe et al. 2014); of more than two axes, all but
    /// the last count as rows. The default of recurrent kernels.
    /// </summary>
    Orthogonal,
}
