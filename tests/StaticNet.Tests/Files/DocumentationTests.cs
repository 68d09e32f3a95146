namespace StaticNet.Tests.Files;

/// <summary>The snippets of docs/files.md and of the README on files: they stand here word by word, and run.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class DocumentationTests
{
    [Fact]
    public void Snippets_run()
    {
        try
        {
            SaveAndLoad();
            Resume();
            Arrays();
        }
        finally
        {
            foreach (string file in new[] { "pretrained.safetensors", "mnist.safetensors", "run.safetensors", "x.npy", "set.npz" })
                File.Delete(file);
        }
    }

    [Fact]
    public void Snippets_are_those_of_the_pages()
    {
        Snippets.AssertRun("docs/files.md");
        Snippets.AssertRun("README.md", snippet => snippet.Contains("model.Save(", StringComparison.Ordinal) || snippet.Contains("Checkpoint", StringComparison.Ordinal));
    }

    private static void SaveAndLoad()
    {
        new MnistCnn(seed: 3).Save("pretrained.safetensors");
        {
            var model = new MnistCnn(seed: 42);
            model.Save("mnist.safetensors");

            var other = new MnistCnn();
            other.Load("mnist.safetensors");           // the same weights, bit by bit
            Assert.Equal(TestData.Bits(model), TestData.Bits(other));
        }

        {
            var model = new MnistCnn(seed: 42);
            LoadReport report = model.LoadMatching("pretrained.safetensors");
            Console.WriteLine(report);
            Assert.True(report.IsComplete);
            Assert.Equal(TestData.Bits(new MnistCnn(seed: 3)), TestData.Bits(model));
        }
    }

    private static void Resume()
    {
        Dataset<float, int> train = Dataset.From(new float[3, 28, 28, 1], (int[])[1, 2, 3]);
        for (int time = 0; time < 2; time++)
        {
            var model = new MnistCnn(seed: 42);
            model.Fit(train, new FitOptions { Epochs = 20, Checkpoint = "run.safetensors", Resume = true });
        }
    }

    private static void Arrays()
    {
        float[,] table = { { 1, 2, 3 }, { 4, 5, 6 } };
        Npy.Save("x.npy", table);                  // one to four axes, of any type of number

        NpyArray x = Npy.Load("x.npy");
        Console.WriteLine(x);                      // float32 (2, 3)
        float[,] same = x.ToArray<float[,]>();
        ReadOnlySpan<float> values = x.Values<float>();
        Assert.Equal(table, same);
        Assert.Equal([1, 2, 3, 4, 5, 6], values.ToArray());

        Npz.Save("set.npz", new Dictionary<string, NpyArray>
        {
            ["x"] = NpyArray.Create<float>(values, 2, 3),
            ["y"] = NpyArray.Create<int>([0, 1]),
        });
        IReadOnlyDictionary<string, NpyArray> set = Npz.Load("set.npz");
        int[] labels = set["y"].ToInt32();
        Assert.Equal([0, 1], labels);
    }
}
