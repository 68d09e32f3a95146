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

    /// <summary>The first layer behind them.</summary>
    public int End => First + Count;

    /// <summary>Draws one; null where none is drawn, or no layers can be cut out.</summary>
    public static BlockCut? Draw(IReadOnlyList<Layer> layers, int named, Random random)
    {
        if (!random.Chance(0.4))
            return null;
        BlockCut[] cuts =
        [
            .. Enumerable.Range(0, layers.Count).SelectMany(first => Enumerable.Range(1, layers.Count - first).Select(count => new BlockCut(first, count)))
                .Where(cut => !cut.Has(named) && cut.IsClosed(layers)),
        ];
        return cuts.Length == 0 ? null : cuts[random.Next(cuts.Length)];
    }

    /// <summary>Whether a layer is one of them.</summary>
    public bool Has(int layer) => layer >= First && layer < End;

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
            if ((layers[i].Inputs ?? [i]).Any(value => isInside ? value < First : value > First && value < End))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"^\w+\((?<number>\d+)(?=[,)])")]
    private static partial Regex FirstNumber();
}
