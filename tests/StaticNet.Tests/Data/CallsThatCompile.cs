using System.Numerics.Tensors;
using static StaticNet.Activation;

namespace StaticNet.Tests.Data;

/// <summary>What a newcomer writes at first: each of these calls compiles, means what it says, and runs.</summary>
public class CallsThatCompile
{
    private static readonly FitOptions _silent = new() { Progress = ProgressDisplay.Silent };
    private static readonly float[,] _table = new float[4, 5];
    private static readonly float[][] _jagged = [new float[5], new float[5], new float[5], new float[5]];
    private static readonly float[] _flat = new float[20];
    private static readonly int[] _classes = [0, 1, 2, 1];

    private enum Animal
    {
        Cat,
        Dog,
        Hamster,
    }

    private static readonly Animal[] _animals = [Animal.Cat, Animal.Dog, Animal.Hamster, Animal.Cat];

    [Fact]
    public void Data_sets_of_anything()
    {
        Dataset<float, int>[] labelled =
        [
            Dataset.From(_flat, _classes),
            Dataset.From(_table, _classes),
            Dataset.From(new float[4, 5, 1], _classes),
            Dataset.From(new float[4, 5, 1, 1], _classes),
            Dataset.From(_jagged, _classes),
            Dataset.From(_jagged.ToList(), _classes),
            Dataset.From(_flat.AsMemory(), _classes.AsMemory()),
            Dataset.From((ReadOnlyMemory<float>)_flat, (ReadOnlyMemory<int>)_classes),
            Dataset.From(Tensor.Create(_flat, [4, 5]), Tensor.Create(_classes, [4])),
            Dataset.From(Rows.CopyOf<float>(Tensor.Create(_flat, [4, 5])), _classes),
            Dataset.From(new double[20], _classes.ToList()),
            Dataset.From(new double[4, 5], new byte[4]),
            Dataset.From(new double[4, 5, 1], new byte[4]),
            Dataset.From(new double[4, 5, 1, 1], new byte[4]),
            Dataset.From(new double[][] { new double[5], new double[5], new double[5], new double[5] }, new long[4]),
            Dataset.From(new List<double[]> { new double[5], new double[5], new double[5], new double[5] }, new bool[4]),
            Dataset.From(new byte[20], new byte[4]),
            Dataset.From(new byte[4, 5], new bool[4]),
            Dataset.From(new byte[4, 5, 1], new int[4, 1]),
            Dataset.From(new byte[4, 5, 1, 1], new[] { "a", "b", "a", "c" }),
            Dataset.From(new byte[][] { new byte[5], new byte[5], new byte[5], new byte[5] }, new List<string> { "a", "b", "a", "c" }),
            Dataset.From(_table, _animals),
            Dataset.From(_flat, _animals),
        ];
        Assert.All(labelled, data => Assert.Equal((4, 5, 1), (data.Count, data.InputSize, data.TargetSize)));

        Dataset<float, float>[] numbered =
        [
            Dataset.From(_flat, new float[4]),
            Dataset.From(_table, new float[4, 1]),
            Dataset.From(_jagged, new double[4]),
            Dataset.From(new double[4, 5], new double[4, 1]),
            Dataset.From(_table, new float[4].AsMemory()),
            Dataset.From(new byte[4, 5], new float[][] { [1], [2], [3], [4] }),
            Dataset.From(_table, Tensor.Create(new float[4], [4, 1])),
        ];
        Assert.All(numbered, data => Assert.Equal((4, 5, 1), (data.Count, data.InputSize, data.TargetSize)));
        Assert.Equal(3, Dataset.From(_table, new float[4, 3]).TargetSize);

        Dataset<int, int>[] tokens =
        [
            Dataset.From(new int[20], _classes),
            Dataset.From(new int[4, 5], new[] { "a", "b", "a", "c" }),
            Dataset.From(new int[][] { new int[5], new int[5], new int[5], new int[5] }, new bool[4]),
            Dataset.From(new List<int[]> { new int[5], new int[5], new int[5], new int[5] }, new byte[4]),
            Dataset.From(new int[20].AsMemory(), _classes.AsMemory()),
            Dataset.From(Tensor.Create(new int[20], [4, 5]), new long[4]),
            Dataset.From(new int[4, 5], _animals),
        ];
        Assert.All(tokens, data => Assert.Equal((4, 5, 1), (data.Count, data.InputSize, data.TargetSize)));
        Dataset<int, float> scored = Dataset.From(new int[4, 5], new float[4]);
        Assert.Equal((4, 5, 1), (scored.Count, scored.InputSize, scored.TargetSize));
    }

