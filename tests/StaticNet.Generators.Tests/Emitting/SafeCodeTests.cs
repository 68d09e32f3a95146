using System.Reflection;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>
/// A model's own part and classes derived from it reach what it inherits and what is generated. Nothing there lets code without the word unsafe
/// say where the passes read and write: the compiler refuses it.
/// </summary>
public sealed class SafeCodeTests
{
    private const string Step = "StaticNet.Kernels.TrainingStep<float, int>";

    [Theory]
    [InlineData("CS1503", "a description of another model", "public Net(ModelInfo other) : base(other) { }", "")]
    [InlineData("CS1739", "the same by name", "public Net(ModelInfo other) : base(info: other, seed: 1) { }", "")]
    [InlineData("CS0239", "a description that is overridden", "", "protected override ModelInfo DescribeModel() => new Other().Info;")]
    [InlineData("CS0200", "a step made up", $"public {Step} Made => new() {{ Batch = 1 << 22 }};", "")]
    [InlineData("CS0214", "an empty step", "public void Call() => Propagate(null, default, 100_000, 1_000);", "")]
    [InlineData("CS1501", "the same without its pointer", $"public void Call() => Propagate(default({Step}), 100_000, 1_000);", "")]
    [InlineData("CS0214", "an update", "public void Call() => Update(null, default, 0, 1);", "")]
    [InlineData("CS7036", "an update without its pointer", "public void Call() => Update(default, 0, 1);", "")]
    [InlineData("CS0214", "a step of tables", "public void Call() => FindTableRows(null, default, 0, 1);", "")]
    [InlineData("CS7036", "a step of tables without its pointer", "public void Call() => FindTableRows(default, 0, 1);", "")]
    [InlineData("CS0214", "a phase", "public void Call() => Propagate(null, default, 0, 0, 1);", "")]
    [InlineData("CS0214", "what phases measured", "public void Call() => Reduce(null, default, 0);", "")]
    [InlineData("CS7036", "the same without its pointer", "public void Call() => Reduce(default, 0);", "")]
    [InlineData("CS0214", "a prediction", "public void Call() => Infer(null, null, null, null, null, 1);", "")]
    [InlineData("CS0214", "a prediction of a layer's output", "public void Call() => InferLayer(9, null, null, null, null, null, 1);", "")]
    [InlineData("CS0214", "a prediction of a step", "public void Call() => InferStep(null, null, null, null, null, null, 1_000_000);", "")]
    [InlineData("CS0214", "a step passed on", "", $"protected override void Propagate(float* parameters, in {Step} step, int first, int rows) => base.Propagate(parameters, step, first + 100_000, rows);")]
    [InlineData("CS0115", "the same without its pointer", "", $"protected override void Propagate(in {Step} step, int first, int rows) => base.Propagate(step, first + 100_000, rows);")]
    [InlineData("CS0214", "an update passed on", "", $"protected override void Update(float* parameters, in {Step} step, int part, int parts) => base.Update(parameters, step, part + 100_000, parts);")]
    public void IsRefusedByTheCompiler(string error, string what, string member, string derived)
    {
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create($$"""
            [Model(100)] [Dense(100, ReLU)] [Dense(10, Softmax)] [Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class Net
            {
                {{member}}
            }

            public class Derived : Net
            {
                {{derived}}
            }

            [Model(1)] [Dense(2, Softmax)] [Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class Other;
            """));
        Assert.Empty(result.Diagnostics);
        IEnumerable<Diagnostic> errors = generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(errors.Any(each => each.Id == error && each.Location.SourceTree!.FilePath == "File1.cs"), $"Safe code can give {what}: {string.Join('\n', errors)}");
    }

    // The rule that the cases above are cases of, so that a new member cannot be forgotten.
    [Fact]
    public void WhatIsInheritedTakesPointersOrNoPlaces()
    {
        Type[] models = [typeof(Model), typeof(Model<>), typeof(TrainableModel<,>)];
        IEnumerable<MethodBase> inherited = models
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .OfType<MethodBase>().Where(method => method.IsFamily || method.IsFamilyOrAssembly);
        Assert.All(inherited, method => Assert.True(
            method.GetParameters().Any(parameter => parameter.ParameterType.IsPointer)
            || method is ConstructorInfo constructor && constructor.GetParameters().All(parameter => parameter.Name == "seed")
            || method.Name == "DescribeModel"

            // Takes nothing.
            || method.Name == "NewDecoder"

            // Takes spans, which it checks as Predict does, and the number of an output, which is looked up.
            || method.Name == "LayerOutput"

            // Takes columns, which only a pointer makes, or that copy spans.
            || method.Name == "PredictColumns",
            $"{method.DeclaringType} {method}"));
    }
}
