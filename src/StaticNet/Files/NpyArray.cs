using System.Collections;
using System.Runtime.InteropServices;
using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet;

/// <summary>An array of numbers with a shape, as NumPy keeps it in .npy and .npz files: in row-major order.</summary>
/// <example>
/// <code>
/// NpyArray images = Npy.Load("images.npy");
/// Console.WriteLine(images);                          // uint8 (60000, 28, 28)
/// ReadOnlySpan&lt;byte&gt; bytes = images.Values&lt;byte&gt;();   // as they are in the file
/// float[] numbers = images.ToSingle();                // of any type, as floats
/// </code>
/// </example>
public sealed class NpyArray
{
    private readonly Array _values;

    internal NpyArray(NumberKind kind, Array values, int[] shape)
    {
        Kind = kind;
        _values = values;
        Shape = Array.AsReadOnly(shape);
    }

    /// <summary>The length of each axis; none for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count => _values.Length;

    /// <summary>The type of the numbers: <see cref="float"/>, <see cref="double"/>, <see cref="Half"/>, <see cref="bool"/> or a whole number of 8 to 64 bits.</summary>
    public Type ElementType => Kind.Type;

    internal NumberKind Kind { get; }

    /// <summary>Makes an array of a copy of numbers.</summary>
    /// <param name="values">The numbers, in row-major order.</param>
    /// <param name="shape">The length of each axis; without any there is one, as long as there are numbers.</param>
    /// <exception cref="ArgumentException">The shape is not one of as many numbers, or .npy files do not hold their type.</exception>
    public static NpyArray Create<T>(ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged
        => new(NumberKind.Of(typeof(T)), values.ToArray(), CheckedShape(values.Length, shape));

    /// <summary>The numbers as they are, in row-major order.</summary>
    /// <exception cref="InvalidOperationException">They are of another type.</exception>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged
        => _values is T[] values && typeof(T) == ElementType ? values
            : throw new InvalidOperationException($"The array holds {ElementType} and not {typeof(T)}. Ask for that type, or for {nameof(ToSingle)} or {nameof(ToInt32)}.");

    /// <summary>The numbers as floats, rounded to the nearest; true is 1 and false is 0.</summary>
    public float[] ToSingle() => Kind.ToSingle(_values);

    /// <summary>The numbers as ints, if they all are whole and small enough; true is 1 and false is 0.</summary>
    /// <exception cref="InvalidOperationException">A number is no int.</exception>
    public int[] ToInt32()
    {
        var target = new int[Count];
        int other = Kind.ToInt32(_values, target);
        return other < 0 ? target
            : throw new InvalidOperationException(Invariant($"The array holds {((IList)_values)[other]} at place {other}, which is no int."));
    }

    /// <summary>A copy as an array of .NET with as many axes: <c>ToArray&lt;float[,]&gt;()</c>.</summary>
    /// <typeparam name="TArray">
    /// An array of <see cref="ElementType"/>, or of <see cref="float"/> or <see cref="int"/>, which numbers become as by <see cref="ToSingle"/>
    /// and <see cref="ToInt32"/>; with a place between its brackets for each axis of <see cref="Shape"/>.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">The type is another, or a number is no int.</exception>
    public unsafe TArray ToArray<TArray>()
        where TArray : class
    {
        Type type = typeof(TArray);
        Type? element = type.IsArray ? type.GetElementType() : null;
        Array? values = element == ElementType ? _values : element == typeof(float) ? ToSingle() : element == typeof(int) ? ToInt32() : null;
        if (values?.GetType().GetElementType() != element || values is null || type.GetArrayRank() != Shape.Count || type.IsVariableBoundArray != Shape.Count > 1)
        {
            string expected = Shape.Count == 0 ? $"{nameof(Values)} for a number without axes" : $"{ElementType.Name}[{new string(',', Shape.Count - 1)}], or float or int instead of {ElementType.Name}";
            throw new InvalidOperationException($"The array is {this}, of {Shape.Count} axes, and {type.Name} was asked for. Expected {expected}.");
        }

        Array copy = Array.CreateInstanceFromArrayType(type, [.. Shape]);
        long bytes = copy.LongLength * NumberKind.Of(element!).Size;
        fixed (byte* from = &MemoryMarshal.GetArrayDataReference(values), to = &MemoryMarshal.GetArrayDataReference(copy))
            Buffer.MemoryCopy(from, to, bytes, bytes);
        return (TArray)(object)copy;
    }

    /// <summary>NumPy's name of the type, and the shape.</summary>
    public override string ToString()
    {
        string name = Kind.Code[0] switch { 'b' => "bool", 'i' => "int", 'u' => "uint", _ => "float" };
        return Invariant($"{name}{(name == "bool" ? "" : (Kind.Size * 8).ToString(System.Globalization.CultureInfo.InvariantCulture))} {Quoted.Shape(Shape)}");
    }

    internal static int[] CheckedShape(int count, ReadOnlySpan<int> shape)
    {
        if (shape.IsEmpty)
            return [count];
        if (shape.Length > NpyHeader.MaxAxes)
            throw new ArgumentException(Invariant($"The shape has {shape.Length} axes. Expected at most {NpyHeader.MaxAxes}."), nameof(shape));
        Int128 size = 1;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            int next = shape[axis];
            if (next < 0)
                throw new ArgumentException(Invariant($"Axis {axis} has length {next}. Expected at least 0."), nameof(shape));
            size = Int128.Min(size * next, 1L + int.MaxValue);
        }

        return size == count ? shape.ToArray()
            : throw new ArgumentException(Invariant($"{count} values came for the shape {Quoted.Shape(shape.ToArray())}. Expected as many as its sizes multiply to."), nameof(shape));
    }

    internal static NpyArray Read(ContentReader content, Action<long>? require = null)
    {
        NpyHeader header = NpyHeader.Read(content);
        int[] shape = header.ArrayShape(content);
        require?.Invoke(header.Count * header.Kind.Size);
        Array values = header.Kind.Read(content, (int)header.Count);
        content.RequireEnd();
        return new NpyArray(header.Kind, header.IsTransposed ? header.Kind.Transpose(values, shape) : values, shape);
    }

    internal void Write(Stream stream)
    {
        stream.Write(NpyHeader.Write(Kind, [.. Shape]));
        Kind.Write(_values, stream);
    }
}
