using static StaticNet.Activation;

namespace StaticNet.Tests.Data;

/// <summary>The snippets of docs/data.md and of the README on data in memory: they stand here word by word, and run.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class DocumentationTests
{
    [Fact]
    public void Snippets_are_those_of_the_pages()
    {
        Snippets.AssertRun("docs/data.md");
        Snippets.AssertRun("README.md", snippet => snippet.Contains("float[,] x", StringComparison.Ordinal));
    }

    [Fact]
    public void Arrays()
    {
        float[,] x = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
        int[] y = [0, 1, 1, 0];

        var model = new Xor(seed: 42);
        model.Fit(x, y, new FitOptions { Epochs = 5, BatchSize = 4 }, validation: (x, y));
        Evaluation result = model.Evaluate(x, y);
        float[,] outputs = model.Predict(x);                // outputs[1, 0] is the first output for the second sample
        Assert.Equal((4, 1), (outputs.GetLength(0), outputs.GetLength(1)));
        Assert.True(double.IsFinite(result.Loss));
    }

    [Fact]
    public void Labels_and_predictions()
    {
        double[][] sizes = [[4.1, 0.3], [25.0, 2.1], [3.9, 0.2], [31.5, 2.4]];
        string[] kinds = ["cat", "dog", "cat", "dog"];

        var animals = Dataset.From(sizes, kinds);           // a Dataset<float, int> of 4 samples with the labels 0, 1, 0, 1
        string second = animals.ClassNames![1];             // dog
        Assert.Equal("dog", second);
        Assert.Equal([0, 1, 0, 1], animals.Targets.ToArray());

        string[] seen = ["dog", "dog"];
        var later = Dataset.From(new float[2, 2], Labels.Of(seen, animals.ClassNames!));
        Assert.Equal([1, 1], later.Targets.ToArray());

        var classifier = new Xor(seed: 1);
        float[] sample = [25, 2];
        int kind = classifier.PredictClass(sample);
        foreach (ClassProbability guess in classifier.PredictNamed(sample, animals.ClassNames!))
            Console.WriteLine(guess);                       // dog 0.8731, the most probable first
        Console.WriteLine(ConfusionMatrix.Of(classifier, animals));
        Assert.InRange(kind, 0, 1);
    }

    [Fact]
    public void Operations()
    {
        float[,] table = new float[100, 3];
        string[] species = [.. Enumerable.Range(0, 100).Select(i => i % 4 == 0 ? "rare" : "common")];
        var data = Dataset.From(table, species);

        var (train, test) = data.Split(0.8, seed: 1, stratified: true);
        var scaled = train.Map(value => value / 10);
        var extended = train.Map<float>(4, (sample, row) =>
        {
            sample.CopyTo(row);
            row[3] = sample[0] * sample[1];
        });
        foreach (var batch in data.Skip(10).Take(64).Batch(32))
            Console.WriteLine(batch.Count);                 // 32, 32
        var all = train.Concat(test).Shuffle(seed: 2);
        Dataset<float, float> rows = all.ToOneHot();        // for CategoricalCrossentropy; ToOneHot(2) where there are no names
        Assert.Equal((80, 20, 80, 4, 100, 2), (train.Count, test.Count, scaled.Count, extended.InputSize, all.Count, rows.TargetSize));
        Assert.Equal(5, test.Targets.ToArray().Sum());
    }

    [Fact]
    public void Enumerables()
    {
        IEnumerable<(float[] Input, int Target)> Read()
        {
            for (int i = 0; i < 1000; i++)
                yield return ([MathF.Sin(i), MathF.Cos(i)], i % 2);
        }

        IDataSource<float, int> points = DataSource.From(Read);
        IDataSource<float, int> test = points.Take(200), train = points.Skip(200);
        Assert.Equal((200, 800), (test.ToDataset(2, 1).Count, train.ToDataset(2, 1).Count));

        // Two numbers become three.
        IDataSource<float, int> wider = points.Map(2, 3, (ReadOnlySpan<float> given, Span<float> made) =>
        {
            given.CopyTo(made);
            made[2] = given[0] * given[1];
        });

        Dataset<float, int> inMemory = wider.Concat(wider).ToDataset(inputSize: 3, targetSize: 1);
        Assert.Equal(2000, inMemory.Count);
    }

    [Fact]
    public void NumPy_files()
    {
        string[] files = ["images.npy", "labels.npy", "x.npy", "y.npy"];
        try
        {
            for (int i = 0; i < files.Length; i += 2)
            {
                Npy.Save<float>(files[i], [1, 2, 3, 4, 5, 6], 3, 2);
                Npy.Save<int>(files[i + 1], [1, 0, 1], 3);
            }

            IDataSource<float, int> images = DataSource.FromNpy<float, int>("images.npy", "labels.npy");
            Assert.Equal(3, images.Count);

            using NpyMap<float> x = Npy.Map<float>("x.npy");
            using NpyMap<int> y = Npy.Map<int>("y.npy");
            var mapped = new Dataset<float, int>(x.Memory, y.Memory, (int)x.Rows);
            ReadOnlySpan<float> third = x.Slice(2, 1).Span;
            Assert.Equal([5f, 6], third.ToArray());
            Assert.Equal(3, mapped.Count);
        }
        finally
        {
            foreach (string file in files)
                File.Delete(file);
        }
    }
}

[Model(2)]
[Dense(8, Tanh)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class Xor;
