namespace StaticNet.Generators;

/// <summary><c>[LSTM]</c>: long short-term memory.</summary>
internal sealed class LSTMLayer : LayerKind
{
    public override string Name => "LSTM";

    public override LayerSpec? Check(LayerCheckContext layer) => RecurrentSpec.Check(layer, RecurrentKind.LSTM);
}
