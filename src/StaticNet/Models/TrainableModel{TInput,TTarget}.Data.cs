using System.Runtime.InteropServices;
using StaticNet.Kernels;

namespace StaticNet;

/// <content>What is checked of data, and what is measured on it.</content>
public abstract unsafe partial class TrainableModel<TInput, TTarget>
{
    /// <summary>
    /// Copies samples and targets, and refuses tokens and labels out of range by what was copied: whoever writes to the originals meanwhile,
    /// what kernels form addresses by has been checked.
    /// </summary>
    internal void Copy(
        ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, TInput* inputCopies, TTarget* targetCopies, int firstSample,
        string inputArgument, string targetArgument)
    {
        if (typeof(TInput) == typeof(int))
        {
            Guard.CopyTokens(
                MemoryMarshal.Cast<TInput, int>(inputs), new Span<int>(inputCopies, inputs.Length), Info.Vocabulary, Info.InputSize, firstSample,
                inputArgument);
        }
        else
        {
            inputs.CopyTo(new Span<TInput>(inputCopies, inputs.Length));
        }

        CopyTargets(targets, targetCopies, firstSample, targetArgument);
    }

    /// <summary>The losses of a tile of samples.</summary>
    internal ReadOnlySpan<SampleLoss> MeasureTile(
        TInput* inputs, ReadOnlySpan<TTarget> targets, int firstSample, int rows, TileRoom<TInput, TTarget> room, string argument)
    {
        TInput* samples = Tile(inputs, 0, rows, room.Workspace, argument, firstSample);
        CopyTargets(targets, room.Targets.Start, firstSample, argument);
        room.Workspace.Begin();
        Measure(Weights.Start, samples, room.Targets.Start, Prepared, room.Workspace.Start, room.Losses.Start, rows);
        GC.KeepAlive(room);
        return SampleLoss.OfSamples(room.Losses.Span[..(rows * LossRows)], LossRows);
    }

    internal TileRoom<TInput, TTarget> RentRoom() => _rooms.Rent();

    internal void ReturnRoom(TileRoom<TInput, TTarget> room) => _rooms.Return(room);

    /// <summary>The loss of some samples of the last batch, by the weights as they are.</summary>
    internal double LossOf(Session<TInput, TTarget> session, int rows)
    {
        rows = Math.Min(rows, Info.Memory.InferenceRows);
        PrepareInference();
        TileRoom<TInput, TTarget> room = RentRoom();
        double loss = 0;
        foreach (SampleLoss each in MeasureTile(session.Inputs, new ReadOnlySpan<TTarget>(session.Targets, rows * TargetSize), 0, rows, room, "data"))
            loss += each.Loss;
        ReturnRoom(room);
        GC.KeepAlive(session);
        return loss;
    }

    private Evaluation EvaluateChecked(Dataset<TInput, TTarget> data, string argument)
    {
        PrepareInference();
        return EvaluationOf(Measure(data, default, argument));
    }

    private Evaluation EvaluationOf(SampleLoss totals) => new(totals.Mean, HasAccuracy ? totals.Accuracy : null);

    // Adds the losses of data to a sum.
    private SampleLoss Measure(Dataset<TInput, TTarget> data, SampleLoss sum, string argument)
    {
        var work = new Measuring<TInput, TTarget>(this, data, argument);
        Workers.Run(work, Workers.Paying(Math.Min(Threads, work.Tiles), (double)Info.Memory.Operations * data.Count));
        Guards?.Check();
        return work.AddTo(sum);
    }

    private void CopyTargets(ReadOnlySpan<TTarget> targets, TTarget* copies, int firstSample, string argument)
    {
        var copied = new Span<TTarget>(copies, targets.Length);
        targets.CopyTo(copied);
        if (IsSparse)
            Guard.LabelsInRange(MemoryMarshal.Cast<TTarget, int>(copied), Classes, argument, firstSample, each: TargetSize);
    }

    private void Check(Dataset<TInput, TTarget> data, string argument)
    {
        if (data.Count == 0)
            throw new ArgumentException("The data set is empty. Expected at least one sample.", argument);
        CheckShape(data.SampleShape, argument);
        if (data.InputSize != Info.InputSize)
        {
            throw new ArgumentException(
                $"A sample has {data.InputSize} numbers. {Info.Name} expects {Info.InputSize}: shape ({string.Join(", ", Info.InputShape)}).", argument);
        }

        if (data.TargetSize != TargetSize)
        {
            string remedy = Loss == Loss.CategoricalCrossentropy && data.TargetSize == 1 && LossRows == 1
                ? $" Turn labels into one-hot rows, .ToOneHot({TargetSize}), or use the loss SparseCategoricalCrossentropy." : "";
            string each = !IsSparse ? ", one for each output"
                : TargetSize == 1 ? ", a class label"
                : $", a class label for each row of the output ({string.Join(", ", Info.OutputShape)}); for one label a sample give the model one row, by [Flatten] or a global pooling before its last layer";
            throw new ArgumentException($"A target has {data.TargetSize} numbers. {Info.Name} expects {TargetSize}{each}.{remedy}", argument);
        }

        CheckValues(data.Inputs.Span, data.Targets.Span, argument, argument);
    }

    /// <summary>Refuses numbers, tokens and labels that the model cannot be trained on, by sample, place and value.</summary>
    internal void CheckValues(
        ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, string inputArgument, string targetArgument, long firstSample = 0)
    {
        CheckNumbers(inputs, targets, inputArgument, targetArgument, firstSample);
        if (typeof(TInput) == typeof(int))
            Guard.Tokens(MemoryMarshal.Cast<TInput, int>(inputs), Info.Vocabulary, Info.InputSize, inputArgument, firstSample);
        if (IsSparse)
            Guard.LabelsInRange(MemoryMarshal.Cast<TTarget, int>(targets), Classes, targetArgument, firstSample, each: TargetSize);
    }

    private void CheckNumbers(
        ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, string inputArgument, string targetArgument, long firstSample = 0)
    {
        if (typeof(TInput) == typeof(float))
            Guard.Finite(MemoryMarshal.Cast<TInput, float>(inputs), Info.InputSize, "Sample", inputArgument, firstSample);
        if (IsSparse)
            return;
        ReadOnlySpan<float> numbers = MemoryMarshal.Cast<TTarget, float>(targets);
        Guard.Finite(numbers, TargetSize, "Target", targetArgument, firstSample);
        if (Loss is Loss.BinaryCrossentropy or Loss.CategoricalCrossentropy)
            Guard.Probabilities(numbers, TargetSize, Loss, targetArgument, firstSample);
    }
}
