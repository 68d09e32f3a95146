using System.Text.RegularExpressions;

namespace StaticNet.Generators.Tests;

/// <summary>What is wrong with the names by which layers take outputs, and with merges.</summary>
public sealed partial class GraphDiagnosticsTests
{
    [Theory]
    [InlineData("Dense(4, Name = \"shortcut\")|Dense(4)|Add({|SNET033:\"shortcot\"|})", "Add 'add' takes the output of 'shortcot', but no layer above it has that name: write 'shortcut'")]
    [InlineData("Dense(4, Name = \"shortcut\")|Dense(4)|Add({|SNET033:\"Shortcut\"|})", "Add 'add' takes the output of 'Shortcut', but no layer above it has that name: write 'shortcut'")]
    [InlineData("Dense(4)|Dense(4, {|SNET033:From = \"inputs\"|})", "Dense 'dense_1' takes the output of 'inputs', but no layer above it has that name: write 'input'")]
    [InlineData("Dense(4)|Dense(4)|Add({|SNET033:\"dense_2\"|})", "Add 'add' takes the output of 'dense_2', but no layer above it has that name: write 'dense_1'")]
    [InlineData("Dense(4)|Dense(4)|Add({|SNET033:\"shortcut\"|})", "Add 'add' takes the output of 'shortcut', but no layer above it has that name: write one of 'input', 'dense', 'dense_1', or move the layer above it")]
    [InlineData("Dense(4)|Add({|SNET033:\"late\"|})|Dense(4, Name = \"late\")", "Add 'add' takes the output of 'late', but no layer above it has that name: write one of 'input', 'dense', or move the layer above it")]
    [InlineData("Dense(4)|Add({|SNET033:\"add\"|})", "Add 'add' takes the output of 'add', but no layer above it has that name: write one of 'input', 'dense', or move the layer above it")]
    [InlineData("Dense(4, {|SNET033:From = \"dense\"|})", "Dense 'dense' takes the output of 'dense', but no layer above it has that name: write one of 'input', or move the layer above it")]
    [InlineData("Dense(4, Name = \"a\")|Dense(4)|Add(\"a\", {|SNET033:\"shortcut\"|}, \"a\")", "Add 'add' takes the output of 'shortcut', but no layer above it has that name: write one of 'input', 'a', 'dense_1', or move the layer above it")]
    [InlineData("Dense(4, Name = \"a\")|Dense(4)|Add({|SNET033:with: [\"a\", \"shortcut\"]|})", "Add 'add' takes the output of 'shortcut', but no layer above it has that name: write one of 'input', 'a', 'dense_1', or move the layer above it")]
    [InlineData("Dense(4, {|SNET033:From = \"\"|})", "Dense 'dense' takes the output of '', but no layer above it has that name: write one of 'input', or move the layer above it")]
    [InlineData("Dense(4, {|SNET033:From = \" input\"|})", "Dense 'dense' takes the output of ' input', but no layer above it has that name: write 'input'")]
    [InlineData("Dense(4, {|SNET033:From = \"{0}\\n\"|})", "Dense 'dense' takes the output of '{0}\n', but no layer above it has that name: write one of 'input', or move the layer above it")]
    public void ANameThatNoLayerAboveHas(string layers, string message) => Expect.Diagnostics(Model("3", layers), message);

    [Theory]
    [InlineData("Dense(4, Name = \"a\")|{|SNET034:Dense(4, Name = \"b\")|}|Dense(4, From = \"a\")", "Dense 'b'", "b")]
    [InlineData("{|SNET034:Dense(4)|}|Dense(4, From = \"input\")", "Dense 'dense'", "dense")]
    [InlineData("{|SNET034:Add(\"input\", \"input\")|}|Dense(4, From = \"input\")", "Add 'add'", "add")]
    public void AnOutputThatNobodyTakes(string layers, string title, string name) => Expect.Diagnostics(
        Model("3", layers), $"No layer takes what {title} gives, and it is not the last: name it in the layer that is to take it, such as [Add(\"{name}\")], or remove it");

