using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Kernels;

/// <summary>Numbers under a name as a debugger shows them: the first few on its line, all of them below.</summary>
[DebuggerDisplay("{ToString(),nq}", Name = "{Name,nq}")]
internal sealed class ShownNumbers
{
    private const int Few = 8;

    private readonly int[] _sizes;

    private ShownNumbers(string name, Array numbers, int[] sizes) => (Name, Numbers, _sizes) = (name, numbers, sizes);

    /// <summary>What they are called.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Name { get; }

    /// <summary>The numbers, in their shape and without the gaps between rows.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public Array Numbers { get; }

    /// <summary>Numbers of memory.</summary>
    /// <param name="name">What they are called.</param>
    /// <param name="start">The first.</param>
    /// <param name="sizes">Their shape.</param>
    /// <param name="stride">From one row, along the last axis, to the next.</param>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Debuggers look at programs that run by the just-in-time compiler.")]
    public static unsafe ShownNumbers Of<T>(string name, T* start, int[] sizes, int stride)
        where T : unmanaged
    {
        // A single number, of shape (), is an array of one: there is none without axes.
        var numbers = Array.CreateInstance(typeof(T), sizes.Length == 0 ? [1] : sizes);
        Span<T> rows = MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(numbers)), numbers.Length);
        for (int width = numbers.GetLength(numbers.Rank - 1); !rows.IsEmpty; rows = rows[width..], start += stride)
            new ReadOnlySpan<T>(start, width).CopyTo(rows);
        return new ShownNumbers(name, numbers, sizes);
    }

    /// <summary>Numbers without gaps.</summary>
    public static unsafe ShownNumbers Of<T>(string name, T[] numbers, int[] sizes)
        where T : unmanaged
    {
        fixed (T* start = numbers)
            return Of(name, start, sizes, sizes.Length == 0 ? 1 : sizes[^1]);
    }

    /// <summary>The shape and the first few numbers.</summary>
    public override string ToString()
    {
        IEnumerable<string> few = Numbers.Cast<IFormattable>().Take(Few).Select(number => number.ToString(null, CultureInfo.InvariantCulture));
        string sizes = string.Join(", ", _sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
        return $"({sizes}): {string.Join(", ", few)}{(Numbers.Length > Few ? ", ..." : "")}";
    }
}
