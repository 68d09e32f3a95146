using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// A model that predicts. All its members may be called from many threads at once; those that read weights are refused while another thread
/// changes them.
/// </summary>
/// <typeparam name="TInput">What a sample is made of: <see cref="float"/>, or <see cref="int"/> tokens where the first layer is an embedding.</typeparam>
public abstract unsafe partial class Model<TInput> : Model
    where TInput : unmanaged
{
    private readonly Pool<Workspace<TInput>> _workspaces;
    private readonly AlignedBuffer _prepared;
    private readonly Lock _preparing = new();
    private long _preparedVersion = -1;
    private Prediction? _idlePrediction;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Model(int seed = 0)
        : base(seed)
    {
        if (typeof(TInput) != typeof(float) && typeof(TInput) != typeof(int))
            throw new NotSupportedException($"{Info.Name} takes samples of {typeof(TInput)}. Expected float, or int for tokens.");
        _workspaces = new Pool<Workspace<TInput>>(() => new Workspace<TInput>(Info, Guards));
        _prepared = new AlignedBuffer(Info.Memory.Prepared, "what predictions derive from the weights", Guards, startsUndefined: true);
    }

    /// <summary>
    /// How many threads may share a step of training, an evaluation or the prediction of a large batch; by default as many as there are
    /// processors. Small ones use fewer, or stay on the calling thread. Weights and outputs are the same bits for any number.
    /// </summary>
    public int Threads { get; set => field = Guard.Positive(value, nameof(Threads)); } = Environment.ProcessorCount;

    /// <summary>Predicts one sample or a batch of them. Allocates nothing once as many threads have predicted as do now.</summary>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <param name="outputs">Where the outputs go, one behind the other.</param>
    /// <exception cref="ArgumentException">
    /// The inputs are no whole number of samples, a token lies outside its table (what the outputs hold then is undefined), or the outputs have
    /// not exactly the room for their predictions or share memory with the inputs.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    [OverloadResolutionPriority(2)]
    public void Predict(ReadOnlySpan<TInput> inputs, Span<float> outputs)
    {
        int samples = Guard.Samples(inputs.Length, Info.InputSize, nameof(inputs));
        if (outputs.Length != (long)samples * Info.OutputSize)
            throw WrongRoom(outputs.Length, samples, nameof(outputs));
        long version = Gate.BeginReading();
        PrepareInference();
        fixed (TInput* from = inputs)
        {
            fixed (float* to = outputs)
            {
                if ((byte*)from < to + outputs.Length && (byte*)to < from + inputs.Length)
                    throw Overlap(nameof(outputs));
                int threads = Workers.Paying(Math.Min(Threads, samples), (double)Info.Memory.Operations * samples);
                if (threads == 1)
                {
                    InferTiles(from, to, 0, samples);
                }
                else
                {
                    Prediction prediction = Interlocked.Exchange(ref _idlePrediction, null) ?? new Prediction(this);
                    prediction.Run(from, to, samples, threads);
                    _idlePrediction = prediction;
                }
            }
        }

        Guards?.Check();
        Gate.EndReading(version);
        GC.KeepAlive(this);
    }

    /// <summary>Predicts one sample or a batch of them.</summary>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <returns>The outputs, one behind the other.</returns>
    /// <exception cref="ArgumentException">
    /// The inputs are no whole number of samples, a token lies outside its table, or the outputs do not fit into an array.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    [OverloadResolutionPriority(2)]
    public float[] Predict(ReadOnlySpan<TInput> inputs)
    {
        var outputs = new float[Guard.ArrayLength(
            Guard.Samples(inputs.Length, Info.InputSize, nameof(inputs)), Info.OutputSize, nameof(inputs), "Predict fewer samples at a time.")];
        Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>
    /// Predicts classes: along the last axis of the output, the place of the highest value, of equal ones the first or, where that axis has
    /// length 1, 1 where the value is above one half and else 0. An output of shape (classes) gives one class for a sample; one of shape
    /// (steps, classes) gives as many as there are steps.
    /// </summary>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <returns>The classes, one behind the other: for each sample as many as all axes of the output but the last have places.</returns>
    /// <exception cref="ArgumentException">
    /// The inputs are no whole number of samples, a token lies outside its table, or the outputs do not fit into an array.
    /// </exception>
    /// <exception cref="ArithmeticException">An output is NaN, of which no class can be told.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    [OverloadResolutionPriority(2)]
    public int[] PredictClasses(ReadOnlySpan<TInput> inputs)
    {
        float[] outputs = Predict(inputs);
        int width = Info.OutputShape[^1];
        var classes = new int[outputs.Length / width];
        for (int i = 0; i < classes.Length; i++)
        {
            classes[i] = width == 1 ? Decision.YesOrNo(outputs[i]) : Decision.Highest(outputs.AsSpan(i * width, width));
            if (classes[i] < 0)
            {
                int at = Guard.FirstNaN(outputs);
                throw new ArithmeticException(
                    Invariant($"The output for sample {at / Info.OutputSize} is NaN at place {at % Info.OutputSize}. ")
                    + "No class can be told; look for NaN or very large numbers in that sample and in the weights.");
            }
        }

        return classes;
    }

    /// <summary>
    /// Predicts up to <see cref="MemoryPlan.InferenceRows"/> samples. <paramref name="workspace"/> has room for
    /// <see cref="MemoryPlan.Inference"/> floats; <paramref name="prepared"/> holds what was derived from the weights.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Infer(
        float* parameters, TInput* inputs, float* outputs, float* prepared, float* workspace, int rows)
        => throw NoCode();

    /// <summary>Derives from the weights what predictions read, of <see cref="MemoryPlan.Prepared"/> floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void PrepareInference(float* parameters, float* prepared)
    {
    }

    /// <summary>What predictions derived from the weights.</summary>
    private protected float* Prepared => _prepared.Start;

    /// <summary>
    /// Derives anew what predictions read, if the weights have changed since. The first of the threads that predict does so, the others
    /// wait for it.
    /// </summary>
    private protected void PrepareInference()
    {
        if (Volatile.Read(ref _preparedVersion) == Gate.Version)
            return;
        Settle();
        lock (_preparing)
        {
            long version = Gate.Version;
            if (_preparedVersion == version)
                return;
            PrepareInference(Weights.Start, Prepared);
            Volatile.Write(ref _preparedVersion, version);
        }
    }

    /// <summary>
    /// Where a tile's samples are read from: the caller's numbers, or a copy of his tokens, which have been checked.
    /// </summary>
    /// <param name="inputs">The caller's samples.</param>
    /// <param name="first">The first sample of the tile.</param>
    /// <param name="rows">How many samples it has.</param>
    /// <param name="workspace">Where to copy.</param>
    /// <param name="argument">What the caller calls his samples.</param>
    /// <param name="before">How many samples of his lie before those.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected TInput* Tile(TInput* inputs, int first, int rows, Workspace<TInput> workspace, string argument, int before = 0)
    {
        TInput* from = inputs + ((nint)first * Info.InputSize);
        if (typeof(TInput) != typeof(int))
            return from;
        Guard.CopyTokens(
            new ReadOnlySpan<int>(from, rows * Info.InputSize), new Span<int>(workspace.Tokens.Start, workspace.Tokens.Length), Info.Vocabulary,
            Info.InputSize, before + first, argument);
        return workspace.Tokens.Start;
    }

    // Tiles of equal size, rounded up to whole register tiles; what that leaves for the last one is still no mere few.
    private void InferTiles(TInput* inputs, float* outputs, int first, int end)
    {
        Workspace<TInput> workspace = _workspaces.Rent();
        uint samples = (uint)(end - first), most = (uint)Info.Memory.InferenceRows, tiles = (samples + most - 1) / most;
        uint step = Math.Min(most, ((((samples + tiles - 1) / tiles) + Product.MostTileRows - 1) / Product.MostTileRows) * Product.MostTileRows);
        for (long sample = first; sample < end; sample += step)
        {
            int rows = (int)Math.Min(step, end - sample);
            workspace.Begin();
            Infer(
                Weights.Start, Tile(inputs, (int)sample, rows, workspace, nameof(inputs)), outputs + ((nint)sample * Info.OutputSize),
                Prepared, workspace.Start, rows);
        }

        _workspaces.Return(workspace);
    }

    /// <summary>A batch that is shared out among threads.</summary>
    private sealed class Prediction(Model<TInput> model) : IParts
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
            model.InferTiles(_inputs, _outputs, first, last);
        }
    }

    private ArgumentException WrongRoom(int length, int samples, string argument)
        => new(
            $"There is room for {length} numbers. Expected {(long)samples * Info.OutputSize}: {Info.OutputSize} for each of the {samples} samples.", argument);

    private static ArgumentException Overlap(string argument)
        => new("The outputs share memory with the inputs, which would be overwritten before they are read. Use memory of their own.", argument);
}
