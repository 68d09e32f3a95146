using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// Predicts a sequence step by step, such as a text that a model writes itself: what attentions need of earlier steps, keys and values, and the
/// states of recurrences are kept, so that each step is taken through the layers once. The model's <c>StartDecoding</c> makes one; it is there where
/// the output at a step depends on that step and the ones before it alone.
/// </summary>
/// <remarks>
/// A decoder goes on with one sequence, for one caller at a time. Any number of decoders of a model may be at work at once, beside other predictions.
/// Outputs are always those of the weights that the model has: after weights have changed, the next step begins by taking the earlier ones
/// through the layers anew.
/// </remarks>
/// <typeparam name="TInput">What a step is made of: <see cref="int"/> tokens or <see cref="float"/> numbers.</typeparam>
/// <example>
/// <code>
/// Decoder&lt;int&gt; decoder = poet.StartDecoding();
/// var scores = new float[decoder.OutputSize];
/// decoder.Read([3, 1, 4], scores);                    // what follows the prompt
/// while (decoder.Position &lt; decoder.Length)
///     decoder.Next(ArgMax.Of(scores), scores);        // what follows that token; allocates nothing
/// </code>
/// </example>
public sealed unsafe class Decoder<TInput>
    where TInput : unmanaged
{
    private readonly Model<TInput> _model;
    private readonly AlignedBuffer<TInput> _steps;
    private readonly AlignedBuffer _kept;
    private readonly AlignedBuffer _workspace;

    // The work of a step, in operations.
    private readonly double _work;

    // The version of the weights that what is kept comes from.
    private long _version = -1;
    private int _isBusy;

    internal Decoder(Model<TInput> model, DecodingInfo info)
    {
        _model = model;
        _work = info.Memory.Operations + Crew.ReadCost(model.WeightsPerSample, info.Memory.Operations);
        Length = model.Info.InputShape[0];
        InputSize = model.Info.InputSize / Length;
        OutputSize = model.Info.OutputSize / Length;
        _steps = new AlignedBuffer<TInput>(model.Info.InputSize, "the steps of a decoder", model.Guards);
        _kept = new AlignedBuffer(info.Kept, "what a decoder keeps", model.Guards, startsUndefined: true);
        _workspace = new AlignedBuffer(info.Memory.Inference, "the work space of a decoder", model.Guards, startsUndefined: true);
    }

    /// <summary>The steps that the sequence has so far.</summary>
    public int Position { get; private set; }

    /// <summary>The most steps that a sequence can have: those of the model's input.</summary>
    public int Length { get; }

    /// <summary>The numbers in the input of one step, 1 where that is a token.</summary>
    public int InputSize { get; }

    /// <summary>The numbers in the output at one step.</summary>
    public int OutputSize { get; }

    /// <summary>Goes on by one step that is a single number or token. Allocates nothing.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outputs">Where the output at this step goes: <see cref="OutputSize"/> numbers.</param>
    /// <exception cref="ArgumentException">
    /// A step of this model has several numbers, the token lies outside its table, or there is not exactly the room for the output.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The sequence has all the steps that it can have; another thread uses this decoder; or one trains the model, or has changed weights meanwhile.
    /// The sequence is what it was.
    /// </exception>
    public void Next(TInput step, Span<float> outputs) => Next(new ReadOnlySpan<TInput>(in step), outputs);

    /// <summary>Goes on by one step. Allocates nothing.</summary>
    /// <param name="step">The step: <see cref="InputSize"/> numbers or tokens.</param>
    /// <param name="outputs">Where the output at this step goes: <see cref="OutputSize"/> numbers.</param>
    /// <inheritdoc cref="Next(TInput, Span{float})" path="/exception"/>
    public void Next(ReadOnlySpan<TInput> step, Span<float> outputs)
    {
        if (step.Length != InputSize)
            throw new ArgumentException(Invariant($"The step has {step.Length} values. Expected {InputSize}."), nameof(step));
        Read(step, outputs, nameof(step));
    }

    /// <summary>Goes on by several steps, such as a prompt. Allocates nothing.</summary>
    /// <param name="steps">The steps, one behind the other: at least one.</param>
    /// <param name="outputs">Where the output at the last of them goes: <see cref="OutputSize"/> numbers.</param>
    /// <exception cref="ArgumentException">
    /// It is no whole number of steps, a token lies outside its table, or there is not exactly the room for the output.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The sequence would have more steps than it can have; another thread uses this decoder; or one trains the model, or has changed weights meanwhile.
    /// The sequence is what it was.
    /// </exception>
    public void Read(ReadOnlySpan<TInput> steps, Span<float> outputs)
    {
        if (steps.IsEmpty || steps.Length % InputSize != 0)
            throw new ArgumentException(Invariant($"{steps.Length} values came. Expected {InputSize} for each step: a whole number of steps, at least one."), nameof(steps));
        Read(steps, outputs, nameof(steps));
    }

    /// <summary>Forgets all steps, for another sequence.</summary>
    /// <exception cref="InvalidOperationException">Another thread uses this decoder.</exception>
    public void Reset()
    {
        Enter();
        Position = 0;
        Leave();
    }

    private void Read(ReadOnlySpan<TInput> steps, Span<float> outputs, string argument)
    {
        if (outputs.Length != OutputSize)
            throw new ArgumentException(Invariant($"There is room for {outputs.Length} numbers. Expected {OutputSize}, the output at one step."), nameof(outputs));
        Enter();
        try
        {
            int count = steps.Length / InputSize;
            if (count > Length - Position)
                throw TooMany(count);
            var copy = new Span<TInput>(_steps.Start + ((nint)Position * InputSize), steps.Length);
            steps.CopyTo(copy);
            if (typeof(TInput) == typeof(int))
                RequireTokens(new ReadOnlySpan<int>(_steps.Start + ((nint)Position * InputSize), copy.Length), argument);
            fixed (float* to = outputs)
                Read(count, to);
        }
        finally
        {
            Leave();
        }
    }

    // Whatever goes wrong on the way, what is kept then belongs to no weights, and is made anew.
    private void Read(int count, float* outputs)
    {
        long version = _model.Gate.BeginReading();
        _model.PrepareDecoding();
        int first = version == _version ? Position : 0;
        _version = -1;
        int threads = Workers.ThreadsFor(_model.Threads, _work);
        bool haveCrew = Crew.IsWorthwhile(threads, 1, _model.IsDense) && Crew.TryEnter(threads);
        try
        {
            for (int step = first; step < Position + count; step++)
            {
                _workspace.Use(_workspace.Length, isUndefined: true);
                _model.InferStepCore(_steps.Start + ((nint)step * InputSize), outputs, _workspace.Start, _kept.Start, step);
            }
        }
        finally
        {
            if (haveCrew)
                Crew.Leave();
        }

        _model.Guards?.Check();
        _model.Gate.EndReading(version);
        _version = version;
        Position += count;
        GC.KeepAlive(this);
    }

    // What is looked at is the copy, whoever writes to the caller's meanwhile.
    private void RequireTokens(ReadOnlySpan<int> tokens, string argument)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if ((uint)tokens[i] >= (uint)_model.Info.Vocabulary)
            {
                throw new ArgumentException(
                    Invariant($"The token of step {Position + (i / InputSize)} is {tokens[i]}. Expected 0 to {_model.Info.Vocabulary - 1}: the table of the model's Embedding has {_model.Info.Vocabulary} rows."),
                    argument);
            }
        }
    }

    private void Enter()
    {
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
            throw new InvalidOperationException($"Another thread uses this decoder of {_model.Info.Name}, which goes on with one sequence for one caller at a time. Start a decoder for each.");
    }

    private void Leave() => Volatile.Write(ref _isBusy, 0);

    private InvalidOperationException TooMany(int count)
        => new(Invariant(
            $"{Position + (long)count} steps are more than the {Length} that {_model.Info.Name} knows. Call Reset and read the last of them anew, such as {Math.Max(1, Length / 2)}, so that there is room behind them."));
}
