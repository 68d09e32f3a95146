using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace StaticNet.Benchmarks;

/// <summary>
/// Times models of growing sizes, one JSON line each, in the form of the peers' programs: milliseconds of a training step with Adam, of a
/// prediction of the batch and of a prediction of one sample; seconds until the first prediction of one, which draws the weights; and the most
/// memory that the process has had, in MB.
/// </summary>
internal static class Ladder
{
    /// <summary>What stands for all large rungs.</summary>
    public const string Large = "large";

    private static readonly Dictionary<string, Rung> _rungs = new()
    {
        ["dense_256_b32"] = Numbers(() => new Dense256(1), 32),
        ["dense_512_b32"] = Numbers(() => new Dense512(1), 32),
        ["dense_1024_b32"] = Numbers(() => new Dense1024(1), 32),
        ["dense_2048_b32"] = Numbers(() => new Dense2048(1), 32),
        ["dense_1024_b256"] = Numbers(() => new Dense1024(1), 256),
        ["dense_2048_b256"] = Numbers(() => new Dense2048(1), 256),
        ["lstm_64_b32"] = Numbers(() => new Lstm64(1), 32),
        ["lstm_128_b32"] = Numbers(() => new Lstm128(1), 32),
        ["lstm_256_b32"] = Numbers(() => new Lstm256(1), 32),
        ["lstm_512_b32"] = Numbers(() => new Lstm512(1), 32),
        ["conv_64_b8"] = Numbers(() => new Conv64(1), 8),
        ["conv_256_b8"] = Numbers(() => new Conv256(1), 8),
        ["cifar_cnn_b32"] = Numbers(() => new CifarCnn(1), 32),
    };

    private static readonly Dictionary<string, Rung> _large = new()
    {
        ["dense_4096_b32"] = Numbers(() => new Dense4096(1), 32),
        ["dense_4096_b256"] = Numbers(() => new Dense4096(1), 256),
        ["dense_wide_b32"] = Numbers(() => new DenseWide(1), 32),
        ["lstm_512x200_b32"] = Numbers(() => new LongLstm512(1), 32),
        ["image_2048_b1"] = Numbers(() => new LargeImage(1), 1),
        ["table_1m_b32"] = new(threads => Timed(new LargeTable(1) { Threads = threads }, 32, random => random.Next(1_000_000))),
        ["resnet50_b4"] = Numbers(() => new ResNet50(1), 4),
        ["vgg16_b4"] = Numbers(() => new Vgg16(1), 4),
    };

    private static readonly string[] _figures = ["train_ms", "predict_ms", "predict_one_ms"];

    /// <summary>The rungs that are climbed if none are named.</summary>
    public static IEnumerable<string> Rungs => _rungs.Keys;

    /// <summary>Prints the rungs; beside those of other systems, whose programs print the same lines, as how many times faster each is.</summary>
    public static void Run(IReadOnlyCollection<string> peers, IEnumerable<string> rungs, int threads, double seconds)
    {
        ILookup<string, JsonElement> theirs = peers.SelectMany(Compare.Lines).Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement).ToLookup(row => row.GetProperty("model").GetString()!);
        if (peers.Count > 0)
            Console.WriteLine($"{"model",-18}{"train",20}{"predict",20}{"predict one",20}");
        foreach (string rung in rungs.SelectMany(name => name == Large ? _large.Keys : Enumerable.Repeat(name, 1)))
        {
            string line = Measured(rung, threads, seconds);
            Console.WriteLine(peers.Count == 0 ? line : $"{rung,-18}" + string.Concat(_figures.Select(figure => Beside(line, theirs[rung], figure))));

            // The next one's memory is to be its own.
            GC.Collect();
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
        if (!_rungs.TryGetValue(rung, out Rung? found) && !_large.TryGetValue(rung, out found))
            throw new ArgumentException($"There is no rung '{rung}'. There are: {string.Join(", ", _rungs.Keys.Concat(_large.Keys))}; and '{Large}' for those of the second half.", nameof(rung));
        Actions actions = found.Create(threads);
        long start = Stopwatch.GetTimestamp();
        actions.PredictOne();
        double first = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 3);
        double one = Best(actions.PredictOne, seconds), predict = Best(actions.Predict, seconds), train = Best(actions.Train, seconds);
        return JsonSerializer.Serialize(new
        {
            peer = "staticnet",
            model = rung,
            threads,
            train_ms = train,
            predict_ms = predict,
            predict_one_ms = one,
            first_s = first,
            peak_mb = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000,
        });
    }

    private static Rung Numbers(Func<TrainableModel<float, int>> create, int batch)
        => new(threads =>
        {
            TrainableModel<float, int> model = create();
            model.Threads = threads;
            return Timed(model, batch, random => random.NextSingle());
        });

    private static Actions Timed<TInput>(TrainableModel<TInput, int> model, int batch, Func<Random, TInput> draw)
        where TInput : unmanaged
    {
        var random = new Random(1);
        int size = model.Info.InputSize, classes = model.Info.OutputSize;
        var inputs = new TInput[batch * size];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = draw(random);
        int[] targets = [.. Enumerable.Range(0, batch).Select(i => i % 10)];
        var outputs = new float[batch * classes];
        var optimizer = new Adam();
        return new(
            () => model.TrainOnBatch(inputs, targets, optimizer), () => model.Predict(inputs, outputs),
            () => model.Predict(inputs.AsSpan(0, size), outputs.AsSpan(0, classes)));
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

    /// <summary>A model, of which a program makes one only when it is its turn.</summary>
    private sealed record Rung(Func<int, Actions> Create);

    private sealed record Actions(Action Train, Action Predict, Action PredictOne);
}
