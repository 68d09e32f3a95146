namespace StaticNet;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber 1997), Keras' <c>LSTM</c>: walks through a sequence with a state h and a memory c,
/// both 0 at first. With z = x_t · kernel + h · recurrent_kernel + bias in four gates, i = r(z_i), f = r(z_f), g = a(z_c), o = r(z_o), at each
/// step c = f c + i g and h = o a(c). The output is the last h.
/// </summary>
/// <param name="units">The size of h and c, at least 1.</param>
/// <param name="activation">a: one whose slope its result tells, which are all but GELU, SiLU and Softmax.</param>
/// <param name="recurrentActivation">r: likewise.</param>
/// <remarks>
/// From a sequence (steps, n) to (units), or to (steps, units) with <see cref="ReturnSequences"/>. The kernel has the shape (n, 4 units),
/// the recurrent kernel (units, 4 units), the bias (4 units), gates in the order i, f, c, o. A step that a mask leaves out changes nothing.
/// </remarks>
public sealed class LSTMAttribute(int units, Activation activation = Activation.Tanh, Activation recurrentActivation = Activation.Sigmoid)
    : LayerAttribute
{
    /// <summary>The size of the state.</summary>
    public int Units { get; } = units;

    /// <summary>What is applied to the candidate and to the memory.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>What is applied to the gates that let through.</summary>
    public Activation RecurrentActivation { get; } = recurrentActivation;

    /// <summary>Whether a bias is added to the sums.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernel starts from.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>What the recurrent kernel starts from.</summary>
    public Initializer RecurrentInitializer { get; set; } = Initializer.Orthogonal;

    /// <summary>Whether the bias of the gate f starts from 1 (Jozefowicz et al. 2015), and not from 0 as the others do.</summary>
    public bool UnitForgetBias { get; set; } = true;

    /// <summary>
    /// While training, the part of the inputs that is set to 0, the others being divided by 1 - rate; the same at all steps of a
    /// sequence. From 0 up to, not including, 1.
    /// </summary>
    public float Dropout { get; set; }

    /// <summary>The same for the state where it meets the recurrent kernel.</summary>
    public float RecurrentDropout { get; set; }

    /// <summary>Whether the output is h after each step, and not after the last one alone.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Whether it walks from the last step to the first; outputs of all steps are then in that order too.</summary>
    public bool GoBackwards { get; set; }
}
