namespace StaticNet.Generators;

/// <summary>
/// A part of a training step that samples go through independently of each other. Between two of them all samples are waited for.
/// </summary>
/// <param name="Forward">What is done in the forward pass.</param>
/// <param name="Losses">The losses of all outputs, if the backward pass begins here.</param>
/// <param name="Backward">What is done in the backward pass.</param>
/// <param name="Reduce">What reduces what was measured to statistics of the batch, when all samples are through; null at the end of the last phase.</param>
internal sealed record Phase(EquatableArray<LayerWork> Forward, EquatableArray<LayerWork> Losses, EquatableArray<LayerWork> Backward, Method? Reduce)
{
    /// <summary>All that it does with samples.</summary>
    public IEnumerable<Statement> Statements => Forward.Concat(Losses).Concat(Backward).Select(work => work.Statement);
}
