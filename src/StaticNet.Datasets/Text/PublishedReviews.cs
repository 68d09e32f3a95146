using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>
/// Reviews that are published as an archive of one file for each, in the way IMDB is: <c>aclImdb/train/pos/0_9.txt</c> is a positive
/// review to train on with number 0 and 9 stars.
/// </summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Title">Its name in messages.</param>
/// <param name="Location">The address below which the archive is published.</param>
/// <param name="Archive">The archive.</param>
/// <param name="PerClass">How many negative reviews each part has, and how many positive ones.</param>
internal sealed record PublishedReviews(string Name, string Title, Uri Location, PublishedFile Archive, int PerClass)
    : PublishedSet(Name, Title, Location, [Archive])
{
    public const string TrainTable = "train.tsv.gz";
    public const string TestTable = "test.tsv.gz";
    public const string Root = "aclImdb";

    // English texts pack to a third; in an archive they have headers of zeros between them.
    private const int MostTimesPacked = 20;

    // The longest review of IMDB has 14 KB.
    private const int MostTextBytes = 1 << 20;

    private const string TrainPart = "train";
    private const string TestPart = "test";

    // In the order of their labels.
    private static readonly string[] _classes = ["neg", "pos"];

    public ReviewDatasets Load(DatasetOptions options, DatasetLocations locations, CancellationToken cancellationToken)
    {
        string folder = (this with { OtherForms = [[TrainTable, TestTable], [Root]] }).Locate(options, locations, cancellationToken);
        string trainTable = Path.Combine(folder, TrainTable), testTable = Path.Combine(folder, TestTable);
        if (File.Exists(trainTable) && File.Exists(testTable))
            return new ReviewDatasets(ReadTable(trainTable, cancellationToken), ReadTable(testTable, cancellationToken));
        string root = Path.Combine(folder, Root);
        return Directory.Exists(root) ? ReadFolder(root, cancellationToken) : ReadArchive(Path.Combine(folder, Archive.Name), cancellationToken);
    }

    /// <summary>Reads lines of label, rating and text with a tab between them; their order stays.</summary>
    private Review[] ReadTable(string path, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> rest = Decompressed(path);
        // Nothing else tells a table that was cut off: the decompression does not.
        if (!rest.EndsWith("\n"u8))
            throw DataFile.Refused(path, Invariant($"{rest.Length} bytes without the end of a line behind them"), "whole lines");
        var reviews = new Review[PerClass * _classes.Length];
        var counts = new int[_classes.Length];
        int count = 0;
        while (rest.Length > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (count == reviews.Length)
                throw DataFile.Refused(path, Invariant($"more than {count} lines"), Invariant($"{count}"));
            int end = rest.IndexOf((byte)'\n');
            if (end > MostTextBytes)
                throw TooLong(path, Invariant($"line {count + 1}"), end);
            Review review = ParseLine(Encoding.UTF8.GetString(rest[..end]).TrimEnd('\r')) ?? throw DataFile.Refused(
                path, Invariant($"no review in line {count + 1}"), "label (0 or 1), rating (1 to 4 or 7 to 10) and text with a tab between them");
            reviews[count++] = review;
            counts[review.Label]++;
            rest = rest[(end + 1)..];
        }

        return counts.All(found => found == PerClass)
            ? reviews
            : throw DataFile.Refused(path, Invariant($"{counts[0]} negative and {counts[1]} positive reviews"), Invariant($"{PerClass} of each"));
    }

    private static ReadOnlySpan<byte> Decompressed(string path)
    {
        using var content = new MemoryStream();
        using var file = new UnpackedFile(path, MostTimesPacked);
        file.CopyTo(content);
        return content.GetBuffer().AsSpan(0, (int)content.Length);
    }

    private static Review? ParseLine(string line)
    {
        int first = line.IndexOf('\t', StringComparison.Ordinal), second = first < 0 ? -1 : line.IndexOf('\t', first + 1);
        return second > 0
            && int.TryParse(line.AsSpan(0, first), NumberStyles.None, CultureInfo.InvariantCulture, out int label)
            && int.TryParse(line.AsSpan(first + 1, second - first - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int rating)
            && LabelOf(rating) == label
            ? new Review(line[(second + 1)..], label, rating) : null;
    }

    /// <summary>The label that goes with a rating; -1 for a rating that does not occur.</summary>
    private static int LabelOf(int rating) => rating switch
    {
        >= 1 and <= 4 => 0,
        >= 7 and <= 10 => 1,
        _ => -1,
    };

    private ReviewDatasets ReadArchive(string path, CancellationToken cancellationToken)
    {
        var collected = new Collected(this, path);
        using var content = new UnpackedFile(path, MostTimesPacked);
        var tar = new TarFile(content, path);
        while (tar.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tar.Name.Split('/') is [Root, string part, string label, string name])
                collected.Add(part, label, name, tar.Length, tar.ReadText);
        }

        // The checksum of the compression stands at the end, behind that of the archive.
        content.CopyTo(Stream.Null);
        return collected.Ordered();
    }

    private static InvalidDataException TooLong(string source, string where, long length)
        => DataFile.Refused(source, Invariant($"a review of {length} bytes in {where}"), Invariant($"reviews of at most {MostTextBytes} bytes"));

    private ReviewDatasets ReadFolder(string root, CancellationToken cancellationToken)
    {
        var collected = new Collected(this, root);
        foreach (string part in (string[])[TrainPart, TestPart])
        {
            foreach (string label in _classes)
            {
                string folder = Path.Combine(root, part, label);
                if (!Directory.Exists(folder))
                    throw DataFile.Refused(root, $"no folder {part}/{label}", $"the unpacked content of {Archive.Name}");
                foreach (string path in Directory.EnumerateFiles(folder))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    collected.Add(part, label, Path.GetFileName(path), new FileInfo(path).Length, () => File.ReadAllText(path));
                }
            }
        }

        return collected.Ordered();
    }

    /// <summary>Reviews as they come from an archive or a folder, in any order.</summary>
    private sealed class Collected(PublishedReviews published, string source)
    {
        private readonly Review?[] _train = new Review?[published.PerClass * 2];
        private readonly Review?[] _test = new Review?[published.PerClass * 2];

        /// <summary>Takes a review in; what is not one of the labelled reviews is passed over.</summary>
        public void Add(string part, string label, string name, long length, Func<string> text)
        {
            Review?[]? reviews = part == TrainPart ? _train : part == TestPart ? _test : null;
            int expected = Array.IndexOf(_classes, label);
            if (reviews is null || expected < 0)
                return;
            // The name is number_rating.txt.
            ReadOnlySpan<char> stem = Path.GetFileNameWithoutExtension(name.AsSpan());
            int bar = stem.IndexOf('_');
            if (!name.EndsWith(".txt", StringComparison.Ordinal) || bar < 0
                || !int.TryParse(stem[..bar], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number >= published.PerClass
                || !int.TryParse(stem[(bar + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int rating) || LabelOf(rating) != expected)
            {
                throw DataFile.Refused(
                    source, $"a file {part}/{label}/{name}",
                    Invariant($"number_rating.txt with numbers below {published.PerClass} and ratings {(expected == 0 ? "1 to 4" : "7 to 10")}"));
            }

            // Negative and positive reviews alternate, so that the tail of the data is as balanced as the whole.
            ref Review? place = ref reviews[(number * _classes.Length) + expected];
            if (place is not null)
                throw DataFile.Refused(source, Invariant($"a second review {number} in {part}/{label}"), "one of each number");
            if (length > MostTextBytes)
                throw TooLong(source, $"{part}/{label}/{name}", length);
            place = new Review(text(), expected, rating);
        }

        public ReviewDatasets Ordered() => new(Whole(_train, TrainPart), Whole(_test, TestPart));

        private Review[] Whole(Review?[] reviews, string part)
        {
            int missing = Array.IndexOf(reviews, null);
            if (missing >= 0)
            {
                throw DataFile.Refused(
                    source, Invariant($"no review {missing / _classes.Length} in {part}/{_classes[missing % _classes.Length]}"),
                    Invariant($"{published.PerClass} reviews in each folder"));
            }

            return [.. reviews.OfType<Review>()];
        }
    }
}
