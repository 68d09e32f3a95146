using static System.FormattableString;

namespace StaticNet;

/// <summary>Rows that lie apart from each other.</summary>
internal static class JaggedRows
{
    /// <summary>Copies rows one behind the other.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="size">The length of each; 0 where there are none.</param>
    /// <exception cref="ArgumentException">A row is null or of another length than the first, or they do not fit into an array.</exception>
    public static T[] Gather<T>(ReadOnlySpan<T[]> rows, out int size)
        where T : unmanaged
    {
        size = rows.IsEmpty ? 0 : rows[0]?.Length ?? 0;
        var values = new T[Guard.ArrayLength(rows.Length, size, nameof(rows), "Use fewer rows at a time.")];
        for (int i = 0; i < rows.Length; i++)
        {
            // Read once: whoever puts another row there meanwhile, what is looked at is what is copied.
            T[] row = rows[i] ?? throw new ArgumentException(Invariant($"Row {i} is null. Expected an array of numbers."), nameof(rows));
            if (row.Length != size)
            {
                throw new ArgumentException(
                    Invariant($"Row {i} has {row.Length} numbers, and the rows before it have {size}. Expected rows of one length; texts and other sequences are brought to one by padding."),
                    nameof(rows));
            }

            row.CopyTo(values.AsSpan(i * size));
        }

        return values;
    }
}
