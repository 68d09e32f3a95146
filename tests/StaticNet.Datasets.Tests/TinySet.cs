using System.Security.Cryptography;

namespace StaticNet.Datasets.Tests;

/// <summary>A published set of images that is small: 2x3 pixels, classes 0 to 2, three images to train on and two to test with.</summary>
internal static class TinySet
{
    public const string Name = "tiny";

    public static Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal)
    {
        [PublishedImages.TrainImages] = Idx.Images(3),
        [PublishedImages.TrainLabels] = Idx.Labels(2, 0, 1),
        [PublishedImages.TestImages] = Idx.Images(2, first: 100),
        [PublishedImages.TestLabels] = Idx.Labels(1, 2),
    };

    public static PublishedImages Published { get; } = new(
        Name, "Tiny", new Uri("http://data.test/tiny/"), 2, 3, ["a", "b", "c"],
        [.. Files.Select(file => new PublishedFile(file.Key, file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value))))]);

    /// <summary>Writes the files into a folder, except one.</summary>
    public static void WriteTo(TemporaryFolder folder, string below, string? except = null)
    {
        foreach ((string name, byte[] content) in Files.Where(file => file.Key != except))
            folder.Write(Path.Combine(below, name), content);
    }
}
