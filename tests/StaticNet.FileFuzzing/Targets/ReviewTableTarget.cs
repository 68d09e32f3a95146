using StaticNet.Datasets;
using StaticNet.Datasets.Tests;

namespace StaticNet.FileFuzzing;

/// <summary>The reader of IMDB's tables. The input is what is packed, since hardly any change to packed bytes reaches the reader.</summary>
internal sealed class ReviewTableTarget : Target
{
    private ReviewDatasets? _read;

    public ReviewTableTarget() => Folder.Write(PublishedReviews.TestTable, TinyReviews.Table("test"));

    public override IEnumerable<(string Name, byte[] File)> Corpus =>
    [
        ("whole", Bytes("0\t3\tBad, bad film.\n1\t9\tA good film\n0\t1\tWhy?\n1\t10\tTrès bon 🎬\n")),
        ("tabs", Bytes("0\t3\t\n1\t9\t\t\t\n0\t1\t\r\n1\t10\t1\t10\n")),
        ("no-end", Bytes("0\t3\ta\n1\t9\tb\n0\t1\tc\n1\t10\td")),
        ("five", Bytes("0\t3\ta\n1\t9\tb\n0\t1\tc\n1\t10\td\n0\t1\te\n")),
        ("unbalanced", Bytes("0\t3\ta\n1\t9\tb\n0\t1\tc\n0\t1\td\n")),
        ("other-label", Bytes("0\t9\ta\n1\t9\tb\n0\t1\tc\n1\t10\td\n")),
        ("no-utf-8", [.. "0\t3\t"u8, 0xFF, 0xC0, .. "\n1\t9\tb\n0\t1\tc\n1\t10\td\n"u8]),
        ("empty", []),
    ];

    protected override string Called => Folder.Sub(PublishedReviews.TrainTable);

    public static ReviewDatasets Load(string folder)
        => TinyReviews.Published.Load(new DatasetOptions { Folder = folder, Progress = null }, new DatasetLocations(), CancellationToken.None);

    public static void RequireWhole(ReviewDatasets read)
    {
        foreach (IReadOnlyList<Review> part in (IReadOnlyList<Review>[])[read.Train, read.Test])
        {
            Require(part.Count == 4 && part.Count(review => review.Label == 1) == 2, "there are not two reviews of each kind");
            Require(part.All(review => review.Rating is > 0 and <= 10 && review.Rating > 5 == (review.Label == 1) && review.Text is not null), "a review is not one");
        }
    }

    protected override void Prepare(byte[] input) => File.WriteAllBytes(Called, Idx.Gzip(input));

    protected override void Read(byte[] input) => _read = Load(Folder.Path);

    protected override void AfterReading(byte[] input) => RequireWhole(_read!);
}
