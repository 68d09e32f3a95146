using System.CommandLine;
using SharpFuzz;
using StaticNet.FileFuzzing;

var name = new Option<string>("--target") { Description = "The reader to try; all if left out" };
name.AcceptOnlyFromAmong([.. Target.Names]);
var mutations = new Option<int>("--mutations") { Description = "How many changed files a reader", DefaultValueFactory = _ => 10_000 };
var seed = new Option<int>("--seed") { Description = "The first of their seeds", DefaultValueFactory = _ => 1 };
var failures = new Option<DirectoryInfo>("--failures") { Description = "Keeps the files that failed in this folder" };
var corpus = new Option<DirectoryInfo>("--write-corpus") { Description = "Writes the files from which mutations begin into this folder and tries none" };
var replay = new Option<string>("--replay") { Description = "Tries this file, or all files of this folder" };
var afl = new Option<bool>("--afl") { Description = "Takes files from afl-fuzz, which starts this program" };

var command = new RootCommand("Tries the readers of files that anybody may have written: they read or refuse, and do no harm.")
{
    name, mutations, seed, failures, corpus, replay, afl,
};
command.Validators.Add(result =>
{
    if (result.GetValue(name) is null && (result.GetValue(replay) is not null || result.GetValue(afl)))
        result.AddError("--replay and --afl take one --target.");
    if (result.GetValue(mutations) < 0)
        result.AddError("--mutations is negative.");
});
command.SetAction(arguments =>
{
    Target[] targets = [];
    try
    {
        if (arguments.GetValue(afl))
        {
            Fuzzer.OutOfProcess.Run(stream =>
            {
                using var input = new MemoryStream();
                stream.CopyTo(input);
                if (targets.Length == 0)
                    targets = [Target.Of(arguments.GetRequiredValue(name))];
                targets[0].Try(input.ToArray());
            });
            return 0;
        }

        targets = [.. Target.Names.Where(one => arguments.GetValue(name) is not string only || one == only).Select(Target.Of)];
        if (arguments.GetValue(corpus) is { } folder)
        {
            Campaign.WriteCorpus(targets, folder);
            return 0;
        }

        int failed = arguments.GetValue(replay) is string path
            ? Campaign.Replay(targets[0], Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)] : [path])
            : Campaign.Run(targets, arguments.GetValue(mutations), arguments.GetValue(seed), arguments.GetValue(failures));
        return failed == 0 ? 0 : 1;
    }
    finally
    {
        foreach (Target target in targets)
            target.Dispose();
    }
});
return command.Parse(args).Invoke();
