using System.Text.Json;
using StaticNet.Datasets;

namespace StaticNet.Benchmarks;

/// <summary>Times the reference models, one JSON line each, in the form of the peers' programs.</summary>
internal static class Reference
{
    private static readonly Dictionary<string, Func<int, double, object>> _models = new()
    {
        ["tabular_mlp"] = (threads, seconds) => Run("tabular_mlp", new TabularMlp(1), threads, seconds, Uniform, i => i % 3 == 0 ? 1f : 0f),
        ["mnist_cnn"] = (threads, seconds) => Run("mnist_cnn", new MnistCnn(1), threads, seconds, Uniform, i => i % 10),
        ["imdb_lstm"] = (threads, seconds) => Run("imdb_lstm", new ImdbLstm(1), threads, seconds, (samples, size) => Words(10_000, samples, size), i => i % 2),
        ["imdb_gap"] = (threads, seconds) => Run("imdb_gap", new ImdbGap(1), threads, seconds, (samples, size) => Words(10_000, samples, size), i => i % 2 == 0 ? 1f : 0f),
        ["imdb_transformer"] = (threads, seconds) => Run("imdb_transformer", new ImdbTransformer(1), threads, seconds, (samples, size) => Words(20_000, samples, size), i => i % 2),
        ["char_gpt"] = (threads, seconds) => Run("char_gpt", new CharGpt(1), threads, seconds, (samples, size) => Frequent(96, samples, size), i => i % 96),
        ["fashion_mlp"] = (threads, seconds) => Run("fashion_mlp", new FashionMlp(1), threads, seconds, Uniform, i => i % 10),
        ["fashion_resnet"] = (threads, seconds) => Run("fashion_resnet", new FashionResNet(1), threads, seconds, Uniform, i => i % 10),
    };

    public static IEnumerable<string> Models => _models.Keys;

    public static void Run(IEnumerable<string> models, int threads, double seconds)
    {
        foreach (string model in models)
            Console.WriteLine(Measured(model, threads, seconds));
    }

    /// <summary>Times one model.</summary>
    public static string Measured(string model, int threads, double seconds)
        => _models.TryGetValue(model, out Func<int, double, object>? run)
            ? JsonSerializer.Serialize(run(threads, seconds))
            : throw new ArgumentException($"There is no reference model '{model}'. There are: {string.Join(", ", Models)}.", nameof(model));

    private static float[] Uniform(int samples, int size)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, samples * size).Select(_ => random.NextSingle())];
    }

    // Reviews, where STATICNET_DATA says where they are.
    private static int[] Words(int vocabulary, int samples, int size)
        => Environment.GetEnvironmentVariable("STATICNET_DATA") is { Length: > 0 }
            ? Imdb.Load(vocabulary).Train.Pad(size).Inputs.Span[..(samples * size)].ToArray()
            : Frequent(vocabulary, samples, size);

    // Tokens as frequent as words are by Zipf's law.
    private static int[] Frequent(int vocabulary, int samples, int size)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, samples * size).Select(_ => (int)Math.Pow(vocabulary, random.NextDouble()))];
    }

    private static object Run<TInput, TTarget>(
        string name, TrainableModel<TInput, TTarget> model, int threads, double seconds, Func<int, int, TInput[]> input, Func<int, TTarget> target)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        const int Batch = 32;
        const int Samples = 16_000;
        model.Threads = threads;
        int size = model.Info.InputSize;
        TInput[] inputs = input(Samples, size);

        // A label for each row of the output, which is one where that has a single axis.
        int targetSize = model.Info.OutputSize / model.Info.OutputShape[^1];
        TTarget[] targets = [.. Enumerable.Range(0, Samples * targetSize).Select(target)];
        var optimizer = new Adam();
        int at = 0;
        double train = Batch * Measure.Rate(
            () =>
            {
                at = (at + Batch) % (Samples - Batch);
                model.TrainOnBatch(inputs.AsSpan(at * size, Batch * size), targets.AsSpan(at * targetSize, Batch * targetSize), optimizer);
            },
            seconds);

        var infer = new SortedDictionary<int, long>();
        foreach (int batch in new[] { 1, 32, 256 })
        {
            var outputs = new float[batch * model.Info.OutputSize];
            infer[batch] = (long)(batch * Measure.Rate(() => model.Predict(inputs.AsSpan(0, batch * size), outputs), seconds / 2));
        }

        return new
        {
            peer = "staticnet",
            model = name,
            threads,
            parameters = model.Info.ParameterCount,
            train_sps = (long)train,
            infer_sps = infer,
        };
    }
}
