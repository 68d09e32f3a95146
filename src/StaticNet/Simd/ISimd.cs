using System.Runtime.Intrinsics;

namespace StaticNet.Kernels;

/// <summary>
/// A vector of floats of one width. Kernels are written once over it; the just-in-time compiler turns every member into one or two
/// instructions of <see cref="Simd512"/>, <see cref="Simd256"/> or <see cref="Simd128"/>.
/// </summary>
/// <remarks>
/// The members with "Bits" in their name see each lane as a 32-bit integer. Comparisons give a mask: a lane of ones or of zeros.
/// </remarks>
internal unsafe interface ISimd<TSelf>
    where TSelf : unmanaged, ISimd<TSelf>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>How many rows of two vectors a register tile holds without spilling.</summary>
    static abstract int TileRows { get; }

    /// <summary>How many vectors a tile of a single row holds without spilling: 8 or 16.</summary>
    static abstract int RowVectors { get; }

    /// <summary>The same number in each lane.</summary>
    static abstract TSelf Create(float value);

    /// <summary>The same bits in each lane.</summary>
    static abstract TSelf CreateBits(uint bits);

    /// <summary>0, 1, 2 … as integers.</summary>
    static abstract TSelf LaneNumberBits { get; }

    /// <summary>Reads <see cref="Count"/> floats, aligned or not.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>Writes <see cref="Count"/> floats, aligned or not.</summary>
    void Store(float* target);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>a * b + c, in one rounding where the machine can.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>The larger; NaN where the right one is, and where the left one is the right one, or NaN on ARM64.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller; NaN where the right one is, and where the left one is the right one, or NaN on ARM64.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The square root.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>The float of a 32-bit integer.</summary>
    static abstract TSelf FromBits(TSelf bits);

    /// <summary>The first four lanes.</summary>
    static abstract Vector128<float> FirstFour(TSelf value);

    /// <summary>The sum of the lanes, always in the same order.</summary>
    static abstract float Sum(TSelf value);

    /// <summary>The largest lane; any of them where one is NaN.</summary>
    static abstract float Max(TSelf value);

    /// <summary>The first four floats of each of <see cref="Count"/> / 4 rows that lie <paramref name="stride"/> apart.</summary>
    static abstract TSelf LoadFours(float* source, int stride);

    /// <summary>Writes four lanes to each of <see cref="Count"/> / 4 rows that lie <paramref name="stride"/> apart, the first row first.</summary>
    void StoreFours(float* target, int stride);

    /// <summary>The same to rows that are padded to <see cref="Layout.Vector"/> floats; their padding becomes 0.</summary>
    void StorePaddedFours(float* target, int stride);

    /// <summary>In each lane the sum of the four that it is one of, in the order of <see cref="Sum"/>.</summary>
    static abstract TSelf SumOfFours(TSelf value);

    /// <summary>In each lane the largest of the four that it is one of; any of them where one is NaN.</summary>
    static abstract TSelf MaxOfFours(TSelf value);

    /// <summary>The mask of left &gt; right.</summary>
    static abstract TSelf GreaterThan(TSelf left, TSelf right);

    /// <summary>The mask of lanes in which either is NaN.</summary>
    static abstract TSelf IsEitherNaN(TSelf left, TSelf right);

    /// <summary>One where the mask is set, the other where it is not.</summary>
    static abstract TSelf Select(TSelf mask, TSelf whereSet, TSelf whereNot);

    /// <summary>Bit by bit.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Bit by bit.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Bit by bit.</summary>
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>Integer addition, wrapping.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>Integer multiplication, wrapping.</summary>
    static abstract TSelf MultiplyBits(TSelf left, TSelf right);

    /// <summary>Shift to the left.</summary>
    static abstract TSelf ShiftLeftBits(TSelf value, int count);

    /// <summary>Shift to the right, zeros coming in.</summary>
    static abstract TSelf ShiftRightBits(TSelf value, int count);

    /// <summary>The highest bit of each lane, the first lane's in the lowest bit: which lanes a mask has.</summary>
    static abstract uint HighBits(TSelf mask);
}
