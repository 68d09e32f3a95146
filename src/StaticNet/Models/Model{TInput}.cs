using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// A model that predicts. All its members may be called from many threads at once; those that read weights are refused while another thread
/// changes them.
/// </summary>
/// <typeparam name="TInput">
/// What a sample is made of: <see cref="float"/>, <see cref="int"/> tokens where an embedding takes it, or <see cref="Mixed"/> where there are
/// several inputs.
/// </typeparam>
public abstract unsafe partial class Model<TInput> : Model
    where TInput : unmanaged
{
    private readonly Prediction<TInput> _prediction;
    private readonly Prediction<TInput>?[] _layers;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Model(int seed = 0)
        : base(seed)
    {
        if (typeof(TInput) != (Info.Inputs.Count > 1 ? typeof(Mixed) : Info.Inputs[0].Vocabulary > 0 ? typeof(int) : typeof(float)))
            throw new NotSupportedException($"{Info.Name} takes samples of {typeof(TInput)}. Expected float, int for tokens, or Mixed for several inputs.");
        InputColumns = new Columns(Info.Inputs.Select(input => input.Size));
        OutputColumns = new Columns(Info.Outputs.Select(output => output.Size));
        WeightsPerSample = Info.Parameters.Where(parameter => !parameter.IsTable).Sum(parameter => (long)ModelInfo.SizeOf(parameter.Shape));
        IsDense = Crew.IsDense(Info);
        _prediction = new Prediction<TInput>(this, -1, OutputColumns, Info.Memory);
        _layers = new Prediction<TInput>?[Info.LayerOutputs.Count];
    }

    /// <summary>
    /// How many threads may share a step of training, an evaluation or a prediction, of a batch or of a single sample of a large model; by default as
    /// many as there are processors, which are the most that do. Small ones use fewer, or stay on the calling thread. Weights and outputs are the same
    /// bits for any number.
    /// </summary>
    public int Threads { get; set => field = Guard.Positive(value, nameof(Threads)); } = Environment.ProcessorCount;

    /// <summary>The weights that a sample is multiplied with, which are all but those of tables.</summary>
    internal long WeightsPerSample { get; }

    /// <summary>Whether it is one of large dense layers, as <see cref="Crew.IsDense"/> says.</summary>
    internal bool IsDense { get; }

    /// <summary>The inputs of a sample.</summary>
    internal Columns InputColumns { get; }

    /// <summary>The outputs for a sample.</summary>
    internal Columns OutputColumns { get; }

    /// <summary>Predicts one sample or a batch of them. Allocates nothing once as many threads have predicted as do now.</summary>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <param name="outputs">Where the outputs go, one behind the other.</param>
    /// <exception cref="ArgumentException">
    /// The inputs are no whole number of samples, a token lies outside its table (what the outputs hold then is undefined), or the outputs have
    /// not exactly the room for their predictions or share memory with the inputs.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public void Predict(ReadOnlySpan<TInput> inputs, Span<float> outputs) => _prediction.Run(inputs, outputs);

    /// <summary>Predicts one sample or a batch of them.</summary>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <returns>The outputs, one behind the other.</returns>
    /// <exception cref="ArgumentException">
    /// The inputs are no whole number of samples, a token lies outside its table, or the outputs do not fit into an array.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public float[] Predict(ReadOnlySpan<TInput> inputs) => _prediction.Run(inputs);

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
    /// <exception cref="InvalidOperationException">
    /// Another thread trains the model, or has changed weights meanwhile. Or the model has several outputs: predict the one that is asked for.
    /// </exception>
    public int[] PredictClasses(ReadOnlySpan<TInput> inputs)
    {
        RequireOneOutput();
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

    /// <summary>
    /// Predicts what a named layer gives, as <see cref="Predict(ReadOnlySpan{TInput}, Span{float})"/> does what the last one gives. Generated
    /// code calls it for the members of the layer's name.
    /// </summary>
    /// <param name="output">The output's place in <see cref="ModelInfo.LayerOutputs"/>.</param>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <param name="outputs">Where the outputs go, one behind the other.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void LayerOutput(int output, ReadOnlySpan<TInput> inputs, Span<float> outputs) => PredictionOf(output).Run(inputs, outputs);

    /// <summary>The same in an array.</summary>
    /// <param name="output">The output's place in <see cref="ModelInfo.LayerOutputs"/>.</param>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected float[] LayerOutput(int output, ReadOnlySpan<TInput> inputs) => PredictionOf(output).Run(inputs);

    /// <summary>The same for rows of any kind.</summary>
    /// <param name="output">The output's place in <see cref="ModelInfo.LayerOutputs"/>.</param>
    /// <param name="x">The samples; the first axis counts them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected float[,] LayerOutput(int output, Rows<TInput> x) => RowsOf(PredictionOf(output), x);

    /// <summary>The same for the samples of a data set.</summary>
    /// <param name="output">The output's place in <see cref="ModelInfo.LayerOutputs"/>.</param>
    /// <param name="data">The samples; their targets are not looked at.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected float[,] LayerOutput<TTarget>(int output, Dataset<TInput, TTarget> data)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return LayerOutput(output, RowsOf(data));
    }

    /// <summary>
    /// Predicts with memory of its own for each input and output. Generated code calls it for the members whose parameters have their names.
    /// </summary>
    /// <param name="inputs">The samples of each input.</param>
    /// <param name="outputs">Where each output goes.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void PredictColumns(ReadOnlySpan<Column> inputs, ReadOnlySpan<Column> outputs) => _prediction.Run(inputs, outputs);

    /// <summary>Predicts what a named layer gives, with memory of its own for each input.</summary>
    /// <param name="output">The output's place in <see cref="ModelInfo.LayerOutputs"/>.</param>
    /// <param name="inputs">The samples of each input.</param>
    /// <param name="outputs">Where its output goes.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void PredictColumns(int output, ReadOnlySpan<Column> inputs, Column outputs) => PredictionOf(output).Run(inputs, [outputs]);

    /// <summary>Predicts from rows of any kind for each input.</summary>
    /// <param name="inputs">The samples of each input.</param>
    /// <returns>For each output a row for each sample.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected float[][,] PredictColumns(ReadOnlySpan<DataColumn> inputs) => ArraysOf(_prediction, OutputColumns, inputs);

    /// <summary>Predicts what a named layer gives, from rows of any kind for each input.</summary>
    /// <param name="output">The output's place in <see cref="ModelInfo.LayerOutputs"/>.</param>
    /// <param name="inputs">The samples of each input.</param>
    /// <returns>A row for each sample.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected float[,] PredictColumns(int output, ReadOnlySpan<DataColumn> inputs)
    {
        Prediction<TInput> prediction = PredictionOf(output);
        return ArraysOf(prediction, new Columns(prediction.OutputSize), inputs)[0];
    }

    private float[][,] ArraysOf(Prediction<TInput> prediction, Columns outputs, ReadOnlySpan<DataColumn> inputs)
    {
        TInput[] samples = DataColumns.Join<TInput>(Info, inputs);
        int count = samples.Length / Info.InputSize;
        var arrays = new float[outputs.Count][,];
        for (int i = 0; i < arrays.Length; i++)
        {
            Guard.ArrayLength(count, outputs.Sizes[i], nameof(inputs), "Predict fewer samples at a time.");
            arrays[i] = new float[count, outputs.Sizes[i]];
        }

        if (count == 0)
            return arrays;
        ReadOnlySpan<float> rows = prediction.Run(samples);
        for (int row = 0; row < count; row++)
        {
            for (int i = 0; i < arrays.Length; i++)
                rows.Slice((row * outputs.Total) + outputs.Offsets[i], outputs.Sizes[i]).CopyTo(ArrayMemory<float>.SpanOf(arrays[i])[(row * outputs.Sizes[i])..]);
        }

        return arrays;
    }

    /// <summary>A row of the model's outputs for each sample.</summary>
    internal float[,] PredictRows(Rows<TInput> x) => RowsOf(_prediction, x);

    private float[,] RowsOf(Prediction<TInput> prediction, Rows<TInput> x)
    {
        int samples = SamplesOf(x);
        Guard.ArrayLength(samples, prediction.OutputSize, nameof(x), "Predict fewer samples at a time.");
        var outputs = new float[samples, prediction.OutputSize];
        if (samples > 0)
            prediction.Run(x.Values.Span, ArrayMemory<float>.SpanOf(outputs));
        return outputs;
    }

    /// <summary>
    /// Predicts what a named layer gives, for as many samples and in as much work space as its <see cref="LayerOutputInfo"/> says;
    /// <paramref name="prepared"/> holds what was derived from the weights for it.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void InferLayer(
        int output, float* parameters, TInput* inputs, float* outputs, float* prepared, float* workspace, int rows)
        => throw NoCode();

    /// <summary>Derives from the weights what predictions of a named layer's output read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void PrepareLayer(int output, float* parameters, float* prepared)
    {
    }

    internal void InferCore(int output, TInput* inputs, float* outputs, float* prepared, float* workspace, int rows)
    {
        if (output < 0)
            Infer(Weights.Start, inputs, outputs, prepared, workspace, rows);
        else
            InferLayer(output, Weights.Start, inputs, outputs, prepared, workspace, rows);
    }

    internal void PrepareCore(int output, float* prepared)
    {
        if (output < 0)
            PrepareInference(Weights.Start, prepared);
        else
            PrepareLayer(output, Weights.Start, prepared);
    }

    /// <summary>What predictions derived from the weights.</summary>
    private protected float* Prepared => _prediction.Prepared;

    /// <summary>Derives anew what predictions read, if the weights have changed since.</summary>
    private protected void PrepareInference() => _prediction.Prepare();

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
    internal TInput* Tile(TInput* inputs, int first, int rows, Workspace<TInput> workspace, string argument, int before = 0)
    {
        TInput* from = inputs + ((nint)first * Info.InputSize);
        if (typeof(TInput) != typeof(int))
            return from;
        Guard.CopyTokens(
            new ReadOnlySpan<int>(from, rows * Info.InputSize), new Span<int>(workspace.Samples.Start, workspace.Samples.Length), Info.Vocabulary,
            Info.InputSize, before + first, argument);
        return workspace.Samples.Start;
    }

    /// <summary>The same of several inputs, which are copied to a block each.</summary>
    /// <param name="inputs">The caller's samples.</param>
    /// <param name="first">The first sample of the tile.</param>
    /// <param name="rows">How many samples it has.</param>
    /// <param name="workspace">Where to copy.</param>
    /// <param name="before">How many samples of his lie before those.</param>
    internal TInput* Tile(ReadOnlySpan<Column> inputs, int first, int rows, Workspace<TInput> workspace, int before = 0)
    {
        Span<Column> blocks = stackalloc Column[inputs.Length];
        InputColumns.OfBlocks(workspace.Samples.Start, rows, blocks);
        InputColumns.Copy(inputs, first, blocks, 0, rows);
        RequireTokens(blocks, 0, rows, before + first);
        return workspace.Samples.Start;
    }

    /// <summary>Refuses tokens of several inputs that lie outside a table, where they have been copied to.</summary>
    /// <param name="blocks">The blocks that they are in.</param>
    /// <param name="first">The first sample to look at.</param>
    /// <param name="count">How many.</param>
    /// <param name="sample">The number of the first, for the message.</param>
    private protected void RequireTokens(ReadOnlySpan<Column> blocks, int first, int count, long sample)
    {
        for (int i = 0; i < blocks.Length; i++)
        {
            InputInfo input = Info.Inputs[i];
            int size = InputColumns.Sizes[i];
            if (input.Vocabulary > 0)
                Guard.Tokens(new ReadOnlySpan<int>(blocks[i].Start + (blocks[i].Stride * first), count * size), input.Vocabulary, size, input.Name, sample);
        }
    }

    private void RequireOneOutput()
    {
        if (Info.Outputs.Count > 1)
        {
            throw new InvalidOperationException(
                $"{Info.Name} has several outputs: {string.Join(", ", Info.Outputs.Select(output => output.Name))}. Predict the one whose classes are asked for, by the method that has its name, and take the place of the highest value.");
        }
    }

    // Made when it is asked for the first time; of two threads that do so at once one makes it in vain.
    private Prediction<TInput> PredictionOf(int output)
    {
        if ((uint)output >= (uint)_layers.Length)
            throw new ArgumentOutOfRangeException(nameof(output), output, Invariant($"{Info.Name} has predictions of the outputs of {_layers.Length} layers. Expected at least 0 and less than that."));
        if (Volatile.Read(ref _layers[output]) is { } known)
            return known;
        LayerOutputInfo info = Info.LayerOutputs[output];
        var made = new Prediction<TInput>(this, output, new Columns([ModelInfo.SizeOf(Info.Layers[info.Layer].OutputShape)]), info.Memory);
        return Interlocked.CompareExchange(ref _layers[output], made, null) ?? made;
    }
}
