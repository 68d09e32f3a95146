using static StaticNet.Activation;

namespace StaticNet.Samples.TextClassifier;

/// <summary>Lets the last two hundred words of a review look at each other: a block of a transformer, as in Keras' example.</summary>
[Model(200)]
[Embedding(20_000, 32), PositionEmbedding(Name = "words")]
[MultiHeadAttention(2, 32), Dropout(0.1), Add("words"), LayerNormalization(Epsilon = 1e-6, Name = "attended")]
[Dense(32, ReLU), Dense(32), Dropout(0.1), Add("attended"), LayerNormalization(Epsilon = 1e-6)]
[GlobalAveragePooling1D]
[Dropout(0.1)]
[Dense(20, ReLU)]
[Dropout(0.1)]
[Dense(2, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ImdbTransformer;