    [Fact]
    public void EachOutputThatNobodyTakesIsNamed() => Expect.Diagnostics(
        Model("3", "{|SNET034:Dense(4)|}|{|SNET034:Dense(5, From = \"input\")|}|Dense(1, From = \"input\")"),
        "No layer takes what Dense 'dense' gives, and it is not the last: name it in the layer that is to take it, such as [Add(\"dense\")], or remove it",
        "No layer takes what Dense 'dense_1' gives, and it is not the last: name it in the layer that is to take it, such as [Add(\"dense_1\")], or remove it");

    [Theory]
    [InlineData("Add")]
    [InlineData("Add()")]
    [InlineData("Add(null)")]
    [InlineData("Add((string)null)")]
    [InlineData("Add([])")]
    [InlineData("Add(null, null)")]
    [InlineData("Add(\"dense\")", "Add")]
    [InlineData("Subtract", "Subtract")]
    [InlineData("Multiply(From = \"input\")", "Multiply")]
    [InlineData("Average", "Average")]
    [InlineData("Maximum", "Maximum")]
    [InlineData("Minimum(\"dense\")", "Minimum")]
    [InlineData("Concatenate(Axis = 1)", "Concatenate")]
    [InlineData("Concatenate(Axis = 7)", "Concatenate")]
    public void AMergeOfOne(string merge, string kind = "Add") => Expect.Diagnostics(
        Model("4", $"Dense(4)|{{|SNET035:{merge}|}}"),
        $"{kind} '{Text.Snake(kind)}' merges the output above with others, but names no other: write [{kind}(\"name\")] with the name of another layer");

    [Fact]
    public void AMergeOfTheInputAlone() => Expect.Diagnostics(
        Model("4", "{|SNET035:Add(\"input\")|}"),
        "Add 'add' merges the output above with others, but names no other: write [Add(\"name\")] with the name of another layer");

    public static TheoryData<string> Elementwise => ["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"];

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void ShapesThatDoNotFitNumberByNumber(string kind)
    {
        string title = $"{kind} '{Text.Snake(kind)}'";
        Expect.Diagnostics(
            Model("3", $"Dense(5, Name = \"a\")|Dense(4)|{kind}({{|SNET036:\"a\"|}})"),
            $"{title} merges (4) from Dense 'dense_1' with (5) from Dense 'a', which do not fit: give the second 4 units or filters too");
        Expect.Diagnostics(
            Model("6, 6, 2", $"Conv2D(4, 3)|{kind}({{|SNET036:\"input\"|}})"),
            $"{title} merges (4, 4, 4) from Conv2D 'conv2d' with (6, 6, 2) from the input, which do not fit: bring both to the same size, by padding, strides or pooling");
        Expect.Diagnostics(
            Model("6, 4", $"Flatten|{kind}({{|SNET036:\"input\"|}})"),
            $"{title} merges (24) from Flatten 'flatten' with (6, 4) from the input, which do not fit: bring both to the same shape, by Flatten or Reshape");
    }

    // A row is one for all rows only where it is as wide as they are, and alone.
    [Theory]
    [InlineData("6, 4", "GlobalAveragePooling1D|Dense(3)|Multiply({|SNET036:\"input\"|})", "(3) from Dense 'dense' with (6, 4) from the input", "bring both to the same shape, by Flatten or Reshape")]
    [InlineData("6, 4", "Conv1D(4, 5)|Add({|SNET036:\"input\"|})", "(2, 4) from Conv1D 'conv1d' with (6, 4) from the input", "bring both to the same size, by padding, strides or pooling")]
    [InlineData("6, 4, 2", "GlobalAveragePooling2D|Reshape(1, 2)|Multiply({|SNET036:\"input\"|})", "(1, 2) from Reshape 'reshape' with (6, 4, 2) from the input", "bring both to the same shape, by Flatten or Reshape")]
    [InlineData("6, 4, 1", "GlobalAveragePooling2D|Dense(2)|Multiply({|SNET036:\"input\"|})", "(2) from Dense 'dense' with (6, 4, 1) from the input", "bring both to the same shape, by Flatten or Reshape")]
    public void ARowThatDoesNotFit(string shape, string layers, string shapes, string remedy)
    {
        string kind = layers.Contains("Add(", StringComparison.Ordinal) ? "Add" : "Multiply";
        Expect.Diagnostics(Model(shape, layers), $"{kind} '{Text.Snake(kind)}' merges {shapes}, which do not fit: {remedy}");
    }

