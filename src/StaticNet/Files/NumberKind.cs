namespace StaticNet.Files;

/// <summary>A kind of number that .npy files may hold.</summary>
internal abstract class NumberKind
{
    private static readonly NumberKind[] _all =
    [
        new BooleanKind(), new NumberKind<sbyte>("i1"), new NumberKind<byte>("u1"), new NumberKind<short>("i2"), new NumberKind<ushort>("u2"),
        new NumberKind<int>("i4"), new NumberKind<uint>("u4"), new NumberKind<long>("i8"), new NumberKind<ulong>("u8"),
        new NumberKind<Half>("f2"), new NumberKind<float>("f4"), new NumberKind<double>("f8"),
    ];

    private protected NumberKind(string code, Type type, int size) => (Code, Type, Size) = (code, type, size);

    /// <summary>NumPy's letter of the kind and the bytes of a number: <c>f4</c>.</summary>
    public string Code { get; }

    /// <summary>.NET's type.</summary>
    public Type Type { get; }

    /// <summary>The bytes of a number.</summary>
    public int Size { get; }

    /// <summary>The kind with NumPy's code, if there is one.</summary>
    public static NumberKind? Find(string code) => Array.Find(_all, kind => kind.Code == code);

    /// <summary>The kind of .NET's type.</summary>
    /// <exception cref="ArgumentException">No .npy file of numbers holds that type.</exception>
    public static NumberKind Of(Type type)
        => Array.Find(_all, kind => kind.Type == type)
            ?? throw new ArgumentException($"{type} is no number that .npy files hold. Expected float, double, Half, bool or a whole number of 8 to 64 bits.");

    /// <summary>Reads numbers.</summary>
    public abstract Array Read(ContentReader content, int count);

    /// <summary>Writes numbers.</summary>
    public abstract void Write(Array values, Stream stream);

    /// <summary>The numbers as floats, rounded to the nearest.</summary>
    public abstract float[] ToSingle(Array values);

    /// <summary>The numbers as ints; the place of the first that is none, or -1.</summary>
    public abstract int ToInt32(Array values, int[] target);

    /// <summary>Numbers, as they lie in a file, as floats, rounded to the nearest.</summary>
    public abstract void ToSingle(ReadOnlySpan<byte> values, Span<float> target);

    /// <summary>Numbers, as they lie in a file, as ints; the place of the first that is none, or -1.</summary>
    public abstract int ToInt32(ReadOnlySpan<byte> values, Span<int> target);

    /// <summary>A number, as it lies in a file, in words.</summary>
    public abstract string Show(ReadOnlySpan<byte> value);

    /// <summary>Numbers that lie column by column, the first axis the fastest, row by row.</summary>
    public abstract Array Transpose(Array values, ReadOnlySpan<int> shape);
}
