using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// Sixteen numbers of each of a few samples, in registers: what the code of a small layer is written over. As many samples go together as
/// the machine's registers hold, so each member is an instruction or two for each of up to four registers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe interface IRows<TSelf>
    where TSelf : unmanaged, IRows<TSelf>
{
    /// <summary>How many samples.</summary>
    static abstract int Samples { get; }

    /// <summary>The same sixteen numbers for each sample.</summary>
    /// <param name="row">Where they lie.</param>
    static abstract TSelf Load(float* row);

    /// <summary>sum + number · row: a number of each sample, and the same row for all.</summary>
    /// <param name="number">The number of the first sample.</param>
    /// <param name="apart">The floats from there to that of the next.</param>
    /// <param name="row">The sixteen numbers of the row.</param>
    /// <param name="sum">The sums so far.</param>
    static abstract TSelf MultiplyAdd(float* number, int apart, float* row, TSelf sum);

    /// <summary>sum + number · row, of one sample.</summary>
    /// <param name="number">The number.</param>
    /// <param name="row">The row.</param>
    /// <param name="sum">The sums so far.</param>
    static abstract TSelf MultiplyAdd(float* number, TSelf row, TSelf sum);

    /// <summary>left + right.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>The activation of each number.</summary>
    TSelf Apply<TActivation>()
        where TActivation : struct, IActivation;

    /// <summary>Each number times the slope of the activation that made x.</summary>
    /// <param name="x">What it made for the first sample.</param>
    /// <param name="apart">The floats from there to the next.</param>
    TSelf TimesSlope<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation;

    /// <summary>Writes the numbers.</summary>
    /// <param name="row">Where those of the first sample go.</param>
    /// <param name="apart">The floats from there to those of the next.</param>
    void Store(float* row, int apart);
}
