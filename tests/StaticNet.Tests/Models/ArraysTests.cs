using System.Numerics.Tensors;
using StaticNet.Tests.Files;
using static StaticNet.Activation;

namespace StaticNet.Tests.Models;

/// <summary>Training, evaluation and prediction on arrays, and weights that go from one model to another.</summary>
[Collection(AloneCollection.Name)]
public class ArraysTests
{
    private static readonly FitOptions _silent = new() { Progress = ProgressDisplay.Silent, Epochs = 2 };

    [Fact]
    public void Arrays_train_to_the_bits_of_a_data_set()
    {
        Dataset<float, int> data = TestData.Classes(50);
        float[][] jagged = [.. data.Inputs.ToArray().Chunk(5)];
        int[] labels = data.Targets.ToArray();
        SmallClassifier expected = new(1), actual = new(1), ofNumbers = new(1);
        History history = expected.Fit(data, _silent, data);
        Assert.Equal(history["val_loss"], actual.Fit(jagged, labels, _silent, (jagged, labels))["val_loss"]);
        ofNumbers.Fit(data.Inputs.ToArray(), labels.Select(label => (float)label).ToArray(), _silent);
        Assert.Equal(TestData.Bits(expected), TestData.Bits(actual));
        Assert.Equal(TestData.Bits(expected), TestData.Bits(ofNumbers));
        Assert.Equal(expected.Evaluate(data).Loss, actual.Evaluate(jagged, labels).Loss);
    }

