using System.Text;
using StaticNet.Datasets.Tests;

namespace StaticNet.FileFuzzing;

/// <summary>
/// A reader of files that anybody may have written, and what must hold of it: it reads, or refuses with an <see cref="InvalidDataException"/>
/// that names the file and can be printed, and takes no more memory than the file's length justifies.
/// </summary>
internal abstract class Target : IDisposable
{
    /// <summary>What a reader that unpacks may take: 64 MB are unpacked of any file, into a buffer that has been doubled up to there.</summary>
    protected const long Unpacking = 250_000_000;

    private const int MostMessage = 2_000;

    private readonly TemporaryFolder _folder = new();

    // Made when they are asked for: where a fuzzer watches what the readers do, they must do nothing before it is there.
    private static readonly Dictionary<string, Func<Target>> _known = new()
    {
        ["weights"] = () => new WeightsTarget(),
        ["matching-weights"] = () => new MatchingWeightsTarget(),
        ["checkpoint"] = () => new CheckpointTarget(),
        ["npy"] = () => new NpyTarget(),
        ["npz"] = () => new NpzTarget(),
        ["idx"] = () => new IdxTarget(),
        ["packed-idx"] = () => new PackedIdxTarget(),
        ["vectorization"] = () => new VectorizationTarget(),
        ["review-table"] = () => new ReviewTableTarget(),
        ["review-archive"] = () => new ReviewArchiveTarget(),
    };

    /// <summary>What targets there are.</summary>
    public static IReadOnlyCollection<string> Names => _known.Keys;

    /// <summary>What it is called on the command line.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Small files from which mutations begin: whole ones, and some that are almost whole.</summary>
    public abstract IEnumerable<(string Name, byte[] File)> Corpus { get; }

    /// <summary>The folder of files that are read by their path.</summary>
    protected TemporaryFolder Folder => _folder;

    /// <summary>Makes the target of that name.</summary>
    public static Target Of(string name)
    {
        Target target = _known[name]();
        target.Name = name;
        return target;
    }

    /// <summary>Reads a file, and throws if something does not hold of that.</summary>
    public void Try(byte[] input)
    {
        Prepare(input);
        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidDataException? refusal = null;
        try
        {
            Read(input);
        }
        catch (InvalidDataException error)
        {
            refusal = error;
        }

        long taken = GC.GetAllocatedBytesForCurrentThread() - before, most = MostMemory(input.Length);
        if (taken > most)
            throw new ViolationException($"reading {input.Length} bytes took {taken} bytes of memory, more than {most}");
        if (refusal is null)
        {
            AfterReading(input);
            return;
        }

        string start = Called;
        if (!refusal.Message.StartsWith(start, StringComparison.Ordinal))
            throw new ViolationException($"the message does not begin with {start}: {refusal}");
        if (refusal.Message.Length - start.Length > MostMessage || refusal.Message.Any(char.IsControl))
            throw new ViolationException($"the message is too long or would steer a terminal: {refusal}");
        AfterRefusal(input);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What the file is called at the beginning of messages.</summary>
    protected abstract string Called { get; }

    /// <summary>Makes ready what is not to be counted as the reader's memory.</summary>
    protected virtual void Prepare(byte[] input)
    {
    }

    /// <summary>Reads the file.</summary>
    protected abstract void Read(byte[] input);

    /// <summary>What must hold of what was read.</summary>
    protected virtual void AfterReading(byte[] input)
    {
    }

    /// <summary>What must hold when it was refused.</summary>
    protected virtual void AfterRefusal(byte[] input)
    {
    }

    /// <summary>The memory that a file of so many bytes justifies.</summary>
    protected virtual long MostMemory(int length) => 1_000_000 + (50L * length);

    /// <summary>Throws if something does not hold.</summary>
    protected static void Require(bool holds, string what)
    {
        if (!holds)
            throw new ViolationException(what);
    }

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A stream that does not tell its length.</summary>
    protected sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
