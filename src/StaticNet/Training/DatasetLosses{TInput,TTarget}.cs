using StaticNet.Kernels;

namespace StaticNet;

/// <summary>Losses of a data set, summed by tiles of samples whatever the threads.</summary>
internal sealed class DatasetLosses<TInput, TTarget>(
    TrainableModel<TInput, TTarget> model, Dataset<TInput, TTarget> data, string argument) : IParts
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly int _rows = model.Info.Memory.InferenceRows;
    private readonly SampleLoss[] _sums = new SampleLoss[TilesOf(model, data) * model.Info.Outputs.Count];

    /// <summary>The tiles, of which threads may take some each.</summary>
    public int Tiles => _sums.Length / Outputs;

    private int Outputs => model.Info.Outputs.Count;

    /// <summary>Adds the losses of all samples to sums, tile by tile: data that comes in several pieces of whole tiles has the sums of the whole.</summary>
    public void AddTo(Totals totals)
    {
        for (int tile = 0; tile < Tiles; tile++)
            totals.Add(_sums.AsSpan(tile * Outputs, Outputs));
    }

    /// <inheritdoc/>
    public void Do(int part, int parts)
    {
        EvaluationWorkspace<TInput, TTarget> workspace = model.RentWorkspace();
        for (int tile = (int)((long)Tiles * part / parts); tile < (int)((long)Tiles * (part + 1) / parts); tile++)
        {
            int first = tile * _rows, count = Math.Min(_rows, data.Count - first);
            ReadOnlySpan<TInput> inputs = data.Inputs.Span.Slice(first * data.InputSize, count * data.InputSize);
            ReadOnlySpan<TTarget> targets = data.Targets.Span.Slice(first * data.TargetSize, count * data.TargetSize);
            model.MeasureTile(inputs, targets, first, workspace, argument, _sums.AsSpan(tile * Outputs, Outputs));
        }

        model.ReturnWorkspace(workspace);
        GC.KeepAlive(model);
    }

    private static int TilesOf(TrainableModel<TInput, TTarget> model, Dataset<TInput, TTarget> data)
        => (int)(((long)data.Count + model.Info.Memory.InferenceRows - 1) / model.Info.Memory.InferenceRows);
}
