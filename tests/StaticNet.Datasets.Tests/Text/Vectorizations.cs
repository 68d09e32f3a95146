namespace StaticNet.Datasets.Tests;

/// <summary>What tests of texts begin with.</summary>
internal static class Vectorizations
{
    /// <summary>Gives a vocabulary, whose tokens all weigh the same where they have weights.</summary>
    public static TextVectorization Of(TextVectorization vectorization, params string[] tokens)
    {
        vectorization.SetVocabulary(tokens, vectorization.OutputMode == TextOutputMode.TfIdf ? tokens.Select(_ => 1f) : null);
        return vectorization;
    }
}
