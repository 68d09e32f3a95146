using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>Blocks from other assemblies, of which only what their generator left there is known.</summary>
public sealed class CompiledBlocksTests
{
    private const string Library = """
        using static StaticNet.Padding;
        #pragma warning disable CS1591
        namespace Parts;

        [Block]
        [Conv2D(Filters, 3, Strides = Strides, Padding = Same, UseBias = !Lean), BatchNormalization(Momentum = Momentum), Activation(Act)]
        [Use<Inner>("Units", Filters * 2 - Filters, Times = Depth, Name = "in")]
        [Conv2D(Filters, 1, Strides = Strides > 1 ? Strides : 1, From = Block.Input, SkipIfSameShape = true)]
        [Add("in")]
        public partial class Outer
        {
            public const int Filters = 4, Strides = 1;
            private const int Depth = (Filters + 1) / 3;
            private const bool Lean = Strides == 2 && Act != StaticNet.Activation.Tanh;
            private const double Momentum = 0.5 + Strides / 8.0;
            private const Activation Act = Activation.ReLU;
            private const long Unrelated = 3;
            public static string Quote => "'\"";
        }

        [Block]
        [Dense(Units, Name = Title + "_part"), Dense(Units, GELU)]
        [Concatenate("first_part", Axis = -1), Dense(Units)]
        internal partial class Inner { const int Units = 2; const string Title = "first"; }
        """;

    private const string Model = """
        #pragma warning disable CS1591
        [Model(6, 6, 2)]
        [Use<Parts.Outer>]
        [Use<Parts.Outer>("Filters", 8, "Strides", 2, "Act", Tanh)]
        [Flatten, Dense(3)]
        [Loss(Loss.MeanSquaredError)]
        public partial class M;
        """;

    [Fact]
    public void GiveTheSameModelAsTheirSource()
    {
        string compiled = Generated(Compilations.Create(Model).AddReferences(Compile(Library)));
        string together = Generated(Compilations.Create(Model, Library));
        Assert.Equal(together, compiled);
        Assert.Contains("outer_1/in_2/first_part (Dense, along the last axis)", compiled, StringComparison.Ordinal);
    }

    [Fact]
    public void GiveTheSameThroughAThirdAssembly()
    {
        PortableExecutableReference parts = Compile(Library.Replace("internal partial class Inner", "public partial class Inner", StringComparison.Ordinal));
        PortableExecutableReference more = Compile(
            "namespace More;\n#pragma warning disable CS1591\n[Block] [Use<Parts.Outer>(\"Filters\", Width * 4)] public partial class Twice { const int Width = 1; }", "More", parts);
        string through = Generated(Compilations.Create("[Model(6, 6, 2)] [Use<More.Twice>(\"Width\", 2)] public partial class M;").AddReferences(more));
        Assert.Contains("twice/outer/in_2/first_part (Dense, along the last axis)", through, StringComparison.Ordinal);
        Assert.Contains("(6, 6, 8)", through, StringComparison.Ordinal);
    }

    [Fact]
    public void ReportMistakesAtTheirUse()
    {
        var marked = new MarkedSource("[Model(6, 6, 2)] [{|SNET007:Use<Parts.Outer>(\"Strides\", 0)|}] public partial class M;");
        Diagnostic diagnostic = Assert.Single(Expect.Run(Compilations.Create(marked.Text).AddReferences(Compile(Library))).Diagnostics);
        Assert.Equal("Conv2D 'outer/conv2d': Strides is 0; expected at least 1", diagnostic.GetMessage(null));
        Assert.Equal(marked.Marks[0].Span, diagnostic.Location.SourceSpan);
    }

    [Fact]
    public void CompiledWithoutTheGeneratorAreRefused()
    {
        var library = CSharpCompilation.Create("Bare", [CSharpSyntaxTree.ParseText(Compilations.Usings + Library, Compilations.ParseOptions)], Compilations.References, Compilations.Options);
        Assert.Equal(
            ["Use<Outer>: 'Outer' was compiled into Bare without its declaration: build that again with StaticNet's generator, which a project has that refers to its package"],
            Messages(ReferenceTo(library)));
    }

    [Fact]
    public void OfAnotherVersionAreRefused() => Assert.Equal(
        ["Use<Outer>: 'Outer' was compiled into Made by another version of StaticNet, whose blocks this one cannot read: use the same version in both"],
        Messages(Made("2, \"block 'Outer'\", \"layer Flatten\"")));

