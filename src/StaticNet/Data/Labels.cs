using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// The class of each sample, a whole number. Nobody needs to name this type: whatever labels are usually held in converts to it by itself,
/// where <c>Fit</c>, <c>Evaluate</c> or <see cref="Dataset.From(Rows{float}, Labels)"/> take it.
/// </summary>
/// <remarks>
/// Arrays and memory of <see cref="int"/> are not copied. Yes and no become 1 and 0. Names become the numbers of the classes in the ordinal
/// order of their names; what each number means is kept as <see cref="ClassNames"/>.
/// </remarks>
/// <example>
/// <code>
/// string[] y = ["cat", "dog", "cat"];
/// var data = Dataset.From(new float[3, 2], y);           // labels 0, 1, 0
/// Console.WriteLine(data.ClassNames![1]);                // dog
/// </code>
/// </example>
public readonly struct Labels
{
    private static readonly IReadOnlyList<string> _noAndYes = Array.AsReadOnly(["no", "yes"]);

    internal Labels(ReadOnlyMemory<int> values, IReadOnlyList<string>? classNames = null)
    {
        Values = values;
        ClassNames = classNames;
    }

    /// <summary>What each label means, from label 0 on; null where labels came as numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>The class of each sample.</summary>
    internal ReadOnlyMemory<int> Values { get; }

    /// <summary>A label for each sample; not copied.</summary>
    public static implicit operator Labels(ReadOnlyMemory<int> labels) => new(labels);

    /// <summary>A label for each sample; not copied.</summary>
    public static implicit operator Labels(Memory<int> labels) => new(labels);

    /// <summary>A label for each sample; not copied.</summary>
    public static implicit operator Labels(int[] labels) => new(NotNull(labels));

    /// <summary>A column of labels, a row for each sample; not copied.</summary>
    /// <exception cref="ArgumentException">There is not one column.</exception>
    public static implicit operator Labels(int[,] labels)
        => NotNull(labels).GetLength(1) == 1 ? new(new ArrayMemory<int>(labels).Memory)
            : throw new ArgumentException(Invariant($"The labels have {labels.GetLength(1)} columns. Expected one; for several numbers a sample give a float[,]."), nameof(labels));

    /// <summary>A label for each sample; copied.</summary>
    public static implicit operator Labels(List<int> labels) => new(NotNull(labels).ToArray());

    /// <summary>A label for each sample; copied.</summary>
    public static implicit operator Labels(Tensor<int> labels) => new(Rows.CopyOf(NotNull(labels).AsReadOnlyTensorSpan()).Values);

    /// <summary>A label for each sample; copied.</summary>
    public static implicit operator Labels(byte[] labels) => new(Conversion.Of<byte, int>(NotNull(labels), 1));

    /// <summary>A label for each sample; copied.</summary>
    /// <exception cref="ArgumentException">A label has more than 32 bits.</exception>
    public static implicit operator Labels(long[] labels) => new(Conversion.Of<long, int>(NotNull(labels), 1));

    /// <summary>Yes (1) or no (0) for each sample; copied.</summary>
    public static implicit operator Labels(bool[] labels) => new(Array.ConvertAll(NotNull(labels), label => label ? 1 : 0), _noAndYes);

    /// <summary>The name of its class for each sample.</summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public static implicit operator Labels(string[] labels) => OfNames(NotNull(labels), null);

    /// <summary>The name of its class for each sample.</summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public static implicit operator Labels(List<string> labels) => OfNames(CollectionsMarshal.AsSpan(NotNull(labels)), null);

    /// <summary>
    /// Labels as numbers. A language without priorities of overloads (C# 12) takes labels for more special than numbers by it, where what comes
    /// could become either.
    /// </summary>
    /// <exception cref="ArgumentException">A label is too large for a float to hold it exactly.</exception>
    public static implicit operator Rows<float>(Labels labels) => new(Conversion.LabelsToSingle(labels.Values.Span, nameof(labels)));

    /// <summary>
    /// Numbers classes as other data has them: data to test with may lack one of the classes that the model has learned.
    /// </summary>
    /// <param name="labels">The name of its class for each sample.</param>
    /// <param name="classNames">What each label means, from label 0 on, such as the <c>ClassNames</c> of the data that was trained on.</param>
    /// <exception cref="ArgumentException">A name is null or none of those classes, or two classes have the same name.</exception>
    public static Labels Of(ReadOnlySpan<string> labels, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        return OfNames(labels, classNames);
    }

    /// <summary>
    /// Numbers the values of an enumeration in their order; each that it declares is a class, also where no sample has it. Values from 0 on
    /// without gaps are their own labels.
    /// </summary>
    /// <param name="labels">The class of each sample.</param>
    /// <exception cref="ArgumentException">A value is none that the enumeration declares.</exception>
    public static Labels Of<TEnum>(ReadOnlySpan<TEnum> labels)
        where TEnum : struct, Enum
    {
        TEnum[] values = [.. Enum.GetValues<TEnum>().Distinct().Order()];
        var numbers = new Dictionary<TEnum, int>();
        foreach (TEnum value in values)
            numbers.Add(value, numbers.Count);
        var codes = new int[labels.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            if (!numbers.TryGetValue(labels[i], out codes[i]))
                throw new ArgumentException(Invariant($"The label of sample {i} is {labels[i]}. Expected one of the values that {typeof(TEnum).Name} declares."), nameof(labels));
        }

        return new Labels(codes, Array.AsReadOnly(Array.ConvertAll(values, value => Enum.GetName(value)!)));
    }

    /// <summary>The same labels by other numbers for their names.</summary>
    internal Labels NumberedAs(IReadOnlyList<string>? classNames)
    {
        if (ClassNames is not { } names || classNames is null || names.SequenceEqual(classNames))
            return this;
        return OfNames(Array.ConvertAll(Values.ToArray(), label => names[label]), classNames);
    }

    private static Labels OfNames(ReadOnlySpan<string> labels, IReadOnlyList<string>? classNames)
    {
        string[] copied = labels.ToArray();
        for (int i = 0; i < copied.Length; i++)
        {
            if (copied[i] is null)
                throw new ArgumentException(Invariant($"The label of sample {i} is null. Expected the name of its class."), nameof(labels));
        }

        string[] names = classNames is null ? [.. new HashSet<string>(copied).Order(StringComparer.Ordinal)] : [.. classNames];
        var numbers = new Dictionary<string, int>();
        foreach (string name in names)
        {
            if (name is null || !numbers.TryAdd(name, numbers.Count))
                throw new ArgumentException(name is null ? "A class has no name." : $"Two classes are named '{name}'. Expected names that differ.", nameof(classNames));
        }

        var codes = new int[copied.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            if (!numbers.TryGetValue(copied[i], out codes[i]))
                throw new ArgumentException(Invariant($"The label of sample {i} is '{copied[i]}'. Expected one of the {names.Length} classes: {Shown(names)}."), nameof(labels));
        }

        return new Labels(codes, Array.AsReadOnly(names));
    }

    private static string Shown(string[] names)
        => string.Join(", ", names.Take(10).Select(name => $"'{name}'")) + (names.Length > 10 ? ", ..." : "");

    private static TValues NotNull<TValues>(TValues labels)
        where TValues : class
        => labels ?? throw new ArgumentNullException(nameof(labels), "No labels came. Expected one for each sample.");
}
