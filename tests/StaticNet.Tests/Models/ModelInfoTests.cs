using StaticNet.Kernels;

namespace StaticNet.Tests;

/// <summary>A description of a model that cannot be true is refused before any memory goes by it.</summary>
public class ModelInfoTests
{
    [Fact]
    public void A_true_description_is_taken()
        => Assert.Equal(3 * 5, new Described(Info()).Parameters[0].Count);

    // A library compiled against another StaticNet than the one that is loaded.
    [Theory]
    [InlineData(-1)]
    [InlineData(Contract.Number + 1)]
    public void Code_generated_for_another_run_time_is_refused(int contract)
    {
        var first = new ParameterInfo("first", [3, 5], 0, 16, Initializer.Zeros, 3, 5);
        ModelInfo info = Of(contract, Plan(), [5], 0, [first]);
        string message = Assert.Throws<InvalidOperationException>(() => new Described(info)).Message;
        Assert.Contains($"Described was generated for contract {contract} of StaticNet", message);
        Assert.Contains("Rebuild the assembly StaticNet.Tests against this version", message);
    }

    [Theory]
    [InlineData("beyond the end", "ends at 64, beyond the 48 numbers")]
    [InlineData("overlap", "second begins at 32, inside the parameter before it (which ends at 48)")]
    [InlineData("unaligned", "begins at 40")]
    [InlineData("negative", "begins at -16")]
    [InlineData("narrow rows", "are 4 apart")]
    [InlineData("odd rows", "are 20 apart")]
    [InlineData("negative panels", "the 3 rows of first, 16 apart, are no panels of -3 rows")]
    [InlineData("uneven panels", "the 3 rows of first, 16 apart, are no panels of 2 rows")]
    [InlineData("panels of more rows", "the 3 rows of first, 16 apart, are no panels of 6 rows")]
    [InlineData("narrow panels", "the 3 rows of first, 5 apart, are no panels of 3 rows")]
    [InlineData("a panel too many", "the 1 rows of first, 32 apart, are no panels of 1 rows")]
    [InlineData("table in panels", "the 3 rows of first, 16 apart, are no panels of 3 rows")]
    [InlineData("no size", "the shape of first is (3, 0)")]
    [InlineData("negative size", "the shape of first is (3, -5)")]
    [InlineData("too large", "more numbers than an array can hold")]
    [InlineData("row axes", "has 3 of 2 axes")]
    [InlineData("no row axes", "a row of first has 0 of 2 axes")]
    [InlineData("row axes of a number", "a row of first has 1 of 0 axes")]
    [InlineData("ones", "4 ones from 12 on do not lie in the 15 numbers of first")]
    [InlineData("small table", "the table first has no row for each of 4 tokens")]
    [InlineData("no such input", "first is read by input 1 of 1")]
    [InlineData("no rows", "InferenceRows are 0")]
    [InlineData("negative plan", "TrainingPerSample are -1")]
    [InlineData("no input", "the shape of the input is ()")]
    [InlineData("no loss", "the loss of output is 99, which is none")]
    [InlineData("large input", "the shape of the input is (65536, 65536)")]
    public void What_cannot_be_true_is_refused(string lie, string message)
    {
        var first = new ParameterInfo("first", [3, 5], 0, 16, Initializer.Zeros, 3, 5);
        MemoryPlan plan = Plan();
        ModelInfo info = lie switch
        {
            "beyond the end" => Info(first, new ParameterInfo("second", [5], 48, 16, Initializer.Zeros, 3, 5)),
            "overlap" => Info(first, new ParameterInfo("second", [5], 32, 16, Initializer.Zeros, 3, 5)),
            "unaligned" => Info(first with { Offset = 40 }),
            "negative" => Info(first with { Offset = -16 }),
            "narrow rows" => Info(first with { Stride = 4 }),
            "odd rows" => Info(first with { Stride = 20 }),
            "negative panels" => Info(first with { PanelRows = -3 }),
            "uneven panels" => Info(first with { PanelRows = 2 }),
            "panels of more rows" => Info(first with { PanelRows = 6 }),
            "narrow panels" => Info(first with { Stride = 5, PanelRows = 3 }),
            "a panel too many" => Info(first with { Shape = [1, 5], Stride = 32, PanelRows = 1 }),
            "table in panels" => Info(plan, [5], 3, first with { IsTable = true, PanelRows = 3 }),
            "no size" => Info(first with { Shape = [3, 0] }),
            "negative size" => Info(first with { Shape = [3, -5] }),
            "too large" => Info(first with { Shape = [65536, 65536], Stride = 65536 }),
            "row axes" => Info(first with { RowAxes = 3 }),
            "no row axes" => Info(first with { RowAxes = 0 }),
            "row axes of a number" => Info(first with { Shape = [] }),
            "ones" => Info(first with { OnesAt = 12, Ones = 4 }),
            "no such input" => Info(first with { Inputs = [0, 1] }),
            "small table" => Info(plan, [5], 4, first with { IsTable = true }),
            "no rows" => Info(plan with { InferenceRows = 0 }, [5], 0, first),
            "negative plan" => Info(plan with { TrainingPerSample = -1 }, [5], 0, first),
            "no loss" => Of(Contract.Number, plan, [5], 0, [first], (Loss)99),
            "no input" => Info(plan, [], 0, first),
            _ => Info(plan, [65536, 65536], 0, first),
        };
        ArgumentException error = Assert.Throws<ArgumentException>("info", () => new Described(info));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_that_no_kernel_knows_are_refused()
    {
        Assert.Throws<NotSupportedException>(() => new OfDoubles(Info()));
        Assert.Throws<NotSupportedException>(() => new OfLabels(Info()));
    }

    [Fact]
    public void Lists_cannot_be_written_to_by_whoever_casts_them()
    {
        int[] shape = [3, 5];
        var parameter = new ParameterInfo("first", shape, 0, 16, Initializer.Zeros, 3, 5);
        ModelInfo info = Info(Plan(), shape, 0, parameter);
        var layer = new LayerInfo("dense", "Dense", shape, 15);
        shape[0] = 100;
        Assert.Equal([3, 5], parameter.Shape);
        Assert.Equal([3, 5], info.InputShape);
        Assert.Equal([3, 5], layer.OutputShape);
        var model = new SmallClassifier(1);
        History history = model.Fit(TestData.Classes(40), new FitOptions { Epochs = 2, Progress = ProgressDisplay.Silent });
        ReadOnly(parameter.Shape);
        ReadOnly(layer.OutputShape);
        ReadOnly(info.InputShape);
        ReadOnly(info.OutputShape);
        ReadOnly(info.Parameters);
        ReadOnly(info.Layers);
        ReadOnly(model.Info.InputShape);
        ReadOnly(model.Info.OutputShape);
        ReadOnly(model.Info.Layers);
        ReadOnly(model.Info.Parameters);
        ReadOnly(model.Info.Layers[0].OutputShape);
        ReadOnly(model.Parameters);
        ReadOnly(model.DenseKernel.Shape);
        ReadOnly(history["loss"]);
        ReadOnly(history.EpochTimes);
        ReadOnly(history.Metrics);
        ReadOnly(new ModelAttribute(3, 5).InputShape);
        ReadOnly(new PermuteAttribute(2, 1).Dims);
        ReadOnly(new ReshapeAttribute(3, 5).TargetShape);
        ReadOnly(new ShapeMismatch("dense/kernel", new long[] { 3 }, shape).FileShape);
        ReadOnly(new ShapeMismatch("dense/kernel", new long[] { 3 }, shape).ModelShape);
        ReadOnly(NpyArray.Create<int>(shape).Shape);

        static void ReadOnly<T>(IReadOnlyCollection<T> list)
        {
            Assert.False(list is T[] or List<T>);
            ICollection<T>? collection = list as ICollection<T>;
            Assert.True(collection is null || collection.IsReadOnly);
        }
    }

    [Theory]
    [InlineData(-1, 1, 16, 48, "it predicts the output of layer -1, but has 1 layers")]
    [InlineData(1, 1, 16, 48, "it predicts the output of layer 1, but has 1 layers")]
    [InlineData(0, 0, 16, 48, "InferenceRows are 0")]
    [InlineData(0, 1, -1, 48, "Inference are -1")]
    [InlineData(0, 1, 16, 64, "the output of dense takes 64 of 48 numbers of all parameters")]
    public void An_output_that_cannot_be_is_refused(int layer, int rows, int inference, int parameters, string message)
    {
        ModelInfo info = WithOutput(new LayerOutputInfo(layer, new MemoryPlan { Parameters = parameters, InferenceRows = rows, Inference = inference, Operations = 1 }));
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new Described(info)).Message, StringComparison.Ordinal);
    }

    // A model's own part may call what generated code calls.
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void An_output_that_is_not_there_is_refused(int output)
    {
        var model = new OfOutputs(WithOutput(new LayerOutputInfo(0, Plan())));
        Assert.Equal("output", Assert.Throws<ArgumentOutOfRangeException>(() => model.Call(output, [1, 2, 3, 4, 5], [0])).ParamName);
        model.Call(0, [1, 2, 3, 4, 5], [0]);
    }

    [Theory]
    [InlineData(5, -1, 1, 16, 48, "its Kept are -1")]
    [InlineData(5, 16, 0, 16, 48, "InferenceRows are 0")]
    [InlineData(5, 16, 1, -1, 48, "Inference are -1")]
    [InlineData(5, 16, 1, 16, 64, "a step takes 64 of 48 numbers of all parameters")]
    [InlineData(1, 16, 1, 16, 48, "it predicts step by step, with 1 inputs of 5 steps and 1 outputs of 1")]
    public void Steps_that_cannot_be_are_refused(int outputs, int kept, int rows, int inference, int parameters, string message)
    {
        ModelInfo info = WithSteps(outputs, new DecodingInfo(kept, new MemoryPlan { Parameters = parameters, InferenceRows = rows, Inference = inference, Operations = 1 }));
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new Described(info)).Message, StringComparison.Ordinal);
    }

    // A model's own part may call what generated code calls.
    [Fact]
    public void Steps_that_are_not_there_are_refused()
    {
        Assert.Equal(
            "Described cannot be predicted step by step: some of its layers look at later steps, or there is none that keeps anything of earlier ones.",
            Assert.Throws<InvalidOperationException>(() => new OfOutputs(Info()).Start()).Message);
        Assert.Equal(5, new OfOutputs(WithSteps(5, new DecodingInfo(16, Plan()))).Start().Length);
    }

    private static ModelInfo WithSteps(int outputs, DecodingInfo decoding)
    {
        ModelInfo info = Info();
        return new ModelInfo
        {
            Contract = info.Contract,
            Name = info.Name,
            InputShape = info.InputShape,
            OutputShape = [outputs],
            Layers = info.Layers,
            Parameters = info.Parameters,
            Memory = info.Memory,
            Decoding = decoding,
        };
    }

    private static ModelInfo WithOutput(LayerOutputInfo output)
    {
        ModelInfo info = Info();
        return new ModelInfo
        {
            Contract = info.Contract,
            Name = info.Name,
            InputShape = info.InputShape,
            OutputShape = info.OutputShape,
            Layers = info.Layers,
            Parameters = info.Parameters,
            Memory = info.Memory,
            LayerOutputs = [output],
        };
    }

    private static MemoryPlan Plan() => new() { Parameters = 48, InferenceRows = 1, Inference = 16, Operations = 1 };

    private static ModelInfo Info(params ParameterInfo[] parameters)
        => Info(Plan(), [5], 0, parameters is [] ? [new ParameterInfo("first", [3, 5], 0, 16, Initializer.Zeros, 3, 5)] : parameters);

    private static ModelInfo Info(MemoryPlan plan, int[] inputShape, int vocabulary, params ParameterInfo[] parameters)
        => Of(Contract.Number, plan, inputShape, vocabulary, parameters);

    private static ModelInfo Of(
        int contract, MemoryPlan plan, int[] inputShape, int vocabulary, ParameterInfo[] parameters, Loss? loss = null) => new()
        {
            Contract = contract,
            Name = "Described",
            InputShape = inputShape,
            OutputShape = [1],
            Vocabulary = vocabulary,
            Layers = [new("dense", "Dense", [1], 0)],
            Parameters = parameters,
            Memory = plan,
            Loss = loss,
        };

    private sealed class Described(ModelInfo info) : Model
    {
        protected override ModelInfo DescribeModel() => info;
    }

    private sealed unsafe class OfOutputs(ModelInfo info) : Model<float>
    {
        public Decoder<float> Start() => NewDecoder();

        public void Call(int output, float[] inputs, float[] outputs) => LayerOutput(output, inputs, outputs);

        protected override ModelInfo DescribeModel() => info;

        protected override void InferLayer(int output, float* parameters, float* inputs, float* outputs, float* prepared, float* workspace, int rows)
        {
        }
    }

    private sealed unsafe class OfDoubles(ModelInfo info) : Model<double>
    {
        protected override ModelInfo DescribeModel() => info;

        protected override void Infer(float* parameters, double* inputs, float* outputs, float* prepared, float* workspace, int rows)
        {
        }
    }

    private sealed unsafe class OfLabels(ModelInfo info) : TrainableModel<float, int>
    {
        protected override ModelInfo DescribeModel() => info;

        protected override void Infer(float* parameters, float* inputs, float* outputs, float* prepared, float* workspace, int rows)
        {
        }

        protected override void Prepare(float* parameters, float* derived)
        {
        }

        protected override void Update(float* parameters, in TrainingStep<float, int> step, int part, int parts)
        {
        }

        protected override void Measure(
            float* parameters, float* inputs, int* targets, float* prepared, float* workspace, SampleLoss* losses, int rows)
        {
        }
    }
}
