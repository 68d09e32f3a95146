namespace StaticNet.Generators;

/// <summary>The kinds of recurrences, by the names of their attributes.</summary>
internal enum RecurrentKind
{
    LSTM,
    GRU,
    SimpleRNN,
}
