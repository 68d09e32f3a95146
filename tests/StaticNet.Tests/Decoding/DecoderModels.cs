using static StaticNet.Activation;

namespace StaticNet.Tests.Decoding;

/// <summary>What a transformer is made of: each layer adds to what it takes.</summary>
[Block]
[LayerNormalization, MultiHeadAttention(Heads, Width / Heads, Causal = true), Add(Block.Input, Name = "attended")]
[LayerNormalization, Dense(4 * Width, GELU), Dense(Width), Add("attended")]
internal sealed partial class CausalBlock
{
    private const int Width = 32, Heads = 4;
}

/// <summary>A small GPT.</summary>
[Model(24)]
[Embedding(11, 32), PositionEmbedding]
[Use<CausalBlock>(Times = 2)]
[LayerNormalization, Dropout(0.1f)]
[Dense(11, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class SmallGpt;

/// <summary>One head of a width that is no vector's, and more positions than are used.</summary>
[Model(8)]
[Embedding(5, 7), PositionEmbedding(20, Name = "text")]
[MultiHeadAttention(1, 7, Causal = true), RMSNormalization, Add("text"), Dense(5)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OneHead;

/// <summary>A single step.</summary>
[Model(1)]
[Embedding(5, 7), SinePositionEncoding]
[MultiHeadAttention(2, 3, ValueDim = 5, Causal = true), Dense(5, Sigmoid)]
internal sealed partial class OneStep;

/// <summary>An activation at the end that the loss takes over.</summary>
[Model(12)]
[Embedding(6, 10), GRU(9, ReturnSequences = true), Dense(19, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class Marks;

/// <summary>More steps than a block of queries, in heads of whole vectors.</summary>
[Model(100)]
[Embedding(9, 48), SinePositionEncoding]
[MultiHeadAttention(3, 16, UseBias = false, Causal = true), Dense(9, LogSoftmax)]
internal sealed partial class ManySteps;

/// <summary>Rows of numbers that nothing is learned of.</summary>
[Model(33, 5)]
[Attention(Causal = true)]
internal sealed partial class Unlearned;

/// <summary>Recurrences of each kind, the first of them by a table of its tokens.</summary>
[Model(20)]
[Embedding(9, 12), LSTM(20, ReturnSequences = true, Dropout = 0.2f, RecurrentDropout = 0.2f), GRU(16, ReturnSequences = true)]
[GRU(7, ReturnSequences = true, ResetAfter = false), SimpleRNN(5, ReturnSequences = true), Dense(9, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Recurrences;

/// <summary>All kinds of layers that take each step alone, between an attention to what another layer gives and a recurrence.</summary>
[Model]
[Input("rows", 17, 6)]
[Rescaling(0.5, Name = "scaled"), Dense(6, Tanh, Name = "a"), PReLU(1), BatchNormalization, ELU, Add("a"), Multiply("scaled"), Concatenate("a", Name = "both")]
[SpatialDropout1D(0.1f), GaussianNoise(0.1f), TimeDistributed, Dense(7, SiLU, Name = "query")]
[MultiHeadAttention(2, 4, Value = "both", Causal = true), Maximum("query"), Identity, LeakyReLU]
[LSTM(3, ReturnSequences = true, Name = "states"), Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EveryStep;

/// <summary>Attention over so many steps that long sums of a single vector might be made of several.</summary>
[Model(600)]
[Embedding(9, 11), MultiHeadAttention(1, 11, Causal = true)]
[Dense(9)]
internal sealed partial class LongWindow;
