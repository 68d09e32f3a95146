using System.Runtime.InteropServices;
using StaticNet.Kernels;

namespace StaticNet;

/// <content>What is checked of data, and what is measured on it.</content>
public abstract unsafe partial class TrainableModel<TInput, TTarget>
{
    /// <summary>
    /// Copies samples and targets to where kernels read them, several inputs or outputs to a block each, and refuses tokens and labels out of range by
    /// what was copied: whoever writes to the originals meanwhile, what kernels form addresses by has been checked.
    /// </summary>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="targets">Their targets, one behind the other.</param>
    /// <param name="inputCopies">Where the samples of the batch go.</param>
    /// <param name="targetCopies">Where their targets go.</param>
    /// <param name="batch">How many samples the batch has.</param>
    /// <param name="place">The place of the first in it.</param>
    /// <param name="firstSample">The number of the first, for messages.</param>
    /// <param name="inputArgument">What the caller calls his samples.</param>
    /// <param name="targetArgument">What he calls his targets.</param>
    internal void Copy(
        ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, TInput* inputCopies, TTarget* targetCopies, int batch, int place, int firstSample,
        string inputArgument, string targetArgument)
    {
        TInput* copies = inputCopies + ((nint)place * _inputSize);
        if (typeof(TInput) == typeof(Mixed))
            CopyInputs(inputs, inputCopies, batch, place, firstSample);
        else if (typeof(TInput) == typeof(int))
            Guard.CopyTokens(MemoryMarshal.Cast<TInput, int>(inputs), new Span<int>(copies, inputs.Length), Info.Vocabulary, _inputSize, firstSample, inputArgument);
        else
            inputs.CopyTo(new Span<TInput>(copies, inputs.Length));
        CopyTargets(targets, targetCopies, batch, place, firstSample, targetArgument);
    }

    /// <summary>Measures the losses of a tile of samples, and adds them to the sum of each output.</summary>
    internal void MeasureTile(
        ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, int firstSample, EvaluationWorkspace<TInput, TTarget> workspace, string argument, Span<SampleLoss> sums)
    {
        int rows = inputs.Length / Info.InputSize;
        fixed (TInput* from = inputs)
        {
            TInput* samples;
            if (typeof(TInput) == typeof(Mixed))
                CopyInputs(inputs, samples = workspace.Workspace.Samples.Start, rows, 0, firstSample);
            else
                samples = Tile(from, 0, rows, workspace.Workspace, argument, firstSample);
            CopyTargets(targets, workspace.Targets.Start, rows, 0, firstSample, argument);
            MeasureTile(samples, rows, workspace, sums);
        }
    }

    private void MeasureTile(TInput* samples, int rows, EvaluationWorkspace<TInput, TTarget> workspace, Span<SampleLoss> sums)
    {
        workspace.Workspace.Begin();
        Measure(Weights.Start, samples, workspace.Targets.Start, Prepared, workspace.Workspace.Start, workspace.Losses.Start, rows);
        GC.KeepAlive(workspace);
        Totals.AddRows(workspace.Losses.Span[..(rows * LossRows)], rows, _rowsOfOutputs, sums);
    }

    internal EvaluationWorkspace<TInput, TTarget> RentWorkspace() => _workspaces.Rent();

    internal void ReturnWorkspace(EvaluationWorkspace<TInput, TTarget> workspace) => _workspaces.Return(workspace);

    /// <summary>The loss of some samples of the last batch, by the weights as they are.</summary>
    internal double LossOf(Session<TInput, TTarget> session, int batch)
    {
        int rows = Math.Min(batch, Info.Memory.InferenceRows);
        PrepareInference();
        EvaluationWorkspace<TInput, TTarget> workspace = RentWorkspace();
        var totals = new Totals(Info.Outputs);
        var sums = new SampleLoss[Info.Outputs.Count];

        // What was checked when the batch was loaded.
        TInput* samples = Regroup(session.Inputs, InputColumns, batch, rows, workspace.Workspace.Samples.Start);
        TTarget* targets = Regroup(session.Targets, TargetColumns, batch, rows, workspace.Targets.Start);
        if (targets != workspace.Targets.Start)
            new ReadOnlySpan<TTarget>(targets, rows * TargetSize).CopyTo(new Span<TTarget>(workspace.Targets.Start, rows * TargetSize));
        MeasureTile(samples, rows, workspace, sums);
        totals.Add(sums);
        ReturnWorkspace(workspace);
        GC.KeepAlive(session);
        return totals.Loss;
    }

