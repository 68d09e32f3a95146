namespace StaticNet.Generators;

/// <summary>
/// A part of a training step that samples go through independently of each other. Between two of them all samples are waited for.
/// </summary>
/// <param name="There">What is done on the way there.</param>
/// <param name="Losses">The losses of all outputs, if the way back begins here.</param>
/// <param name="Back">What is done on the way back.</param>
/// <param name="Reduce">What puts together what was measured, when all samples are through; null at the end of the last phase.</param>
internal sealed record Phase(EquatableArray<LayerWork> There, EquatableArray<LayerWork> Losses, EquatableArray<LayerWork> Back, Method? Reduce)
{
    /// <summary>All that it does with samples.</summary>
    public IEnumerable<Statement> Statements => There.Concat(Losses).Concat(Back).Select(work => work.Statement);
}
