namespace StaticNet.Generators.Tests;

// Models whose layers take other values than the one above: graphs, blocks, shared weights, attentions.
public sealed partial class SnapshotTests
{
    [Fact]
    public Task ResidualGraph() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(8, 8, 3)]
        [Conv2D(16, 3, ReLU, Padding = Padding.Same, Name = "stem")]
        [Conv2D(16, 3, Padding = Padding.Same, Name = "body")]
        [GlobalAveragePooling2D]
        [Dense(16, Sigmoid)]                                        // squeeze and excite: how much each channel counts
        [Multiply("body")]
        [Add("stem")]
        [Activation(ReLU)]
        [MaxPooling2D(Name = "coarse")]
        [AveragePooling2D(From = "stem")]
        [Concatenate("coarse")]
        [GlobalAveragePooling2D]
        [Dense(5, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Residual;
        """));

    [Fact]
    public Task Blocks() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(8, 8, 3)]
        [Conv2D(16, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
        [Use<Bottleneck>(Times = 2)]
        [Use<Bottleneck>("Filters", 8, "Strides", 2, Name = "features")]
        [GlobalAveragePooling2D]
        [Dense(5, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class BlockNet;

        [Block]
        [Use<Normalized>("Filters", Filters)]
        [Use<Normalized>("Filters", Filters, "Size", 3, "Strides", Strides)]
        [Conv2D(Filters * Expansion, 1, UseBias = false), BatchNormalization(Name = "body")]
        [Conv2D(Filters * Expansion, 1, Strides = Strides, From = Block.Input, SkipIfSameShape = true)]
        [Add("body")]
        [Activation(ReLU)]
        public partial class Bottleneck
        {
            const int Filters = 4, Strides = 1, Expansion = 4;
        }

        [Block]
        [Conv2D(Filters, Size, Strides = Strides, Padding = Padding.Same, UseBias = false)]
        [BatchNormalization]
        [Activation(ReLU)]
        internal partial class Normalized
        {
            const int Filters = 16, Size = 1, Strides = 1;
        }
        """));

    [Fact]
    public Task SharedWeights() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(2, 6)]
        [Cropping1D(0, 1), Flatten]
        [Dense(8, Tanh, Name = "read"), Dense(4, Name = "meaning")]
        [Cropping1D(1, 0, From = "input"), Flatten]
        [Share("read", Name = "read_again"), Share("meaning")]
        [Subtract("meaning"), Dense(1, Sigmoid)]
        [Loss(Loss.BinaryCrossentropy)]
        public partial class Siamese;
        """));

    [Fact]
    public Task SharedTable() => Verify(Compilations.Run("""
        namespace Samples;

        [Model]
        [Input("question", 40, Tokens = 20_000)]
        [Input("answer", 120, Tokens = 20_000)]
        [Embedding(20_000, 32, MaskZero = true, From = "question"), LSTM(32, Name = "meaning")]
        [Share("embedding", From = "answer"), GlobalAveragePooling1D, BatchNormalization(Name = "norm")]
        [Share("norm", From = "meaning"), Subtract("norm"), Dense(1, Sigmoid)]
        [Loss(Loss.BinaryCrossentropy)]
        public partial class Match;
        """));

    [Fact]
    public Task SeveralInputsAndOutputs() => Verify(Compilations.Run("""
        namespace Samples;

        [Model]
        [Input("title", 20, Tokens = 20_000)]
        [Input("tags", 12)]
        [Embedding(20_000, 64, From = "title")]
        [LSTM(32, Name = "read")]
        [Concatenate("tags")]
        [Dense(1, Sigmoid, Name = "urgent"), Output(Loss.BinaryCrossentropy)]
        [Dense(4, Softmax, Name = "department", From = "concatenate"), Output(Loss.CategoricalCrossentropy, Weight = 0.2)]
        public partial class Tickets;
        """));

    [Fact]
    public Task Attention() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(40)]
        [Embedding(500, 24, MaskZero = true, Name = "text")]
        [MultiHeadAttention(4, 12, Dropout = 0.1, Name = "within")]     // self-attention
        [Add("text")]
        [LayerNormalization(Name = "memory")]
        [Embedding(90, 16, From = "input")]
        [MultiHeadAttention(2, 16, Causal = true, UseBias = false, Value = "memory", Name = "across")]
        [GlobalAveragePooling1D]
        [Dense(5, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Reader;
        """));

    [Fact]
    public Task StepByStep() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(50)]
        [Embedding(90, 24), PositionEmbedding(Name = "text")]
        [MultiHeadAttention(2, 12, Causal = true), Add("text"), LayerNormalization]
        [GRU(20, ReturnSequences = true), BatchNormalization]
        [Dense(90, Softmax)]
        public partial class Poet;
        """));

    [Fact]
    public Task AttentionScores() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(50, 8)]
        [Bidirectional(Name = "encoder"), LSTM(16, ReturnSequences = true)]
        [Dense(32, From = "input")]
        [AdditiveAttention(Value = "encoder")]                           // a weight for each summand of a score
        [Attention(ScoreMode = ScoreMode.Concat, UseScale = true)]       // one for all, and one for what tanh takes
        [GlobalAveragePooling1D]
        [Dense(1)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Sensors;
        """));
}
