using System.Text.RegularExpressions;

namespace StaticNet.Generators.Tests;

/// <summary>Which kernel computes which loss after which activation, in training and in evaluation.</summary>
public sealed partial class LossCallTests
{
    [Theory]
    [InlineData("BinaryCrossentropy", "Sigmoid", "CrossentropyKernels.Sigmoid<HeadRow>")]
    [InlineData("CategoricalCrossentropy", "Softmax", "CrossentropyKernels.Softmax<HeadRow>")]
    [InlineData("SparseCategoricalCrossentropy", "Softmax", "CrossentropyKernels.SoftmaxSparse<HeadRow>")]
    [InlineData("BinaryCrossentropy", "Softmax", "ProbabilityKernels.Binary<HeadRow, Linear>")]
    [InlineData("BinaryCrossentropy", "Tanh", "ProbabilityKernels.Binary<HeadRow, Tanh>")]
    [InlineData("BinaryCrossentropy", "GELU", "ProbabilityKernels.Binary<HeadRow, Linear>")]
    [InlineData("CategoricalCrossentropy", "Sigmoid", "ProbabilityKernels.Categorical<HeadRow, Sigmoid>")]
    [InlineData("CategoricalCrossentropy", "Linear", "ProbabilityKernels.Categorical<HeadRow, Linear>")]
    [InlineData("SparseCategoricalCrossentropy", "Sigmoid", "ProbabilityKernels.SparseCategorical<HeadRow, Sigmoid>")]
    [InlineData("SparseCategoricalCrossentropy", "ReLU", "ProbabilityKernels.SparseCategorical<HeadRow, ReLU>")]
    [InlineData("MeanSquaredError", "Linear", "ErrorKernels.Mean<HeadRow, Linear, SquaredError>")]
    [InlineData("MeanSquaredError", "Sigmoid", "ErrorKernels.Mean<HeadRow, Sigmoid, SquaredError>")]
    [InlineData("MeanSquaredError", "Softmax", "ErrorKernels.Mean<HeadRow, Linear, SquaredError>")]
    [InlineData("MeanAbsoluteError", "ReLU", "ErrorKernels.Mean<HeadRow, ReLU, AbsoluteError>")]
    [InlineData("Huber", "SiLU", "ErrorKernels.Mean<HeadRow, Linear, HuberError>")]
    public void TheLossIsComputedBy(string loss, string activation, string kernel)
    {
        string code = Compilations.Generate($"[Model(4)]\n[Dense(3, {activation})]\n[Loss(Loss.{loss})]\npublic partial class M;");
        IEnumerable<string> calls = code.Split('\n')
            .Select(line => LossKernel().Match(line)).Where(match => match.Success).Select(match => match.Value);
        Assert.Equal([kernel, kernel], calls);
    }

    [Theory]
    [InlineData("SparseCategoricalCrossentropy", "int")]
    [InlineData("CategoricalCrossentropy", "float")]
    [InlineData("Huber", "float")]
    public void TargetsAreLabelsOrNumbers(string loss, string type) => Assert.Contains(
        $"partial class M : global::StaticNet.TrainableModel<float, {type}>\n",
        Compilations.Generate($"[Model(4)]\n[Dense(3, Softmax)]\n[Loss(Loss.{loss})]\npublic partial class M;"), StringComparison.Ordinal);

    [GeneratedRegex(@"(Crossentropy|Probability|Error)Kernels\.\w+<.*?>(?=\()")]
    private static partial Regex LossKernel();
}
