using System.Reflection;

namespace StaticNet.Generators.Tests;

/// <summary>Generated code stays small enough to be read, compiled and, above all, optimised.</summary>
public sealed class BudgetTests
{
    // Beyond these the just-in-time compiler stops optimising a method.
    private const int MostBytes = 60_000;
    private const int MostLocals = 2_000;

    [Fact]
    public void AnEverydayModel()
    {
        string code = Compilations.Generate("""
            [Model(784)]
            [Dense(256, ReLU)]
            [Dense(128, ReLU)]
            [Dense(10, Softmax)]
            [Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class FashionMlp;
            """);
        Assert.InRange(code.Length, 0, 22_000);
    }

    [Fact]
    public void AnEverydayModelOfImages()
    {
        string code = Compilations.Generate("""
            [Model(28, 28, 1)]
            [Conv2D(32, 3, ReLU)]
            [MaxPooling2D(2)]
            [Conv2D(64, 3, ReLU)]
            [MaxPooling2D(2)]
            [Flatten]
            [Dense(10, Softmax)]
            [Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class MnistCnn;
            """);
        Assert.InRange(code.Length, 0, 28_000);
        Assert.All(code.Split('\n'), line => Assert.InRange(line.Length, 0, 240));
    }

    [Theory]
    [InlineData("ReLU", 480_000)]
    [InlineData("GELU", 610_000)]
    public void AHundredLayers(string activation, int most)
    {
        const int Layers = 100;
        string source = $"""
            /// <summary>Deep.</summary>
            [Model(16)]
            {string.Concat(Enumerable.Repeat($"[Dense(16, {activation})]\n", Layers))}
            [Loss(Loss.MeanSquaredError)]
            public partial class Deep;
            """;
        string code = Compilations.Generate(source);
        Assert.InRange(code.Length, 0, most);
        Assert.All(code.Split('\n'), line => Assert.InRange(line.Length, 0, 240));

        using CompiledModels models = CompiledModels.Compile(source);
        ExpectSmallMethods(models);
        Exercise.All(models.CreateAll());
    }

    // Twenty blocks of a small network, a batch normalisation in each.
    [Fact]
    public void ADeepModelOfImages()
    {
        string source = $"""
            /// <summary>Deep.</summary>
            [Model(8, 8, 3)]
            {string.Concat(Enumerable.Repeat("[Conv2D(16, 3, Padding = Padding.Same, UseBias = false)]\n[BatchNormalization]\n[Activation(ReLU)]\n", 20))}
            [GlobalAveragePooling2D]
            [Dense(4, Softmax)]
            [Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class Deep;
            """;
        string code = Compilations.Generate(source);
        Assert.InRange(code.Length, 0, 430_000);
        Assert.All(code.Split('\n'), line => Assert.InRange(line.Length, 0, 290));
        using CompiledModels models = CompiledModels.Compile(source);
        ExpectSmallMethods(models);
        Exercise.All(models.CreateAll());
    }

    // What is written out of small layers is a line a multiplication, and ends somewhere.
    [Theory]
    [InlineData("[Model(4), Dense(16, ReLU), Dense(16, ReLU), Dense(3, Softmax), Loss(Loss.SparseCategoricalCrossentropy)] public partial class M;", 38_000)]
    [InlineData("[Model(32), Dense(16, ReLU), Dense(16), Loss(Loss.Huber)] public partial class M;", 38_000)]
    [InlineData("[Model(16), Dense(32, ReLU), Dense(17), Loss(Loss.Huber)] public partial class M;", 28_000)]
    public void SmallLayers(string source, int most) => Assert.InRange(Compilations.Generate(source).Length, 0, most);

    [Fact]
    public void SizesDoNotMakeItLonger()
    {
        int small = Compilations.Generate("[Model(80), Dense(80, ReLU), Dense(80)] public partial class M;").Length;
        int large = Compilations.Generate("[Model(8000), Dense(8000, ReLU), Dense(8000)] public partial class M;").Length;
        Assert.InRange(large, small, small + 300);

        const string Images = "Conv2D(16, 3, ReLU), MaxPooling2D, BatchNormalization, Flatten, Dense(2), Loss(Loss.Huber)] public partial class M;";
        small = Compilations.Generate($"[Model(8, 8, 3), {Images}").Length;
        large = Compilations.Generate($"[Model(2000, 2000, 3), {Images}").Length;
        Assert.InRange(large, small, small + 600);
    }

    private static void ExpectSmallMethods(CompiledModels models)
    {
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        IEnumerable<MethodBody> bodies = models.Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
            .Select(method => method.GetMethodBody()).OfType<MethodBody>();
        Assert.All(bodies, body =>
        {
            Assert.InRange(body.GetILAsByteArray()!.Length, 0, MostBytes);
            Assert.InRange(body.LocalVariables.Count, 0, MostLocals);
        });
    }
}
