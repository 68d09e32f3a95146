namespace StaticNet.Generators;

/// <summary>What a layer kind sees of the declaration while it checks one of its layers, and where it reports to.</summary>
internal sealed class LayerCheckContext(
    AttributeDeclaration attribute, Anchor anchor, string name, EquatableArray<CheckedInput> inputs, string? weights, Action<DiagnosticInfo> report)
{
    /// <summary>The most pixels or steps that a window may span or move by, so that no product of two of them overflows.</summary>
    private const int MaxExtent = 16_384;

    /// <summary>The attribute's name without "Attribute".</summary>
    public string Kind => attribute.Kind;

    /// <summary>The layer's name: <c>dense_1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What is the model's input, for messages.</summary>
    public const string ModelInput = "the input";

    /// <summary>All that comes in.</summary>
    public EquatableArray<CheckedInput> Inputs { get; } = inputs;

    /// <summary>The shape that comes in.</summary>
    public EquatableArray<int> InputShape => Inputs[0].Shape;

    /// <summary>What it comes from, for messages.</summary>
    public string InputName => Inputs[0].Title;

    /// <summary>The layer that it wraps, written below it; null in a layer of its own.</summary>
    public LayerCheckContext? Wrapped { get; init; }

    /// <summary>Whether this only tells what the layer may come to: what is missing or out of range is taken for the smallest that is right.</summary>
    private bool IsGuess { get; init; }

    /// <summary>A look at a layer in a declaration with errors, of which nothing is reported.</summary>
    public static LayerCheckContext OfGuess(AttributeDeclaration attribute, string name, IEnumerable<EquatableArray<int>> inputShapes, LayerCheckContext? wrapped)
        => new(attribute, Anchor.Class, name, new(inputShapes.Select(shape => new CheckedInput(shape, ModelInput, IsInput: true))), null, _ => { })
        {
            IsGuess = true,
            Wrapped = wrapped,
        };

    /// <summary>Whether it takes an input of the model.</summary>
    public bool IsFirst => Inputs[0].IsInput;

    /// <summary>The layer, for messages: <c>Dense 'dense_1'</c>.</summary>
    public string Title => $"{attribute.Kind} '{Name}'";

    /// <summary>Reports at an argument, or at the whole attribute.</summary>
    public void Report(string rule, string? argument, params string[] arguments)
        => report(new DiagnosticInfo(rule, anchor with { Target = argument }, new(arguments)));

    /// <summary>The value of an argument, or a default where it is not written.</summary>
    public T Get<T>(string argument, T otherwise = default!)
        => attribute.Find(argument) is { } found ? (T)found.Values[0]! : otherwise;

    /// <summary>The values of an array; none where it is not written.</summary>
    public IEnumerable<T> GetAll<T>(string argument)
        => attribute.Find(argument) is { } found ? found.Values.OfType<T>() : [];

    /// <summary>Whether an argument is written, or has a default in the attribute's constructor.</summary>
    public bool Has(string argument) => attribute.Has(argument);

    /// <summary>A whole number of at least 1; null, with a diagnostic, where it is not.</summary>
    public int? GetPositive(string argument, int otherwise = 0)
    {
        int value = Get(argument, otherwise);
        if (value >= 1)
            return value;
        Report(Rules.OutOfRange.Id, argument, Title, argument, Text.Number(value), "at least 1");
        return IsGuess ? 1 : null;
    }

    /// <summary>A number, as the float that kernels compute with; reported where that is out of range, or 0 where what was written is not.</summary>
    public float GetNumber(string argument, double otherwise, Func<float, bool> isRight, string expected)
    {
        double written = Get(argument, otherwise);
        float value = (float)written;
        if (!isRight(value))
            Report(Rules.OutOfRange.Id, argument, Title, argument, Text.AsFloat(written), expected);
        else if (value == 0 && written != 0)
            Report(Rules.OutOfRange.Id, argument, Title, argument, Text.AsFloat(written), "0 itself or a number that a float can tell from it");
        return value;
    }

    /// <summary>A number; reported where it is none or infinite.</summary>
    public float GetFinite(string argument)
        => GetNumber(argument, 0, value => !float.IsNaN(value) && !float.IsInfinity(value), "a finite number");

    /// <summary>
    /// A size for both axes, or one for each: <c>Strides</c>, or <c>StrideHeight</c> and <c>StrideWidth</c>; null, with a diagnostic,
    /// where one is not at least 1.
    /// </summary>
    /// <param name="both">The argument for both axes.</param>
    /// <param name="height">The one that takes its place for the height.</param>
    /// <param name="width">The one that takes its place for the width.</param>
    /// <param name="unwritten">What stands for both where none is written; 0 if one must be.</param>
    /// <param name="zeroIs">What 0 stands for, if for anything.</param>
    public Size? GetSize(string both, string height, string width, int unwritten = 0, Size? zeroIs = null)
    {
        bool takesBoth = Get<int>(height) == 0;
        int? rows = Part(height, zeroIs?.Height);
        if (rows is null && takesBoth && Get<int>(width) == 0 && Has(both))
            return null;
        int? columns = Part(width, zeroIs?.Width);
        return rows is { } h && columns is { } w ? new Size(h, w) : null;

        int? Part(string argument, int? zero)
        {
            if (Get<int>(argument) == 0 && zero is not null && Get<int>(both) == 0)
                return zero;
            return GetLength(Get<int>(argument) == 0 && (Has(both) || unwritten > 0) ? both : argument, unwritten);
        }
    }

    /// <summary>Pixels of an axis, or steps; null, with a diagnostic, where that is not at least 1 or too many.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="unwritten">What stands for it where it is not written; 0 if it must be.</param>
    /// <param name="zeroIs">What 0 stands for, if for anything.</param>
    public int? GetLength(string argument, int unwritten = 0, int? zeroIs = null)
    {
        if (zeroIs is not null && Get<int>(argument) == 0)
            return zeroIs;
        int? value = GetPositive(argument, unwritten);
        if (value is null or <= MaxExtent)
            return value;
        Report(Rules.OutOfRange.Id, argument, Title, argument, Text.Number(value.Value), $"at most {Text.Number(MaxExtent)}");
        return IsGuess ? 1 : null;
    }

    /// <summary>An axis of what comes in, counted from 0; null, with a diagnostic, where it has no such axis.</summary>
    /// <param name="argument">The argument, which counts from 1, the batch being 0, or from the end, -1 being the last.</param>
    public int? GetAxis(string argument)
    {
        int rank = InputShape.Count, written = Get(argument, -1), axis = written < 0 ? written + rank : written - 1;
        if (axis >= 0 && axis < rank)
            return axis;
        string axes = rank == 1 ? "1 or -1" : $"1 to {Text.Number(rank)} or -1 to -{Text.Number(rank)}";
        Report(Rules.OutOfRange.Id, argument, Title, argument, Text.Number(written), $"{axes}, of {Text.Shape(InputShape)}");
        return IsGuess ? rank - 1 : null;
    }

    /// <summary>What a window meets beyond the edges; null, with a diagnostic, where the layer knows no such padding.</summary>
    /// <param name="mayBeCausal">Whether it may stand before the first step alone.</param>
    public Padding? GetPadding(bool mayBeCausal = false)
    {
        Padding? padding = GetOption("Padding", Padding.Valid);
        if (padding != Padding.Causal || mayBeCausal)
            return padding;
        Report(Rules.OutOfRange.Id, "Padding", Title, "Padding", nameof(Padding.Causal), "Valid or Same, since only Conv1D can be causal");
        return null;
    }

    /// <summary>Reports an input that is no image; whether it is one.</summary>
    public bool RequireImage()
    {
        if (InputShape.Count == 3)
            return true;
        int[] shape = [.. InputShape];
        string image = shape.Length switch
        {
            1 => SquareOf(shape[0]),
            2 => Text.Shape([shape[0], shape[1], 1]),
            _ => Text.Shape([shape[0], shape[1], shape.Skip(2).Aggregate(1, (size, next) => size * next)]),
        };
        Report(
            Rules.WrongRank.Id, null, Title, "an image of (height, width, channels)", Text.Shape(InputShape), InputName,
            shape.Length == 2 && IsFirst ? $"write [Model{image}]" : $"put [Reshape{image}] above it");
        return false;

        // A row of numbers may well be a square image, in grey or in colour.
        static string SquareOf(int count)
        {
            foreach (int channels in new[] { 1, 3, 4 })
            {
                int side = (int)Math.Sqrt(count / channels);
                if (side > 1 && side * side * channels == count)
                    return Text.Shape([side, side, channels]);
            }

            return "(height, width, channels)";
        }
    }

    /// <summary>Reports an input that is no sequence; whether it is one.</summary>
    public bool RequireSequence()
    {
        if (InputShape.Count == 2)
            return true;
        string sequence = Text.Shape([InputShape[0], InputShape.Skip(1).Aggregate(1, (size, next) => size * next)]);
        Report(
            Rules.WrongRank.Id, null, Title, "a sequence of (steps, channels)", Text.Shape(InputShape), InputName,
            InputShape.Count == 1 && IsFirst
                ? $"write [Model{sequence}], or put [Embedding(inputDim, outputDim)] above it if these are tokens"
                : $"put [Reshape{sequence}] above it");
        return false;
    }

    /// <summary>Reports an input that is no row of numbers; whether it is one.</summary>
    public bool RequireRow()
    {
        if (InputShape.Count == 1)
            return true;
        Report(Rules.WrongRank.Id, null, Title, "a row of numbers", Text.Shape(InputShape), InputName, "put [Flatten] above it");
        return false;
    }

    /// <summary>Reports a layer with weights before this one, which passes no gradient on; whether there is none.</summary>
    public bool RequireNoWeightsBefore()
    {
        if (weights is not null)
            Report(Rules.AugmentationAfterWeights.Id, null, Title, weights);
        return weights is null;
    }

    /// <summary>An option; null, with a diagnostic, where its enum has no such value.</summary>
    public TOption? GetOption<TOption>(string argument, TOption otherwise)
        where TOption : struct, Enum
    {
        if (Get<EnumValue?>(argument) is not { } value)
            return otherwise;
        if (value.IsDefined && Enum.TryParse(value.Member, out TOption option))
            return option;
        Report(Rules.UnknownOption.Id, argument, Title, value.Member, value.Type);
        return null;
    }

    /// <summary>An activation; null, with a diagnostic, where there is no such one.</summary>
    public Activation? GetActivation(string argument)
    {
        EnumValue value = Get<EnumValue>(argument);
        if (value.IsDefined)
            return Activation.ByName(value.Member);
        Report(Rules.UnknownOption.Id, argument, Title, value.Member, value.Type);
        return null;
    }

    /// <summary>Reports an activation of rows where a row is a single number.</summary>
    public void ReportRowOfOne(string? argument, Activation activation)
        => Report(Rules.SoftmaxOfOne.Id, argument, Title, activation.Name, activation == Activation.Softmax ? "1" : "0");

    /// <summary>An activation that fits rows of this width; null, with a diagnostic, where it does not.</summary>
    public Activation? GetActivation(int width)
    {
        if (GetActivation("activation") is not { } activation)
            return null;
        if (activation.Form != ActivationForm.Rows || width > 1)
            return activation;
        ReportRowOfOne("activation", activation);
        return null;
    }
}
