using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>SNET043: weights that cannot be shared.</summary>
public sealed class ShareDiagnosticsTests
{
    private const string Block = "[Block] [Dense(Units, Name = \"a\")] [Dense(Units)] public partial class B { const int Units = 4; }";

    [Theory]
    [InlineData("Dense(4, Name = \"read\")|Share({|SNET043:\"reed\"|})", "Share cannot share the weights of 'reed': nothing above it has that name; write \"read\"")]
    [InlineData("Dense(4)|Dense(4)|Share({|SNET043:\"nobody\"|})", "Share cannot share the weights of 'nobody': nothing above it has that name; write one of \"dense\", \"dense_1\"")]
    [InlineData("Share({|SNET043:\"later\"|})|Dense(4, Name = \"later\")", "Share cannot share the weights of 'later': there is nothing above it that has weights: move it down")]
    [InlineData("Share({|SNET043:null!|})|Dense(4)", "Share cannot share the weights of '': there is nothing above it that has weights: move it down")]
    [InlineData("Dense(4)|Share({|SNET043:\"input\"|})", "Share cannot share the weights of 'input': nothing above it has that name; write one of \"dense\"")]
    [InlineData("Dense(5)|{|SNET043:Share(\"dense\")|}", "Dense 'share' cannot share the weights of 'dense': that takes (4), but (5) comes in from Dense 'dense': let it take a value of the same shape")]
    [InlineData("Dense(4)|Dropout(0.5)|{|SNET043:Share(\"dropout\")|}", "Dropout 'share' cannot share the weights of 'dropout': it has none: write the layer itself")]
    [InlineData("Dense(6)|Reshape(2, 3)|LSTM(4)|Reshape(2, 2)|{|SNET043:Share(\"lstm\")|}", "LSTM 'share' cannot share the weights of 'lstm': that takes (2, 3), but (2, 2) comes in from Reshape 'reshape_1': let it take a value of the same shape")]
    [InlineData("Dense(6)|PReLU|Reshape(2, 3)|{|SNET043:Share(\"p_re_lu\")|}|Flatten", "PReLU 'share' cannot share the weights of 'p_re_lu': that takes (6), but (2, 3) comes in from Reshape 'reshape': let it take a value of the same shape")]
    [InlineData("Use<B>(\"Units\", 5)|{|SNET043:Share(\"b\")|}", "Use<Share> cannot share the weights of 'b': that takes (4), but (5) comes in from Dense 'b/dense_1': let it take a value of the same shape")]
    [InlineData("Use<B>|Share({|SNET043:\"a\"|})", "Share cannot share the weights of 'a': nothing above it has that name; write \"b\"")]
    [InlineData("Dense(4)|Share(\"dense\", {|SNET033:From = \"dens\"|})", "Dense 'share' takes the output of 'dens', but no layer above it has that name: write 'dense'")]
    [InlineData("Dense(4)|Share(\"dense\", {|SNET010:Name = \"3rd\"|})", "'3rd' cannot name a layer, since it becomes part of a property's name: use letters from a to z, digits and underscores, beginning with a letter")]
    public void WhatCannotBeShared(string layers, string message)
        => Expect.Diagnostics($"{Block} [Model(4)] [{layers.Replace("|", "] [", StringComparison.Ordinal).Replace("{] [SNET", "{|SNET", StringComparison.Ordinal).Replace("] [}", "|}", StringComparison.Ordinal)}] public partial class M;", message);

    // What is left out at one shape and not at another makes two blocks of one.
    [Fact]
    public void ABlockThatIsPutTogetherOtherwise() => Expect.Diagnostics(
        """
        [Block] [Dense(2)] [{|SNET043:Use<Way>(SkipIfSameShape = true)|}] public partial class B;
        [Block] [Conv1D(2, 3, Padding = Padding.Same, Strides = 2)] public partial class Way;
        [Model] [Input("left", 6, 3), Input("right", 1, 3)] [Use<B>(From = "left"), GlobalMaxPooling1D(Name = "m")] [Share("b", From = "right", Name = "c"), GlobalMaxPooling1D, Add("m")]
        public partial class M;
        """,
        "Use<Way> cannot share the weights of 'b': there it is put together otherwise: write a layer of its own");

    [Fact]
    public void ABlockThatLacksALayer() => Expect.Diagnostics(
        """
        [Block] [Dense(2)] [Conv1D(2, 3, Padding = Padding.Same, Strides = 2, SkipIfSameShape = true)] public partial class B;
        [Model] [Input("left", 6, 3), Input("right", 1, 3)] [Use<B>(From = "left"), GlobalMaxPooling1D(Name = "m")] [{|SNET043:Share("b", From = "right", Name = "c")|}, GlobalMaxPooling1D, Add("m")]
        public partial class M;
        """,
        "Share cannot share the weights of 'b': there it is put together otherwise: write a layer of its own");