    // The first samples of blocks as smaller blocks; a single block begins with them.
    private static T* Regroup<T>(T* blocks, Columns columns, int batch, int rows, T* workspace)
        where T : unmanaged
    {
        if (columns.Count == 1)
            return blocks;
        Span<Column> from = stackalloc Column[columns.Count], to = stackalloc Column[columns.Count];
        columns.OfBlocks(blocks, batch, from);
        columns.OfBlocks(workspace, rows, to);
        columns.Copy(from, 0, to, 0, rows);
        return workspace;
    }

    private Evaluation EvaluateChecked(Dataset<TInput, TTarget> data, string argument)
    {
        PrepareInference();
        var totals = new Totals(Info.Outputs);
        Measure(data, totals, argument);
        totals.EndBatch(data.Count);
        return new Evaluation(totals, data.Count);
    }

    // Adds the losses of data to sums.
    private void Measure(Dataset<TInput, TTarget> data, Totals totals, string argument)
    {
        var work = new DatasetLosses<TInput, TTarget>(this, data, argument);
        Workers.Run(work, Workers.ThreadsFor(Math.Min(Threads, work.Tiles), (double)Info.Memory.Operations * data.Count));
        Guards?.Check();
        work.AddTo(totals);
    }

    private void CopyInputs(ReadOnlySpan<TInput> inputs, TInput* copies, int batch, int place, int firstSample)
    {
        Span<Column> rows = stackalloc Column[InputColumns.Count], blocks = stackalloc Column[InputColumns.Count];
        int count = inputs.Length / Info.InputSize;
        fixed (TInput* from = inputs)
        {
            InputColumns.OfRows(from, rows);
            InputColumns.OfBlocks(copies, batch, blocks);
            InputColumns.Copy(rows, 0, blocks, place, count);
        }

        RequireTokens(blocks, place, count, firstSample);
    }

    private void CopyTargets(ReadOnlySpan<TTarget> targets, TTarget* copies, int batch, int place, int firstSample, string argument)
    {
        if (typeof(TTarget) != typeof(Mixed))
        {
            var copied = new Span<TTarget>(copies + ((nint)place * TargetSize), targets.Length);
            targets.CopyTo(copied);
            if (TakesLabels)
                RequireLabels(MemoryMarshal.Cast<TTarget, int>(copied), Info.Outputs[0], argument, firstSample);
            return;
        }

        Span<Column> rows = stackalloc Column[TargetColumns.Count], blocks = stackalloc Column[TargetColumns.Count];
        int count = targets.Length / TargetSize;
        fixed (TTarget* from = targets)
        {
            TargetColumns.OfRows(from, rows);
            TargetColumns.OfBlocks(copies, batch, blocks);
            TargetColumns.Copy(rows, 0, blocks, place, count);
        }

        for (int i = 0; i < blocks.Length; i++)
        {
            int size = TargetColumns.Sizes[i];
            if (Info.Outputs[i].TakesLabels)
                RequireLabels(new ReadOnlySpan<int>(blocks[i].Start + ((nint)place * size), count * size), Info.Outputs[i], Info.Outputs[i].Name, firstSample);
        }
    }

    private static void RequireLabels(ReadOnlySpan<int> labels, OutputInfo output, string argument, long firstSample)
        => Guard.LabelsInRange(labels, output.Classes, argument, firstSample, each: output.TargetSize);

    private void Check(Dataset<TInput, TTarget> data, string argument)
    {
        if (data.Count == 0)
            throw new ArgumentException("The data set is empty. Expected at least one sample.", argument);
        CheckShape(data.SampleShape, argument);
        if (data.InputSize != Info.InputSize)
            throw new ArgumentException($"A sample has {data.InputSize} numbers. {Info.Name} expects {Info.InputSize}: {ShapeOfSample}.", argument);
        if (data.TargetSize != TargetSize)
            throw new ArgumentException($"A target has {data.TargetSize} numbers. {Info.Name} expects {TargetSize}{(IsOneOutput ? ShapeOfTarget(data.TargetSize) : TargetsOfOutputs)}", argument);
        CheckValues(data.Inputs.Span, data.Targets.Span, argument, argument);
    }

