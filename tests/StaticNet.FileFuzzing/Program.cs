using System.CommandLine;
using SharpFuzz;
using StaticNet.FileFuzzing;

Target[] all = Target.All();
var name = new Option<string>("--target") { Description = "The reader to try; all if left out" };
name.AcceptOnlyFromAmong([.. all.Select(target => target.Name)]);
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
});
command.SetAction(arguments =>
{
    Target[] targets = [.. all.Where(target => arguments.GetValue(name) is not string one || one == target.Name)];
    if (arguments.GetValue(corpus) is { } folder)
    {
        Campaign.WriteCorpus(targets, folder);
        return 0;
    }

    if (arguments.GetValue(afl))
    {
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var input = new MemoryStream();
            stream.CopyTo(input);
            targets[0].Try(input.ToArray());
        });
        return 0;
    }

    if (arguments.GetValue(replay) is not string path)
        return Campaign.Run(targets, arguments.GetValue(mutations), arguments.GetValue(seed), arguments.GetValue(failures)) == 0 ? 0 : 1;
    string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)] : [path];
    return Campaign.Replay(targets[0], files) == 0 ? 0 : 1;
});
try
{
    return command.Parse(args).Invoke();
}
finally
{
    foreach (Target target in all)
        target.Dispose();
}