    // Twice the layers with each block: as text they are few.
    [Fact]
    public void NoModelGrowsWithoutEnd()
    {
        string blocks = string.Concat(Enumerable.Range(1, 40).Select(i => $"[Block] [Use<B{i - 1}>(Name = \"a\")] [Share(\"a\")] public partial class B{i};"));
        Diagnostic only = Assert.Single(Expect.Run(Compilations.Create($"{blocks} [Block] [Dense(4), Dense(4)] public partial class B0; [Model(4)] [Use<B40>] public partial class M;")).Diagnostics);
        Assert.Equal("SNET007", only.Id);
        Assert.StartsWith("The model: its number of layers is 2,048; expected at most 2,000", only.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Model] [Input(\"a\", 6), Input(\"b\", 4)] [Embedding(9, 3, Name = \"words\", From = \"a\"), LSTM(4)] [Share(\"words\", From = \"b\"), Share(\"lstm\"), Subtract(\"lstm\")]")]
    [InlineData("[Model] [Input(\"a\", 6), Input(\"b\", 2, 2)] [Embedding(9, 3, Name = \"words\", From = \"a\"), Flatten] [Share(\"words\", From = \"b\"), Flatten, Concatenate(\"flatten\")]")]
    [InlineData("[Model] [Input(\"a\", 6), Input(\"b\", 4)] [Use<Reader>(From = \"a\", Name = \"one\")] [Share(\"one\", From = \"b\"), Subtract(\"one\")]")]
    [InlineData("[Model] [Input(\"a\", 6, 3), Input(\"b\", 4, 3)] [Use<Steps>(From = \"a\", Name = \"one\")] [Share(\"one\", From = \"b\"), Subtract(\"one\")]")]
    [InlineData("[Model] [Input(\"a\", 6, 3, 2), Input(\"b\", 4, 8, 2)] [Conv2D(4, 2, From = \"a\"), BatchNormalization, GlobalAveragePooling2D] [Share(\"conv2d\", From = \"b\"), Share(\"batch_normalization\"), GlobalAveragePooling2D, Subtract(\"global_average_pooling2d\")]")]
    public void ValuesOfOtherLengths(string layers) => Expect.NoDiagnostics($$"""
        [Block] [Embedding(9, 3, MaskZero = true), GlobalAveragePooling1D, Dense(4)] public partial class Reader;
        [Block] [Conv1D(4, 2), BatchNormalization, Bidirectional, LSTM(2)] public partial class Steps;
        {{layers}} public partial class M;
        """);

    [Fact]
    public void WhatIsLeftOutHasNoWeights() => Expect.Diagnostics(
        "[Model(4)] [Dense(5, Name = \"a\")] [Dense(5, SkipIfSameShape = true, Name = \"b\")] [Share({|SNET043:\"b\"|})] public partial class M;",
        "Share cannot share the weights of 'b': nothing above it has that name; write \"a\"");

    [Theory]
    [InlineData("Dense(4)|Share(\"dense\")|Share(\"share\")")]
    [InlineData("BatchNormalization|Dense(4)|Share(\"batch_normalization\")")]
    [InlineData("TimeDistributed(Name = \"t\")|Dense(4)|Share(\"t\", Name = \"again\")")]
    [InlineData("Use<B>(Times = 2)|Share(\"b\")|Share(\"b_1\")|Share(\"b/a\", Name = \"c\")")]
    [InlineData("Use<Nested>|Share(\"nested\")|Share(\"share\", Name = \"last\")")]
    public void WhatCan(string layers)
    {
        string shape = layers.StartsWith("Time", StringComparison.Ordinal) ? "3, 4" : "4";
        Expect.NoDiagnostics($$"""
            {{Block}}
            [Block]
            [Use<B>] [Share("b")]
            [Use<Way>("Units", 4, SkipIfSameShape = true)]
            [Use<Way>("Units", 3, SkipIfSameShape = true)]
            [Share("way_1", From = "share", Name = "again")]
            [Add("way_1"), Dense(4)]
            public partial class Nested;
            [Block] [Dense(Units, Name = "a"), Dense(Units, SkipIfSameShape = true)] public partial class Way { const int Units = 4; }
            [Model({{shape}})] [{{layers.Replace("|", "] [", StringComparison.Ordinal)}}] public partial class M;
            """);
    }
}
