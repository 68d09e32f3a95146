using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>What is wrong with blocks, with their uses, and with layers inside of them.</summary>
public sealed class BlockDiagnosticsTests
{
    private const string Block = "[Block] [Dense(Units)] public partial class B { const int Units = 3; }";

    [Theory]
    [InlineData("[Block] [Dense(3)] public class {|SNET001:B|};", "'B' is not partial: write 'partial class B', so that its code can be generated")]
    [InlineData("public class Outer { [Block] [Dense(3)] public partial class {|SNET002:B|}; }", "'B' stands in 'Outer', which is not partial: make 'Outer' partial or move 'B' out of it")]
    [InlineData("[Block] public partial class {|SNET005:B|};", "'B' has no layer: add one below [Block], such as [Dense(10)]")]
    [InlineData("[Block] [Dense(3)] public partial class {|SNET004:B|}; [Dense(4)] public partial class B;", "The layers of 'B' stand on several parts of the class, which have no order: move all of them below [Block]")]
    [InlineData("[Block] [Dense(3)] [{|SNET038:Loss(Loss.Huber)|}] public partial class B;", "'B' is a block, which has layers alone: move [Loss] to the models that use it")]
    [InlineData("[Block] [Dense(3)] public partial record {|SNET038:B|};", "'B' is a record, but a block must be a class: write 'class'")]
    [InlineData("[Block] [Dense(3)] public static partial class {|SNET038:B|};", "'B' is static, which Use cannot name: remove 'static'")]
    [InlineData("[Block] [Dense(3)] public partial class {|SNET038:B|}<T>;", "'B' is generic, but a block must not be: let its constants say what differs")]
    [InlineData("[Block] [Dense(3)] file partial class {|SNET038:B|};", "'B' is local to its file, but a generated file adds a part to it: remove 'file'")]
    [InlineData("[Model(4)] [Block] [Dense(3)] public partial class {|SNET038:B|};", "'B' is a model, and no class can be both: move the layers of the block to a class of their own")]
    [InlineData("[Block] [{|SNET040:Use<B>|}] [Dense(3)] public partial class B;", "'B' uses itself, which has no end: remove the use, or write Times where blocks are to stand one behind the other")]
    public void AClassThatCannotBeABlock(string source, string message) => Expect.Diagnostics(source, message);

    [Fact]
    public void BlocksThatUseEachOther() => Expect.Diagnostics(
        """
        [Model(4)] [Use<A>] public partial class M;
        [Block] [{|SNET040:Use<B>|}] public partial class A;
        [Block] [Dense(2)] [{|SNET040:Use<C>|}] public partial class B;
        [Block] [{|SNET040:Use<A>|}] public partial class C;
        [Block] [Use<C>] public partial class D;
        """,
        "'A' uses itself by way of B and C, which has no end: remove the use, or write Times where blocks are to stand one behind the other",
        "'B' uses itself by way of C and A, which has no end: remove the use, or write Times where blocks are to stand one behind the other",
        "'C' uses itself by way of A and B, which has no end: remove the use, or write Times where blocks are to stand one behind the other");

