using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace StaticNet.Benchmarks;

/// <summary>
/// Times models of growing sizes, one JSON line each, in the form of the peers' programs: milliseconds of a training step with Adam, of a
/// prediction of the batch and of a prediction of one sample.
/// </summary>
internal static class Ladder
{
    private static readonly Dictionary<string, (Func<TrainableModel<float, int>> Create, int Batch)> _rungs = new()
    {
        ["dense_256_b32"] = (() => new Dense256(1), 32),
        ["dense_512_b32"] = (() => new Dense512(1), 32),
        ["dense_1024_b32"] = (() => new Dense1024(1), 32),
        ["dense_2048_b32"] = (() => new Dense2048(1), 32),
        ["dense_1024_b256"] = (() => new Dense1024(1), 256),
        ["dense_2048_b256"] = (() => new Dense2048(1), 256),
        ["lstm_64_b32"] = (() => new Lstm64(1), 32),
        ["lstm_128_b32"] = (() => new Lstm128(1), 32),
        ["lstm_256_b32"] = (() => new Lstm256(1), 32),
        ["lstm_512_b32"] = (() => new Lstm512(1), 32),
        ["conv_64_b8"] = (() => new Conv64(1), 8),
        ["conv_256_b8"] = (() => new Conv256(1), 8),
        ["cifar_cnn_b32"] = (() => new CifarCnn(1), 32),
    };

    private static readonly string[] _figures = ["train_ms", "predict_ms", "predict_one_ms"];

    public static IEnumerable<string> Rungs => _rungs.Keys;

    /// <summary>Prints the rungs; beside those of other systems, whose programs print the same lines, as how many times faster each is.</summary>
    public static void Run(IReadOnlyCollection<string> peers, IEnumerable<string> rungs, int threads, double seconds)
    {
        ILookup<string, JsonElement> theirs = peers.SelectMany(Compare.Lines).Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement).ToLookup(row => row.GetProperty("model").GetString()!);
        if (peers.Count > 0)
            Console.WriteLine($"{"model",-16}{"train",20}{"predict",20}{"predict one",20}");
        foreach (string rung in rungs)
        {
            string line = Measured(rung, threads, seconds);
            Console.WriteLine(peers.Count == 0 ? line : $"{rung,-16}" + string.Concat(_figures.Select(figure => Beside(line, theirs[rung], figure))));
        }
    }

    private static string Beside(string line, IEnumerable<JsonElement> theirs, string figure)
    {
        double own = JsonDocument.Parse(line).RootElement.GetProperty(figure).GetDouble();
        double best = theirs.Select(row => row.GetProperty(figure).GetDouble()).DefaultIfEmpty(double.NaN).Min();
        return string.Create(CultureInfo.InvariantCulture, $"{own,11:F3} {best / own,6:F2}x ");
    }

    /// <summary>Times one rung.</summary>
    public static string Measured(string rung, int threads, double seconds)
    {
        if (!_rungs.TryGetValue(rung, out (Func<TrainableModel<float, int>> Create, int Batch) found))
            throw new ArgumentException($"There is no rung '{rung}'. There are: {string.Join(", ", Rungs)}.", nameof(rung));
        (Func<TrainableModel<float, int>> create, int batch) = found;
        TrainableModel<float, int> model = create();
        model.Threads = threads;
        var random = new Random(1);
        int size = model.Info.InputSize;
        float[] inputs = [.. Enumerable.Range(0, batch * size).Select(_ => random.NextSingle())];
        int[] targets = [.. Enumerable.Range(0, batch).Select(i => i % 10)];
        var outputs = new float[batch * model.Info.OutputSize];
        var optimizer = new Adam();
        double train = Best(() => model.TrainOnBatch(inputs, targets, optimizer), seconds);
        double predict = Best(() => model.Predict(inputs, outputs), seconds);
        double one = Best(() => model.Predict(inputs.AsSpan(0, size), outputs.AsSpan(0, model.Info.OutputSize)), seconds);
        return JsonSerializer.Serialize(new { peer = "staticnet", model = rung, threads, train_ms = train, predict_ms = predict, predict_one_ms = one });
    }

    // The best single run, as the peers' program takes it.
    private static double Best(Action action, double seconds)
    {
        action();
        action();
        double best = double.MaxValue;
        long start = Stopwatch.GetTimestamp();
        for (int run = 0; run < 5 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; run++)
        {
            long from = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return Math.Round(best, 4);
    }
}
