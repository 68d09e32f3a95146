namespace StaticNet;

/// <summary>
/// What a layer applies to its sums, number by number (<see cref="Softmax"/> and <see cref="LogSoftmax"/>: row by row). The definitions are Keras'.
/// </summary>
public enum Activation
{
    /// <summary>x, unchanged.</summary>
    Linear,

    /// <summary>max(x, 0).</summary>
    ReLU,

    /// <summary>x above 0, 0.2 x below: Keras' activation function, whose slope differs from that of Keras' layer.</summary>
    LeakyReLU,

    /// <summary>x above 0, exp(x) - 1 below (Clevert et al. 2015).</summary>
    ELU,

    /// <summary>1.0507 x above 0, 1.7581 (exp(x) - 1) below (Klambauer et al. 2017).</summary>
    SELU,

    /// <summary>x Φ(x) with the exact normal distribution function, not the tanh approximation (Hendrycks and Gimpel 2016).</summary>
    GELU,

    /// <summary>x sigmoid(x), also known as swish (Ramachandran et al. 2017).</summary>
    SiLU,

    /// <summary>log(1 + exp(x)).</summary>
    Softplus,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>exp(x) over the sum of exp(x) along the last axis: each row becomes positive and sums to 1.</summary>
    Softmax,

    /// <summary>max(x, 0), at most 6 (Krizhevsky 2010).</summary>
    ReLU6,

    /// <summary>x / 6 + 1/2, at least 0 and at most 1: a sigmoid of straight lines.</summary>
    HardSigmoid,

    /// <summary>x times its hard sigmoid, also known as hard swish (Howard et al. 2019).</summary>
    HardSiLU,

    /// <summary>x tanh(softplus(x)) (Misra 2019).</summary>
    Mish,

    /// <summary>x / (1 + |x|).</summary>
    Softsign,

    /// <summary>exp(x).</summary>
    Exponential,

    /// <summary>The logarithm of the <see cref="Softmax"/> of each row, exact where that rounds to 0. Losses take probabilities, not this.</summary>
    LogSoftmax,
}