    [Theory]
    [InlineData("{|SNET039:Use<string>|}", "Use<String>: 'String' is no block: write [Block] above its layers")]
    [InlineData("{|SNET039:Use<int[]>|}", "Use<>: '' is no block: write [Block] above its layers")]
    [InlineData("{|SNET039:Use<M>|}", "Use<M>: 'M' is no block: write [Block] above its layers")]
    [InlineData("Use<B>({|SNET007:Times = 0|})", "Use<B>: Times is 0; expected at least 1")]
    [InlineData("Use<B>({|SNET007:Times = -1|})", "Use<B>: Times is -1; expected at least 1")]
    [InlineData("Use<B>({|SNET007:Times = 2001|})", "The model: its number of layers is 2,001; expected at most 2,000")]
    [InlineData("Use<B>({|SNET007:Times = int.MaxValue|})", "The model: its number of layers is 2,147,483,647; expected at most 2,000")]
    [InlineData("Use<B>({|SNET041:\"units\"|}, 3)", "Use<B>: the block has no constant 'units': write \"Units\"")]
    [InlineData("Use<B>({|SNET041:\"Filters\"|}, 3)", "Use<B>: the block has no constant 'Filters': write one of \"Units\"")]
    [InlineData("Use<B>({|SNET041:\"Units\"|})", "Use<B>: the constant 'Units' has no value: write one behind its name")]
    [InlineData("Use<B>({|SNET041:32|})", "Use<B>: 32 stands where the name of a constant is expected: write names and values in turn, such as \"Units\", 32")]
    [InlineData("Use<B>({|SNET041:null!|}, 3)", "Use<B>: null stands where the name of a constant is expected: write names and values in turn, such as \"Units\", 32")]
    [InlineData("Use<B>({|SNET041:typeof(int)|}, 3)", "Use<B>: a Type stands where the name of a constant is expected: write names and values in turn, such as \"Units\", 32")]
    [InlineData("Use<B>(\"Units\", 4, {|SNET041:\"Units\"|}, 3)", "Use<B>: the constant 'Units' is set twice: remove one of them")]
    [InlineData("Use<B>(\"Units\", {|SNET041:2.5|})", "Use<B>: the constant 'Units' is of type int, but 2.5 is of type double: write a value of type int")]
    [InlineData("Use<B>(\"Units\", {|SNET041:3L|})", "Use<B>: the constant 'Units' is of type int, but a long is of type long: write a value of type int")]
    [InlineData("Use<B>(\"Units\", {|SNET041:ReLU|})", "Use<B>: the constant 'Units' is of type int, but Activation.ReLU is of type Activation: write a value of type int")]
    [InlineData("Use<B>(\"Units\", {|SNET041:null!|})", "Use<B>: the constant 'Units' is of type int, but null is of type null: write a value of type int")]
    [InlineData("Use<B>({|SNET033:From = \"inputs\"|})", "Use<B> takes the output of 'inputs', but no layer above it has that name: write 'input'")]
    [InlineData("Use<B>({|SNET010:Name = \"a/b\"|})", "'a/b' cannot name a block, since it becomes part of a property's name: use letters from a to z, digits and underscores, beginning with a letter")]
    [InlineData("{|SNET025:TimeDistributed|}, Use<B>", "TimeDistributed wraps the layer written below it, which must be Dense, but there stands Use<B>: write [TimeDistributed, Dense(...)]")]
    public void AUseThatCannotBe(string use, string message) => Expect.Diagnostics($"{Block} [Model(4)] [{use}] public partial class M;", message);

    [Fact]
    public void ABlockWithoutConstantsTakesNone() => Expect.Diagnostics(
        "[Block] [Dense(3)] public partial class B; [Model(4)] [Use<B>({|SNET041:\"Units\"|}, 3)] public partial class M;",
        "Use<B>: the block has no constant 'Units': give it one, such as 'const int Units = 32;', or remove this");

    [Theory]
    [InlineData("{|SNET042:Units << 1|}", "'Units << 1' cannot be followed")]
    [InlineData("{|SNET042:Units + (Units & 3)|}", "'Units & 3' cannot be followed")]
    [InlineData("{|SNET042:(int)Wide|}", "the constant 'Wide' is of type long, which is not followed")]
    public void AnArgumentThatCannotBeFollowed(string argument, string why) => Expect.Diagnostics(
        $"[Block] [Dense({argument})] public partial class B {{ const int Units = 3; const long Wide = 3; }} [Model(4)] [Use<B>] [Dense(2)] public partial class M;",
        $"The argument units in the block 'B' cannot be computed: {why}; use its constants, literals, parentheses and + - * / % == != < <= > >= && || ! ?: and casts to numbers");