    [Theory]
    [InlineData("6, 4", "GlobalAveragePooling1D|Add(\"input\")")]
    [InlineData("6, 4", "GlobalAveragePooling1D|Dense(4)|Subtract(\"input\")")]
    [InlineData("6, 4", "GlobalAveragePooling1D|Dense(4, Name = \"row\")|Multiply(\"row\", From = \"input\")")]
    [InlineData("6, 4", "GlobalAveragePooling1D(KeepDims = true)|Average(\"input\")")]
    [InlineData("6, 4, 2", "GlobalMaxPooling2D|Maximum(\"input\")")]
    [InlineData("6, 4, 2", "GlobalMaxPooling2D(KeepDims = true)|Minimum(\"input\")")]
    [InlineData("1, 4", "Flatten|Add(\"input\")")]
    [InlineData("2, 3, 6, 4", "Dense(4, Name = \"a\")|Dense(4, From = \"input\")|Add(\"a\", \"input\", \"a\")")]
    public void ASingleRowCountsForAllRows(string shape, string layers) => Expect.NoDiagnostics(Model(shape, layers));

    [Theory]
    [InlineData("6, 4", "Flatten|Concatenate({|SNET036:\"input\"|})", "(24) from Flatten 'flatten' with (6, 4) from the input", "bring both to the same shape, by Flatten or Reshape")]
    [InlineData("6, 4", "Conv1D(4, 2)|Concatenate({|SNET036:\"input\"|})", "(5, 4) from Conv1D 'conv1d' with (6, 4) from the input", "they may differ along axis 2 alone; bring the other sizes together, by padding, strides or pooling")]
    [InlineData("6, 4", "Conv1D(3, 2)|Concatenate({|SNET036:\"input\"|}, Axis = 1)", "(5, 3) from Conv1D 'conv1d' with (6, 4) from the input", "they may differ along axis 1 alone; bring the other sizes together, by padding, strides or pooling")]
    [InlineData("6, 4", "Conv1D(3, 2)|Concatenate({|SNET036:\"input\"|}, Axis = -2)", "(5, 3) from Conv1D 'conv1d' with (6, 4) from the input", "they may differ along axis 1 alone; bring the other sizes together, by padding, strides or pooling")]
    public void ShapesThatCannotBeLaidTogether(string shape, string layers, string shapes, string remedy) => Expect.Diagnostics(
        Model(shape, layers), $"Concatenate 'concatenate' merges {shapes}, which do not fit: {remedy}");

    [Theory]
    [InlineData("4", "0", "1 or -1, of (4)")]
    [InlineData("4", "2", "1 or -1, of (4)")]
    [InlineData("4", "-2", "1 or -1, of (4)")]
    [InlineData("6, 5, 4", "0", "1 to 3 or -1 to -3, of (6, 5, 4)")]
    [InlineData("6, 5, 4", "4", "1 to 3 or -1 to -3, of (6, 5, 4)")]
    [InlineData("6, 5, 4", "-4", "1 to 3 or -1 to -3, of (6, 5, 4)")]
    [InlineData("4", "int.MaxValue", "1 or -1, of (4)", "2,147,483,647")]
    [InlineData("4", "int.MinValue", "1 or -1, of (4)", "-2,147,483,648")]
    public void AnAxisThatIsNotThere(string shape, string axis, string expected, string? written = null) => Expect.Diagnostics(
        Model(shape, $"Concatenate(\"input\", \"input\", {{|SNET007:Axis = {axis}|}})"),
        $"Concatenate 'concatenate': Axis is {written ?? axis}; expected {expected}");

