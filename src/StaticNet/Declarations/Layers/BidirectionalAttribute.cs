namespace StaticNet;

/// <summary>
/// Lets the recurrence written below it walk through the sequence in both directions, with weights of its own for each:
/// <c>[Bidirectional, LSTM(32)]</c>, Keras' <c>Bidirectional(LSTM(32))</c> (Schuster and Paliwal 1997). <see cref="LSTMAttribute"/>,
/// <see cref="GRUAttribute"/> and <see cref="SimpleRNNAttribute"/> can be wrapped.
/// </summary>
/// <param name="mergeMode">How the two outputs are put together.</param>
/// <remarks>
/// From a sequence (steps, n) to (2 units), or (units) where outputs are not laid one behind the other. Where the recurrence returns
/// sequences, both outputs of a step stand at that step, and of a step that a mask leaves out both are 0. The parameters are those of the
/// recurrence, first with <c>forward_</c>, then with <c>backward_</c> before their names.
/// </remarks>
/// <example>
/// <code>
/// [Model(200)]
/// [Embedding(10_000, 32)]
/// [Bidirectional, LSTM(32)]
/// [Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Reviews;
/// </code>
/// </example>
public sealed class BidirectionalAttribute(MergeMode mergeMode = MergeMode.Concat) : LayerAttribute
{
    /// <summary>How the two outputs are put together.</summary>
    public MergeMode MergeMode { get; } = mergeMode;
}
