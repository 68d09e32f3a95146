using static StaticNet.Activation;

namespace StaticNet.Benchmarks;

/// <summary>The reference model <c>tabular_mlp</c>: a yes-or-no answer from a table of ten numbers.</summary>
[Model(10)]
[Dense(128, ReLU)]
[Dense(64, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class TabularMlp;

/// <summary>The reference model <c>mnist_cnn</c>: handwritten digits.</summary>
[Model(28, 28, 1)]
[Conv2D(32, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class MnistCnn;

/// <summary>The reference model <c>imdb_lstm</c>: whether a review is favourable, word by word, with a head of five classes.</summary>
[Model(100)]
[Embedding(10_000, 32)]
[LSTM(32)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ImdbLstm;

/// <summary>The reference model <c>imdb_gap</c>: whether a review is favourable, by the words in it.</summary>
[Model(200)]
[Embedding(10_000, 32)]
[GlobalAveragePooling1D]
[Dense(32, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class ImdbGap;

/// <summary>The reference model <c>fashion_mlp</c>: ten kinds of clothing.</summary>
[Model(784)]
[Dense(256, ReLU)]
[Dense(128, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class FashionMlp;

/// <summary>The reference model <c>imdb_transformer</c>: whether a review is favourable, by Keras' text transformer.</summary>
[Model(200)]
[Embedding(20_000, 32), PositionEmbedding(Name = "words")]
[MultiHeadAttention(2, 32), Dropout(0.1), Add("words"), LayerNormalization(Epsilon = 1e-5, Name = "attended")]
[Dense(32, ReLU), Dense(32), Dropout(0.1), Add("attended"), LayerNormalization(Epsilon = 1e-5)]
[GlobalAveragePooling1D]
[Dropout(0.1)]
[Dense(20, ReLU)]
[Dropout(0.1)]
[Dense(2, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ImdbTransformer;

/// <summary>A block of a GPT: attention to what came before, then two dense layers, each added to what comes in.</summary>
[Block]
[LayerNormalization(Epsilon = 1e-5), MultiHeadAttention(4, 32, Causal = true), Add(Block.Input, Name = "attended")]
[LayerNormalization(Epsilon = 1e-5), Dense(512, GELU), Dense(128), Add("attended")]
internal sealed partial class GptBlock;

/// <summary>The reference model <c>char_gpt</c>: the next of 96 characters, for each of 64, by four blocks of a GPT.</summary>
[Model(64)]
[Embedding(96, 128), PositionEmbedding]
[Use<GptBlock>(Times = 4)]
[LayerNormalization(Epsilon = 1e-5)]
[Dense(96, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class CharGpt;

/// <summary>Two convolutions whose result is added to what comes in; a convolution of single pixels where the shapes differ.</summary>
[Block]
[Conv2D(Filters, 3, Strides = Strides, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[Conv2D(Filters, 3, Padding = Padding.Same, UseBias = false), BatchNormalization(Name = "body")]
[Conv2D(Filters, 1, Strides = Strides, From = Block.Input, SkipIfSameShape = true)]
[Add("body"), Activation(ReLU)]
internal sealed partial class Residual
{
    private const int Filters = 16;
    private const int Strides = 1;
}

/// <summary>The reference model <c>fashion_resnet</c>: ten kinds of clothing by a residual network of 14 layers.</summary>
[Model(28, 28, 1)]
[Conv2D(16, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[Use<Residual>(Times = 2)]
[Use<Residual>("Filters", 32, "Strides", 2)]
[Use<Residual>("Filters", 32)]
[Use<Residual>("Filters", 64, "Strides", 2)]
[Use<Residual>("Filters", 64)]
[GlobalAveragePooling2D]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class FashionResNet;
