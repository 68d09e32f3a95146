namespace StaticNet.Tests.Models;

/// <summary>Models with several inputs and outputs: members with a parameter for each, data sets, metrics, threads, memory, files.</summary>
[Collection(AloneCollection.Name)]
public class ColumnTests
{
    private static readonly string[] _departments = ["billing", "hardware", "network", "other"];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(48, 1)]
    [InlineData(49, 3)]
    [InlineData(500, 7)]
    public void All_ways_to_predict_give_the_same_bits(int samples, int threads)
    {
        var model = new Tickets(seed: 3) { Threads = threads };
        Columns columns = new(samples);
        var urgent = new float[samples];
        var department = new float[samples * 4];
        model.Predict(columns.Title, columns.TagValues, urgent, department);
        (float[,] urgentRows, float[,] departmentRows) = model.Predict(columns.Title, columns.Tags);
        Assert.Equal(urgent, urgentRows.Cast<float>());
        Assert.Equal(department, departmentRows.Cast<float>());

        Dataset<Mixed, Mixed> data = columns.Data();
        float[] joined = model.Predict(data.Inputs.Span);
        Assert.Equal(joined, model.Predict(data).Cast<float>());
        for (int i = 0; i < samples; i++)
        {
            Assert.Equal(urgent[i], joined[i * 5]);
            Assert.Equal(department[(i * 4)..((i * 4) + 4)], joined[((i * 5) + 1)..((i * 5) + 5)]);
        }

        var alone = new float[1];
        var four = new float[4];
        model.Predict(columns.Title.AsSpan(^6..), columns.TagValues.AsSpan(^3..), alone, four);
        Assert.Equal([urgent[^1], .. department[^4..]], [.. alone, .. four]);

        float[] ofLayer = new float[samples * 4];
        model.PredictDepartment(columns.Title, columns.TagValues, ofLayer);
        Assert.Equal(department, ofLayer);
        Assert.Equal(department, model.PredictDepartment(columns.Title, columns.Tags).Cast<float>());
    }

    [Fact]
    public void What_is_said_of_a_model_names_its_inputs_and_outputs()
    {
        ModelInfo info = new Tickets().Info;
        Assert.Equal([("title", 6, 50), ("tags", 3, 0)], info.Inputs.Select(input => (input.Name, input.Size, input.Vocabulary)));
        Assert.Equal(
            [("urgent", 1, Loss.BinaryCrossentropy, 1), ("department", 4, Loss.SparseCategoricalCrossentropy, 0.25)],
            info.Outputs.Select(output => (output.Name, output.Size, output.Loss!.Value, output.Weight)));
        Assert.Contains("title (InputLayer)", info.ToString(), StringComparison.Ordinal);
        Assert.Equal(["a", "b"], new SameValueTwice().Info.Inputs.Select(input => input.Name));
        Assert.All(new TwoEnds().Info.Outputs, output => Assert.Null(output.Loss));
        Assert.Equal(("input", 5), (new TwoEnds().Info.Inputs[0].Name, new TwoEnds().Info.Inputs[0].Size));
    }

    [Fact]
    public void Metrics_have_the_names_of_outputs_and_the_loss_is_their_weighted_sum()
    {
        var model = new Tickets(seed: 1);
        Columns columns = new(90);
        History history = columns.Fit(model, new FitOptions { Epochs = 3, BatchSize = 16, ValidationSplit = 0.2f });
        string[] names = ["department_accuracy", "department_loss", "loss", "urgent_accuracy", "urgent_loss"];
        Assert.Equal([.. names, .. names.Select(name => "val_" + name)], history.Metrics);
        foreach (string prefix in (string[])["", "val_"])
        {
            for (int epoch = 0; epoch < 3; epoch++)
                Assert.Equal(history[prefix + "urgent_loss"][epoch] + (0.25 * history[prefix + "department_loss"][epoch]), history[prefix + "loss"][epoch], 1e-12);
        }

        Evaluation evaluation = columns.Evaluate(model);
        Assert.Equal(names, evaluation.Metrics.Keys);
        Assert.Equal(evaluation.Loss, evaluation.Metrics["loss"]);
        Assert.Null(evaluation.Accuracy);
        Assert.StartsWith("department_accuracy: ", evaluation.ToString(), StringComparison.Ordinal);
        Assert.True(history["loss"][2] < history["loss"][0]);
    }

    [Fact]
    public void It_learns()
    {
        var model = new Tickets(seed: 2);
        Columns columns = new(400);
        columns.Fit(model, new FitOptions { Epochs = 40, Optimizer = new Adam { LearningRate = 0.01 } });
        Evaluation evaluation = columns.Evaluate(model);
        Assert.True(evaluation.Metrics["urgent_accuracy"] > 0.95, evaluation.ToString());
        Assert.True(evaluation.Metrics["department_accuracy"] > 0.9, evaluation.ToString());
    }

    [Fact]
    public void Threads_and_the_size_of_tiles_change_no_bit()
    {
        foreach (Func<int, Model> trained in (Func<int, Model>[])[TrainTickets, TrainSteps, TrainSame])
        {
            float[] expected = Weights(trained(1));
            Assert.All(expected, weight => Assert.True(float.IsFinite(weight)));
            for (int threads = 2; threads <= 7; threads += 5)
                Assert.Equal(expected, Weights(trained(threads)));
        }

        Dataset<Mixed, Mixed> tickets = new Columns(50).Data();
        SharedWork.AssertSameBits(new Tickets(seed: 6), tickets.Inputs.Span, tickets.Targets.Span);
    }

    [Fact]
    public void A_prediction_and_a_step_allocate_nothing()
    {
        var model = new Tickets { Threads = 1 };
        Columns columns = new(33);
        Dataset<Mixed, Mixed> data = columns.Data();
        var urgent = new float[33];
        var department = new float[33 * 4];
        var optimizer = new Adam();
        Assert.Equal(0, Allocation.InEachRun(() => model.Predict(columns.Title, columns.TagValues, urgent, department)));
        Assert.Equal(0, Allocation.InEachRun(() => model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer)));
    }

    [Fact]
    public void Training_goes_on_from_a_checkpoint_with_the_same_bits()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "tickets.safetensors");
        Columns columns = new(70);
        FitOptions Options(int epochs, bool resume) => new() { Epochs = epochs, BatchSize = 16, Checkpoint = path, Resume = resume };
        var whole = new Tickets(seed: 5);
        History expected = columns.Fit(whole, Options(4, resume: false));
        File.Delete(path);
        columns.Fit(new Tickets(seed: 5), Options(2, resume: false));
        var resumed = new Tickets(seed: 5);
        History history = columns.Fit(resumed, Options(4, resume: true));
        Assert.Equal(Weights(whole), Weights(resumed));
        foreach (string metric in expected.Metrics)
            Assert.Equal(expected[metric], history[metric]);
    }

    [Fact]
    public void A_checkpoint_of_other_outputs_is_refused()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "tickets.safetensors");
        Columns columns = new(32);
        columns.Fit(new Tickets(seed: 5), new FitOptions { Epochs = 1, Checkpoint = path });
        string text = File.ReadAllText(path, System.Text.Encoding.Latin1);
        int losses = text.IndexOf("Losses", StringComparison.Ordinal), comma = text.IndexOf(',', losses);
        File.WriteAllText(path, string.Concat(text.AsSpan(0, comma), " ", text.AsSpan(comma + 1)), System.Text.Encoding.Latin1);
        Assert.Throws<InvalidDataException>(() => columns.Fit(new Tickets(seed: 5), new FitOptions { Epochs = 2, Checkpoint = path, Resume = true }));
    }

    [Fact]
    public void Weights_go_through_a_file()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "tickets.safetensors");
        var model = new Tickets(seed: 8);
        model.Save(path);
        var other = new Tickets();
        other.Load(path);
        Assert.Equal(Weights(model), Weights(other));
    }

    [Fact]
    public void A_source_of_samples_trains_like_a_data_set()
    {
        Dataset<Mixed, Mixed> data = new Columns(40).Data();
        IEnumerable<(Mixed[], Mixed[])> samples = Enumerable.Range(0, 40).Select(i => (data.Input(i).ToArray(), data.Target(i).ToArray()));
        var options = new FitOptions { Epochs = 2, Shuffle = false, BatchSize = 8 };
        Tickets one = new(seed: 1), other = new(seed: 1);
        one.Fit(data, options);
        other.Fit(DataSource.From(samples), options);
        Assert.Equal(Weights(one), Weights(other));
        Assert.Equal(one.Evaluate(data).Loss, other.Evaluate(DataSource.From(samples)).Loss);
    }

    [Fact]
    public void Outputs_without_a_loss_are_predicted()
    {
        var model = new TwoEnds(seed: 4);
        float[] x = Numbers(15, 1);
        float[] left = new float[3], right = new float[3 * 33];
        model.Predict(x, left, right);
        Assert.Equal(left, model.PredictLeft(x));
        Assert.Equal(right, model.PredictRight(x));
        (float[,] Left, float[,] Right) both = model.Predict(new Rows<float>(x));
        Assert.Equal(right, both.Right.Cast<float>());
        Assert.Equal(1, right[..33].Sum(), 1e-5f);
    }

    [Fact]
    public void Targets_come_as_labels_names_yes_and_no_or_numbers()
    {
        Columns columns = new(12);
        Dataset<Mixed, Mixed> expected = Tickets.Data(columns.Title, columns.Tags, columns.Urgent.Select(yes => yes ? 1f : 0).ToArray(), columns.Department);
        Targets[] urgent = [columns.Urgent, columns.Urgent.Select(yes => yes ? 1 : 0).ToArray(), columns.Urgent.Select(yes => yes ? 1.0 : 0).ToArray()];
        Targets[] department =
        [
            columns.Department.Select(label => (float)label).ToArray(), columns.Department.Select(label => (byte)label).ToArray(),
            Labels.Of([.. columns.Department.Select(label => _departments[label])], _departments),
        ];
        for (int i = 0; i < urgent.Length; i++)
            Assert.Equal(expected.Targets.ToArray(), Tickets.Data(columns.Title, columns.Tags, urgent[i], department[i]).Targets.ToArray());
    }

    [Fact]
    public void Bad_columns_are_refused_by_name()
    {
        var model = new Tickets();
        Columns columns = new(4);
        float[] urgent = new float[4], department = new float[16];
        Refused("title", "23 values came", () => model.Predict(columns.Title.AsSpan(1), columns.TagValues, urgent, department));
        Refused("tags", "9 numbers of tags came, with 4 samples of title. Expected 12: 3 for each", () => model.Predict(columns.Title, columns.TagValues.AsSpan(3), urgent, department));
        Refused("department", "There is room for 15 numbers. Expected 16: 4 for each of the 4 samples", () => model.Predict(columns.Title, columns.TagValues, urgent, department.AsSpan(1)));
        var both = new float[20];
        Refused("department", "department shares memory with urgent", () => model.Predict(columns.Title, columns.TagValues, both.AsSpan(0, 4), both.AsSpan(3, 16)));
        model.Predict(columns.Title, columns.TagValues, both.AsSpan(0, 4), both.AsSpan(4));
        Refused("urgent", "share memory", () => model.Predict(columns.Title, columns.TagValues, columns.TagValues.AsSpan(2, 4), department));
        columns.Title[13] = 50;
        Refused("title", "Sample 2 holds the token 50 at place 1. Expected 0 to 49", () => model.Predict(columns.Title, columns.TagValues, urgent, department));
        Refused("title", "Sample 2 holds the token 50 at place 1", () => columns.Fit(model, new FitOptions()));
        Refused("title", "Sample 2 holds the token 50", () => model.TrainOnBatch(columns.Data().Inputs.Span, columns.Data().Targets.Span, new SGD()));
        columns.Title[13] = 1;
        columns.Tags[3, 2] = float.NaN;
        Refused("tags", "Sample 3 holds NaN at place 2", () => columns.Fit(model, new FitOptions()));
        columns.Tags[3, 2] = 0;
        columns.Department[1] = 4;
        Refused("department", "The label of sample 1 is 4. Expected 0 to 3", () => columns.Fit(model, new FitOptions()));
        Refused("department", "The label of sample 1 is 4", () => columns.Evaluate(model));
        Refused("department", "The label of sample 1 is 4", () => model.TrainOnBatch(columns.Data().Inputs.Span, columns.Data().Targets.Span, new SGD()));
        Refused("tags", "3 samples of tags came, and 4 of title", () => Tickets.Data(columns.Title, new float[3, 3], columns.Urgent, columns.Department));
        Refused("tags", "4 rows with 8 numbers in all of tags came. Expected 3 for each sample", () => Tickets.Data(columns.Title, new float[4, 2], columns.Urgent, columns.Department));
        Refused("urgent", "Target 0 holds 2 at place 0. BinaryCrossentropy expects probabilities", () => model.Fit(Tickets.Data(columns.Title, columns.Tags, new float[] { 2, 0, 0, 0 }, new int[4])));
        Refused("data", "A sample has 5 numbers. Tickets expects 9: its inputs one behind the other, title of shape (6), tags of shape (3); put them together with Tickets.Data", () => model.Evaluate(new Dataset<Mixed, Mixed>(new Mixed[5], new Mixed[2], 1)));
        Refused("data", "A target has 3 numbers. Tickets expects 2: those of its outputs one behind the other, 1 of urgent, 1 of department", () => model.Evaluate(new Dataset<Mixed, Mixed>(new Mixed[9], new Mixed[3], 1)));
        Refused("department", "Sample 2 holds 0.5 at place 0. Expected a whole number", () => Tickets.Data(columns.Title, columns.Tags, columns.Urgent, new[] { 1, 1, 0.5f, 1 }));
        var steps = new StepsAndWhole();
        Refused("sequence", "A sample has the shape (3, 7). sequence of StepsAndWhole expects (7, 3)", () => steps.Predict(new float[4, 3, 7], new float[4, 2]));
        Assert.Contains("several outputs", Assert.Throws<InvalidOperationException>(() => model.PredictNamed(columns.Data().Input(0), ["a", "b"])).Message, StringComparison.Ordinal);
        Assert.Contains("several outputs: urgent, department", Assert.Throws<InvalidOperationException>(() => model.PredictClasses(columns.Data())).Message, StringComparison.Ordinal);
        Assert.Contains("several outputs", Assert.Throws<InvalidOperationException>(() => model.PredictClass(columns.Data().Input(0))).Message, StringComparison.Ordinal);

        static void Refused(string argument, string message, Action action)
        {
            ArgumentException refused = Assert.ThrowsAny<ArgumentException>(action);
            Assert.Equal(argument, refused.ParamName);
            Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_to_predict_is_nothing_or_an_error_as_with_one_input()
    {
        var model = new Tickets();
        (float[,] urgent, float[,] department) = model.Predict(new int[0, 6], new float[0, 3]);
        Assert.Equal((0, 1, 0, 4), (urgent.GetLength(0), urgent.GetLength(1), department.GetLength(0), department.GetLength(1)));
        Assert.Throws<ArgumentException>(() => model.Predict([], [], [], []));
    }

    [Fact]
    public void Mixed_is_four_bytes_of_either()
    {
        Mixed number = 0.5f, token = 7;
        Assert.Equal((0.5f, 7), (number.ToSingle(), token.ToInt32()));
        Assert.True(number != token && number == (Mixed)0.5f && number.Equals((object)(Mixed)0.5f) && number.GetHashCode() == ((Mixed)0.5f).GetHashCode());
        Assert.Equal("0.5, or 1056964608", number.ToString());
    }

    private static Tickets TrainTickets(int threads)
    {
        var model = new Tickets(seed: 6) { Threads = threads };
        new Columns(50).Fit(model, new FitOptions { Epochs = 2, BatchSize = 13 });
        return model;
    }

    private static StepsAndWhole TrainSteps(int threads)
    {
        var model = new StepsAndWhole(seed: 6) { Threads = threads };
        model.Fit(
            Numbers(20 * 21, 1), Numbers(40, 2), Enumerable.Range(0, 140).Select(i => i % 3).ToArray(), Numbers(40, 3),
            new FitOptions { Epochs = 2, BatchSize = 7 });
        return model;
    }

    private static SameValueTwice TrainSame(int threads)
    {
        var model = new SameValueTwice(seed: 6) { Threads = threads };
        model.Fit(
            Numbers(80, 1), Numbers(80, 2), Numbers(80, 3), Numbers(80, 4), Numbers(60, 5), Numbers(60, 6),
            new FitOptions { Epochs = 2, BatchSize = 7 });
        return model;
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
    }

    private static float[] Weights(Model model) => [.. model.Parameters.SelectMany(parameter => parameter.ToArray())];

    // Urgent is what begins with a small token, and the department is the sign of two tags.
    private sealed class Columns
    {
        public Columns(int samples)
        {
            var random = new Random(samples);
            Title = [.. Enumerable.Range(0, samples * 6).Select(_ => random.Next(50))];
            Tags = new float[samples, 3];
            Urgent = new bool[samples];
            Department = new int[samples];
            for (int i = 0; i < samples; i++)
            {
                for (int tag = 0; tag < 3; tag++)
                    Tags[i, tag] = (random.NextSingle() * 2) - 1;
                Urgent[i] = Title[i * 6] < 25;
                Department[i] = (Tags[i, 0] > 0 ? 2 : 0) + (Tags[i, 1] > 0 ? 1 : 0);
            }
        }

        public int[] Title { get; }

        public float[,] Tags { get; }

        public float[] TagValues => field ??= [.. Tags.Cast<float>()];

        public bool[] Urgent { get; }

        public int[] Department { get; }

        public Dataset<Mixed, Mixed> Data() => Tickets.Data(Title, Tags, Urgent, Department);

        public History Fit(Tickets model, FitOptions options) => model.Fit(Title, Tags, Urgent, Department, options);

        public Evaluation Evaluate(Tickets model) => model.Evaluate(Title, Tags, Urgent, Department);
    }
}