    private string ShapeOfSample
        => Info.Inputs.Count == 1 ? $"shape ({string.Join(", ", Info.InputShape)})"
            : $"its inputs one behind the other, {string.Join(", ", Info.Inputs.Select(input => $"{input.Name} of shape ({string.Join(", ", input.Shape)})"))}; put them together with {Info.Name}.Data";

    private string TargetsOfOutputs
        => $": those of its outputs one behind the other, {string.Join(", ", Info.Outputs.Select(output => $"{output.TargetSize} of {output.Name}"))}; put them together with {Info.Name}.Data.";

    private string ShapeOfTarget(int actual)
    {
        OutputInfo output = Info.Outputs[0];
        string remedy = output.Loss == Loss.CategoricalCrossentropy && actual == 1 && output.Rows == 1
            ? $" Turn labels into one-hot rows, .ToOneHot({TargetSize}), or use the loss SparseCategoricalCrossentropy." : "";
        string each = !output.TakesLabels ? ", one for each output"
            : TargetSize == 1 ? ", a class label"
            : $", a class label for each row of the output ({string.Join(", ", Info.OutputShape)}); for one label a sample give the model one row, by [Flatten] or a global pooling before its last layer";
        return $"{each}.{remedy}";
    }

    /// <summary>Refuses numbers, tokens and labels that the model cannot be trained on, by sample, place and value.</summary>
    internal void CheckValues(
        ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, string inputArgument, string targetArgument, long firstSample = 0)
        => CheckValues(inputs, targets, inputArgument, targetArgument, firstSample, numbersOnly: false);

    // What is copied before it is used is checked there for tokens and labels out of range.
    private void CheckNumbers(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, string inputArgument, string targetArgument)
        => CheckValues(inputs, targets, inputArgument, targetArgument, 0, numbersOnly: true);

    private void CheckValues(
        ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, string inputArgument, string targetArgument, long firstSample, bool numbersOnly)
    {
        if (typeof(TInput) != typeof(Mixed))
            CheckInput(inputs, Info.Inputs[0], inputArgument, firstSample, numbersOnly);
        for (int sample = 0; typeof(TInput) == typeof(Mixed) && sample < inputs.Length / Info.InputSize; sample++)
        {
            for (int i = 0; i < InputColumns.Count; i++)
            {
                ReadOnlySpan<TInput> values = inputs.Slice((sample * Info.InputSize) + InputColumns.Offsets[i], InputColumns.Sizes[i]);
                CheckInput(values, Info.Inputs[i], Info.Inputs[i].Name, firstSample + sample, numbersOnly);
            }
        }

        if (typeof(TTarget) != typeof(Mixed))
            CheckTarget(targets, Info.Outputs[0], targetArgument, firstSample, numbersOnly);
        for (int sample = 0; typeof(TTarget) == typeof(Mixed) && sample < targets.Length / TargetSize; sample++)
        {
            for (int i = 0; i < TargetColumns.Count; i++)
            {
                ReadOnlySpan<TTarget> values = targets.Slice((sample * TargetSize) + TargetColumns.Offsets[i], TargetColumns.Sizes[i]);
                CheckTarget(values, Info.Outputs[i], Info.Outputs[i].Name, firstSample + sample, numbersOnly);
            }
        }
    }

    private static void CheckInput(ReadOnlySpan<TInput> values, InputInfo input, string argument, long firstSample, bool numbersOnly)
    {
        if (input.Vocabulary == 0)
            Guard.Finite(MemoryMarshal.Cast<TInput, float>(values), input.Size, "Sample", argument, firstSample);
        else if (!numbersOnly)
            Guard.Tokens(MemoryMarshal.Cast<TInput, int>(values), input.Vocabulary, input.Size, argument, firstSample);
    }

    private static void CheckTarget(ReadOnlySpan<TTarget> values, OutputInfo output, string argument, long firstSample, bool numbersOnly)
    {
        if (output.TakesLabels)
        {
            if (!numbersOnly)
                RequireLabels(MemoryMarshal.Cast<TTarget, int>(values), output, argument, firstSample);
            return;
        }

        ReadOnlySpan<float> numbers = MemoryMarshal.Cast<TTarget, float>(values);
        Guard.Finite(numbers, output.TargetSize, "Target", argument, firstSample);
        if (output.Loss is Loss.BinaryCrossentropy or Loss.CategoricalCrossentropy)
            Guard.Probabilities(numbers, output.TargetSize, output.Loss.Value, argument, firstSample);
    }
}
