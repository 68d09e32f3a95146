using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>
/// IMDB: reviews of films, 25,000 to train on and 25,000 to test with, one half of each negative (0) and one half positive (1).
/// </summary>
/// <remarks>
/// <para>
/// The Large Movie Review Dataset v1.0 by A. Maas and others (2011), for research, https://ai.stanford.edu/~amaas/data/sentiment/. It is
/// looked for in the sub-folder <c>imdb</c> of the folder in the environment variable STATICNET_DATA, then in the per-user cache
/// (<c>StaticNet/imdb</c> in <see cref="Environment.SpecialFolder.LocalApplicationData"/>), and is downloaded into the cache from the
/// publisher if neither has it (84 MB). It is read in three forms: the published archive <c>aclImdb_v1.tar.gz</c>, the folder
/// <c>aclImdb</c> that is in it, and the tables <c>train.tsv.gz</c> and <c>test.tsv.gz</c>, which are read first: in UTF-8, with a line
/// for each review of label, rating and text with a tab between them. The reviews without a label (<c>unsup</c>) are left out.
/// </para>
/// <para>
/// The order is always the same: negative and positive reviews alternate, a negative one first, each by the numbers of their files. So
/// the tail that validation takes is balanced. The reviews of tables keep the order of their lines.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var reviews = new ImdbGap(seed: 1);
/// var (train, test) = Imdb.Load(10_000);
/// reviews.Fit(train);                           // as many tokens a review as the model has
/// Console.WriteLine(reviews.Evaluate(test).Accuracy);
/// </code>
/// </example>
public static class Imdb
{
    /// <summary>What each label means: "negative", "positive".</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["negative", "positive"];

    // Length and checksum as listed in TensorFlow Datasets, url_checksums/imdb_reviews.txt.
    internal static PublishedReviews Published { get; } = new(
        "imdb",
        "IMDB",
        new Uri("https://ai.stanford.edu/~amaas/data/sentiment/"),
        new PublishedFile("aclImdb_v1.tar.gz", 84_125_825, "c40f74a18d3b61f90feba1e17730e0d38e8b97c05fde7008942e91923d1658fe"),
        PerClass: 12_500);

    /// <summary>Reads the reviews as they were written.</summary>
    /// <param name="options">Where to read from and where to write progress; the defaults if left out.</param>
    /// <param name="cancellationToken">Stops a download or the reading; no half-written file is left.</param>
    /// <exception cref="IOException">The data set was neither found nor could it be downloaded; the message says what to do.</exception>
    /// <exception cref="FileNotFoundException"><see cref="DatasetOptions.Folder"/> is set and has the data set in none of its forms.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or is not what its name says.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReviewDatasets LoadText(DatasetOptions? options = null, CancellationToken cancellationToken = default)
        => Published.Load(options ?? new DatasetOptions(), DatasetLocations.FromEnvironment(), cancellationToken);