    [Fact]
    public void Names_of_validation_data_are_numbered_as_those_of_the_training_data()
    {
        float[,] x = { { 1, 2, 3, 4, 5 }, { 5, 4, 3, 2, 1 }, { 0, 1, 0, 1, 0 } };
        float[,] held = { { 5, 4, 3, 2, 1 } };
        History named = new SmallClassifier(1).Fit(x, new[] { "a", "b", "c" }, _silent, (held, new[] { "b" }));
        History numbered = new SmallClassifier(1).Fit(x, new[] { 0, 1, 2 }, _silent, (held, new[] { 1 }));
        Assert.Equal(numbered["val_loss"], named["val_loss"]);
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SmallClassifier(1).Fit(x, new[] { "a", "b", "c" }, _silent, (held, new[] { "d" })));
        Assert.StartsWith("The label of sample 0 is 'd'. Expected one of the 3 classes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_words()
    {
        var oneHot = new OneHot(1);
        const string Remedy = ".ToOneHot(3)";
        Assert.Contains(Remedy, Assert.Throws<ArgumentException>("y", () => oneHot.Fit(new float[2, 4], new[] { 0, 1 }, _silent)).Message, StringComparison.Ordinal);
        Assert.Contains(Remedy, Assert.Throws<ArgumentException>("data", () => oneHot.Fit(Dataset.From(new float[2, 4], new[] { 0, 1 }), _silent)).Message, StringComparison.Ordinal);
        Assert.Contains(Remedy, Assert.Throws<ArgumentException>("data", () => oneHot.Evaluate(new float[2, 4], new float[2, 1])).Message, StringComparison.Ordinal);
        oneHot.Fit(Dataset.From(new float[2, 4], new[] { 0, 1 }).ToOneHot(3), _silent);

        var sparse = new SmallClassifier(1);
        Message("Sample 1 holds 0.5 at place 0. Expected a whole number", () => sparse.Fit(new float[2, 5], new[] { 0, 0.5f }, _silent));
        Message("A target has 3 numbers. SmallClassifier expects one, a class label; for one-hot rows", () => sparse.Fit(new float[2, 5], new float[2, 3], _silent));
        Message("A sample has 4 numbers. SmallClassifier expects 5", () => sparse.Fit(new float[2, 4], new int[2], _silent));
        Message("The label of sample 1 is 3.", () => sparse.Fit(new float[2, 5], new[] { 0, 3 }, _silent));
        Message("The labels name 3 classes, and the model learns numbers.", () => new YesNo(1).Fit(new float[3, 4], new[] { "a", "b", "c" }, _silent));
        Message("The data set is empty.", () => sparse.Fit(new float[0, 5], Array.Empty<int>(), _silent));
        Message("The data set is empty.", () => sparse.Fit(default, default(Labels), _silent));
        Message("2 samples of 4 numbers came. SmallClassifier expects 5 for each.", () => sparse.Predict(new float[2, 4]));
        Message("5 samples of 1 numbers came. SmallClassifier expects 5 for each; the first axis counts samples", () => sparse.Predict(new float[5, 1]));
    }

    [Fact]
    public void Images_in_another_order_are_refused()
    {
        var model = new Shaped(1);
        Message("A sample has the shape (2, 3, 4). Shaped expects (3, 4, 2).", () => model.Predict(new float[5, 2, 3, 4]));
        Message("A sample has the shape (2, 3, 4). Shaped expects (3, 4, 2).", () => model.Fit(new float[5, 2, 3, 4], new int[5], _silent));
        Message("A sample has the shape (4, 3, 2). Shaped expects (3, 4, 2).", () => model.Predict(Tensor.Create(new float[24], [1, 4, 3, 2])));
        Message("A sample has the shape (12, 2). Shaped expects (3, 4, 2).", () => model.Predict(new float[5, 12, 2]));
        Message("A sample has the shape (3, 4). Shaped expects (3, 4, 2).", () => model.Predict(new float[5, 3, 4]));
        Assert.Equal(5, model.Predict(new float[5, 3, 4, 2]).GetLength(0));
        Assert.Equal(5, model.Predict(new float[5, 24]).GetLength(0));
        Assert.Equal(5, model.Predict(Dataset.From(new float[5, 3, 4, 2], new int[5]).Shuffle(1)).GetLength(0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    public void Predictions_are_the_same_bits_however_samples_come(int count)
    {
        var model = new SmallClassifier(1);
        float[] flat = TestData.Classes(Math.Max(count, 1)).Inputs.ToArray()[..(count * 5)];
        float[] expected = count == 0 ? [] : model.Predict(flat);
        var table = new float[count, 5];
        Buffer.BlockCopy(flat, 0, table, 0, flat.Length * sizeof(float));
        var permuted = Tensor.PermuteDimensions(Tensor.Create([.. Enumerable.Range(0, 5).SelectMany(column => flat.Where((_, i) => i % 5 == column))], [5, count]), [1, 0]);
        Assert.Equal(expected, model.Predict(table).Cast<float>());
        Assert.Equal(expected, model.Predict(flat.Chunk(5).ToArray()).SelectMany(row => row));
        Assert.Equal(expected, model.Predict(Tensor.Create(flat, [count, 5])));
        Assert.Equal(expected, model.Predict(permuted));
        Assert.Equal(expected, model.Predict(Dataset.From(table, new int[count])).Cast<float>());
        Assert.Equal(expected.Chunk(3).Select(row => ArgMax.Of(row)), model.PredictClasses(table));

        // Into every second place of a larger tensor.
        Tensor<float> room = Tensor.Create(new float[count * 6], [count, 6]);
        model.Predict(permuted, room.AsTensorSpan()[.., ..3]);
        Assert.Equal(expected, room.Where((_, i) => i % 6 < 3));
        Assert.All(room.Where((_, i) => i % 6 >= 3), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Tensors_keep_the_shape_of_outputs_and_are_refused_where_there_is_no_room()
    {
        var model = new RowSoftmax();
        Assert.Equal([2, 3, 5], model.Predict(Tensor.Create(new float[30], [2, 3, 5])).Lengths.ToArray());
        Assert.Equal([2, 3, 5], model.Predict(Tensor.Create(new float[30], [30])).Lengths.ToArray());
        var x = Tensor.Create(new float[30], [2, 3, 5]);
        Message("There is room for 2 x 14 numbers. Expected 15 for each of the 2 samples.", () => model.Predict(x, Tensor.Create(new float[28], [2, 14])));
        Message("There is room for 3 x 10 numbers.", () => model.Predict(x, Tensor.Create(new float[30], [3, 10])));
        Message("The outputs share memory with the inputs", () => model.Predict(x, x));
        Message("31 values came. Expected 15 for each sample", () => model.Predict(Tensor.Create(new float[31], [31])));
    }

    [Fact]
    public void Tensors_that_lie_in_one_piece_are_predicted_without_allocating()
    {
        var model = new SmallClassifier(1);
        Tensor<float> x = Tensor.Create(new float[50], [10, 5]), outputs = Tensor.Create(new float[30], [10, 3]);
        var sample = new float[5];
        Assert.Equal(0, Allocation.InEachRun(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                model.Predict(x, outputs);
                model.PredictClass(sample);
            }
        }));
    }

    [Fact]
    public void Classes_have_names_and_probabilities()
    {
        var model = new SmallClassifier(1);
        float[] sample = [1, 2, 3, 4, 5], outputs = model.Predict(sample);
        Assert.Equal(ArgMax.Of(outputs), model.PredictClass(sample));
        IReadOnlyList<ClassProbability> named = model.PredictNamed(sample, ["a", "b", "c"]);
        Assert.Equal(outputs.OrderDescending(), named.Select(each => each.Probability));
        Assert.All(named, each => Assert.Equal(("abc"[each.Class].ToString(), outputs[each.Class]), (each.Name, each.Probability)));
        Assert.Equal("dog 0.8731", new ClassProbability(1, "dog", 0.87312f).ToString());

        var single = new YesNo(1);
        float yes = single.Predict(new float[4])[0];
        Assert.Equal(yes, single.PredictNamed(new float[4], ["no", "yes"]).Single(each => each.Name == "yes").Probability);
        Assert.Equal(yes > 0.5f ? 1 : 0, single.PredictClass(new float[4]));

        Message("The list of class names has 2 values. Expected 3.", () => model.PredictNamed(sample, ["a", "b"]));
        Message("The sample has 10 values. Expected 5.", () => model.PredictClass(new float[10]));
        Message("The output of RowSoftmax for a sample has the shape (3, 5)", () => new RowSoftmax().PredictClass(new float[15]));
        Assert.Throws<ArithmeticException>(() => model.PredictClass([float.NaN, 0, 0, 0, 0]));
        Assert.Throws<ArithmeticException>(() => model.PredictNamed([float.NaN, 0, 0, 0, 0], ["a", "b", "c"]));
    }

    [Fact]
    public void A_confusion_matrix_takes_model_and_data()
    {
        var model = new SmallClassifier(1);
        var data = new Dataset<float, int>(TestData.Classes(40).Inputs, TestData.Classes(40).Targets, 40, ["one", "two", "three"]);
        var matrix = ConfusionMatrix.Of(model, data);
        Assert.Equal(model.Evaluate(data).Accuracy!.Value, matrix.Accuracy, 1e-9);
        Assert.Contains("three", matrix.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, ConfusionMatrix.Of(new YesNo(1), Dataset.From(new float[2, 4], new bool[2])).Classes);
    }

    [Fact]
    public void Weights_go_to_a_model_with_the_same_layers_and_to_no_other()
    {
        SmallClassifier from = new(1), to = new(2);
        from.CopyTo(to);
        from.CopyTo(from);
        Assert.Equal(TestData.Bits(from), TestData.Bits(to));
        Assert.Equal(TestData.Bits(from), TestData.Bits(new SmallClassifier(1)));

        var saved = new Saved(3);
        int[] before = TestData.Bits(saved);
        ArgumentException error = Assert.Throws<ArgumentException>("other", () => new OtherSizes(1).CopyTo(saved));
        Assert.StartsWith("Saved has other weights than OtherSizes: conv2d: OtherSizes has 5 filters, the model has 4;", error.Message, StringComparison.Ordinal);
        Assert.Contains("dense_1: OtherSizes has 32 units, the model has 64", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, TestData.Bits(saved));
        Assert.Throws<ArgumentNullException>("other", () => saved.CopyTo(null!));
    }

    [Fact]
    public void Weights_go_from_parameter_to_parameter_of_one_shape()
    {
        SmallClassifier from = new(1), to = new(2);
        to.DenseKernel.CopyFrom(from.DenseKernel);
        to.DenseKernel.CopyFrom(to.DenseKernel);
        var expected = new float[from.DenseKernel.Count];
        var actual = new float[from.DenseKernel.Count];
        from.DenseKernel.CopyTo(expected);
        to.DenseKernel.CopyTo(actual);
        Assert.Equal(expected, actual);
        Message("dense/bias (19) was to be copied to dense_1/bias (17). Expected the same shape.", () => to.Dense1Bias.CopyFrom(from.DenseBias));
    }

    private static void Message(string start, Action action)
        => Assert.StartsWith(start, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}

/// <summary>A classifier of one-hot rows.</summary>
[Model(4)]
[Dense(3, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class OneHot;

/// <summary>Samples of a shape whose axes all differ.</summary>
[Model(3, 4, 2)]
[Flatten]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Shaped;
