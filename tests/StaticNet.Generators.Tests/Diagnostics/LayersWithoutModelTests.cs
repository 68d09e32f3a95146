using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>SNET032: layers on a class that is no model.</summary>
public sealed class LayersWithoutModelTests
{
    [Theory]
    [InlineData("[{|SNET032:Dense(3)|}] public partial class M;", "Dense")]
    [InlineData("[{|SNET032:Dense(3)|}, Dense(4)] public class M;", "Dense")]
    [InlineData("[{|SNET032:global::StaticNet.DenseAttribute(3)|}] [Flatten] public partial class M;", "Dense")]
    [InlineData("[System.Obsolete] [{|SNET032:Loss(Loss.Huber)|}] public partial class M;", "Loss")]
    [InlineData("public partial class Outer { [{|SNET032:Bidirectional|}] [LSTM(4)] public partial class M; }", "Bidirectional")]
    [InlineData("[{|SNET032:Flatten|}] public partial record M;", "Flatten")]
    public void ALayerWithoutAModel(string source, string attribute) => Expect.Diagnostics(
        source,
        $"'M' has [{attribute}] but no [Model], so nothing is generated for it: write [Model(...)] with the shape of a sample above its first layer, or [Block] if models are to use it");

    // With the model attribute on another part it is for SNET004 to speak; with one that the compiler does not know, for the compiler.
    [Theory]
    [InlineData("[Dense(3)] public partial class M; [Model(4)] [Dense(2)] public partial class M;", "SNET004")]
    [InlineData("using Net = StaticNet.ModelAttribute; [Net(4)] [Dense(3)] public partial class M;", null)]
    [InlineData("[Modell(4)] [Dense(3)] public partial class M;", null)]
    [InlineData("[Dense(3)] [Missing] public partial class M;", null)]
    [InlineData("[Mine.Dense(3)] public class M; namespace Mine { public class DenseAttribute(int units) : System.Attribute { public int Units => units; } }", null)]
    [InlineData("[Dense(3)] partial class", null)]
    [InlineData("[Dense(3)] public interface M;", null)]
    public void WhatIsNoneOfThat(string source, string? other)
    {
        CSharpCompilation compilation = Compilations.Create(source);
        Assert.Equal(other is null ? [] : [other], Expect.Run(compilation).Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void ItGoesWithAnEdit()
    {
        const string Stray = "[Dense(3)] public partial class M;", Other = "public class Other;";
        Assert.Equal("SNET032", Assert.Single(Edit.Of([Stray, Other], [Stray, Other + " public class More;"]).Diagnostics).Id);
        Assert.Equal("SNET032", Assert.Single(Edit.Of([Stray, Other], ["// Moved.\n" + Stray, Other]).Diagnostics).Id);
        Assert.Empty(Edit.Of([Stray, Other], ["[Model(4)] " + Stray, Other]).Diagnostics);
    }
}
