using System.Globalization;

namespace StaticNet.Tests;

/// <summary>Messages are the same whatever the culture of the thread, one with another minus sign and decimal separator among them.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class CultureTests
{
    private static readonly Dataset<float, int> _data = Dataset.From(new float[10], new[] { 0, 1 });

    [Fact]
    public void Messages_do_not_depend_on_the_culture()
    {
        var model = new SmallClassifier();
        Same("Sample -3 was asked of a data set of 2.", () => _data.Input(-3).ToArray());
        Same("Sample -3 was asked of a data set of 2.", () => _data.Target(-3).ToArray());
        Same("Samples -7 to -3 were asked of a data set of 2.", () => _data.Slice(-7, 5));
        Same("fraction is -0.25.", () => _data.SplitTail(-0.25f));
        Same("Classes -1 and -2 were asked for.", () => _ = new ConfusionMatrix([0], [0], 1)[-1, -2]);
        Same("The label of sample 0 is -4.", () => new ConfusionMatrix([-4], [0], 2));
        Same("The label of sample 1 is -2.", () => model.Evaluate(Dataset.From(new float[10], new[] { 0, -2 })));
        Same("The label of sample 0 is -2.", () => model.TrainOnBatch(new float[5], [-2], new Adam()));
        Same("Sample 0 holds -Infinity at place 1.", () => model.TrainOnBatch([0, float.NegativeInfinity, 0, 0, 0], [0], new Adam()));
        Same("Target 0 holds -0.5 at place 0.", () => new YesNo().TrainOnBatch(new float[4], [-0.5f], new Adam()));
        Same("Sample 0 holds the token -5 at place 1.", () => new TokenAverage().Predict([0, -5]));
        Same("LearningRate is -0.5.", () => new Adam(-0.5f));
        Same("ValidationSplit is -0.5.", () => new FitOptions { ValidationSplit = -0.5f });
        Same("Epochs is -2.", () => new FitOptions { Epochs = -2 });
        Same("BatchSize is -2.", () => new FitOptions { BatchSize = -2 });
        Same("Threads is -2.", () => model.Threads = -2);
        Same("classes is -2.", () => ArgMax.OfRows([1], -2));

        static void Same(string message, Func<object> action) => Refused(message, () => action());
    }

    [Fact]
    public void Tables_do_not_depend_on_the_culture()
    {
        string matrix = new ConfusionMatrix([0, 1, 1], [0, 1, 0], 2).ToString(), summary = new LargerClassifier().Summary();
        In(() =>
        {
            Assert.Equal(matrix, new ConfusionMatrix([0, 1, 1], [0, 1, 0], 2).ToString());
            Assert.Equal(summary, new LargerClassifier().Summary());
        });
    }

    private static void Refused(string message, Action action)
        => In(() => Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal));

    private static void In(Action action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NegativeSign, other.NumberFormat.NumberDecimalSeparator) = ("−", ",");
        (other.NumberFormat.NegativeInfinitySymbol, other.NumberFormat.NumberGroupSeparator) = ("−∞", "'");
        CultureInfo.CurrentCulture = other;
        try
        {
            action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

/// <summary>A mean of rows of a table.</summary>
[Model(2)]
[Embedding(3, 4)]
[GlobalAveragePooling1D]
internal sealed partial class TokenAverage;