    [Theory]
    [InlineData("Units / Parts", "\"Parts\", 0", "it divides by 0")]
    [InlineData("Units % Parts", "\"Parts\", 0", "it divides by 0")]
    [InlineData("Units * Parts", "\"Parts\", int.MaxValue", "it is beyond what an int can hold")]
    [InlineData("Units / Parts", "\"Units\", int.MinValue, \"Parts\", -1", "it is beyond what an int can hold")]
    [InlineData("-Units", "\"Units\", int.MinValue", "it is beyond what an int can hold")]
    [InlineData("(int)(Units * 1e9)", "\"Units\", 4", "it is beyond what an int can hold")]
    public void AnArgumentThatOneUseMakesImpossible(string argument, string constants, string why) => Expect.Diagnostics(
        $"[Block] [Dense({{|SNET042:{argument}|}})] public partial class B {{ const int Units = 2, Parts = 2; }} [Model(4)] [Use<B>({constants})] public partial class M;",
        $"The argument units in the block 'B' cannot be computed: {why}; use its constants, literals, parentheses and + - * / % == != < <= > >= && || ! ?: and casts to numbers");

    [Theory]
    [InlineData("[Dense({|SNET007:Units - 3|})]", "Dense 'b/dense': units is 0; expected at least 1")]
    [InlineData("[Dense(Units, {|SNET010:Name = \"3rd\"|})]", "'3rd' cannot name a layer, since it becomes part of a property's name: use letters from a to z, digits and underscores, beginning with a letter")]
    [InlineData("[Dense(2)] [{|SNET011:Conv2D(Units, 3)|}]", "Conv2D 'b/conv2d' takes an image of (height, width, channels), but (2) comes in from Dense 'b/dense': put [Reshape(height, width, channels)] above it")]
    [InlineData("[Dense(2)] [Dense(2, {|SNET033:From = \"dens\"|})]", "Dense 'b/dense_1' takes the output of 'dens', but no layer above it has that name: write 'dense'")]
    [InlineData("[Dense(2)] [Dense(2, {|SNET033:From = \"outside\"|})]", "Dense 'b/dense_1' takes the output of 'outside', but no layer above it has that name: write one of 'input', 'dense', or move the layer above it")]
    [InlineData("[{|SNET034:Dense(2)|}] [Dense(2, From = Block.Input)]", "No layer takes what Dense 'b/dense' gives, and it is not the last: name it in the layer that is to take it, such as [Add(\"dense\")], or remove it")]
    public void ALayerInABlock(string layers, string message) => Expect.Diagnostics(
        $"[Block] {layers} public partial class B {{ const int Units = 3; }} [Model(4)] [Dense(5, Name = \"outside\")] [Use<B>] public partial class M;", message);

    [Fact]
    public void ItIsShownInTheBlockAndAtItsUses()
    {
        const string Inner = "[Block]\n[Dense(Units - 3)]\npublic partial class Inner { const int Units = 8; }";
        const string Outer = "[Block]\n[Use<Inner>(\"Units\", Units)]\npublic partial class Outer { const int Units = 4; }";
        const string Model = "[Model(4)]\n[Use<Outer>]\n[Use<Outer>(\"Units\", 3)]\npublic partial class M;";
        Diagnostic diagnostic = Assert.Single(Expect.Run(Compilations.Create(Inner, Outer, Model)).Diagnostics);
        Assert.Equal("SNET007", diagnostic.Id);
        Assert.Equal("Dense 'outer_1/inner/dense': units is 0; expected at least 1", diagnostic.GetMessage(null));
        Assert.Equal(
            ["File1.cs: Units - 3", "File2.cs: Use<Inner>(\"Units\", Units)", "File3.cs: Use<Outer>(\"Units\", 3)"],
            diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(location => $"{location.SourceTree!.FilePath}: {location.SourceTree.GetText().ToString(location.SourceSpan)}"));
    }

