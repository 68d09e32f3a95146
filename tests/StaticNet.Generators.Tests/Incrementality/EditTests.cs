using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace StaticNet.Generators.Tests;

/// <summary>What an edit wakes: of two models in two files, only what it changes.</summary>
public sealed class EditTests
{
    private const string First = """
        [Model(4)]
        [Dense(10_000, ReLU)]
        [Dense(3, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class First;
        """;

    private const string Second = """
        [Model(4)]
        [Dense(2)]
        public partial class Second;
        """;

    private const string Other = "public static class Other;";

    [Theory]
    [InlineData("\n\n" + First)]
    [InlineData("// A comment.\n" + First)]
    [InlineData("/* A comment. */ " + First)]
    [InlineData("public static class Unrelated;\n" + First)]
    public void WhatMovesAModelStopsAfterCheck(string edited)
    {
        Edit edit = Edit.Of([First, Second, Other], [edited, Second, Other]);
        edit.Expect("First", parse: Modified, check: Modified, spec: Unchanged, plan: Cached, source: Cached);
        edit.ExpectUntouched("Second");
    }

    [Theory]
    [InlineData("public static class Other; // A comment.")]
    [InlineData("public static class Other { public const int Number = 3; }")]
    [InlineData("public static class Another;")]
    [InlineData("[System.Obsolete] public class Other;")]
    [InlineData("")]
    public void AnotherFileWakesNothing(string edited)
    {
        Edit edit = Edit.Of([First, Second, Other], [First, Second, edited]);
        edit.ExpectUntouched("First");
        edit.ExpectUntouched("Second");
    }

    [Theory]
    [InlineData("class First;", "class First { public int Number => 3; }")]
    [InlineData("class First;", "class First : System.IComparable { public int CompareTo(object? other) => 0; }")]
    [InlineData("10_000", "10000")]
    [InlineData("10_000", "5_000 + 5_000")]
    [InlineData("(10_000, ReLU)", "(activation: ReLU, units: 10_000)")]
    [InlineData("[Dense(3", "// A comment.\n[Dense(3")]
    public void WhatSaysTheSameStopsAfterCheck(string written, string otherwise)
    {
        Edit edit = Edit.Of([First, Second, Other], [First.Replace(written, otherwise, StringComparison.Ordinal), Second, Other]);
        edit.Expect("First", parse: Modified, check: Modified, spec: Unchanged, plan: Cached, source: Cached);
        edit.ExpectUntouched("Second");
    }

    [Theory]
    [InlineData("(3, Softmax)", "(4, Softmax)")]
    [InlineData("(3, Softmax)", "(3, Softmax, Name = \"head\")")]
    [InlineData("(10_000, ReLU)", "(10_000, ELU)")]
    [InlineData("Loss.Sparse", "Loss.")]
    [InlineData("[Model(4)]", "[Model(5)]")]
    [InlineData("class First;", "class Renamed;")]
    public void AChangeOfOneModelWakesThatModelAlone(string written, string otherwise)
    {
        Edit edit = Edit.Of([First, Second, Other], [First.Replace(written, otherwise, StringComparison.Ordinal), Second, Other]);
        edit.Expect(
            written == "class First;" ? "Renamed" : "First", parse: Modified, check: Modified, spec: Modified, plan: Modified, source: Modified);
        edit.ExpectUntouched("Second");
    }

    [Fact]
    public void AMistakePutsASkeletonInPlaceOfTheCodeAndItsCorrectionBringsItBack()
    {
        string mistaken = First.Replace("(3, Softmax)", "(0, Softmax)", StringComparison.Ordinal);
        Edit edit = Edit.Of([First, Second, Other], [mistaken, Second, Other]);
        Assert.Equal(["First.g.cs", "Second.g.cs"], edit.HintNames.Order());
        edit.ExpectUntouched("Second");
        edit.ExpectSkeleton("First", New, New);

        edit = Edit.Of([mistaken, Second, Other], [$"// A comment.\n{mistaken}", Second, Other]);
        edit.ExpectSkeleton("First", Unchanged, Cached);
        edit.ExpectUntouched("Second");

        edit = Edit.Of([mistaken, Second, Other], [mistaken, Second.Replace("Second", "SECOND", StringComparison.Ordinal), Other]);
        edit.ExpectSkeleton("First", Cached, Cached);

        edit = Edit.Of([mistaken, Second, Other], [First, Second, Other]);
        edit.Expect("First", parse: Modified, check: Modified, spec: New, plan: New, source: New);
        edit.ExpectUntouched("Second");
    }