    // Whoever has made an assembly may have written anything there.
    [Theory]
    [InlineData("1")]
    [InlineData("1, null")]
    [InlineData("1, (string)null")]
    [InlineData("1, \"\"")]
    [InlineData("1, \"layer Flatten\"")]
    [InlineData("1, \"block 'Outer'\", \"block\"")]
    [InlineData("1, \"block 'Outer\"")]
    [InlineData("1, \"block Outer\"")]
    [InlineData("1, \"block 'Outer\\\\12\"")]
    [InlineData("1, \"block 'Outer'\", \"layer\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Missing\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Model (inputShape 3)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Loss (loss Loss.Huber)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3 4)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3) (units 3)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3d)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units null)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 'three')\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 99999999999)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3) (activation Padding.Same)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3) (activation Activation)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3) (activation global::Activation.ReLU)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3) (Missing 3)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3) (TypeId 3)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3) (Name)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3) (Name 3)\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units (= double 3d))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units (= int))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units (= int (get)))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units (= int ()))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units (= int 'a'))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units (= int (get Missing)))\"")]
    [InlineData("1, \"block 'Outer'\", \"const A int (get B)\", \"const B int (get A)\", \"layer Dense (units (= int (get A)))\"")]
    [InlineData("1, \"block 'Outer'\", \"const A int true\", \"layer Dense (units (= int (get A)))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units (= int (? 1 2)))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units (= int (/ 1 0)))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Add (with 3)\"")]
    [InlineData("1, \"block 'Outer'\", \"use 0\"")]
    [InlineData("1, \"block 'Outer'\", \"use 7\"")]
    [InlineData("1, \"block 'Outer'\", \"use -1\"")]
    [InlineData("1, \"block 'Outer'\", \"use 1\", \"block 'Other'\", \"use 0\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3))\"")]
    [InlineData("1, \"block 'Outer'\", \"layer Dense (units 3\"")]
    [InlineData("1, \"block 'Outer'\"")]
    public void WithAnythingInThemAreRefused(string arguments)
    {
        string message = Assert.Single(Messages(Made(arguments)));
        Assert.True(message.StartsWith("Use<Outer>: 'Outer' ", StringComparison.Ordinal) && message.Contains("build that again with ", StringComparison.Ordinal), message);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(60)]
    public void WithExpressionsOfAnyDepthDoNoHarm(int depth)
    {
        string deep = string.Concat(Enumerable.Repeat("(- ", depth)) + "3" + new string(')', depth);
        string[] messages = Messages(Made($"1, \"block 'Outer'\", \"layer Dense (units (= int {deep}))\""));
        Assert.Equal(depth == 60 ? 0 : 1, messages.Length);
    }

    [Fact]
    public void WithAWrongNameOrValueAreCheckedAsOthers()
    {
        string[] messages = Messages(Made("1, \"block 'Outer'\", \"layer Dense (units -4) (Name 'a\\\\000ab')\""));
        Assert.Equal(["'a\nb' cannot name a layer, since it becomes part of a property's name: use letters from a to z, digits and underscores, beginning with a letter", "Dense 'outer/a\nb': units is -4; expected at least 1"], messages);
    }

    private static string Generated(CSharpCompilation compilation)
    {
        GeneratorRunResult result = Expect.Run(compilation);
        Assert.Empty(result.Diagnostics);
        return result.GeneratedSources.Single(source => source.HintName == "M.g.cs").SourceText.ToString();
    }

    private static string[] Messages(MetadataReference library)
    {
        GeneratorRunResult result = Expect.Run(Compilations.Create("[Model(6)] [Use<Parts.Outer>] public partial class M;").AddReferences(library));
        return [.. result.Diagnostics.Select(diagnostic => diagnostic.GetMessage(null))];
    }

    private static PortableExecutableReference Made(string arguments) => ReferenceTo(CSharpCompilation.Create(
        "Made",
        [CSharpSyntaxTree.ParseText($"{Compilations.Usings} namespace Parts {{ [Block] [StaticNet.Kernels.BlockDeclaration({arguments})] public class Outer; }}", Compilations.ParseOptions)],
        Compilations.References, Compilations.Options.WithNullableContextOptions(NullableContextOptions.Disable)));

    private static PortableExecutableReference Compile(string source, string name = "Parts", params MetadataReference[] references)
        => ReferenceTo(CompiledModels.Generate(Compilations.Create(source).AddReferences(references).WithAssemblyName(name)));

    private static PortableExecutableReference ReferenceTo(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.Empty(compilation.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
