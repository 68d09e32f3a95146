namespace StaticNet.Generators.Tests;

/// <summary>What is generated, to be read: one snapshot for each form that generated code can take.</summary>
public sealed class SnapshotTests
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
    public void EverySnapshotBelongsToATest()
    {
        IEnumerable<string> tests = typeof(SnapshotTests).GetMethods().Where(method => method.ReturnType == typeof(Task)).Select(method => method.Name);
        IEnumerable<string> snapshots = Directory.EnumerateFiles(Path.Combine(ProjectFiles.ProjectDirectory, "_snapshots"), "*.verified.cs")
            .Select(path => Path.GetFileName(path)["SnapshotTests.".Length..].Split('#')[0]);
        Assert.Equal(tests.Order(), snapshots.Distinct().Order());
    }
}
