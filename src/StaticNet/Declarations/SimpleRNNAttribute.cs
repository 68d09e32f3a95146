namespace StaticNet;

/// <summary>
/// A recurrence whose output is its state, Keras' <c>SimpleRNN</c>: walks through a sequence with a state h, 0 at first, and at each step
/// h = activation(x_t · kernel + h · recurrent_kernel + bias). The output is the last h.
/// </summary>
/// <param name="units">The size of h, at least 1.</param>
/// <param name="activation">One whose slope its result tells, which are all but GELU, SiLU and Softmax.</param>
/// <remarks>
/// From a sequence (steps, n) to (units), or to (steps, units) with <see cref="ReturnSequences"/>. The kernel has the shape (n, units), the
/// recurrent kernel (units, units), the bias (units). A step that a mask leaves out changes nothing.
/// </remarks>
public sealed class SimpleRNNAttribute(int units, Activation activation = Activation.Tanh) : LayerAttribute
{
    /// <summary>The size of the state.</summary>
    public int Units { get; } = units;

    /// <summary>What is applied to the sums.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Whether a bias, starting from 0, is added to the sums.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernel starts from.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>What the recurrent kernel starts from.</summary>
    public Initializer RecurrentInitializer { get; set; } = Initializer.Orthogonal;

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
