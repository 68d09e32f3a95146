using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// A number of a sample that consists of several inputs, or of a target of several outputs: a <see cref="float"/>, or an <see cref="int"/> where
/// it is a token or a label. Which it is, its place says; both take four bytes and convert to it by themselves.
/// </summary>
/// <remarks>
/// A model with several inputs is a <see cref="Model{TInput}"/> of it: a sample holds its inputs one behind the other, in the order in which
/// they are declared. Its generated <c>Data</c> puts columns together so.
/// </remarks>
public readonly struct Mixed : IEquatable<Mixed>
{
    private readonly int _bits;

    private Mixed(int bits) => _bits = bits;

    /// <summary>A number.</summary>
    public static implicit operator Mixed(float number) => new(BitConverter.SingleToInt32Bits(number));

    /// <summary>A token or a label.</summary>
    public static implicit operator Mixed(int token) => new(token);

    /// <summary>Whether two hold the same four bytes.</summary>
    public static bool operator ==(Mixed left, Mixed right) => left.Equals(right);

    /// <summary>Whether two hold other bytes.</summary>
    public static bool operator !=(Mixed left, Mixed right) => !left.Equals(right);

    /// <summary>What it is as a number.</summary>
    public float ToSingle() => BitConverter.Int32BitsToSingle(_bits);

    /// <summary>What it is as a token or a label.</summary>
    public int ToInt32() => _bits;

    /// <inheritdoc/>
    public bool Equals(Mixed other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Mixed other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits;

    /// <summary>Both that it may be: <c>0.5, or 1056964608</c>.</summary>
    public override string ToString() => Invariant($"{ToSingle()}, or {_bits}");
}