    [Fact]
    public void ItIsShownOnceHoweverManyTheyAre() => Expect.Diagnostics(
        "[Block] [{|SNET034:Dense(4)|}] [Dense(4, From = Block.Input)] public partial class B; [Model(4)] [Use<B>(Times = 3)] public partial class M;",
        "No layer takes what Dense 'b/dense' gives, and it is not the last: name it in the layer that is to take it, such as [Add(\"dense\")], or remove it");

    [Theory]
    [InlineData("[Use<A>(Name = \"a\")] [Dense(2, {|SNET009:Name = \"aDense\"|})]", "The name 'aDense' gives 'ADense', which already belongs to layer 'a/dense': give one of them another Name")]
    [InlineData("[Dense(4, Name = \"a\")] [{|SNET009:Use<A>|}]", "The name 'a' gives 'A', which already belongs to layer 1: give one of them another Name")]
    [InlineData("[Use<A>(Name = \"a_b\")] [Use<A>({|SNET009:Name = \"aB\"|})]", "The name 'aB' gives 'AB', which already belongs to the block 'a_b': give one of them another Name")]
    [InlineData("[Use<A>] [Dense(4, Name = \"b\")] [Dense(4, {|SNET009:Name = \"B\"|})]", "The name 'B' gives 'B', which already belongs to layer 2: give one of them another Name")]
    public void NamesThatMeet(string layers, string message)
    {
        string marked = $"[Block] [Dense(4)] public partial class A; [Model(4)] {layers} public partial class M;";
        GeneratorRunResult result = Expect.Run(Compilations.Create(new MarkedSource(marked).Text));
        Diagnostic first = result.Diagnostics[0];
        Assert.Equal(("SNET009", message), (first.Id, first.GetMessage(null)));
        Assert.Equal(new MarkedSource(marked).Marks[0].Span, first.Location.SourceSpan);
    }

    [Fact]
    public void BlocksOfBlocksOfBlocksEndSoon()
    {
        string blocks = string.Concat(Enumerable.Range(0, 60).Select(i => $"[Block] [Use<B{i + 1}>] [Use<B{i + 1}>] public partial class B{i};"));
        GeneratorRunResult result = Expect.Run(Compilations.Create($"[Model(4)] [Use<B0>] public partial class M; {blocks} [Block] [Dense(4)] public partial class B60;"));
        Assert.NotEmpty(result.Diagnostics);
        Assert.All(result.Diagnostics, diagnostic => Assert.StartsWith("The model: its number of layers is ", diagnostic.GetMessage(null), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[{|SNET005:Model(4)|}] [Use<B>] public partial class M; [Block] [Dense(4, SkipIfSameShape = true)] public partial class B;", "'M' has no layer: add one below [Model], such as [Dense(10)]")]
    [InlineData("[{|SNET005:Model(4)|}] [Use<B>(SkipIfSameShape = true)] public partial class M; [Block] [Dense(3), Dense(4)] public partial class B;", "'M' has no layer: add one below [Model], such as [Dense(10)]")]
    public void AModelOfWhichNothingIsLeft(string source, string message) => Expect.Diagnostics(source, message);

    [Fact]
    public void ABlockThatNobodyUsesIsRight() => Expect.NoDiagnostics("[Block] [Dense(Units), Dropout(0.5)] [Use<C>] public partial class B { const int Units = 4; } [Block] [Add(Block.Input, Block.Input)] public partial class C;");

    [Fact]
    public void AMistakeOfTheCompilersInABlockStandsAlone()
    {
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create(
            "[Block] [Dense(Missing)] public partial class B; [Block] [Use<B>] public partial class C;",
            "[Model(4)] [Use<C>] [Dense(2)] public partial class M;", "public static class Uses { public static void Use() => _ = new M(seed: 3).Predict(new float[4]); }",
            "[Model(4)] [Use<Nowhere>] [Dense(2)] public partial class N;", "public static class Others { public static void Use() => _ = new N(seed: 3).Predict(new float[4]); }"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["CS0103", "CS0246"], generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).Order());
    }
}
