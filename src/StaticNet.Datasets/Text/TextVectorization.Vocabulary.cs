using System.Numerics.Tensors;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <content>Where the vocabulary comes from.</content>
public sealed partial class TextVectorization
{
    /// <summary>
    /// Learns the vocabulary: the tokens of some texts, the most frequent first, as many as <see cref="MaxTokens"/> has room for. What
    /// was known before is forgotten.
    /// </summary>
    /// <param name="texts">The texts, usually those to train on.</param>
    /// <exception cref="InvalidOperationException">The options contradict each other, or the texts have no token.</exception>
    public void Adapt(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        CheckOptions();
        var counts = new TokenCounts();
        foreach (string text in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            counts.BeginText();
            using TokenList tokens = Tokenize(text, int.MaxValue);
            foreach (int size in _sizes)
            {
                for (int i = 0; i <= tokens.Count - size; i++)
                    counts.Add(tokens[i, size]);
            }
        }

        counts.Remove("");
        counts.Remove(UnknownToken);
        string[] learned = counts.MostFrequent(MaxTokens - FirstNumber ?? int.MaxValue, descending: true);
        if (learned.Length == 0)
            throw new InvalidOperationException(Invariant($"{counts.Texts} texts came without a token. Expected texts to learn a vocabulary from."));
        float[]? weights = OutputMode == TextOutputMode.TfIdf
            ? WithUnknown([.. learned.Select(token => MathF.Log(1 + (counts.Texts / (1f + counts.TextsWith(token)))))])
            : null;
        _vocabulary = new Vocabulary(learned, FirstNumber, weights);
    }

    /// <summary>Sets the vocabulary. What was known before is forgotten.</summary>
    /// <param name="tokens">
    /// The tokens in the order of their numbers, each once; with or without Keras' special tokens ("" and "[UNK]", in the modes other than
    /// Int "[UNK]" alone) in front.
    /// </param>
    /// <param name="weights">
    /// For <see cref="TextOutputMode.TfIdf"/>, and only for it, how rare each token is (Keras' <c>idf_weights</c>); as many as there are tokens.
    /// Where the special tokens are left out, unknown ones get the mean.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no token, one comes twice, is empty or is not valid Unicode, there are more than <see cref="MaxTokens"/> has room for, or
    /// the weights do not fit.
    /// </exception>
    /// <exception cref="InvalidOperationException">The options contradict each other.</exception>
    public void SetVocabulary(IEnumerable<string> tokens, IEnumerable<float>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        CheckOptions();
        string[] given = [.. tokens];
        float[]? factors = weights is null ? null : [.. weights];
        if (factors is null == (OutputMode == TextOutputMode.TfIdf))
        {
            throw new ArgumentException(
                $"{(factors is null ? "No" : "Some")} weights came for mode {OutputMode}. Expected them for {TextOutputMode.TfIdf} alone.",
                nameof(weights));
        }

        if (factors is not null && factors.Length != given.Length)
        {
            throw new ArgumentException(
                Invariant($"{factors.Length} weights came for {given.Length} tokens. Expected one for each token."), nameof(weights));
        }

        if (factors is not null && Array.FindIndex(factors, factor => !float.IsFinite(factor)) is >= 0 and var wrong)
            throw new ArgumentException(Invariant($"The weight of token {wrong} is {factors[wrong]}. Expected a finite number."), nameof(weights));

        ReadOnlySpan<string> special = SpecialTokens;
        bool isSpecial = given.AsSpan().StartsWith(special);
        string[] named = isSpecial ? given[special.Length..] : given;
        if (named.Length == 0)
            throw new ArgumentException("No token came. Expected at least one.", nameof(tokens));
        if (MaxTokens is int most && named.Length > most - FirstNumber)
        {
            throw new ArgumentException(
                Invariant($"{named.Length} tokens came. Expected at most {most - FirstNumber}: MaxTokens is {most} and counts special tokens."),
                nameof(tokens));
        }

        if (factors is not null && !isSpecial)
            factors = WithUnknown(factors);
        _vocabulary = new Vocabulary(named, FirstNumber, factors);
    }

    /// <summary>The vocabulary in the order of its numbers, Keras' <c>get_vocabulary</c>.</summary>
    /// <param name="includeSpecialTokens">
    /// Whether padding ("", in mode Int) and unknown tokens ("[UNK]") stand in front; a token's index is then its number.
    /// </param>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet.</exception>
    public string[] GetVocabulary(bool includeSpecialTokens = true)
        => includeSpecialTokens ? [.. SpecialTokens, .. Known.Tokens] : [.. Known.Tokens];

    /// <summary>Refuses options that contradict each other.</summary>
    private void CheckOptions()
    {
        string? contradiction =
            MaxTokens <= FirstNumber
                ? Invariant($"{nameof(MaxTokens)} is {MaxTokens}, which leaves no room for a token beside the special ones.")
            : !IsInt && OutputSequenceLength is not null
                ? $"{nameof(OutputSequenceLength)} is set, and only mode {TextOutputMode.Int} has sequences."
            : IsInt && PadToMaxTokens
                ? $"{nameof(PadToMaxTokens)} is set, and mode {TextOutputMode.Int} has no rows as long as the vocabulary."
            : PadToMaxTokens && MaxTokens is null ? $"{nameof(PadToMaxTokens)} is set without {nameof(MaxTokens)}."
            : null;
        if (contradiction is not null)
            throw new InvalidOperationException($"{contradiction} Leave one of the options out.");
    }

    /// <summary>Puts the mean in front, which stands for unknown tokens.</summary>
    private static float[] WithUnknown(float[] weights) => [TensorPrimitives.Sum<float>(weights) / weights.Length, .. weights];
}
