using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// What samples should become at one of several outputs: a label for each, or rows of numbers. Nobody needs to name this type: whatever is usually
/// held in converts to it by itself, where the generated <c>Fit</c>, <c>Evaluate</c> and <c>Data</c> of a model with several outputs take it.
/// </summary>
/// <remarks>An output that learns numbers takes labels as numbers; one that learns classes takes whole numbers as labels.</remarks>
/// <example>
/// <code>
/// bool[] urgent = [true, false];
/// float[,] department = { { 1, 0, 0, 0 }, { 0, 0, 1, 0 } };
/// Targets[] both = [urgent, department];
/// </code>
/// </example>
public readonly struct Targets
{
    private Targets(DataColumn column) => Column = column;

    /// <summary>The numbers or labels.</summary>
    internal DataColumn Column { get; }

    /// <summary>Rows of numbers.</summary>
    public static implicit operator Targets(Rows<float> rows) => new(rows);

    /// <summary>Rows of labels, one for each step of a sequence or pixel of an image.</summary>
    public static implicit operator Targets(Rows<int> rows) => new(rows);

    /// <summary>A label for each sample.</summary>
    public static implicit operator Targets(Labels labels) => new(new Rows<int>(labels.Values));

    /// <summary>Numbers one behind the other; not copied.</summary>
    public static implicit operator Targets(float[] numbers) => (Rows<float>)numbers;

    /// <summary>A row of numbers for each sample; not copied.</summary>
    public static implicit operator Targets(float[,] numbers) => (Rows<float>)numbers;

    /// <summary>A row of numbers for each sample; copied.</summary>
    /// <exception cref="ArgumentException">A row is null or of another length than the first.</exception>
    public static implicit operator Targets(float[][] numbers) => (Rows<float>)numbers;

    /// <summary>Numbers one behind the other; converted.</summary>
    /// <exception cref="ArgumentException">A number is no float.</exception>
    public static implicit operator Targets(double[] numbers) => (Rows<float>)numbers;

    /// <summary>A row of numbers for each sample; converted.</summary>
    /// <exception cref="ArgumentException">A number is no float.</exception>
    public static implicit operator Targets(double[,] numbers) => (Rows<float>)numbers;

    /// <summary>Labels one behind the other; not copied.</summary>
    public static implicit operator Targets(int[] labels) => (Rows<int>)labels;

    /// <summary>A row of labels for each sample; not copied.</summary>
    public static implicit operator Targets(int[,] labels) => (Rows<int>)labels;

    /// <summary>A label for each sample; converted.</summary>
    public static implicit operator Targets(byte[] labels) => (Labels)labels;

    /// <summary>Yes (1) or no (0) for each sample.</summary>
    public static implicit operator Targets(bool[] labels) => (Labels)labels;

    /// <summary>The name of its class for each sample; classes are numbered in the ordinal order of their names.</summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public static implicit operator Targets(string[] labels) => (Labels)labels;
}
