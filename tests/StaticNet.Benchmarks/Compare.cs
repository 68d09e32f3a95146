using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace StaticNet.Benchmarks;

/// <summary>
/// Runs other systems' benchmark programs and StaticNet in turn on this machine and prints ratios. A peer is any command that prints
/// lines of the form that <see cref="Reference"/> prints.
/// </summary>
internal static class Compare
{
    public static void Run(IEnumerable<string> peers, IReadOnlyCollection<string> models, int threads, double seconds)
    {
        List<Row> theirs = [.. peers.SelectMany(Lines).Select(Parse).OfType<Row>().Where(row => models.Contains(row.Model))];
        List<Row> ours = [.. models.Select(model => Parse(Reference.Measured(model, threads, seconds))!)];
        Console.WriteLine($"{"model",-18}{"",-16}{"StaticNet",14}  {"fastest peer",-34}{"ratio",8}");
        foreach (Row row in ours)
        {
            Print(row.Model, "train", row.Train, theirs.Where(peer => peer.Model == row.Model && peer.Train > 0).Select(peer => (peer.Peer, peer.Train)));
            foreach ((string batch, double rate) in row.Infer)
            {
                Print(
                    row.Model, $"predict {batch}", rate,
                    theirs.Where(peer => peer.Model == row.Model).Select(peer => (peer.Peer, peer.Infer.GetValueOrDefault(batch))));
            }
        }
    }

    private static void Print(string model, string what, double rate, IEnumerable<(string Peer, double Rate)> peers)
    {
        (string peer, double best) = peers.OrderByDescending(candidate => candidate.Rate).FirstOrDefault();
        string other = peer is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{best,12:N0} {peer}");
        string ratio = peer is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{rate / best:F2}x");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model,-18}{what,-16}{rate,14:N0}  {other,-34}{ratio,8}"));
    }

    /// <summary>What a command prints.</summary>
    public static IEnumerable<string> Lines(string command)
    {
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
            yield return line;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{command}' ended with code {process.ExitCode}.");
    }

    private static Row? Parse(string line)
    {
        if (!line.StartsWith('{'))
            return null;
        using var json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        return new Row(
            root.GetProperty("peer").GetString()!,
            root.GetProperty("model").GetString()!,
            root.TryGetProperty("train_sps", out JsonElement train) ? train.GetDouble() : 0,
            root.GetProperty("infer_sps").EnumerateObject().ToDictionary(batch => batch.Name, batch => batch.Value.GetDouble()));
    }

    private sealed record Row(string Peer, string Model, double Train, IReadOnlyDictionary<string, double> Infer);
}
