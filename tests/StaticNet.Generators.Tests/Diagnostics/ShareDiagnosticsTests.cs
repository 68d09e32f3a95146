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
    [InlineData("Dense(4)|BatchNormalization|{|SNET043:Share(\"batch_normalization\")|}", "BatchNormalization 'share' cannot share the weights of 'batch_normalization': its moving statistics are those of one value: write a BatchNormalization of its own")]
    [InlineData("Embedding(9, 3, Name = \"words\")|{|SNET043:Share(\"words\", From = \"input\")|}|Concatenate(\"words\")|Flatten|Dense(4)", "Embedding 'share' cannot share the weights of 'words': a table of tokens has one reader: lay the tokens one behind the other, and take its output apart")]
    [InlineData("Use<B>(\"Units\", 5)|{|SNET043:Share(\"b\")|}", "Use<Share> cannot share the weights of 'b': that takes (4), but (5) comes in from Dense 'b/dense_1': let it take a value of the same shape")]
    [InlineData("Use<B>|Share({|SNET043:\"a\"|})", "Share cannot share the weights of 'a': nothing above it has that name; write \"b\"")]
    [InlineData("Dense(4)|Share(\"dense\", {|SNET033:From = \"dens\"|})", "Dense 'share' takes the output of 'dens', but no layer above it has that name: write 'dense'")]
    [InlineData("Dense(4)|Share(\"dense\", {|SNET010:Name = \"3rd\"|})", "'3rd' cannot name a layer, since it becomes part of a property's name: use letters, digits and underscores, beginning with a letter")]
    public void WhatCannotBeShared(string layers, string message)
        => Expect.Diagnostics($"{Block} [Model(4)] [{layers.Replace("|", "] [", StringComparison.Ordinal).Replace("{] [SNET", "{|SNET", StringComparison.Ordinal).Replace("] [}", "|}", StringComparison.Ordinal)}] public partial class M;", message);

    [Fact]
    public void ABlockWithABatchNormalization() => Expect.Diagnostics(
        "[Block] [Dense(4)] [{|SNET043:BatchNormalization|}] public partial class B; [Model(4)] [Use<B>] [Share(\"b\")] public partial class M;",
        "BatchNormalization 'share/batch_normalization' cannot share the weights of 'b/batch_normalization': its moving statistics are those of one value: write a BatchNormalization of its own");

    [Fact]
    public void WhatIsLeftOutHasNoWeights() => Expect.Diagnostics(
        "[Model(4)] [Dense(5, Name = \"a\")] [Dense(5, SkipIfSameShape = true, Name = \"b\")] [Share({|SNET043:\"b\"|})] public partial class M;",
        "Share cannot share the weights of 'b': nothing above it has that name; write \"a\"");

    [Theory]
    [InlineData("Dense(4)|Share(\"dense\")|Share(\"share\")")]
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
