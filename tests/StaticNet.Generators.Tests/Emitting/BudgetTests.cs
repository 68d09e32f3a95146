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
        Assert.InRange(code.Length, 0, 16_000);
    }

    [Theory]
    [InlineData("ReLU", 310_000)]
    [InlineData("GELU", 410_000)]
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
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        IEnumerable<MethodBody> bodies = models.Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
            .Select(method => method.GetMethodBody()).OfType<MethodBody>();
        Assert.All(bodies, body =>
        {
            Assert.InRange(body.GetILAsByteArray()!.Length, 0, MostBytes);
            Assert.InRange(body.LocalVariables.Count, 0, MostLocals);
        });
        Exercise.All(models.CreateAll());
    }

    [Fact]
    public void SizesDoNotMakeItLonger()
    {
        int small = Compilations.Generate("[Model(8), Dense(8, ReLU), Dense(8)] public partial class M;").Length;
        int large = Compilations.Generate("[Model(8000), Dense(8000, ReLU), Dense(8000)] public partial class M;").Length;
        Assert.InRange(large, small, small + 300);
    }
}
