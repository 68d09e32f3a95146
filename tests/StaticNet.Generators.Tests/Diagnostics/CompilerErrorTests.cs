using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>Where the compiler itself reports a mistake in an attribute, the generator neither fails nor adds to it.</summary>
public sealed class CompilerErrorTests
{
    [Theory]
    [InlineData("[Model(4)] [Dense]", "CS7036")]
    [InlineData("[Model(4)] [Dense()]", "CS7036")]
    [InlineData("[Model(4)] [Dense(\"3\")]", "CS1503")]
    [InlineData("[Model(4)] [Dense(3.5)]", "CS1503")]
    [InlineData("[Model(4)] [Dense(3, 1)]", "CS1503")]
    [InlineData("[Model(4)] [Dense(3, ReLU, true)]", "CS1729")]
    [InlineData("[Model(4)] [Dense(3, Relu)]", "CS0103")]
    [InlineData("[Model(4)] [Dense(3, Activation.Relu)]", "CS0117")]
    [InlineData("[Model(4)] [Dense(size: 3)]", "CS1739")]
    [InlineData("[Model(4)] [Dense(3, units: 3)]", "CS1744")]
    [InlineData("[Model(4)] [Dense(3, Bias = true)]", "CS0246")]
    [InlineData("[Model(4)] [Dense(3, UseBias = 1)]", "CS0029")]
    [InlineData("[Model(4)] [Dense(3, Units = 4)]", "CS0617")]
    [InlineData("[Model(4)] [Dense(int.MaxValue + 1)]", "CS0220")]
    [InlineData("[Model(4)] [Dense(Size)]", "CS0182")]
    [InlineData("[Model(4)] [Dense(Missing)]", "CS0103")]
    [InlineData("[Model(4)] [Dropout]", "CS7036")]
    [InlineData("[Model(4)] [Dropout(\"0.5\")]", "CS1503")]
    [InlineData("[Model(4)] [Flatten(3)]", "CS1729")]
    [InlineData("[Model(4)] [Activation]", "CS7036")]
    [InlineData("[Model(8, 8, 1)] [Conv2D]", "CS1729")]
    [InlineData("[Model(8, 8, 1)] [Conv2D(8)]", "CS1729")]
    [InlineData("[Model(8, 8, 1)] [Conv2D(8, 3, Padding = Same)]", "CS0103")]
    [InlineData("[Model(8, 8, 1)] [Conv2D(8, 3, Padding = \"same\")]", "CS0029")]
    [InlineData("[Model(8, 8, 1)] [Conv2D(8, 3, strides: 2)]", "CS1739")]
    [InlineData("[Model(8, 8, 1)] [Conv2D(8, (3, 3))]", "CS1503")]
    [InlineData("[Model(8, 8, 1)] [MaxPooling2D(2.0)]", "CS1503")]
    [InlineData("[Model(8, 8, 1)] [RandomRotation(0.1m)]", "CS1503")]
    [InlineData("[Model(8, 8, 1)] [BatchNormalization(0.9f)]", "CS1729")]
    [InlineData("[Model(8, 8, 1)] [BatchNormalization(Momentum = 0.9m)]", "CS0266")]
    [InlineData("[Model(8, 8, 1)] [Reshape(8, \"8\")]", "CS1503")]
    [InlineData("[Model(8, 8, 1)] [Cropping2D(1, 2, 3)]", "CS7036")]
    [InlineData("[Model(\"4\")] [Dense(3)]", "CS1503")]
    [InlineData("[Model(4, Missing)] [Dense(3)]", "CS0103")]
    [InlineData("[Model(new[] { 4, \"5\" })] [Dense(3)]", "CS0826")]
    [InlineData("[Model(4)] [Dense(3)] [Loss]", "CS7036")]
    [InlineData("[Model(4)] [Dense(3)] [Loss(3)]", "CS1503")]
    [InlineData("[Model(4)] [Dense(3)] [Loss(Loss.Mse)]", "CS0117")]
    public void AnInvalidArgument(string attributes, string id)
    {
        CSharpCompilation compilation = Compilations.Create(
            $"{attributes}\npublic partial class M {{ public static int Size => 3; }}");
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Id == id);
        Assert.Empty(Expect.Run(compilation).Diagnostics);
    }

    [Theory]
    [InlineData("[Model(4)] [Dense(3)] [Loss(Loss.Huber)] [Loss(Loss.MeanSquaredError)] public partial class M;", "CS0579")]
    [InlineData("[Model(4)] [Model(5)] [Dense(3)] public partial class M;", "CS0579")]
    [InlineData("[Model(4)] [Dense(3)] public partial class M; [Model(4)] public partial class M;", "CS0579")]
    public void AnAttributeTwice(string source, string id)
    {
        CSharpCompilation compilation = Compilations.Create(source);
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Id == id);
        Expect.Run(compilation);
    }

    [Theory]
    [InlineData("[Model(4)] [Dense(3)] public partial struct M;")]
    [InlineData("[Model(4)] [Dense(3)] public partial interface M;")]
    [InlineData("[Model(4)] [Dense(3)] public enum M;")]
    [InlineData("[Model(4)] [Dense(3)] public delegate void M();")]
    [InlineData("[Model(4)] [Dense(3)] public partial record struct M;")]
    public void WhatIsNoClass(string source)
    {
        CSharpCompilation compilation = Compilations.Create(source);
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Id == "CS0592");
        Assert.Empty(Expect.Run(compilation).GeneratedSources);
    }

    [Theory]
    [InlineData("[Model(4)] [Dense(3)] public partial class")]
    [InlineData("[Model(4)] [Dense(3)] public partial class M {")]
    [InlineData("[Model(4)] [Dense(3)")]
    [InlineData("[Model(4] [Dense(3)] public partial class M;")]
    [InlineData("namespace { [Model(4)] [Dense(3)] public partial class M; }")]
    public void HalfTypedCode(string source)
    {
        CSharpCompilation compilation = Compilations.Create(source);
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(Expect.Run(compilation).Diagnostics);
    }
}