    [Fact]
    public void Fit_and_evaluate_on_anything()
    {
        var model = new SmallClassifier(1);
        model.Fit(_table, _classes, _silent);
        model.Fit(_flat, _classes, _silent);
        model.Fit(_jagged, new byte[4], _silent);
        model.Fit(new double[4, 5], new[] { "a", "b", "c", "a" }, _silent);
        model.Fit(_table, _animals, _silent);
        model.Fit(_table, new float[] { 0, 1, 2, 1 }, _silent);
        model.Fit(_table, new double[] { 0, 1, 2, 1 }, _silent);
        model.Fit(x: _table, y: _classes, options: _silent, validation: (_table, _classes));
        model.Fit(_table, _classes, _silent, (_jagged, new byte[4]), CancellationToken.None);
        model.Fit(_table, new[] { "a", "b", "c", "a" }, _silent, (_flat, new[] { "c", "c", "c", "a" }));
        model.Fit(_table, _animals, _silent, (_table, _animals));
        model.Fit(Dataset.From(_table, _classes), _silent, Dataset.From(_table, _animals));
        model.Evaluate(_table, _classes);
        model.Evaluate(_jagged, _animals);
        model.Evaluate(_table, new float[4]);
        model.Evaluate(new double[20], new List<int> { 0, 1, 2, 1 });

        var yesNo = new YesNo(1);
        var x = new float[4, 4];
        yesNo.Fit(x, new[] { 0, 1, 1, 0 }, _silent);
        yesNo.Fit(x, new[] { true, false, true, true }, _silent);
        yesNo.Fit(x, new[] { "no", "yes", "yes", "no" }, _silent);
        yesNo.Fit(x, new float[] { 0, 1, 1, 0.5f }, _silent, (x, new float[4, 1]));
        yesNo.Fit(x, new double[] { 0, 1, 1, 0.5 }, _silent, (x, new double[4]));
        yesNo.Fit(Dataset.From(x, new[] { 0, 1, 1, 0 }), _silent, Dataset.From(x, new[] { true, false, true, true }));
        yesNo.Evaluate(Dataset.From(x, new[] { 0, 1, 1, 0 }));
        yesNo.Evaluate(x, new bool[4]);

        var regression = new Regression(1);
        regression.Fit(new float[4, 2], new float[4, 2], _silent);
        regression.Fit(new float[8], new float[8], _silent);
        regression.Fit(new double[4, 2], new double[4][] { [1, 2], [1, 2], [1, 2], [1, 2] }, _silent);

        TrainableModel<int, float> texts = new TokenScore(1);
        texts.Fit(new int[4, 3], new[] { 0, 1, 1, 0 }, _silent);
        texts.Fit(new int[12], new float[4], _silent);
        texts.Fit(new int[][] { [1, 2, 3], [4, 5, 6] }, new bool[2], _silent);
        texts.Fit(new double[2, 3], new bool[2], _silent);
    }

    [Fact]
    public void Predict_to_and_from_the_same()
    {
        var model = new SmallClassifier(1);
        float[] ofArray = model.Predict(_flat);
        float[] ofSpan = model.Predict(_flat.AsSpan());
        float[] ofSlice = model.Predict(_flat.AsSpan(5, 5));
        float[] ofCollection = model.Predict([1, 2, 3, 4, 5]);
        float[,] ofTable = model.Predict(_table);
        float[,] ofImages = model.Predict(new float[4, 1, 5, 1]);
        float[,] ofDoubles = model.Predict(new double[4, 5]);
        float[,] ofMemory = model.Predict(_flat.AsMemory());
        float[][] ofJagged = model.Predict(_jagged);
        float[][] ofList = model.Predict(_jagged.ToList());
        Tensor<float> ofTensor = model.Predict(Tensor.Create(_flat, [4, 5]));
        Tensor<float> ofView = model.Predict(Tensor.Create(_flat, [4, 5]).AsReadOnlyTensorSpan());
        float[,] ofData = model.Predict(Dataset.From(_table, _classes));
        model.Predict(_flat, new float[12]);
        model.Predict(_flat.AsSpan(), ofArray);
        model.Predict(Tensor.Create(_flat, [4, 5]), Tensor.Create(new float[12], [4, 3]));
        model.Predict(Tensor.Create(_flat, [4, 5]).AsReadOnlyTensorSpan(), Tensor.Create(new float[12], [4, 3]).AsTensorSpan());
        Assert.Equal((12, 12, 3, 3), (ofArray.Length, ofSpan.Length, ofSlice.Length, ofCollection.Length));
        Assert.All([ofTable, ofImages, ofDoubles, ofMemory, ofData], outputs => Assert.Equal((4, 3), (outputs.GetLength(0), outputs.GetLength(1))));
        Assert.Equal((4, 3, 4, 3), (ofJagged.Length, ofJagged[0].Length, ofList.Length, ofList[3].Length));
        Assert.Equal([4, 3], ofTensor.Lengths.ToArray());
        Assert.Equal([4, 3], ofView.Lengths.ToArray());

        int one = model.PredictClass(_flat.AsSpan(0, 5));
        int same = model.PredictClass([0, 0, 0, 0, 0]);
        int again = model.PredictClass(new float[5]);
        Assert.Equal((one, one), (same, again));
        Assert.Equal(4, model.PredictClasses(_flat).Length);
        Assert.Equal(4, model.PredictClasses(_table).Length);
        Assert.Equal(4, model.PredictClasses(_jagged).Length);
        Assert.Equal(4, model.PredictClasses(new double[4, 5]).Length);
        Assert.Equal(4, model.PredictClasses(Dataset.From(_table, _classes)).Length);
        Assert.Equal(4, model.PredictClasses(Tensor.Create(_flat, [4, 5])).Length);
        IReadOnlyList<ClassProbability> named = model.PredictNamed(new float[5], ["a", "b", "c"]);
        Assert.Equal(3, named.Count);

        var tokens = new TokenScore(1);
        Assert.Single(tokens.Predict(new int[1, 3]));
        Assert.Single(tokens.Predict([1, 2, 3]));
        Assert.Single(tokens.Predict(new int[][] { [1, 2, 3] }));
    }
}

/// <summary>A score of three tokens.</summary>
[Model(3)]
[Embedding(10, 4)]
[GlobalAveragePooling1D]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class TokenScore;
