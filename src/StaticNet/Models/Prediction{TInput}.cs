using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The way of samples to the output of a model or of one of its layers: what it derives from the weights, the work space, the threads.
/// Any number of callers may be on it at once.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="output">The output's number among those of layers; below 0 for the model's.</param>
/// <param name="outputSize">The numbers in it for a sample.</param>
/// <param name="memory">What memory that takes.</param>
internal sealed unsafe class Prediction<TInput>(Model<TInput> model, int output, int outputSize, MemoryPlan memory)
    where TInput : unmanaged
{
    private readonly Pool<Workspace<TInput>> _workspaces = new(() => new Workspace<TInput>(memory, model.Info.InputSize, model.Guards));
    private readonly AlignedBuffer _prepared = new(memory.Prepared, "what predictions derive from the weights", model.Guards, startsUndefined: true);
    private readonly Lock _preparing = new();
    private long _preparedVersion = -1;
    private Batch? _idleBatch;

    /// <summary>The numbers of the output for a sample.</summary>
    public int OutputSize => outputSize;

    /// <summary>What was derived from the weights.</summary>
    public float* Prepared => _prepared.Start;

    /// <summary>Predicts into the caller's memory, and allocates nothing once as many threads have done so as do now.</summary>
    public void Run(ReadOnlySpan<TInput> inputs, Span<float> outputs)
    {
        int samples = Guard.Samples(inputs.Length, model.Info.InputSize, nameof(inputs));
        if (outputs.Length != (long)samples * outputSize)
            throw WrongRoom(outputs.Length, samples, nameof(outputs));
        long version = model.Gate.BeginReading();
        Prepare();
        fixed (TInput* from = inputs)
        {
            fixed (float* to = outputs)
            {
                if ((byte*)from < to + outputs.Length && (byte*)to < from + inputs.Length)
                    throw Overlap(nameof(outputs));
                int threads = Workers.Paying(Math.Min(model.Threads, samples), (double)memory.Operations * samples);
                if (threads == 1)
                {
                    InferTiles(from, to, 0, samples);
                }
                else
                {
                    Batch batch = Interlocked.Exchange(ref _idleBatch, null) ?? new Batch(this);
                    batch.Run(from, to, samples, threads);
                    _idleBatch = batch;
                }
            }
        }

        model.Guards?.Check();
        model.Gate.EndReading(version);
        GC.KeepAlive(this);
    }

    /// <summary>Predicts into an array.</summary>
    public float[] Run(ReadOnlySpan<TInput> inputs)
    {
        var outputs = new float[Guard.ArrayLength(
            Guard.Samples(inputs.Length, model.Info.InputSize, nameof(inputs)), outputSize, nameof(inputs), "Predict fewer samples at a time.")];
        Run(inputs, outputs);
        return outputs;
    }

    /// <summary>
    /// Derives anew what is read, if the weights have changed since. The first of the threads that predict does so, the others wait for it.
    /// </summary>
    public void Prepare()
    {
        if (Volatile.Read(ref _preparedVersion) == model.Gate.Version)
            return;
        model.Settle();
        lock (_preparing)
        {
            long version = model.Gate.Version;
            if (_preparedVersion == version)
                return;
            model.PrepareCore(output, _prepared.Start);
            Volatile.Write(ref _preparedVersion, version);
        }
    }

    // Tiles of equal size, rounded up to whole register tiles; what that leaves for the last one is still no mere few.
    private void InferTiles(TInput* inputs, float* outputs, int first, int end)
    {
        Workspace<TInput> workspace = _workspaces.Rent();
        uint samples = (uint)(end - first), most = (uint)memory.InferenceRows, tiles = (samples + most - 1) / most;
        uint step = Math.Min(most, ((((samples + tiles - 1) / tiles) + Product.MostTileRows - 1) / Product.MostTileRows) * Product.MostTileRows);
        for (long sample = first; sample < end; sample += step)
        {
            int rows = (int)Math.Min(step, end - sample);
            workspace.Begin();
            model.InferCore(
                output, model.Tile(inputs, (int)sample, rows, workspace, nameof(inputs)), outputs + ((nint)sample * outputSize), _prepared.Start,
                workspace.Start, rows);
        }

        _workspaces.Return(workspace);
    }

    private static ArgumentException Overlap(string argument)
        => new("The outputs share memory with the inputs, which would be overwritten before they are read. Use memory of their own.", argument);

    private ArgumentException WrongRoom(int length, int samples, string argument)
        => new(
            $"There is room for {length} numbers. Expected {(long)samples * outputSize}: {outputSize} for each of the {samples} samples.", argument);

    /// <summary>A batch that is shared out among threads.</summary>
    private sealed class Batch(Prediction<TInput> prediction) : IParts
    {
        private TInput* _inputs;
        private float* _outputs;
        private int _samples;

        public void Run(TInput* inputs, float* outputs, int samples, int threads)
        {
            _inputs = inputs;
            _outputs = outputs;
            _samples = samples;
            Workers.Run(this, threads);
        }

        public void Do(int part, int parts)
        {
            int first = (int)((long)_samples * part / parts), last = (int)((long)_samples * (part + 1) / parts);
            prediction.InferTiles(_inputs, _outputs, first, last);
        }
    }
}
