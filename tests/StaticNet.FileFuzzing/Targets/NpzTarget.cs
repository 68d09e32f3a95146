using System.IO.Compression;
using StaticNet.Tests.Files;

namespace StaticNet.FileFuzzing;

/// <summary><see cref="Npz.Load(Stream, long?)"/>.</summary>
internal sealed class NpzTarget : Target
{
    private IReadOnlyDictionary<string, NpyArray> _read = new Dictionary<string, NpyArray>();

    public override IEnumerable<(string Name, byte[] File)> Corpus
    {
        get
        {
            yield return ("compressed", NumPyFiles.Compressed);
            yield return ("stored", NumPyFiles.Stored);
            yield return ("truncated", NumPyFiles.Compressed[..^30]);
            using var own = new MemoryStream();
            Npz.Save(own, [new("x", NpyArray.Create<float>([1, 2, 3, 4, 5, 6], 2, 3)), new("y", NpyArray.Create<long>([5]))], compress: true);
            yield return ("own", own.ToArray());
            yield return ("twice", Archive("a.npy", "a.npy"));
            yield return ("strange-names", Archive("../a.npy", "\u001b[31m.npy", ".npy"));
            yield return ("other-file", Archive("a.txt"));
            yield return ("nothing", Archive());
        }
    }

    protected override string Called => "The stream";

    protected override void Read(byte[] input) => _read = Npz.Load(new MemoryStream(input));

    protected override void AfterReading(byte[] input)
    {
        foreach (NpyArray array in _read.Values)
            NpyTarget.RequireWhole(array);
    }

    protected override long MostMemory(int length) => Unpacking;

    private static byte[] Archive(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in names)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream content = entry.Open();
                content.Write(NumPyFiles.Single);
            }
        }

        return stream.ToArray();
    }
}
