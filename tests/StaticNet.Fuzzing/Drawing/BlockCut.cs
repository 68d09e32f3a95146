using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticNet.Fuzzing;

/// <summary>
/// Layers of a drawn model, one behind the other, that are written as a block: none takes anything from outside but what comes in, and nothing
/// outside takes anything of them but what comes out.
/// </summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many they are.</param>
internal sealed partial record BlockCut(int First, int Count)
{
    /// <summary>The name of the use.</summary>
    public const string Use = "part";

    /// <summary>How often it stands there, one behind the other.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Where it runs once more, with the same weights: the first layer of each run.</summary>
    public IReadOnlyList<int> Runs { get; init; } = [];

    /// <summary>The first layer behind them.</summary>
    public int End => First + (Count * Times);

    /// <summary>Draws one; null where none is drawn, or no layers can be cut out.</summary>
    public static BlockCut? Draw(IReadOnlyList<Layer> layers, int named, Random random)
    {
        if (!random.Chance(0.4))
            return null;
        BlockCut[] cuts = [.. All(layers).Where(cut => !cut.Has(named))];
        return cuts.Length == 0 ? null : cuts[random.Next(cuts.Length)];
    }

    /// <summary>All that can be cut out.</summary>
    public static IEnumerable<BlockCut> All(IReadOnlyList<Layer> layers)
        => Enumerable.Range(0, layers.Count).SelectMany(first => Enumerable.Range(1, layers.Count - first).Select(count => new BlockCut(first, count)))
            .Where(cut => cut.IsClosed(layers));

    /// <summary>Whether a layer is one of them, or of those that run once more.</summary>
    public bool Has(int layer) => (layer >= First && layer < End) || Runs.Any(run => layer >= run && layer < run + End - First);

    /// <summary>Whether a layer is one of those that are written.</summary>
    public bool HasWritten(int layer) => layer >= First && layer < First + Count;

    /// <summary>Whether nothing outside can take a value.</summary>
    public bool Hides(int value) => Has(value - 1) && value != End && !Runs.Any(run => value == run + End - First);

    /// <summary>What stands between the brackets of a layer, with its first number as a constant; the number is given, null where there is none.</summary>
    public static (string Attribute, int? Number) WithConstant(string attribute)
    {
        Match number = FirstNumber().Match(attribute);
        return !number.Success ? (attribute, null)
            : (attribute[..number.Groups["number"].Index] + "Size * 2 - Size" + attribute[(number.Groups["number"].Index + number.Groups["number"].Length)..],
                int.Parse(number.Groups["number"].Value, CultureInfo.InvariantCulture));
    }

    private bool IsClosed(IReadOnlyList<Layer> layers)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            // Value i + 1 is what layer i gives.
            bool isInside = Has(i);
            int[] inputs = layers[i] is InputLayer ? [] : layers[i].Inputs ?? [i];
            if (inputs.Any(value => isInside ? value < First : value > First && value < End) || (isInside && layers[i] is InputLayer))
                return false;

            // Names of layers whose weights are shared are seen inside or outside alone.
            if (layers[i] is RepeatedLayer { Owner: { } owner } && isInside != Has(owner))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"^\w+\((?<number>\d+)(?=[,)])")]
    private static partial Regex FirstNumber();
}
