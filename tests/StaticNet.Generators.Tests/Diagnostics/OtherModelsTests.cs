using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>A mistake in one model leaves the others alone.</summary>
public sealed class OtherModelsTests
{
    [Fact]
    public void AModelInErrorGivesASkeletonAndOthersTheirCode()
    {
        GeneratorRunResult result = Expect.Run(Compilations.Create(
            """
            [Model(4)]
            [Dense(0)]
            public partial class Broken;

            [Model(4)]
            [Dense(3)]
            public partial class Beside;
            """,
            """
            [Model(4)]
            [Dense(3)]
            public partial class Elsewhere;
            """));
        Assert.Equal("SNET007", Assert.Single(result.Diagnostics).Id);
        Assert.Equal(["Beside.g.cs", "Broken.g.cs", "Elsewhere.g.cs"], result.GeneratedSources.Select(source => source.HintName).Order());
        Assert.Equal("Broken.g.cs", Assert.Single(result.GeneratedSources, Compilations.IsSkeleton).HintName);
    }

    [Fact]
    public void NeitherCodeNorDiagnosticsWithoutAModel()
    {
        GeneratorRunResult result = Expect.Run(Compilations.Create(
            """
            [System.Obsolete]
            public partial class NoModel;

            public static class Other;
            """));
        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.GeneratedSources);
    }

    [Fact]
    public void AnAttributeOfThatNameElsewhereIsNotOurs()
    {
        GeneratorRunResult result = Expect.Run(Compilations.CreateBare(
            """
            namespace Other.StaticNet;

            public sealed class ModelAttribute(params int[] shape) : System.Attribute
            {
                public int[] Shape => shape;
            }

            [Model(0)]
            public class NotOurs;
            """));
        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.GeneratedSources);
    }
}
