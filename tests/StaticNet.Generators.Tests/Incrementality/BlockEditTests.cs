using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace StaticNet.Generators.Tests;

/// <summary>What an edit of a block wakes: the models that use it, and no others.</summary>
public sealed class BlockEditTests
{
    private const string Model = "[Model(4)] [Use<Hidden>(\"Units\", 5)] [Dense(3)] public partial class First;";
    private const string Second = "[Model(4)] [Dense(2)] public partial class Second;";
    private const string Block = "[Block] [Use<Inner>(\"Units\", Units)] public partial class Hidden { const int Units = 8; }";
    private const string Inner = "[Block] [Dense(Units * 2)] [Dense(Units)] public partial class Inner { const int Units = 4; }";
    private const string Other = "public static class Other;";

    [Theory]
    [InlineData("\"Units\", Units", "\"Units\", Units + 1")]
    [InlineData("[Block]", "[Block] [Dropout(0.5)]")]
    [InlineData("Units)]", "Units, Name = \"other\")]")]
    public void AChangeOfABlockWakesWhatUsesIt(string written, string otherwise)
    {
        Edit edit = Edit.Of([Model, Second, Block, Inner], [Model, Second, Block.Replace(written, otherwise, StringComparison.Ordinal), Inner]);
        edit.Expect("First", parse: Modified, check: Modified, spec: Modified, plan: Modified, source: Modified);
        edit.ExpectUntouched("Second");
    }

    [Fact]
    public void AChangeOfABlockInABlockDoesToo()
    {
        Edit edit = Edit.Of([Model, Second, Block, Inner], [Model, Second, Block, Inner.Replace("* 2", "* 3", StringComparison.Ordinal)]);
        edit.Expect("First", parse: Modified, check: Modified, spec: Modified, plan: Modified, source: Modified);
        edit.ExpectUntouched("Second");
    }

    [Theory]
    [InlineData("Units = 8", "Units = 9")]                          // a default that the use does not take
    [InlineData("[Block]", "// A comment.\n[Block]")]
    [InlineData("Units = 8;", "Units = 8; public static int Number => 3;")]
    public void WhatSaysTheSameOfTheModelStopsAfterCheck(string written, string otherwise)
    {
        Edit edit = Edit.Of([Model, Second, Block, Inner], [Model, Second, Block.Replace(written, otherwise, StringComparison.Ordinal), Inner]);
        edit.Expect("First", parse: Modified, check: Modified, spec: Unchanged, plan: Cached, source: Cached);
        edit.ExpectUntouched("Second");
    }

    [Fact]
    public void AnotherFileWakesNothing()
    {
        Edit edit = Edit.Of([Model, Second, Block, Inner, Other], [Model, Second, Block, Inner, "public static class Another;"]);
        edit.ExpectUntouched("First");
        edit.ExpectUntouched("Second");
    }

    [Fact]
    public void AMistakeInABlockGoesWithItsCorrection()
    {
        string mistaken = Inner.Replace("* 2", "* 0", StringComparison.Ordinal);
        Diagnostic diagnostic = Assert.Single(Edit.Of([Model, Second, Block, Inner], [Model, Second, Block, mistaken]).Diagnostics);
        Assert.Equal("SNET007", diagnostic.Id);
        Assert.Empty(Edit.Of([Model, Second, Block, mistaken], [Model, Second, Block, Inner]).Diagnostics);
    }

    [Fact]
    public void EqualDeclarationsAreEqual()
    {
        ParsedModel[] parsed = [.. Enumerable.Range(0, 2).Select(_ => (ParsedModel)Assert.Single(Assert.Single(Assert.Single(
            Compilations.CreateDriver(trackSteps: true).RunGenerators(Compilations.Create(Model, Block, Inner)).GetRunResult().Results).TrackedSteps[TrackingNames.Parse]).Outputs).Value)];
        Assert.Equal(parsed[0].Declaration, parsed[1].Declaration);
        Assert.Equal(parsed[0].Declaration.GetHashCode(), parsed[1].Declaration.GetHashCode());
        Assert.Equal(2, parsed[0].Declaration.Blocks.Count);
    }
}
