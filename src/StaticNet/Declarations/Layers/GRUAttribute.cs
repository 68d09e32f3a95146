namespace StaticNet;

/// <summary>
/// A gated recurrent unit (Cho et al. 2014), Keras' <c>GRU</c>: walks through a sequence with a state h, 0 at first. In three gates,
/// z = r(x_t · kernel_z + h · recurrent_z + bias_z), the reset gate q likewise, and g = a(x_t · kernel_h + bias_h + q (h · recurrent_h + bias));
/// at each step h = z h + (1 - z) g. The output is the last h.
/// </summary>
/// <param name="units">The size of h, at least 1.</param>
/// <param name="activation">a: one whose slope its result tells, which are all but GELU, SiLU, HardSiLU, Mish and Softmax.</param>
/// <param name="recurrentActivation">r: likewise.</param>
/// <remarks>
/// From a sequence (steps, n) to (units), or to (steps, units) with <see cref="RecurrentAttribute.ReturnSequences"/>. The kernel has the shape (n, 3 units),
/// the recurrent kernel (units, 3 units), gates in the order z, r, h. The bias has the shape (2, 3 units), one row for the sums with the
/// input and one for those with the state; (3 units) without <see cref="ResetAfter"/>. A step that a mask leaves out changes nothing.
/// </remarks>
/// <example>
/// <code>
/// [Model(200)]
/// [Embedding(10_000, 32)]
/// [GRU(32)]
/// [Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Reviews;
/// </code>
/// </example>
public sealed class GRUAttribute(int units, Activation activation = Activation.Tanh, Activation recurrentActivation = Activation.Sigmoid)
    : RecurrentAttribute(units, activation)
{
    /// <summary>What is applied to the update gate and the reset gate.</summary>
    public Activation RecurrentActivation { get; } = recurrentActivation;

    /// <summary>
    /// Whether the reset gate multiplies the product of the state with the recurrent kernel, as cuDNN has it; else the state before that
    /// product: g = a(x_t · kernel_h + bias_h + (q h) · recurrent_h).
    /// </summary>
    public bool ResetAfter { get; set; } = true;
}
