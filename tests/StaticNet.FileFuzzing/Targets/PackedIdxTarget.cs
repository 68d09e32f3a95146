using StaticNet.Datasets;
using StaticNet.Datasets.Tests;

namespace StaticNet.FileFuzzing;

/// <summary><see cref="IdxFile.Read(string)"/> of a packed file, for what all readers of such files do with damaged compression.</summary>
internal sealed class PackedIdxTarget : Target
{
    private IdxFile? _read;

    public override IEnumerable<(string Name, byte[] File)> Corpus
    {
        get
        {
            byte[] labels = Idx.Labels(2, 0, 1), images = Idx.Images(3);
            yield return ("images", images);
            yield return ("labels", labels);
            yield return ("truncated", images[..^6]);
            yield return ("wrong-checksum", [.. labels[..^5], (byte)~labels[^5], .. labels[^4..]]);
            yield return ("two-members", [.. Idx.Gzip(Idx.Bytes([4], [1, 2])), .. Idx.Gzip([3, 4])]);
            yield return ("trailing", [.. labels, 1, 2, 3]);
            yield return ("zeros", Idx.Gzip(Idx.Bytes([100, 100, 100], new byte[1_000_000])));
            yield return ("not-packed", Idx.Bytes([1], [1]));
            yield return ("empty", []);
        }
    }

    protected override string Called => Folder.Sub("images.gz");

    protected override void Prepare(byte[] input) => File.WriteAllBytes(Called, input);

    protected override void Read(byte[] input) => _read = IdxFile.Read(Called);

    protected override void AfterReading(byte[] input) => IdxTarget.RequireWhole(_read!);

    protected override long MostMemory(int length) => Unpacking;
}
