using StaticNet.Tests.Files;

namespace StaticNet.FileFuzzing;

/// <summary>Tries files in this process, without a fuzzer that watches which code they reach.</summary>
internal static class Campaign
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    /// <summary>Tries the corpus and mutations of it.</summary>
    /// <param name="targets">What to try.</param>
    /// <param name="mutations">How many a target.</param>
    /// <param name="seed">What they are drawn from.</param>
    /// <param name="failures">The folder in which to keep the files that failed.</param>
    /// <returns>How many failed.</returns>
    public static int Run(IReadOnlyList<Target> targets, int mutations, int seed, DirectoryInfo? failures)
    {
        List<(Target Target, string Name, byte[] File)> whole =
            [.. targets.SelectMany(target => target.Corpus.Select(file => (target, file.Name, file.File)))];
        ILookup<Target, byte[]> corpus = whole.ToLookup(file => file.Target, file => file.File);
        IEnumerable<(Target Target, string Name, byte[] File)> mutated =
            from target in targets
            let files = corpus[target].ToArray()
            from number in Enumerable.Range(seed, mutations)
            select (target, $"mutation-{number}", Mutate(files, number));
        return Run(whole.Concat(mutated), whole.Count + (targets.Count * mutations), failures);
    }

    /// <summary>Tries files of a target.</summary>
    /// <returns>How many failed.</returns>
    public static int Replay(Target target, IReadOnlyList<string> paths)
        => Run(paths.Select(path => (target, path, File.ReadAllBytes(path))), paths.Count, failures: null);

    /// <summary>Writes the corpus, a folder a target.</summary>
    public static void WriteCorpus(IEnumerable<Target> targets, DirectoryInfo folder)
    {
        foreach (Target target in targets)
        {
            DirectoryInfo own = folder.CreateSubdirectory(target.Name);
            foreach ((string name, byte[] file) in target.Corpus)
                File.WriteAllBytes(Path.Combine(own.FullName, name), file);
        }
    }

    private static byte[] Mutate(byte[][] files, int seed)
    {
        var random = new Random(seed);
        return Mutation.Of(files[random.Next(files.Length)], random);
    }

    private static int Run(IEnumerable<(Target Target, string Name, byte[] File)> inputs, int count, DirectoryInfo? failures)
    {
        int tried = 0, failed = 0;
        string current = "";

        // What takes so long would otherwise never say which file it is.
        using var watch = new Timer(_ =>
        {
            Console.WriteLine($"FAILED {current}: it takes longer than {_longest}");
            Environment.Exit(1);
        });
        foreach ((Target target, string name, byte[] file) in inputs)
        {
            current = $"{target.Name} {name}";
            watch.Change(_longest, Timeout.InfiniteTimeSpan);
            tried++;
            try
            {
                target.Try(file);
            }
            catch (Exception error)
            {
                failed++;
                Console.WriteLine($"FAILED {current} ({file.Length} bytes)\n{error}");
                if (failures is not null)
                    File.WriteAllBytes(Path.Combine(failures.CreateSubdirectory(target.Name).FullName, Path.GetFileName(name)), file);
            }
        }

        Console.WriteLine($"{tried} of {count} inputs, {failed} failed");
        return failed;
    }
}
