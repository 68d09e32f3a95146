using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>The pipeline holds on to nothing of the compiler: a compilation that an editor has left behind is freed.</summary>
public sealed class RetentionTests
{
    private const string Model = """
        namespace Space;

        public partial class Outer
        {
            [Model(8, 8, 1)]
            [RandomRotation(0.1f)]
            [Conv2D(17, 3, ReLU, Padding = Padding.Same)]
            [MaxPooling2D]
            [BatchNormalization]
            [SeparableConv2D(3, 3)]
            [Conv2DTranspose(3, 3)]
            [Permute(3, 1, 2)]
            [Reshape(-1)]
            [Dense(6, GELU, Name = "first")]
            [Dropout(0.5f)]
            [Activation(Softmax)]
            [Dense(3, Softmax)]
            [Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class M;
        }
        """;

    [Theory]
    [InlineData(TrackingNames.Spec)]
    [InlineData(TrackingNames.Plan)]
    public void WhatASourceIsMadeFromHoldsNothingOfTheCompiler(string step)
    {
        GeneratorRunResult result = Assert.Single(Compilations.CreateDriver(trackSteps: true).RunGenerators(Compilations.Create(Model)).GetRunResult().Results);
        HashSet<object> reached = Reach(Assert.Single(Assert.Single(result.TrackedSteps[step]).Outputs).Value);
        Assert.Contains(reached, value => value is DenseSpec);
        Assert.Contains(reached, value => value is Conv2DSpec);
        Assert.DoesNotContain(reached, IsOfTheCompiler);
    }

    [Fact]
    public void NeitherDoesADeclaration()
    {
        GeneratorRunResult result = Assert.Single(Compilations.CreateDriver(trackSteps: true).RunGenerators(Compilations.Create(Model)).GetRunResult().Results);
        var parsed = (ParsedModel)Assert.Single(Assert.Single(result.TrackedSteps[TrackingNames.Parse]).Outputs).Value;
        Assert.DoesNotContain(Reach(parsed.Declaration), IsOfTheCompiler);

        // The walk would see it: locations are the other branch's.
        Assert.Contains(Reach(parsed), IsOfTheCompiler);
    }

    [Fact]
    public void AnOldCompilationIsFreedWhileTheDriverLives()
    {
        (GeneratorDriver driver, WeakReference old) = MoveOn();
        for (int i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        Assert.Single(driver.GetRunResult().GeneratedTrees);
    }

    // Not inlined, so that no local of it lives on.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) MoveOn()
    {
        CSharpCompilation compilation = Compilations.Create(Model, "public static class Other;");
        GeneratorDriver driver = Compilations.CreateDriver().RunGenerators(compilation);
        SyntaxTree other = compilation.SyntaxTrees[^1];
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(other, CSharpSyntaxTree.ParseText("public static class Edited;", Compilations.ParseOptions, "Edited.cs"));
        return (driver.RunGenerators(edited), new WeakReference(compilation));
    }

    private static bool IsOfTheCompiler(object value)
        => value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or AttributeData
            || value.GetType().FullName!.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal);

    // Every object that can be reached through fields, private and inherited ones too.
    private static HashSet<object> Reach(object root)
    {
        var reached = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        while (open.TryPop(out object? value))
        {
            // A field of the compiler's leads to all of it; that it was reached is enough.
            if (!reached.Add(value) || IsOfTheCompiler(value) || value is string || value.GetType().IsPrimitive)
                continue;
            if (value is Array items)
            {
                foreach (object? item in (IEnumerable)items)
                    Push(item);
            }

            for (Type? type = value.GetType(); type is not null; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    Push(field.GetValue(value));
            }
        }

        return reached;

        void Push(object? value)
        {
            if (value is not null)
                open.Push(value);
        }
    }
}
