using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>What the house's own generator writes beside the kernels.</summary>
public class KernelGeneratorTests
{
    private const string Attributes = """
        namespace StaticNet.Kernels
        {
            class EveryWidthAttribute : System.Attribute;
            class UpToAttribute(int most) : System.Attribute;
            class WrittenOutAttribute(string name, int count) : System.Attribute;
        }
        """;

    [Fact]
    public void A_method_over_vectors_has_one_that_chooses_them()
        => Expect("Sums.EveryWidth", """
            static class Outer<T>
            {
                static unsafe class Sums
                {
                    [EveryWidth, Other]
                    private static int Sum<TV, TShape>(in int first, out int count, float* x, int rows = 3)
                        where TV : unmanaged, ISimd<TV>
                        where TShape : struct
                        => 1;
                }
            }
            """, """
            namespace StaticNet.Kernels
            {
            unsafe partial class Outer<T>
            {
            unsafe partial class Sums
            {
                /// <summary>The same at the width of this machine.</summary>
                [global::System.CodeDom.Compiler.GeneratedCode("StaticNet.KernelGenerator", ""), global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
                private static int Sum<TShape>(in int first, out int count, float* x, int rows)
                    where TShape : struct
                {
                    if (Simd.Is512) return Sum<Simd512, TShape>(in first, out count, x, rows);
                    else if (Simd.Is256) return Sum<Simd256, TShape>(in first, out count, x, rows);
                    else return Sum<Simd128, TShape>(in first, out count, x, rows);
                }
            }
            }
            }
            """);

    [Fact]
    public void A_partial_method_says_what_it_is()
        => Expect("Sums.EveryWidth", """
            static unsafe partial class Sums
            {
                public static partial void Sum(float* x);

                [EveryWidth]
                private static void Sum<TV>(float* x)
                    where TV : unmanaged, ISimd<TV>
                {
                }
            }
            """, """
            namespace StaticNet.Kernels
            {
            unsafe partial class Sums
            {
                /// <summary>The same at the width of this machine.</summary>
                [global::System.CodeDom.Compiler.GeneratedCode("StaticNet.KernelGenerator", ""), global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
                public static partial void Sum(float* x)
                {
                    if (Simd.Is512) Sum<Simd512>(x);
                    else if (Simd.Is256) Sum<Simd256>(x);
                    else Sum<Simd128>(x);
                }
            }
            }
            """);

    [Fact]
    public void A_constant_is_chosen_by_its_number()
        => Expect("Sums.UpTo", """
            static partial class Sums
            {
                internal static void Sum<TV, [UpTo(2)] TRows>(int x)
                    where TV : unmanaged
                    where TRows : struct, IConstant
                {
                }
            }
            """, """
            namespace StaticNet.Kernels
            {
            unsafe partial class Sums
            {
                /// <summary>The same for a number.</summary>
                [global::System.CodeDom.Compiler.GeneratedCode("StaticNet.KernelGenerator", ""), global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
                internal static void Sum<TV>(int rows, int x)
                    where TV : unmanaged
                {
                    switch (rows)
                    {
                        case 1: Sum<TV, Constant1>(x); break;
                        case 2: Sum<TV, Constant2>(x); break;
                        default: throw new global::System.Diagnostics.UnreachableException();
                    }
                }
            }
            }
            """);

    [Fact]
    public void Registers_are_locals_and_loops_over_them_written_out()
        => Expect("Sums.WrittenOut", """
            static partial class Sums
            {
                private const int Most = 2;

                [WrittenOut("Sum", 3)]
                [Other]
                internal static void SumByLoops<TV>(TV x, int rows)
                    where TV : unmanaged
                {
                    Registers<TV> sum = default, other = Registers<TV>.Of(x);
                    for (int i = 0; i < rows; i++)
                    {
                        for (int row = 0; row < Most; row++)
                        {
                            if (row < rows)
                                sum[row] += other[row + 1] * row;
                        }
                    }

                    sum[0].Store(x);
                }
            }
            """, """
            namespace StaticNet.Kernels
            {
            unsafe partial class Sums
            {
                [global::System.CodeDom.Compiler.GeneratedCode("StaticNet.KernelGenerator", ""), global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
                [Other]
                internal static void Sum<TV>(TV x, int rows)
                    where TV : unmanaged
            {
                TV sum0 = default, sum1 = default, sum2 = default, other0 = x, other1 = x, other2 = x;
                for (int i = 0; i < rows; i++)
                {
                    {
                        {
                            if (0 < rows)
                                sum0 += other1 * 0;
                        }

                        {
                            if (1 < rows)
                                sum1 += other2 * 1;
                        }
                    }
                }

                sum0.Store(x);
            }
            }
            }
            """);

    [Fact]
    public void Numbers_are_types_up_to_the_largest_that_is_asked_for()
    {
        string text = Generated("Constants", """
            static class Sums
            {
                static void Sum<[UpTo(3)] TFew, [UpTo(5)] TMany>()
                    where TFew : IConstant
                    where TMany : IConstant
                {
                }
            }
            """);
        Assert.Contains("struct Constant5 : IConstant", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Constant6", text, StringComparison.Ordinal);
    }

    private static void Expect(string file, string type, string expected)
    {
        string text = Generated("-" + file, type);
        Assert.Equal(expected.ReplaceLineEndings("\n").Trim(), text[text.IndexOf("namespace", StringComparison.Ordinal)..].ReplaceLineEndings("\n").Trim());
    }

    private static string Generated(string file, string type)
    {
        SyntaxTree[] trees = [
            CSharpSyntaxTree.ParseText(Attributes), CSharpSyntaxTree.ParseText("namespace StaticNet.Kernels;\n" + type, path: "Kernels.cs")];
        var compilation = CSharpCompilation.Create("Kernels", trees, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        GeneratorDriverRunResult result = CSharpGeneratorDriver.Create(new KernelGenerator.KernelGenerator()).RunGenerators(compilation).GetRunResult();
        Assert.Empty(result.Diagnostics);
        GeneratedSourceResult source = result.Results.Single().GeneratedSources.Single(own => own.HintName.EndsWith(file + ".g.cs", StringComparison.Ordinal));
        return source.SourceText.ToString();
    }
}