    [Theory]
    [InlineData("4", "-1")]
    [InlineData("4", "1")]
    [InlineData("6, 5, 4", "-3")]
    [InlineData("6, 5, 4", "3")]
    public void AnAxisThatIsThere(string shape, string axis) => Expect.NoDiagnostics(Model(shape, $"Concatenate(\"input\", \"input\", Axis = {axis})"));

    [Fact]
    public void TwoAreSubtractedAlone() => Expect.Diagnostics(
        Model("4", "Dense(4, Name = \"a\")|Dense(4)|Subtract({|SNET007:\"a\"|}, \"input\")"),
        "Subtract 'subtract': the number of outputs is 3; expected 2: what stands above and one other");

    [Theory]
    [InlineData("Embedding(9, 4)|Flatten(Name = \"a\")|{|SNET037:Dense(4, From = \"input\")|}|Concatenate(\"a\")", "Dense 'dense'")]
    [InlineData("Embedding(9, 1)|Flatten|{|SNET037:Add(\"input\")|}", "Add 'add'")]
    public void TokensThatAreTakenAsNumbers(string layers, string title) => Expect.Diagnostics(
        Model("20", layers), $"{title} takes the input as numbers, but Embedding 'embedding' takes it as tokens: let {title} take what Embedding 'embedding' gives");

    [Fact]
    public void NumbersThatAreTakenAsTokens() => Expect.Diagnostics(
        Model("20", "{|SNET037:Dense(80, Name = \"a\")|}|Embedding(9, 4, From = \"input\")|Flatten|Add(\"a\")"),
        "Dense 'a' takes the input as numbers, but Embedding 'embedding' takes it as tokens: let Dense 'a' take what Embedding 'embedding' gives");

    [Theory]
    [InlineData("Embedding(9, 4, MaskZero = true, Name = \"a\")|Embedding(9, 4, From = \"input\")|{|SNET026:Add(\"a\")|}", "Add 'add' merges outputs whose masks differ", "Embedding 'a'")]
    [InlineData("Embedding(9, 4, MaskZero = true, Name = \"a\")|Embedding(9, 4, MaskZero = true, From = \"input\")|{|SNET026:Concatenate(\"a\")|}", "Concatenate 'concatenate' merges outputs whose masks differ", "Embedding 'embedding_1'")]
    [InlineData("Embedding(9, 4, MaskZero = true, Name = \"a\")|Dense(4)|{|SNET026:Concatenate(\"a\", Axis = 1)|}", "Concatenate 'concatenate' does not support masks", "Embedding 'a'")]
    [InlineData("Embedding(9, 4, MaskZero = true, Name = \"a\")|LSTM(4)|{|SNET026:Multiply(\"a\")|}", "Multiply 'multiply' merges outputs whose masks differ", "Embedding 'a'")]
    [InlineData("Embedding(9, 4, MaskZero = true, Name = \"a\")|Dense(4)|{|SNET026:Dot(\"a\")|}", "Dot 'dot' does not support masks", "Embedding 'a'")]
    public void MasksThatDiffer(string layers, string why, string masking) => Expect.Diagnostics(
        Model("20", layers + "|LSTM(3)|Dense(1)"),
        $"{why}, so the mask of {masking} ends here and masked steps count like others: "
            + "leave the mask out or use a layer that heeds it, such as a recurrence or GlobalAveragePooling1D");

