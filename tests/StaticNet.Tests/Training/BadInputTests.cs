namespace StaticNet.Tests.Training;

/// <summary>Input that does not fit is refused by name before any weight changes.</summary>
public class BadInputTests
{
    [Fact]
    public void Data_that_does_not_fit_is_refused()
    {
        Refused("The data set is empty. Expected at least one sample.", Data(0, 5));
        Refused("A sample has 6 numbers. SmallClassifier expects 5: shape (5).", Data(3, 6));
        Refused("A target has 2 numbers. SmallClassifier expects 1, a class label.", new(new float[15], new int[6], 3));
        Refused("The label of sample 2 is 3. Expected 0 to 2, a class for each of the 3 outputs.", Data(4, 5, label: 3));
        Refused("The label of sample 2 is -1. Expected 0 to 2, a class for each of the 3 outputs.", Data(4, 5, label: -1));
        Refused("Sample 1 holds NaN at place 2. Expected finite numbers", Data(4, 5, value: float.NaN));
        Refused("Sample 1 holds -Infinity at place 2. Expected finite numbers", Data(4, 5, value: float.NegativeInfinity));
        Refused("A validation split of 1E-45 leaves none of the 2 samples to validate with.", Data(2, 5), new FitOptions { ValidationSplit = 1e-45 });
        Refused("A validation split of 0.99 leaves none of the 2 samples to train on.", Data(2, 5), new FitOptions { ValidationSplit = 0.99 });

        static void Refused(string message, Dataset<float, int> data, FitOptions? options = null)
        {
            var model = new SmallClassifier(1);
            int[] weights = TestData.Bits(model);
            ArgumentException error = Assert.Throws<ArgumentException>("data", () => model.Fit(data, options ?? new FitOptions { Progress = ProgressDisplay.Silent }));
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
            Assert.Equal(weights, TestData.Bits(model));
            if (options is null)
                Assert.Throws<ArgumentException>("data", () => model.Evaluate(data));
        }
    }

    [Fact]
    public void The_validation_data_is_checked_before_the_first_step()
    {
        var model = new SmallClassifier(1);
        int[] weights = TestData.Bits(model);
        Assert.Throws<ArgumentException>("validation", () => model.Fit(Data(4, 5), null, Data(4, 5, label: 7)));
        Assert.Equal(weights, TestData.Bits(model));
    }