    [Fact]
    public void ARemovedModelLeavesTheOtherAsleep()
    {
        Edit edit = Edit.Of([Second, First, Other], [Second, "", Other]);
        Assert.Equal(["Second.g.cs"], edit.HintNames);
        edit.ExpectUntouched("Second");
    }

    // Roslyn matches results by their place, so that what follows takes the place of what went.
    [Fact]
    public void WhatFollowsARemovedModelRunsAgain()
    {
        Edit edit = Edit.Of([First, Second, Other], ["", Second, Other]);
        Assert.Equal(["Second.g.cs"], edit.HintNames);
        edit.Expect("Second", parse: Modified, check: Modified, spec: Modified, plan: Modified, source: Modified);
    }

    [Fact]
    public void AnAddedModelLeavesTheOtherAsleep()
    {
        Edit edit = Edit.Of([First, Other], [First, $"{Other}\n{Second}"]);
        edit.Expect("Second", parse: New, check: New, spec: New, plan: New, source: New);
        edit.ExpectUntouched("First");
    }

    [Fact]
    public void TheNeighbourInOneFileIsOnlyMoved()
    {
        Edit edit = Edit.Of([$"{First}\n{Second}"], [$"{First}\n{Second}".Replace("(3, Softmax)", "(30, Softmax)", StringComparison.Ordinal)]);
        edit.Expect("First", parse: Modified, check: Modified, spec: Modified, plan: Modified, source: Modified);
        edit.Expect("Second", parse: Modified, check: Modified, spec: Unchanged, plan: Cached, source: Cached);
    }

    private const string Image = """
        [Model(8, 8, 1)]
        [Conv2D(4, 3, ReLU)]
        [MaxPooling2D(2)]
        [BatchNormalization]
        [Flatten]
        [Dense(3, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Image;
        """;

    [Theory]
    [InlineData("[Conv2D(4, 3, ReLU)]", "[Conv2D(4, 3, 3, ReLU, Strides = 1, Padding = Padding.Valid)]")]
    [InlineData("[MaxPooling2D(2)]", "[MaxPooling2D(StrideHeight = 2)]")]
    [InlineData("[BatchNormalization]", "[BatchNormalization(Momentum = 0.99f, Center = true)]")]
    [InlineData("[BatchNormalization]", "[BatchNormalization(Momentum = 0.99)]")]
    public void WhatSaysTheSameOfAnImageStopsAfterCheck(string written, string otherwise)
    {
        Edit edit = Edit.Of([Image, Second, Other], [Image.Replace(written, otherwise, StringComparison.Ordinal), Second, Other]);
        edit.Expect("Image", parse: Modified, check: Modified, spec: Unchanged, plan: Cached, source: Cached);
        edit.ExpectUntouched("Second");
    }

    [Theory]
    [InlineData("[Conv2D(4, 3, ReLU)]", "[Conv2D(4, 3, ReLU, Padding = Padding.Same)]")]
    [InlineData("[MaxPooling2D(2)]", "[AveragePooling2D(2)]")]
    [InlineData("[BatchNormalization]", "[BatchNormalization(Momentum = 0.9f)]")]
    public void AChangeOfAnImagesModelWakesThatModelAlone(string written, string otherwise)
    {
        Edit edit = Edit.Of([Image, Second, Other], [Image.Replace(written, otherwise, StringComparison.Ordinal), Second, Other]);
        edit.Expect("Image", parse: Modified, check: Modified, spec: Modified, plan: Modified, source: Modified);
        edit.ExpectUntouched("Second");
    }

    [Fact]
    public void ADiagnosticFollowsItsCode()
    {
        const string Mistaken = "[Model(4)]\n[Dense(0)]\npublic partial class M;";
        Edit edit = Edit.Of([Mistaken], [$"// A comment.\n\n{Mistaken}"]);
        Diagnostic diagnostic = Assert.Single(edit.Diagnostics);
        Assert.Equal("0", diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Equal(3, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }
}
