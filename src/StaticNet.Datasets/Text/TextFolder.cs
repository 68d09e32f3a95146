using System.Text;

namespace StaticNet.Datasets;

/// <summary>
/// Reads texts from a folder that has a folder for each class, as Keras' <c>text_dataset_from_directory</c> does: all files that end with
/// <c>.txt</c>, in ordinal order of their names. The classes are numbered in ordinal order too.
/// </summary>
/// <example>
/// <code>
/// LabelledTexts letters = TextFolder.Load("letters");           // letters/complaint/*.txt, letters/praise/*.txt
/// var (train, test) = letters.Split(0.2f, seed: 1);
///
/// var vectorization = new TextVectorization { MaxTokens = 10_000, OutputSequenceLength = 100 };
/// vectorization.Adapt(train.Texts);
/// Dataset&lt;int, int&gt; data = train.ToDataset(vectorization);
/// </code>
/// </example>
public static class TextFolder
{
    // More than that is no text that a model reads.
    private const long MostBytes = 1 << 28;

    /// <summary>Reads all texts into memory.</summary>
    /// <param name="path">The folder of folders.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">It has no text, or a file is not UTF-8.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LabelledTexts Load(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ClassFolders files = ClassFolders.List(path, [".txt"]);
        var texts = new string[files.Paths.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            texts[i] = Read(files.Paths[i]);
        }

        return new LabelledTexts(texts, files.Labels, files.ClassNames);
    }

    private static string Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw new InvalidDataException($"{path} cannot be read: it has more than 256 MB.");
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(true, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"{path} cannot be read: it is not UTF-8. Save it as UTF-8.", error);
        }
    }
}