    [Fact]
    public void Targets_of_a_probability_lie_between_0_and_1()
    {
        var model = new YesNo();
        ArgumentException error = Assert.Throws<ArgumentException>("data", () => model.Fit(new Dataset<float, float>(new float[8], new float[] { 0, 2 }, 2)));
        Assert.StartsWith("Target 1 holds 2 at place 0. BinaryCrossentropy expects probabilities, from 0 to 1.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("data", () => model.Fit(new Dataset<float, float>(new float[8], new float[] { 0, float.NaN }, 2)));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Refused("Epochs", () => new FitOptions { Epochs = 0 });
        Refused("BatchSize", () => new FitOptions { BatchSize = 0 });
        Refused("ValidationSplit", () => new FitOptions { ValidationSplit = 1 });
        Refused("ValidationSplit", () => new FitOptions { ValidationSplit = -0.1f });
        Refused("ValidationSplit", () => new FitOptions { ValidationSplit = float.NaN });
        Refused("LearningRate", () => new Adam(-1));
        Refused("LearningRate", () => new SGD(float.PositiveInfinity));
        Refused("Beta1", () => new Adam { Beta1 = 1 });
        Refused("Beta2", () => new Adam { Beta2 = -1 });
        Refused("Epsilon", () => new Adam { Epsilon = -1 });
        Refused("Momentum", () => new SGD { Momentum = 1 });
        Refused("Progress", () => new FitOptions { Progress = (ProgressDisplay)77 });

        static void Refused(string argument, Func<object> action) => Assert.Throws<ArgumentOutOfRangeException>(argument, action);
    }

    [Fact]
    public void A_number_that_no_float_is_near_is_refused_in_words()
    {
        Refused("LearningRate is 1E+300, which is infinite as a float. Expected at most 3.4028235E+38.", () => new SGD(1e300));
        Refused("LearningRate is NaN. Expected a finite number of at least 0.", () => new SGD { LearningRate = double.NaN });
        Refused("LearningRate is Infinity. Expected a finite number of at least 0.", () => new SGD(double.PositiveInfinity));
        Refused("Beta1 is 0.9999999999, which is 1 as a float. Expected less than 1: at most 0.99999994.", () => new Adam { Beta1 = 0.9999999999 });
        Refused("Beta2 is 1E-60, which is 0 as a float. Expected 0 itself, or at least 1E-45.", () => new Adam { Beta2 = 1e-60 });
        Refused("Epsilon is 1E-60, which is 0 as a float. Expected 0 itself, or at least 1E-45.", () => new Adam { Epsilon = 1e-60 });
        Refused("Momentum is 1E-60, which is 0 as a float. Expected 0 itself, or at least 1E-45.", () => new SGD { Momentum = 1e-60 });
        Refused("ValidationSplit is 1. Expected at least 0 and less than 1.", () => new FitOptions { ValidationSplit = 1 });
        Refused("Progress is 77, which is no ProgressDisplay. Expected one of Auto, Silent, Bar, Lines.", () => new FitOptions { Progress = (ProgressDisplay)77 });

        static void Refused(string message, Func<object> action)
            => Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
    }

    // What was set is given back as it was; steps compute with the float next to it, as with the same number written as a float.
    [Fact]
    public void Numbers_of_an_optimizer_may_be_doubles()
    {
        var adam = new Adam(0.001) { Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-6 };
        Assert.Equal((0.001, 0.8, 0.95, 1e-6), (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon));
        var sgd = new SGD { LearningRate = 0.1, Momentum = 0.9 };
        Assert.Equal((0.1, 0.9), (sgd.LearningRate, sgd.Momentum));
        Assert.Equal((0.001, 0.9, 0.999, 1e-7), (new Adam().LearningRate, new Adam().Beta1, new Adam().Beta2, new Adam().Epsilon));
        Assert.Equal((0.01, 0.0), (new SGD().LearningRate, new SGD().Momentum));

        Assert.Equal(Trained(new Adam(0.001f) { Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 1e-6f }), Trained(adam));
        Assert.Equal(Trained(new SGD(0.1f) { Momentum = 0.9f }), Trained(sgd));
        Assert.Equal(Trained(new Adam(1e-3f) { Beta1 = 0.9f, Beta2 = 0.999f, Epsilon = 1e-7f }), Trained(new Adam()));

        static int[] Trained(Optimizer optimizer)
        {
            var model = new SmallClassifier(1);
            for (int step = 0; step < 5; step++)
                model.TrainOnBatch([1, 2, 3, 4, 5], [step % 3], optimizer);
            return TestData.Bits(model);
        }
    }

    [Fact]
    public void A_batch_that_does_not_fit_is_refused_and_a_batch_without_a_loss_changes_nothing()
    {
        var model = new SmallClassifier(1);
        int[] weights = TestData.Bits(model);
        Assert.Throws<ArgumentException>("inputs", () => model.TrainOnBatch(new float[6], [0], new Adam()));
        Assert.Throws<ArgumentException>("targets", () => model.TrainOnBatch(new float[10], [0], new Adam()));
        Assert.Throws<ArgumentException>("targets", () => model.TrainOnBatch(new float[5], [3], new Adam()));
        Assert.Throws<ArgumentException>("inputs", () => model.TrainOnBatch([float.NaN, 0, 0, 0, 0], [0], new Adam()));
        Assert.Equal(weights, TestData.Bits(model));

        model.Dense2Bias.CopyFrom([float.NaN, 0, 0]);
        weights = TestData.Bits(model);
        Assert.Throws<TrainingDivergedException>(() => model.TrainOnBatch(new float[5], [0], new Adam()));
        Assert.Equal(weights, TestData.Bits(model));
    }

    private static Dataset<float, int> Data(int count, int size, int label = 0, float value = 0)
    {
        var inputs = new float[count * size];
        var labels = new int[count];
        if (count > 2)
        {
            labels[2] = label;
            inputs[size + 2] = value;
        }

        return Dataset.From(inputs, labels);
    }
}
