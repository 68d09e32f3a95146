namespace StaticNet.Generators;

/// <summary>Rows and columns around an image, or steps at the ends of a sequence, which is an image of one row.</summary>
/// <param name="Top">The rows above.</param>
/// <param name="Bottom">The rows below.</param>
/// <param name="Left">The columns on the left.</param>
/// <param name="Right">The columns on the right.</param>
internal sealed record Frame(int Top, int Bottom, int Left, int Right)
{
    /// <summary>The rows of both sides.</summary>
    public long Height => (long)Top + Bottom;

    /// <summary>The columns of both sides.</summary>
    public long Width => (long)Left + Right;

    /// <summary>Whether it stands at the ends of a sequence.</summary>
    public bool IsSequence { get; init; }

    /// <summary>How it surrounds a value, for comments: <c>in a frame of zeros</c>.</summary>
    public string Zeros => IsSequence ? "between zeros" : "in a frame of zeros";

    /// <summary>What it is, for comments: <c>frame</c>.</summary>
    public string InWords => IsSequence ? "ends" : "frame";

    /// <summary>Reads the four sides, which may be written as one number or two; null, with a diagnostic, where one is below 0.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="all">The argument for all sides.</param>
    public static Frame? Check(LayerCheckContext layer, string all)
    {
        string Written(string axis, string side) => new[] { all, axis, side }.First(layer.Has);
        return Read(layer, Written("height", "top"), Written("height", "bottom"), Written("width", "left"), Written("width", "right")) is { } sizes
            ? new Frame(sizes[0], sizes[1], sizes[2], sizes[3])
            : null;
    }

    /// <summary>The same of a sequence, which has two ends.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="all">The argument for both ends.</param>
    public static Frame? CheckSequence(LayerCheckContext layer, string all)
        => (layer.Has(all) ? Read(layer, all, all) : Read(layer, "left", "right")) is { } sizes
            ? new Frame(0, 0, sizes[0], sizes[1]) { IsSequence = true }
            : null;

    /// <summary>The sizes of an image with this frame around it as a type.</summary>
    public ShapeType SizesOf(string name, Value inner)
        => new(name, "IFrameShape", new([.. ImageShape.Members(inner), ("Top", Top), ("Left", Left), ("Bottom", Bottom), ("Right", Right)]));

    /// <summary>For people, as short as it can be written: <c>1</c>, <c>1x2</c> or <c>((1, 2), (0, 3))</c>; of a sequence <c>(1, 2)</c>.</summary>
    public override string ToString()
        => IsSequence ? (Left == Right ? Text.Number(Left) : $"({Text.Number(Left)}, {Text.Number(Right)})")
            : Top != Bottom || Left != Right ? $"(({Text.Number(Top)}, {Text.Number(Bottom)}), ({Text.Number(Left)}, {Text.Number(Right)}))"
            : Top == Left ? Text.Number(Top)
            : new Size(Top, Left).ToString();

    private static int[]? Read(LayerCheckContext layer, params string[] sides)
    {
        string[] wrong = [.. sides.Distinct().Where(side => layer.Get<int>(side) < 0)];
        foreach (string side in wrong)
            layer.Report(Rules.OutOfRange.Id, side, layer.Title, side, Text.Number(layer.Get<int>(side)), "at least 0");
        return wrong.Length > 0 ? null : [.. sides.Select(side => layer.Get<int>(side))];
    }
}