    [Theory]
    [InlineData("Embedding(9, 4, MaskZero = true, Name = \"a\")|Dense(4)|Add(\"a\")|LSTM(3)")]
    [InlineData("Embedding(9, 4, MaskZero = true, Name = \"a\")|LSTM(4, ReturnSequences = true)|Concatenate(\"a\")|GlobalAveragePooling1D")]
    [InlineData("Embedding(9, 4, MaskZero = true, Name = \"a\")|LSTM(4, Name = \"b\")|GRU(4, From = \"a\")|Subtract(\"b\")")]
    public void AMaskThatAllHaveIsPassedOn(string layers) => Expect.NoDiagnostics(Model("20", layers));

    [Theory]
    [InlineData("Bidirectional(From = \"a\"), LSTM(4)")]
    [InlineData("Bidirectional, LSTM(4, From = \"a\")")]
    [InlineData("Bidirectional(From = \"a\"), LSTM(4, From = \"b\")")]
    public void AWrapperAndWhatItWrapsTakeTheSame(string pair) => Expect.NoDiagnostics(
        Model("6, 3", $"Conv1D(5, 1, Name = \"a\")|Conv1D(8, 1, Name = \"b\")|{pair}|Multiply(\"b\")"));

    [Theory]
    [InlineData("Bidirectional({|SNET033:From = \"missing\"|}), LSTM(4)", "Bidirectional 'bidirectional'")]
    [InlineData("Bidirectional, LSTM(4, {|SNET033:From = \"missing\"|})", "Bidirectional 'bidirectional'")]
    [InlineData("TimeDistributed, Dense(4, {|SNET033:From = \"missing\"|})", "TimeDistributed 'time_distributed'")]
    public void AWrapperWithANameThatIsNotThere(string pair, string title) => Expect.Diagnostics(
        Model("6, 3", pair), $"{title} takes the output of 'missing', but no layer above it has that name: write one of 'input', or move the layer above it");

    // The name stands for the model's input until a layer takes it.
    [Fact]
    public void ALayerMayBeCalledInput()
    {
        Expect.NoDiagnostics(Model("3", "Dense(4, From = \"input\", Name = \"input\")|Dense(4)|Add(\"input\")"));
        Expect.Diagnostics(
            Model("3", "Dense(4, Name = \"input\")|Dense(5)|Add({|SNET036:\"input\"|})"),
            "Add 'add' merges (5) from Dense 'dense_1' with (4) from Dense 'input', which do not fit: give the second 5 units or filters too");
    }

    [Theory]
    [InlineData("Add(\"input\", \"input\")")]
    [InlineData("Subtract(\"input\", \"input\")")]
    [InlineData("Multiply(\"input\", From = \"input\")")]
    [InlineData("Dense(3)|Maximum(\"dense\", \"dense\", \"dense\")")]
    [InlineData("Dense(3)|Concatenate(\"dense\", \"input\", \"dense\")|Dense(1)|Minimum(\"dense_1\", \"dense_1\")")]
    public void AValueMayBeMergedWithItself(string layers) => Expect.NoDiagnostics(Model("3", layers));

    [Fact]
    public void ANameThatIsNullIsNone() => Expect.NoDiagnostics(Model("3", "Dense(4, From = null)|Dense(4, Name = null)|Add(\"dense\", From = null)"));

    // Eleven times 200 million are more than an int holds.
    [Theory]
    [InlineData(3, "600,000,000")]
    [InlineData(11, "2,147,483,647")]
    public void WhatIsTooLargeTogether(int times, string numbers) => Expect.Diagnostics(
        Model("200_000_000", $"{{|SNET015:Concatenate({string.Join(", ", Enumerable.Repeat("\"input\"", times))})|}}"),
        $"The output of Concatenate 'concatenate' would need {numbers} numbers; at most 500,000,000 are possible: make it smaller");

    // Layers are told apart by bars, and so are marks from what they mark.
    private static string Model(string shape, string layers)
        => $"[Model({shape})]\n{string.Concat(Bar().Split(layers).Select(layer => $"[{layer}]\n"))}public partial class M;";

    [GeneratedRegex(@"(?<!\{)\|(?!\})")]
    private static partial Regex Bar();
}
