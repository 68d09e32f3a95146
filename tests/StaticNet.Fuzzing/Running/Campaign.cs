using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Fuzzing;

/// <summary>Tries many models in processes of their own, so that one that crashes is found like one that is wrong.</summary>
internal static class Campaign
{
    private const int SeedsInProcess = 100;

    /// <summary>Tries models and prints those that fail, each with the smallest stack that still does.</summary>
    /// <returns>How many failed.</returns>
    public static int Run(int seed, int models)
    {
        var watch = Stopwatch.StartNew();
        int failures = 0;
        for (int first = seed; first < seed + models;)
        {
            int count = Math.Min(SeedsInProcess, seed + models - first);
            (int last, List<int> failed) = Child(first, count, new HashSet<int>());

            // A process that ends before its last seed has crashed with the one that it was at.
            if (last < first + count - 1)
                failed.Add(last);
            foreach (int one in failed.Distinct())
            {
                failures++;
                Console.WriteLine(Smallest(one));
            }

            first = Math.Max(last, first) + 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first - seed} of {models} models, {failures} failed, {watch.Elapsed.TotalSeconds:F0} s"));
        }

        return failures;
    }

    private static string Smallest(int seed)
    {
        var without = new HashSet<int>();
        bool shrinks = true;
        while (shrinks)
        {
            shrinks = false;
            for (int layer = 0; layer < 8 && !shrinks; layer++)
            {
                if (!without.Contains(layer) && Stack.Of(seed, new HashSet<int>(without) { layer }).Source != Stack.Of(seed, without).Source
                    && Fails(new HashSet<int>(without) { layer }))
                {
                    without.Add(layer);
                    shrinks = true;
                }
            }
        }

        string again = $"--seed {seed} --models 1{string.Concat(without.Select(layer => $" --without {layer}"))}";
        return $"\nFAILED seed {seed}; again by {again}\n{Stack.Of(seed, without).Source}{Output(seed, without)}";

        bool Fails(HashSet<int> layers)
        {
            (int last, List<int> failed) = Child(seed, 1, layers);
            return failed.Count > 0 || last != seed;
        }
    }

    private static string Output(int seed, IReadOnlySet<int> without)
    {
        (string output, int exit) = Start(seed, 1, without);
        string[] lines = [.. output.Split('\n').Where(line => !line.StartsWith("BEGIN", StringComparison.Ordinal) && !line.StartsWith("END", StringComparison.Ordinal)).Take(14)];
        return $"{string.Join('\n', lines)}\nexit code {exit}";
    }

    // The last seed that was tried and those that failed; a seed too few where the process crashed.
    private static (int Last, List<int> Failed) Child(int first, int count, IReadOnlySet<int> without)
    {
        (string output, _) = Start(first, count, without);
        int last = first - 1;
        var failed = new List<int>();
        foreach (string[] words in output.Split('\n').Select(line => line.Split(' ')))
        {
            if (words[0] == "BEGIN")
                last = int.Parse(words[1], CultureInfo.InvariantCulture);
            else if (words[0] == "FAIL")
                failed.Add(int.Parse(words[1], CultureInfo.InvariantCulture));
        }

        // What began last has crashed unless the process says that it came to its end.
        if (!output.Contains("\nEND", StringComparison.Ordinal) && last >= first && !failed.Contains(last))
            failed.Add(last);
        return (output.Contains("\nEND", StringComparison.Ordinal) ? first + count - 1 : last, failed);
    }

    private static (string Output, int Exit) Start(int first, int count, IReadOnlySet<int> without)
    {
        string[] arguments =
        [
            .. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? new[] { typeof(Campaign).Assembly.Location } : [], "--child", "--seed", first.ToString(CultureInfo.InvariantCulture), "--models", count.ToString(CultureInfo.InvariantCulture),
            .. without.SelectMany(layer => new[] { "--without", layer.ToString(CultureInfo.InvariantCulture) }),
        ];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output + errors.Result, process.ExitCode);
    }
}
