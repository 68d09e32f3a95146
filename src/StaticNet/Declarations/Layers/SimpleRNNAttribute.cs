namespace StaticNet;

/// <summary>
/// A recurrence whose output is its state, Keras' <c>SimpleRNN</c>: walks through a sequence with a state h, 0 at first, and at each step
/// h = activation(x_t · kernel + h · recurrent_kernel + bias). The output is the last h.
/// </summary>
/// <param name="units">The size of h, at least 1.</param>
/// <param name="activation">One whose slope its result tells, which are all but GELU, SiLU, HardSiLU, Mish and Softmax.</param>
/// <remarks>
/// From a sequence (steps, n) to (units), or to (steps, units) with <see cref="RecurrentAttribute.ReturnSequences"/>. The kernel has the shape (n, units), the
/// recurrent kernel (units, units), the bias (units). A step that a mask leaves out changes nothing.
/// </remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [SimpleRNN(32)]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class SimpleRNNAttribute(int units, Activation activation = Activation.Tanh) : RecurrentAttribute(units, activation);
