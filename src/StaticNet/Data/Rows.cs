using System.Numerics.Tensors;
using static System.FormattableString;

namespace StaticNet;

/// <summary>Makes rows of what does not convert to them by itself.</summary>
public static class Rows
{
    /// <summary>
    /// Copies a view of a tensor, whose first axis counts the rows. A view lives on the stack and cannot be kept; a <see cref="Tensor{T}"/>
    /// converts by itself.
    /// </summary>
    /// <exception cref="ArgumentException">The tensor has more numbers than fit into an array.</exception>
    /// <example>
    /// <code>
    /// ReadOnlyTensorSpan&lt;float&gt; view = new float[] { 1, 2, 3, 4 };
    /// Rows&lt;float&gt; rows = Rows.CopyOf(view);
    /// </code>
    /// </example>
    public static Rows<T> CopyOf<T>(ReadOnlyTensorSpan<T> values)
        where T : unmanaged
    {
        if (values.FlattenedLength > Array.MaxLength)
            throw new ArgumentException(Invariant($"The tensor has {values.FlattenedLength} numbers. Expected at most {Array.MaxLength}; use parts of it."), nameof(values));
        var copy = new T[values.FlattenedLength];
        values.FlattenTo(copy);
        if (values.Rank < 2)
            return copy;
        var shape = new int[values.Rank];
        for (int axis = 0; axis < shape.Length; axis++)
            shape[axis] = (int)Math.Min(values.Lengths[axis], int.MaxValue);
        return new Rows<T>(copy, shape);
    }
}
