using StaticNet.Kernels;

namespace StaticNet;

/// <summary>Losses of a data set, summed by tiles of samples whatever the threads.</summary>
internal sealed unsafe class Measuring<TInput, TTarget>(
    TrainableModel<TInput, TTarget> model, Dataset<TInput, TTarget> data, string argument) : IParts
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly int _rows = model.Info.Memory.InferenceRows;
    private readonly SampleLoss[] _tiles = new SampleLoss[(int)(((long)data.Count + model.Info.Memory.InferenceRows - 1) / model.Info.Memory.InferenceRows)];

    /// <summary>The tiles, of which threads may take some each.</summary>
    public int Tiles => _tiles.Length;

    /// <summary>Adds the losses of all samples to a sum, tile by tile: data that comes in several pieces of whole tiles has the sum of the whole.</summary>
    public SampleLoss AddTo(SampleLoss sum) => Sum(_tiles, sum);

    /// <inheritdoc/>
    public void Do(int part, int parts)
    {
        TileRoom<TInput, TTarget> room = model.RentRoom();
        for (int tile = (int)((long)Tiles * part / parts); tile < (int)((long)Tiles * (part + 1) / parts); tile++)
        {
            int first = tile * _rows, count = Math.Min(_rows, data.Count - first);
            ReadOnlySpan<TInput> inputs = data.Inputs.Span.Slice(first * data.InputSize, count * data.InputSize);
            ReadOnlySpan<TTarget> targets = data.Targets.Span.Slice(first * data.TargetSize, count * data.TargetSize);
            fixed (TInput* from = inputs)
                _tiles[tile] = Sum(model.MeasureTile(from, targets, first, count, room, argument), default);
        }

        model.ReturnRoom(room);
        GC.KeepAlive(model);
    }

    private static SampleLoss Sum(ReadOnlySpan<SampleLoss> losses, SampleLoss sum)
    {
        foreach (SampleLoss each in losses)
            sum = sum.Plus(each);
        return sum;
    }
}
