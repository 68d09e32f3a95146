using System.Runtime.CompilerServices;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// Takes samples to the output of a model, or of one of its layers: what is derived from the weights for it, the work space, the threads.
/// Any number of callers may use it at once.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="output">The output's number among those of layers; below 0 for the model's.</param>
/// <param name="outputs">What it gives for a sample.</param>
/// <param name="memory">What memory that takes.</param>
internal sealed unsafe class Prediction<TInput>(Model<TInput> model, int output, Columns outputs, MemoryPlan memory)
    where TInput : unmanaged
{
    private readonly Pool<Workspace<TInput>> _workspaces = new(
        () => new Workspace<TInput>(memory, model.Info.InputSize, outputs.Count > 1 ? outputs.Total : 0, model.Guards));
    private readonly AlignedBuffer _prepared = new(memory.Prepared, "what predictions derive from the weights", model.Guards, startsUndefined: true);
    private readonly Lock _preparing = new();

    // Work space that a thread's stack has for sure.
    private const int MaxOnStack = 2048;

    private readonly bool _fitsOnStack = typeof(TInput) == typeof(float) && memory.Inference <= MaxOnStack && model.Guards is null;
    private readonly double _reading = Crew.ReadCost(model.WeightsPerSample, memory.Operations);
    private readonly bool _isPlain = model.InputColumns.Count == 1 && outputs.Count == 1;
    private long _preparedVersion = -1;
    private Batch? _idleBatch;

    /// <summary>The numbers of the outputs for a sample.</summary>
    public int OutputSize => outputs.Total;

    /// <summary>What was derived from the weights.</summary>
    public float* Prepared => _prepared.Start;

    /// <summary>
    /// Predicts into the caller's memory, and allocates nothing once as many threads have done so as do now. A sample holds its inputs one behind
    /// the other, and so do the results hold outputs.
    /// </summary>
    public void Run(ReadOnlySpan<TInput> inputs, Span<float> results)
    {
        int samples = Guard.Samples(inputs.Length, model.Info.InputSize, nameof(inputs));
        if (results.Length != (long)samples * outputs.Total)
            throw WrongRoom(results.Length, samples, outputs.Total, "outputs");
        fixed (TInput* from = inputs)
        {
            fixed (float* to = results)
            {
                if (Overlaps(from, inputs.Length, to, results.Length))
                    throw Overlap("outputs");
                if (_isPlain)
                {
                    Run(from, to, null, samples);
                    return;
                }

                Span<Column> columns = stackalloc Column[model.InputColumns.Count + outputs.Count];
                model.InputColumns.OfRows(from, columns[..model.InputColumns.Count]);
                outputs.OfRows(to, columns[model.InputColumns.Count..]);
                Run(columns, samples);
            }
        }
    }

    /// <summary>The same with memory of its own for each input and output.</summary>
    public void Run(ReadOnlySpan<Column> inputs, ReadOnlySpan<Column> results)
    {
        Columns taken = model.InputColumns;
        if (inputs.Length != taken.Count || results.Length != outputs.Count)
            throw new ArgumentException(Invariant($"{inputs.Length} inputs and {results.Length} outputs came. {model.Info.Name} expects {taken.Count} and {outputs.Count}."), nameof(inputs));
        int samples = Guard.Samples(inputs[0].Length, taken.Sizes[0], model.Info.Inputs[0].Name);
        for (int i = 1; i < inputs.Length; i++)
        {
            if (inputs[i].Length != (long)samples * taken.Sizes[i])
                throw WrongColumn(inputs[i].Length, i, samples);
        }

        for (int i = 0; i < results.Length; i++)
        {
            if (results[i].Length != (long)samples * outputs.Sizes[i])
                throw WrongRoom(results[i].Length, samples, outputs.Sizes[i], NameOf(i));
            foreach (Column input in inputs)
            {
                if (Overlaps(input.Start, input.Length, results[i].Start, results[i].Length))
                    throw Overlap(NameOf(i));
            }

            for (int j = 0; j < i; j++)
            {
                if (Overlaps(results[j].Start, results[j].Length, results[i].Start, results[i].Length))
                    throw new ArgumentException($"{NameOf(i)} shares memory with {NameOf(j)}: the one would be written over the other. Use memory of their own.", NameOf(i));
            }
        }

        Span<Column> columns = stackalloc Column[inputs.Length + results.Length];
        taken.OfCaller(inputs, columns[..inputs.Length]);
        outputs.OfCaller(results, columns[inputs.Length..]);
        Run(columns, samples);
    }

    private void Run(Span<Column> columns, int samples)
    {
        fixed (Column* given = columns)
            Run(null, null, given, samples);
    }

    // What lies at the pointers stays where it is until this returns.
    private void Run(TInput* inputs, float* results, Column* columns, int samples)
    {
        long version = model.Gate.BeginReading();
        Prepare();
        double operations = (double)memory.Operations * samples;
        int threads = Workers.ThreadsFor(model.Threads, operations + _reading);
        if (Crew.IsWorthwhile(threads, samples, model.IsDense) && Crew.TryEnter(threads))
            InferWithCrew(inputs, results, columns, samples);
        else if (Workers.ThreadsFor(Math.Min(threads, samples), operations) is > 1 and int some)
            Share(inputs, results, columns, samples, some);
        else if (samples <= memory.InferenceRows && _fitsOnStack && columns is null)
            InferOnStack(inputs, results, samples);
        else
            InferTiles(inputs, results, columns, 0, samples);
        model.Guards?.Check();
        model.Gate.EndReading(version);
        GC.KeepAlive(this);
    }

    private void InferWithCrew(TInput* inputs, float* results, Column* columns, int samples)
    {
        try
        {
            InferTiles(inputs, results, columns, 0, samples);
        }
        finally
        {
            Crew.Leave();
        }
    }

    private void Share(TInput* inputs, float* results, Column* columns, int samples, int threads)
    {
        Batch batch = Interlocked.Exchange(ref _idleBatch, null) ?? new Batch(this);
        batch.Run(inputs, results, columns, samples, threads);
        _idleBatch = batch;
    }

    /// <summary>Predicts into an array.</summary>
    public float[] Run(ReadOnlySpan<TInput> inputs)
    {
        var results = new float[Guard.ArrayLength(
            Guard.Samples(inputs.Length, model.Info.InputSize, nameof(inputs)), outputs.Total, nameof(inputs), "Predict fewer samples at a time.")];
        Run(inputs, results);
        return results;
    }

    /// <summary>
    /// Derives anew what is read, if the weights have changed since. The first of the threads that predict does so, the others wait for it.
    /// </summary>
    public void Prepare()
    {
        if (Volatile.Read(ref _preparedVersion) == model.Gate.Version)
            return;
        model.ApplyPending();
        lock (_preparing)
        {
            long version = model.Gate.Version;
            if (_preparedVersion == version)
                return;
            model.PrepareCore(output, _prepared.Start);
            Volatile.Write(ref _preparedVersion, version);
        }
    }

    // A few samples of a small model would take less time than renting a work space.
    [SkipLocalsInit]
    private void InferOnStack(TInput* inputs, float* results, int samples)
    {
        byte* buffer = stackalloc byte[(MaxOnStack * sizeof(float)) + AlignedBuffer<float>.Alignment];
        float* workspace = (float*)(((nuint)buffer + AlignedBuffer<float>.Alignment - 1) & ~(nuint)(AlignedBuffer<float>.Alignment - 1));
        model.InferCore(output, inputs, results, _prepared.Start, workspace, samples);
    }

    // Tiles of equal size, rounded up to whole register tiles; what that leaves for the last one is still no mere few.
    private void InferTiles(TInput* inputs, float* results, Column* columns, int first, int end)
    {
        Workspace<TInput> workspace = _workspaces.Rent();
        uint samples = (uint)(end - first), max = (uint)memory.InferenceRows, tiles = (samples + max - 1) / max;
        uint step = Math.Min(max, ((((samples + tiles - 1) / tiles) + Product.MaxTileRows - 1) / Product.MaxTileRows) * Product.MaxTileRows);
        for (long sample = first; sample < end; sample += step)
        {
            int rows = (int)Math.Min(step, end - sample);
            workspace.Begin();
            if (columns is null)
            {
                model.InferCore(
                    output, model.Tile(inputs, (int)sample, rows, workspace, nameof(inputs)), results + ((nint)sample * outputs.Total), _prepared.Start,
                    workspace.Start, rows);
            }
            else
            {
                InferTile(columns, (int)sample, rows, workspace);
            }
        }

        _workspaces.Return(workspace);
    }

    // Several inputs are put into blocks, and several outputs come in blocks.
    private void InferTile(Column* columns, int first, int rows, Workspace<TInput> workspace)
    {
        var taken = new ReadOnlySpan<Column>(columns, model.InputColumns.Count);
        var results = new ReadOnlySpan<Column>(columns + taken.Length, outputs.Count);
        TInput* samples = taken.Length == 1 ? model.Tile((TInput*)taken[0].Start, first, rows, workspace, model.Info.Inputs[0].Name)
            : model.Tile(taken, first, rows, workspace);
        float* given = results.Length == 1 ? (float*)results[0].Start + ((nint)first * outputs.Total) : workspace.Outputs.Start;
        model.InferCore(output, samples, given, _prepared.Start, workspace.Start, rows);
        if (results.Length == 1)
            return;
        Span<Column> blocks = stackalloc Column[results.Length];
        outputs.OfBlocks(workspace.Outputs.Start, rows, blocks);
        outputs.Copy(blocks, 0, results, first, rows);
    }

    private string NameOf(int result) => output < 0 ? model.Info.Outputs[result].Name : "outputs";

    private static bool Overlaps(void* inputs, int inputLength, void* results, int length)
        => (byte*)inputs < (byte*)((float*)results + length) && (byte*)results < (byte*)((float*)inputs + inputLength);

    private static ArgumentException Overlap(string argument)
        => new("The outputs share memory with the inputs, which would be overwritten before they are read. Use memory of their own.", argument);

    private static ArgumentException WrongRoom(int length, int samples, int size, string argument)
        => new(Invariant($"There is room for {length} numbers. Expected {(long)samples * size}: {size} for each of the {samples} samples."), argument);

    private ArgumentException WrongColumn(int length, int input, int samples)
        => new(
            Invariant($"{length} numbers of {model.Info.Inputs[input].Name} came, with {samples} samples of {model.Info.Inputs[0].Name}. Expected {(long)samples * model.InputColumns.Sizes[input]}: {model.InputColumns.Sizes[input]} for each."),
            model.Info.Inputs[input].Name);

    /// <summary>A batch that is shared out among threads.</summary>
    private sealed class Batch(Prediction<TInput> prediction) : IParts
    {
        private TInput* _inputs;
        private float* _results;
        private Column* _columns;
        private int _samples;

        public void Run(TInput* inputs, float* results, Column* columns, int samples, int threads)
        {
            _inputs = inputs;
            _results = results;
            _columns = columns;
            _samples = samples;
            Workers.Run(this, threads);
        }

        public void Do(int part, int parts)
        {
            int first = (int)((long)_samples * part / parts), last = (int)((long)_samples * (part + 1) / parts);
            prediction.InferTiles(_inputs, _results, _columns, first, last);
        }
    }
}
