using static StaticNet.Activation;
using static StaticNet.Padding;

namespace StaticNet.Tests.Training;

/// <summary>Dense layers of widths that are no whole number of vectors, whose weights several threads are worth.</summary>
[Model(300)]
[Dense(1000, GELU)]
[Dense(1607, ReLU)]
[BatchNormalization]
[Dense(333, Tanh, UseBias = false)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class CrewDense;

/// <summary>Many weights, but too few columns for several threads.</summary>
[Model(10_000)]
[Dense(16, ReLU)]
[Dense(16, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class CrewNarrow;

/// <summary>Convolutions of every kind: by minimal filtering, with and without pooling, of wide windows and of single pixels.</summary>
[Model(41, 40, 16)]
[Conv2D(64, 3, ReLU, Padding = Same)]
[Conv2D(64, 3, ReLU), MaxPooling2D(2)]
[Conv2D(80, 5, GELU, Padding = Same)]
[Conv2D(80, 5, ReLU), MaxPooling2D(2)]
[Conv2D(144, 1, ReLU)]
[Conv2D(40, 3, Strides = 2, UseBias = false)]
[Flatten]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class CrewImages;

/// <summary>Recurrences whose steps several threads are worth.</summary>
[Model(30, 70)]
[LSTM(200, ReturnSequences = true)]
[GRU(190, ReturnSequences = true)]
[GRU(230, ResetAfter = false)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class CrewSequences;

/// <summary>A transformer, which can be predicted step by step as well.</summary>
[Model(20)]
[Embedding(50, 512), PositionEmbedding(Name = "text")]
[LayerNormalization, MultiHeadAttention(8, 64, Causal = true), Add("text", Name = "attended")]
[LayerNormalization, Dense(2048, GELU), Dense(512), Add("attended")]
[GRU(200, ReturnSequences = true)]
[Dense(50, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class CrewText;
