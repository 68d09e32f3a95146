using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Where the values of a block of samples lie, from its first sample on.</summary>
internal readonly unsafe ref struct RecurrentPointers
{
    public float* Gates { get; init; }

    public float* States { get; init; }

    public float* Carries { get; init; }

    public float* Dropped { get; init; }

    public float* Dropout { get; init; }

    public byte* Mask { get; init; }

    public float* Output { get; init; }

    public static RecurrentPointers Of<TShape, TCell>(RecurrentSaved saved, byte* mask, float* output, int row)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        nint steps = (nint)row * TShape.Steps, states = steps * TShape.UnitStride;
        return new RecurrentPointers
        {
            Gates = From(saved.Gates, states * TCell.SavedRows),
            States = From(saved.States, states),
            Carries = From(saved.Carries, states),
            Dropped = From(saved.Dropped, states),
            Dropout = From(saved.Dropout, (nint)row * TShape.UnitStride),
            Mask = mask == null ? null : mask + ((nint)row * MaskStride<TShape>()),
            Output = output + (TShape.ReturnsSequences ? states : (nint)row * TShape.UnitStride),
        };
    }

    /// <summary>Whether a step of a sample counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Counts<TShape>(int row, int time)
        where TShape : struct, IRecurrentShape
        => Mask == null || Mask[((nint)row * MaskStride<TShape>()) + time] != 0;

    /// <summary>Whether a part of the states is dropped, which is so in training only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Drops<TShape>()
        where TShape : struct, IRecurrentShape
        => TShape.DropsState && Dropout != null;

    private static float* From(float* start, nint offset) => start == null ? null : start + offset;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int MaskStride<TShape>()
        where TShape : struct, IRecurrentShape
        => Layout.Align(TShape.Steps);
}
