namespace StaticNet.Generators.Tests;

/// <summary>What is generated, to be read: one snapshot for each form that generated code can take.</summary>
public sealed partial class SnapshotTests
{
    [Fact]
    public Task FashionMlp() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(784)]
        [Dense(256, ReLU)]
        [Dense(128, ReLU)]
        [Dense(10, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class FashionMlp;
        """));

    [Fact]
    public Task TabularMlp() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(10)]
        [Dense(128, ReLU)]
        [Dense(64, ReLU)]
        [Dense(1, Sigmoid)]
        [Loss(Loss.BinaryCrossentropy)]
        public partial class TabularMlp;
        """));

    [Fact]
    public Task EveryKindOfLayer() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(4, 6, 1)]
        [Flatten]
        [Dense(12, GELU)]
        [Dropout(0.25f)]
        [Dense(5, Softmax)]
        [Activation(Tanh)]
        [Dense(3)]
        [Loss(Loss.MeanSquaredError)]
        public partial class EveryKind;
        """));

    [Fact]
    public Task SmallLayers() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(4)]
        [Dense(16, ReLU)]
        [Dense(16, Tanh)]
        [Dense(3, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Iris;
        """));

    [Fact]
    public Task InferenceOnly() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(8)]
        [Dense(20, SiLU)]
        [Dropout(0.5f)]
        [Dense(4, Softmax)]
        internal sealed partial class Scorer;
        """));

    [Fact]
    public Task NestedInTheGlobalNamespace() => Verify(Compilations.Run("""
        public partial interface IOuter
        {
            internal partial record struct Middle(int Number)
            {
                private static partial class Inner
                {
                    [Model(2)]
                    [Dense(1)]
                    private partial class Tiny;
                }
            }
        }
        """));

    [Fact]
    public Task NamedWithoutBias() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(16)]
        [Dense(8, ReLU, Name = "encoder", UseBias = false, KernelInitializer = Initializer.HeNormal)]
        [Dense(16, Name = "decoder_1")]
        [Loss(Loss.Huber)]
        public partial class Autoencoder;
        """));

    [Fact]
    public Task MnistCnn() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(28, 28, 1)]
        [Conv2D(32, 3, ReLU)]
        [MaxPooling2D(2)]
        [Conv2D(64, 3, ReLU)]
        [MaxPooling2D(2)]
        [Flatten]
        [Dense(10, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class MnistCnn;
        """));

    [Fact]
    public Task NormalizedCnn() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(32, 32, 3)]
        [RandomFlip(FlipMode.Horizontal)]
        [Conv2D(32, 3, Padding = Padding.Same, UseBias = false)]
        [BatchNormalization]
        [Activation(ReLU)]
        [Conv2D(64, 3, ReLU, Padding = Padding.Same)]
        [MaxPooling2D(2)]
        [SpatialDropout2D(0.2f)]
        [GlobalAveragePooling2D]
        [Dense(10, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class NormalizedCnn;
        """));

    [Fact]
    public Task NormalizedForInference() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(16, 16, 3)]
        [RandomZoom(0.1f)]
        [Conv2D(8, 3, Strides = 2, UseBias = false)]
        [BatchNormalization(Epsilon = 1e-5f)]
        [Activation(ReLU)]
        [Conv2D(4, 3, GELU)]
        [BatchNormalization(Scale = false)]
        [Flatten]
        [Dense(1, Sigmoid)]
        public partial class Detector;
        """));

    [Fact]
    public Task EveryRectifier() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(6, 5, 3)]
        [PReLU]
        [Conv2D(8, 3)]
        [LeakyReLU]
        [RMSNormalization]
        [ReLU(MaxValue = 6, Threshold = 0.5)]
        [PReLU(1, 2)]
        [GaussianDropout(0.2)]
        [ELU(0.5)]
        [Flatten]
        [Dense(4)]
        [Softmax]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Rectified;
        """));

    [Fact]
    public Task EveryChangeOfShape() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(12, 10, 3)]
        [ZeroPadding2D(1, 2)]
        [Conv2D(6, 3)]
        [Cropping2D(1, 0, 2, 1)]
        [UpSampling2D(2, Interpolation = Interpolation.Bilinear)]
        [LayerNormalization]
        [Reshape(11, -1, 6)]
        [Permute(3, 1, 2)]
        [Flatten]
        [Dense(4)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Reshaped;
        """));

    [Fact]
    public Task SequenceCnn() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(50, 6)]
        [Conv1D(16, 3, ReLU, Padding = Padding.Causal)]
        [MaxPooling1D(2)]
        [Conv1D(32, 3, Padding = Padding.Causal, DilationRate = 2, UseBias = false)]
        [BatchNormalization]
        [Activation(ReLU)]
        [SpatialDropout1D(0.2f)]
        [SeparableConv1D(24, 3, ReLU)]
        [GlobalMaxPooling1D]
        [Dense(4, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class SequenceCnn;
        """));

    [Fact]
    public Task EveryChangeOfSequence() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(8)]
        [Dense(6, Tanh)]
        [RepeatVector(10)]
        [DepthwiseConv1D(3)]
        [ZeroPadding1D(2, 1)]
        [AveragePooling1D(3, Strides = 1, Padding = Padding.Same)]
        [UpSampling1D(2)]
        [Cropping1D(1)]
        [Flatten]
        [Dense(4)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Resequenced;
        """));

    [Fact]
    public Task StackedLSTM() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(24, 7)]
        [LSTM(32, ReturnSequences = true, Dropout = 0.1f)]
        [LSTM(16)]
        [Dense(1)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Forecaster;
        """));

    [Fact]
    public Task BidirectionalGRU() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(30, 4)]
        [Masking(0)]
        [Bidirectional, GRU(12, ReturnSequences = true, RecurrentDropout = 0.2f)]
        [GRU(8, GoBackwards = true, ResetAfter = false)]
        [Dense(3, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Gestures;
        """));

    [Fact]
    public Task AveragedTokens() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(200)]
        [Embedding(10_000, 32)]
        [GlobalAveragePooling1D]
        [Dense(32, ReLU)]
        [Dense(1, Sigmoid)]
        [Loss(Loss.BinaryCrossentropy)]
        public partial class ImdbGap;
        """));

    [Fact]
    public Task MaskedTokens() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(100)]
        [Embedding(5_000, 24, MaskZero = true)]
        [Dropout(0.2f)]
        [LSTM(20)]
        [Dense(5, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Topics;
        """));

    [Fact]
    public Task NamedLayers() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(20, 20, 3)]
        [Conv2D(16, 3, UseBias = false, Name = "edges")]
        [BatchNormalization]
        [Activation(ReLU, Name = "normalized")]
        [MaxPooling2D(2)]
        [Flatten]
        [Dense(24, ReLU, Name = "features")]
        [Dropout(0.5f)]
        [Dense(5, Softmax, Name = "classes")]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Parts;
        """));

    [Fact]
    public Task PositionsAndDots() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(12)]
        [Embedding(500, 24), PositionEmbedding(20), SinePositionEncoding]
        [GroupNormalization(Groups = 4), Activation(SELU), AlphaDropout(0.1, Name = "steps")]
        [Dense(24)]
        [Dot("dense", "steps")]                                     // how much each step has to do with each other
        [Activation(Softmax)]
        [Dot("steps", Axes = [2, 1])]
        [GlobalAveragePooling1D, Dense(8, LogSoftmax, Name = "left")]
        [GlobalMaxPooling1D(From = "steps"), Dense(8)]
        [Dot("left", Normalize = true)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Similarity;
        """));

    [Fact]
    public Task MaskedTagger() => Verify(Compilations.Run("""
        namespace Samples;

        [Model(40)]
        [Embedding(500, 12, MaskZero = true)]                       // steps of 0 are padding, of which the loss knows nothing
        [Bidirectional, LSTM(8, ReturnSequences = true)]
        [Dense(5, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Tagger;
        """));

    [Fact]
    public void EverySnapshotBelongsToATest()
    {
        IEnumerable<string> tests = typeof(SnapshotTests).GetMethods().Where(method => method.ReturnType == typeof(Task)).Select(method => method.Name);
        IEnumerable<string> snapshots = Directory.EnumerateFiles(Path.Combine(ProjectFiles.ProjectDirectory, "_snapshots"), "*.verified.cs")
            .Select(path => Path.GetFileName(path)["SnapshotTests.".Length..].Split('#')[0]);
        Assert.Equal(tests.Order(), snapshots.Distinct().Order());
    }
}