    /// <summary>
    /// Reads the reviews as sequences of whole numbers, with the meaning and the defaults of Keras' <c>imdb.load_data</c>: 0 is for
    /// padding, 1 starts a sequence, 2 stands for a word without a number, and from 3 on stand the words of the training reviews, the most
    /// frequent first.
    /// </summary>
    /// <remarks>
    /// Words are what stands between white space and any of <c>!"#$%&amp;()*+,-./:;&lt;=&gt;?@[\]^_`{|}~</c>, in small letters, line breaks
    /// left out. Of words that are equally frequent the lower by its code points comes first. A word that does not occur in the training
    /// reviews has no number. Words are counted here and not taken from Keras' own file, in which some ranks differ, as does the order of
    /// the reviews.
    /// </remarks>
    /// <param name="numWords">
    /// Numbers from this one on are replaced by <paramref name="oovChar"/>, so that all are less: the size of an embedding. No limit if left
    /// out.
    /// </param>
    /// <param name="skipTop">Numbers below this one, that of the start among them, are replaced by <paramref name="oovChar"/>. Default 0.</param>
    /// <param name="maxLength">Only reviews with shorter sequences are kept. Default: all.</param>
    /// <param name="startChar">The number every sequence starts with. Default 1; <see langword="null"/> for none.</param>
    /// <param name="oovChar">What stands for words without a number. Default 2; <see langword="null"/> to leave such words out.</param>
    /// <param name="indexFrom">The number of the most frequent word. Default 3.</param>
    /// <param name="options">Where to read from and where to write progress; the defaults if left out.</param>
    /// <param name="cancellationToken">Stops a download or the reading; no half-written file is left.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or no review is shorter than <paramref name="maxLength"/>.</exception>
    /// <exception cref="IOException">The data set was neither found nor could it be downloaded; the message says what to do.</exception>
    /// <exception cref="FileNotFoundException"><see cref="DatasetOptions.Folder"/> is set and has the data set in none of its forms.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or is not what its name says.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReviewSequences Load(
        int? numWords = null, int skipTop = 0, int? maxLength = null, int? startChar = 1, int? oovChar = 2, int indexFrom = 3,
        DatasetOptions? options = null, CancellationToken cancellationToken = default)
    {
        NotNegative(numWords, nameof(numWords));
        NotNegative(skipTop, nameof(skipTop));
        NotNegative(maxLength, nameof(maxLength));
        NotNegative(startChar, nameof(startChar));
        NotNegative(oovChar, nameof(oovChar));
        NotNegative(indexFrom, nameof(indexFrom));
        return Number(LoadText(options, cancellationToken), numWords, skipTop, maxLength, startChar, oovChar, indexFrom);
    }

    /// <summary>
    /// The rank of each word of the training reviews, 1 for the most frequent, Keras' <c>get_word_index</c>. In the sequences of
    /// <see cref="Load"/> it is shifted by <c>indexFrom</c> - 1.
    /// </summary>
    /// <param name="options">Where to read from and where to write progress; the defaults if left out.</param>
    /// <param name="cancellationToken">Stops a download or the reading; no half-written file is left.</param>
    /// <exception cref="IOException">The data set was neither found nor could it be downloaded; the message says what to do.</exception>
    /// <exception cref="FileNotFoundException"><see cref="DatasetOptions.Folder"/> is set and has the data set in none of its forms.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or is not what its name says.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyDictionary<string, int> GetWordIndex(DatasetOptions? options = null, CancellationToken cancellationToken = default)
        => WordNumbering.Rank(LoadText(options, cancellationToken).Train.Select(review => review.Text)).AsReadOnly();

    internal static ReviewSequences Number(
        ReviewDatasets reviews, int? numWords, int skipTop, int? maxLength, int? startChar, int? oovChar, int indexFrom)
    {
        var numbering = new WordNumbering(reviews.Train.Select(review => review.Text), numWords, skipTop, startChar, oovChar, indexFrom);
        return new ReviewSequences(Encode(reviews.Train), Encode(reviews.Test), numbering);

        LabelledSequences Encode(IReadOnlyList<Review> part)
        {
            (int[] Sequence, int Label)[] kept =
            [
                .. part.AsParallel().AsOrdered()
                    .Select(review => (Sequence: numbering.Encode(review.Text), review.Label))
                    .Where(pair => !(pair.Sequence.Length >= maxLength)),
            ];
            if (kept.Length == 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(maxLength), maxLength, Invariant($"maxLength is {maxLength}, and no review is shorter. Expected a larger length."));
            }

            return new LabelledSequences([.. kept.Select(pair => pair.Sequence)], [.. kept.Select(pair => pair.Label)]);
        }
    }

    private static void NotNegative(int? value, string argument)
    {
        if (value < 0)
            throw new ArgumentOutOfRangeException(argument, value, Invariant($"{argument} is {value}. Expected at least 0."));
    }
}
