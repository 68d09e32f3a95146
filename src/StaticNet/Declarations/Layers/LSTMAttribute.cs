namespace StaticNet;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber 1997), Keras' <c>LSTM</c>: walks through a sequence with a state h and a memory c,
/// both 0 at first. With z = x_t · kernel + h · recurrent_kernel + bias in four gates, i = r(z_i), f = r(z_f), g = a(z_c), o = r(z_o), at each
/// step c = f c + i g and h = o a(c). The output is the last h.
/// </summary>
/// <param name="units">The size of h and c, at least 1.</param>
/// <param name="activation">a: one whose slope its result tells, which are all but GELU, SiLU, HardSiLU, Mish and Softmax.</param>
/// <param name="recurrentActivation">r: likewise.</param>
/// <remarks>
/// From a sequence (steps, n) to (units), or to (steps, units) with <see cref="RecurrentAttribute.ReturnSequences"/>. The kernel has the shape (n, 4 units),
/// the recurrent kernel (units, 4 units), the bias (4 units), gates in the order i, f, c, o. A step that a mask leaves out changes nothing.
/// </remarks>
/// <example>
/// <code>
/// [Model(100)]
/// [Embedding(10_000, 32)]
/// [LSTM(32, ReturnSequences = true)]
/// [LSTM(32)]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Topics;
/// </code>
/// </example>
public sealed class LSTMAttribute(int units, Activation activation = Activation.Tanh, Activation recurrentActivation = Activation.Sigmoid)
    : RecurrentAttribute(units, activation)
{
    /// <summary>What is applied to the gates that let through.</summary>
    public Activation RecurrentActivation { get; } = recurrentActivation;

    /// <summary>Whether the bias of the gate f starts from 1 (Jozefowicz et al. 2015), and not from 0 as the others do.</summary>
    public bool UnitForgetBias { get; set; } = true;
}
