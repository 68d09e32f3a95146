using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>
/// The numbers of many samples or targets, a row for each. Nobody needs to name this type: whatever numbers are usually held in converts to
/// it by itself, where <c>Fit</c>, <c>Evaluate</c>, <c>Predict</c> or <see cref="Dataset.From(Rows{float}, Labels)"/> take it.
/// </summary>
/// <typeparam name="T">What the numbers are: <see cref="float"/>, or <see cref="int"/> for tokens.</typeparam>
/// <remarks>
/// The first axis of an array counts the rows. One without further axes, and memory, holds them one behind the other; how long each is
/// follows from what it is used with. Arrays and memory of <typeparamref name="T"/> are not copied, whatever their number of axes; jagged
/// arrays, lists and tensors are. Numbers of 64 bits are rounded to the nearest float, as NumPy and Keras do, or refused where they lie
/// beyond the largest; as tokens they have to be whole.
/// </remarks>
/// <example>
/// <code>
/// float[,] x = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
/// var data = Dataset.From(x, new[] { 0, 1, 1, 0 });
/// </code>
/// </example>
public readonly struct Rows<T>
    where T : unmanaged
{
    private readonly int[]? _shape;

    internal Rows(ReadOnlyMemory<T> values, int[]? shape = null)
    {
        Values = values;
        _shape = shape;
    }

    /// <summary>All numbers, one row behind the other.</summary>
    internal ReadOnlyMemory<T> Values { get; }

    /// <summary>The number of rows; null where it follows from what they are used with.</summary>
    internal int? Count => _shape?[0];

    /// <summary>The shape of a row; null where it is not known.</summary>
    internal ReadOnlySpan<int> RowShape => _shape is null ? [] : _shape.AsSpan(1);

    /// <summary>Numbers one behind the other; not copied.</summary>
    public static implicit operator Rows<T>(ReadOnlyMemory<T> values) => new(values);

    /// <summary>Numbers one behind the other; not copied.</summary>
    public static implicit operator Rows<T>(Memory<T> values) => new(values);

    /// <summary>Numbers one behind the other; not copied.</summary>
    public static implicit operator Rows<T>(T[] values) => new(NotNull(values));

    /// <summary>A row for each place of the first axis; not copied.</summary>
    public static implicit operator Rows<T>(T[,] values) => View(values);

    /// <summary>A table for each place of the first axis; not copied.</summary>
    public static implicit operator Rows<T>(T[,,] values) => View(values);

    /// <summary>An image of (height, width, channels) for each place of the first axis; not copied.</summary>
    public static implicit operator Rows<T>(T[,,,] values) => View(values);

    /// <summary>Rows, which must all be of one length; copied.</summary>
    /// <exception cref="ArgumentException">A row is null or of another length than the first.</exception>
    public static implicit operator Rows<T>(T[][] rows) => Jagged(NotNull(rows));

    /// <summary>Rows, which must all be of one length; copied.</summary>
    /// <exception cref="ArgumentException">A row is null or of another length than the first.</exception>
    public static implicit operator Rows<T>(List<T[]> rows) => Jagged(CollectionsMarshal.AsSpan(NotNull(rows)));

    /// <summary>A row for each place of the first axis; copied.</summary>
    public static implicit operator Rows<T>(Tensor<T> values) => Rows.CopyOf(NotNull(values).AsReadOnlyTensorSpan());

    /// <summary>Numbers one behind the other; converted.</summary>
    /// <exception cref="ArgumentException">A number is none of <typeparamref name="T"/>.</exception>
    public static implicit operator Rows<T>(double[] values) => new(Conversion.Of<double, T>(NotNull(values), 0));

    /// <summary>A row for each place of the first axis; converted.</summary>
    /// <exception cref="ArgumentException">A number is none of <typeparamref name="T"/>.</exception>
    public static implicit operator Rows<T>(double[,] values) => Converted<double>(values);

    /// <summary>A table for each place of the first axis; converted.</summary>
    /// <exception cref="ArgumentException">A number is none of <typeparamref name="T"/>.</exception>
    public static implicit operator Rows<T>(double[,,] values) => Converted<double>(values);

    /// <summary>An image of (height, width, channels) for each place of the first axis; converted.</summary>
    /// <exception cref="ArgumentException">A number is none of <typeparamref name="T"/>.</exception>
    public static implicit operator Rows<T>(double[,,,] values) => Converted<double>(values);

    /// <summary>Rows, which must all be of one length; converted.</summary>
    /// <exception cref="ArgumentException">A row is null or of another length than the first, or a number is none of <typeparamref name="T"/>.</exception>
    public static implicit operator Rows<T>(double[][] rows) => Gathered<double>(NotNull(rows));

    /// <summary>Rows, which must all be of one length; converted.</summary>
    /// <exception cref="ArgumentException">A row is null or of another length than the first, or a number is none of <typeparamref name="T"/>.</exception>
    public static implicit operator Rows<T>(List<double[]> rows) => Gathered<double>(CollectionsMarshal.AsSpan(NotNull(rows)));

    /// <summary>Bytes one behind the other, such as grey values; converted, 0 to 255.</summary>
    public static implicit operator Rows<T>(byte[] values) => new(Conversion.Of<byte, T>(NotNull(values), 0));

    /// <summary>A row of bytes for each place of the first axis; converted, 0 to 255.</summary>
    public static implicit operator Rows<T>(byte[,] values) => Converted<byte>(values);

    /// <summary>A table of bytes for each place of the first axis; converted, 0 to 255.</summary>
    public static implicit operator Rows<T>(byte[,,] values) => Converted<byte>(values);

    /// <summary>An image of bytes for each place of the first axis; converted, 0 to 255.</summary>
    public static implicit operator Rows<T>(byte[,,,] values) => Converted<byte>(values);

    /// <summary>Rows of bytes, which must all be of one length; converted, 0 to 255.</summary>
    /// <exception cref="ArgumentException">A row is null or of another length than the first.</exception>
    public static implicit operator Rows<T>(byte[][] rows) => Gathered<byte>(NotNull(rows));

    /// <summary>
    /// Whole numbers as tokens, each in its place. A language without priorities of overloads (C# 12) takes rows of floats for more special than
    /// rows of tokens by it, where numbers could become either.
    /// </summary>
    /// <exception cref="ArgumentException">A number is not whole, or too large.</exception>
    public static implicit operator Rows<int>(Rows<T> rows)
        => typeof(T) == typeof(float) ? new(Conversion.ToInt32(MemoryMarshal.Cast<T, float>(rows.Values.Span), rows.RowSize), rows._shape)
            : throw new NotSupportedException($"Rows of {typeof(T)} were to become tokens. Expected rows of float.");

    // 0 where it is not known.
    private int RowSize => Count is > 0 and int count ? Values.Length / count : 0;

    private static Rows<T> View(Array array) => new(new ArrayMemory<T>(NotNull(array)).Memory, ShapeOf(array));

    private static Rows<T> Converted<TSource>(Array array)
        where TSource : unmanaged, INumberBase<TSource>
    {
        ReadOnlySpan<TSource> values = ArrayMemory<TSource>.SpanOf(NotNull(array));
        int count = array.GetLength(0);
        return new(Conversion.Of<TSource, T>(values, count == 0 ? 0 : values.Length / count), ShapeOf(array));
    }

    private static Rows<T> Jagged(ReadOnlySpan<T[]> rows) => new(JaggedRows.Gather(rows, out int size), [rows.Length, size]);

    private static Rows<T> Gathered<TSource>(ReadOnlySpan<TSource[]> rows)
        where TSource : unmanaged, INumberBase<TSource>
    {
        TSource[] values = JaggedRows.Gather(rows, out int size);
        return new(Conversion.Of<TSource, T>(values, size), [rows.Length, size]);
    }

    private static int[] ShapeOf(Array array)
    {
        var shape = new int[array.Rank];
        for (int axis = 0; axis < shape.Length; axis++)
            shape[axis] = array.GetLength(axis);
        return shape;
    }

    private static TValues NotNull<TValues>(TValues values)
        where TValues : class
        => values ?? throw new ArgumentNullException(nameof(values), "No array came. Expected one of numbers.");
}
