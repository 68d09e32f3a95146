using BenchmarkDotNet.Attributes;

namespace StaticNet.Benchmarks;

/// <summary>Steps and predictions of <c>fashion_mlp</c>, with what they allocate: nothing.</summary>
[MemoryDiagnoser]
public class FashionMlpBenchmarks
{
    private readonly Adam _adam = new();
    private FashionMlp _model = null!;
    private float[] _inputs = null!;
    private float[] _outputs = null!;
    private int[] _labels = null!;

    /// <summary>Samples at a time.</summary>
    [Params(1, 32, 256)]
    public int Batch { get; set; }

    /// <summary>How many threads may work.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Makes model and data.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        _model = new FashionMlp { Threads = Threads };
        _inputs = [.. Enumerable.Range(0, Batch * FashionMlp.InputSize).Select(_ => random.NextSingle())];
        _labels = [.. Enumerable.Range(0, Batch).Select(i => i % 10)];
        _outputs = new float[Batch * FashionMlp.OutputSize];
    }

    /// <summary>A training step.</summary>
    [Benchmark]
    public BatchResult Step() => _model.TrainOnBatch(_inputs, _labels, _adam);

    /// <summary>A prediction.</summary>
    [Benchmark]
    public void Predict() => _model.Predict(_inputs, _outputs);
}
