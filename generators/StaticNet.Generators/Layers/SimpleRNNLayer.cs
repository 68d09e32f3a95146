namespace StaticNet.Generators;

/// <summary><c>[SimpleRNN]</c>: a recurrence whose output is its state.</summary>
internal sealed class SimpleRNNLayer : LayerKind
{
    public override string Name => "SimpleRNN";

    public override LayerSpec? Check(LayerCheckContext layer) => RecurrentSpec.Check(layer, RecurrentKind.SimpleRNN);
}
