using System.Text.RegularExpressions;

namespace StaticNet.Generators.Tests;

/// <summary>What is wrong with declared inputs and outputs.</summary>
public sealed partial class ColumnDiagnosticsTests
{
    private const string Head = "Dense(1)|Output(Loss.MeanSquaredError)";

    [Theory]
    [InlineData("Input({|SNET009:\"A\"|}, 3)|Concatenate(\"a\")|" + Head, "The name 'A' gives 'A', which already belongs to Input 'a': give one of them another Name")]
    [InlineData("Dense(2, {|SNET009:Name = \"A\"|})|" + Head, "The name 'A' gives 'A', which already belongs to Input 'a': give one of them another Name")]
    [InlineData("Input(\"b\", 3)|Dense(2, Name = \"c\")|Dense(2, From = \"a\", {|SNET009:Name = \"C\"|})|Concatenate(\"c\")|" + Head, "The name 'C' gives 'C', which already belongs to layer 1: give one of them another Name")]
    [InlineData("Input(\"b\", 5, 3)|LSTM(4, Name = \"c\")|Dense(2, From = \"a\", {|SNET009:Name = \"c_recurrent\"|})|Concatenate(\"c\")|" + Head, "The name 'c_recurrent' gives 'CRecurrentKernel', which already belongs to layer 1: give one of them another Name")]
    [InlineData("Input({|SNET010:\"no name\"|}, 3)|Concatenate(\"a\")|" + Head, "'no name' cannot name an input, since it becomes part of a parameter's name: use letters from a to z, digits and underscores, beginning with a letter")]
    [InlineData("{|SNET007:Input(\"b\")|}|Concatenate(\"a\")|" + Head, "Input 'b': shape is missing; expected one or more sizes of at least 1, as in [Input(\"tags\", 12)]")]
    [InlineData("Input(\"b\", {|SNET007:3|}, 0)|Concatenate(\"a\")|" + Head, "Input 'b': shape is (3, 0); expected one or more sizes of at least 1, as in [Input(\"tags\", 12)]")]
    [InlineData("Input(\"b\", 3, {|SNET007:Tokens = -1|})|Concatenate(\"a\")|" + Head, "Input 'b': Tokens is -1; expected at least 1, or 0 in an input of numbers")]
    [InlineData("Input(\"b\", 3, {|SNET007:Tokens = 5|})|Concatenate(\"a\")|" + Head, "Input 'b': Tokens is 5; expected 0, since Concatenate 'concatenate' takes numbers, or an Embedding that takes it")]
    [InlineData("{|SNET034:Input(\"b\", 3)|}|Dense(2, From = \"a\")|" + Head, "No layer takes what Input 'b' gives, and it is no output: name it in the layer that is to take it, such as [Add(\"b\")], or remove it")]
    [InlineData("Dense(2)|Add({|SNET033:\"input\"|})|" + Head, "Add 'add' takes the output of 'input', but no layer above it has that name: write one of 'a', 'dense', or move the layer above it")]
    [InlineData("Input(\"b\", 6, Tokens = 9)|Embedding({|SNET007:8|}, 4)|Flatten|Concatenate(\"a\")|" + Head, "Embedding 'embedding': inputDim is 8; expected at least 9, the Tokens of Input 'b'")]
    [InlineData("Input(\"b\", 6)|Embedding(8, 4)|Flatten|{|SNET037:Concatenate(\"a\", \"b\")|}|" + Head, "Concatenate 'concatenate' takes Input 'b' as numbers, but Embedding 'embedding' takes it as tokens: let Concatenate 'concatenate' take what Embedding 'embedding' gives")]
    public void AnInput(string attributes, string message) => Expect.Diagnostics(Model("", "Input(\"a\", 3)|" + attributes), message);

    [Theory]
    [InlineData("{|SNET046:Output|}|Dense(1)", "[Output] makes what the layer above it gives an output, but no layer does: write it below the layer that gives the output, once")]
    [InlineData("Dense(1)|Output|{|SNET046:Output|}", "[Output] makes what the layer above it gives an output, but Dense 'dense' is one already: write it below the layer that gives the output, once")]
    [InlineData("Dense(1)|Output(Loss.MeanSquaredError, {|SNET007:Weight = -0.5|})", "The output of Dense 'dense': Weight is -0.5; expected a finite number of at least 0")]
    [InlineData("Dense(1)|Output(Loss.MeanSquaredError, {|SNET007:Weight = double.NaN|})", "The output of Dense 'dense': Weight is NaN; expected a finite number of at least 0")]
    [InlineData("Dense(1)|Output({|SNET012:Loss.CategoricalCrossentropy|})|Dense(2)|Output(Loss.MeanSquaredError)", "CategoricalCrossentropy chooses among at least two classes, but Dense 'dense' gives (1): give it a unit for each class and Softmax, or use BinaryCrossentropy with Sigmoid")]
    [InlineData("Dense(1)|Output({|SNET008:(Loss)99|})", "Loss: '99' is no Loss; choose one of its named values")]
    [InlineData("Dense(2)|Output({|SNET016:Loss.BinaryCrossentropy|})|Dense(2)|Output(Loss.MeanSquaredError)", "BinaryCrossentropy expects probabilities, but Dense 'dense' ends in plain sums: end it in Sigmoid")]
    [InlineData("Dense(1)|Output(Loss.MeanSquaredError)|{|SNET034:Dense(2)|}", "No layer takes what Dense 'dense_1' gives, and it is no output: name it in the layer that is to take it, such as [Add(\"dense_1\")], or remove it")]
    [InlineData("Flatten|{|SNET014:Output(Loss.MeanSquaredError)|}", "'M' has a loss but no layer with weights to train: add one, such as [Dense], or remove the loss")]
    public void AnOutput(string attributes, string message) => Expect.Diagnostics(Model("3", attributes), message);

    [Theory]
    [InlineData("Dense(1, Name = \"val\")|{|SNET007:Output(Loss.Huber)|}|Dense(2)|Output(Loss.Huber)", "The output of Dense 'val': its name is val; expected another, since the metric val_loss is one of validation")]
    [InlineData("Dense(1, Name = \"x\")|Output(Loss.Huber)|Dense(2, Name = \"val_x\")|{|SNET007:Output(Loss.Huber)|}", "The output of Dense 'val_x': its name is val_x; expected another, since the metric val_x_loss is one of validation")]
    public void AnOutputWhoseMetricsAreThoseOfValidation(string attributes, string message) => Expect.Diagnostics(Model("3", attributes), message);

    [Fact]
    public void AnInputWithoutAName() => Expect.Diagnostics(
        Model("", "Input({|SNET010:null!|}, 3)|Dense(1)|Output(Loss.Huber)"),
        "'' cannot name an input, since it becomes part of a parameter's name: use letters from a to z, digits and underscores, beginning with a letter");

    [Fact]
    public void ALossBesideOutputs() => Expect.Diagnostics(
        Model("3", "Dense(1)|Output(Loss.Huber)|{|SNET047:Loss(Loss.Huber)|}"),
        "'M' has [Loss] and outputs of its own: remove it and give each output its loss, as in [Output(Loss.Huber)]");

    private static string Model(string shape, string attributes)
        => $"[Model({shape})]\n{string.Concat(Bar().Split(attributes).Select(attribute => $"[{attribute}]\n"))}public partial class M;";

    [GeneratedRegex(@"(?<!\{)\|(?!\})")]
    private static partial Regex Bar();
}
