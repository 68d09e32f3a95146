using System.CommandLine;
using StaticNet.Fuzzing;

// Guards around all memory, before any is allocated.
AppContext.SetSwitch("StaticNet.CheckMemory", true);

var models = new Option<int>("--models") { Description = "How many models", DefaultValueFactory = _ => 300 };
var seed = new Option<int>("--seed") { Description = "The first of their seeds", DefaultValueFactory = _ => 1 };
var without = new Option<int[]>("--without") { Description = "Layers to leave out" };
var child = new Option<bool>("--child") { Description = "Tries the models in this process", Hidden = true };
var show = new Option<bool>("--show") { Description = "Prints the models and tries none" };
var emit = new Option<FileInfo>("--emit") { Description = "Compiles the models into this file and tries none" };
var run = new Option<FileInfo>("--run") { Description = "Tries the models that were compiled into this file, on any machine" };

var command = new RootCommand("Draws models at random and tries what can be done with them: their twins in double precision say what is right.")
{
    models, seed, without, child, show, emit, run,
};
command.SetAction(arguments =>
{
    int first = arguments.GetValue(seed), count = arguments.GetValue(models);
    HashSet<int> left = [.. arguments.GetValue(without) ?? []];
    IEnumerable<int> seeds = Enumerable.Range(first, count);
    int failures = 0;
    if (arguments.GetValue(show))
    {
        foreach (int one in seeds)
            Console.WriteLine(Stack.Of(one, left).Source);
    }
    else if (arguments.GetValue(emit) is { } file)
    {
        Runner.Write(seeds, file.FullName);
    }
    else if (arguments.GetValue(run) is { } compiled)
    {
        byte[] assembly = File.ReadAllBytes(compiled.FullName);
        foreach (int one in seeds)
        {
            if (Runner.Try(Stack.Of(one), assembly) is not { } failure)
                continue;
            failures++;
            Console.WriteLine($"FAILED seed {one}\n{Stack.Of(one).Source}{failure}");
        }

        Console.WriteLine($"{count} models, {failures} failed");
    }
    else if (arguments.GetValue(child))
    {
        Runner.Run(seeds, left, one => Console.WriteLine($"BEGIN {one}"), (one, failure) =>
        {
            failures++;
            Console.WriteLine($"FAIL {one}\n{failure}");
        });
        Console.WriteLine("END");
    }
    else if (left.Count > 0)
    {
        Runner.Run(seeds, left, _ => { }, (one, failure) =>
        {
            failures++;
            Console.WriteLine($"{Stack.Of(one, left).Source}{failure}");
        });
    }
    else
    {
        failures = Campaign.Run(first, count);
    }

    return failures == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();
