namespace StaticNet.Tests.Models.Documentation;

#pragma warning disable CA1861 // Snippets stand as users write them.

/// <summary>The snippets of the page about inputs and outputs.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class DocumentationTests
{
    [Fact]
    public void Snippets_are_those_of_the_page() => Snippets.AssertRun("docs/inputs-outputs.md", snippet => !snippet.Contains("[Model]", StringComparison.Ordinal));

    [Fact]
    public void Snippets_run()
    {
        const int Samples = 20;
        var title = new int[Samples, 20];
        var tags = new float[Samples, 12];
        var urgent = new bool[Samples];
        var department = new float[Samples, 4];
        for (int i = 0; i < Samples; i++)
        {
            title[i, 3] = i * 999;
            urgent[i] = i % 3 == 0;
            department[i, i % 4] = 1;
        }

        Dataset<Mixed, Mixed> all = Columns(title, tags, urgent, department);
        Predictions(all, [.. title.Cast<int>()], tags);
    }

    private static Dataset<Mixed, Mixed> Columns(int[,] title, float[,] tags, bool[] urgent, float[,] department)
    {
        {
            var model = new Tickets(seed: 1);
            History history = model.Fit(title, tags, urgent, department, new FitOptions { Epochs = 3, ValidationSplit = 0.1 });
            IReadOnlyList<double> losses = history["urgent_loss"];
            Assert.Equal(3, losses.Count);
        }

        {
            var model = new Tickets(seed: 1);
            Evaluation result = model.Evaluate(title, tags, urgent, department);
            double accuracy = result.Metrics["department_accuracy"];
            Assert.InRange(accuracy, 0, 1);
            Dataset<Mixed, Mixed> data = Tickets.Data(title, tags, urgent, department);
            var (train, test) = data.Split(0.25, seed: 7);
            model.Fit(train, new FitOptions { Epochs = 3 }, validation: test);
            return data;
        }
    }

    private static void Predictions(Dataset<Mixed, Mixed> data, int[] title, float[,] tags)
    {
        var model = new Tickets(seed: 1);
        float[] tagValues = [.. tags.Cast<float>()], urgency = new float[data.Count], departments = new float[4 * data.Count];
        model.Predict(title, tagValues, urgency, departments);              // spans in, spans out; thread-safe; allocates nothing
        (float[,] urgencyRows, float[,] departmentRows) = model.Predict(title, tags);
        float[,] features = model.PredictRead(title, tags);
        Assert.Equal(urgency, urgencyRows.Cast<float>());
        Assert.Equal(departments, departmentRows.Cast<float>());
        Assert.Equal((data.Count, 32), (features.GetLength(0), features.GetLength(1)));
    }
}

[Model]
[Input("title", 20, Tokens = 20_000)]
[Input("tags", 12)]
[Embedding(20_000, 64, From = "title")]
[LSTM(32, Name = "read")]
[Concatenate("tags")]
[Dense(1, Activation.Sigmoid, Name = "urgent"), Output(Loss.BinaryCrossentropy)]
[Dense(4, Activation.Softmax, Name = "department", From = "concatenate"), Output(Loss.CategoricalCrossentropy, Weight = 0.2)]
internal sealed partial class Tickets;
