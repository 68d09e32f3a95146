using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticNet.Kernels;

/// <summary>
/// Work space as a debugger shows it: by name the numbers that generated code has pointers to. Optimised code keeps nothing of it. It is made of a
/// pointer, so that safe code cannot make one.
/// </summary>
/// <typeparam name="TPlaces">What says by constants where each value lies, and by attributes of what shape it is.</typeparam>
/// <param name="memory">The work space.</param>
/// <param name="batch">What constants are to be multiplied by: the samples of the batch where they are places of a sample, 1 where they are of all.</param>
/// <param name="first">The first sample to show.</param>
/// <param name="rows">How many.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{_rows} samples")]
[DebuggerTypeProxy(typeof(WorkSpaceProxy<>))]
public readonly unsafe struct WorkSpaceView<TPlaces>(float* memory, int batch, int first, int rows)
{
    private readonly float* _memory = memory;
    private readonly int _batch = batch;
    private readonly int _first = first;
    private readonly int _rows = rows;

    /// <summary>The values, in the order in which the constants stand.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "Of a trimmed program a debugger shows what is left.")]
    internal ShownNumbers[] Show()
    {
        var shown = new List<ShownNumbers>();
        foreach (FieldInfo place in typeof(TPlaces).GetFields(BindingFlags.Static | BindingFlags.Public))
        {
            if (place.GetCustomAttribute<ShapeAttribute>() is not { } shape)
                continue;
            float* start = _memory + (Convert.ToInt64(place.GetRawConstantValue(), null) * _batch);
            int[] sizes = [_rows, .. shape.Sizes];
            int rowsOfOne = shape.Sizes.SkipLast(1).Aggregate(1, (product, next) => product * next);
            nint skipped = (nint)rowsOfOne * _first * shape.Stride;
            shown.Add(shape.IsBytes
                ? ShownNumbers.Of(place.Name, (byte*)start + skipped, sizes, shape.Stride)
                : ShownNumbers.Of(place.Name, start + skipped, sizes, shape.Stride));
        }

        return [.. shown];
    }
}
