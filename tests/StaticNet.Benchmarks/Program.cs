using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using StaticNet.Benchmarks;

var threads = new Option<int>("--threads") { Description = "How many threads may work", DefaultValueFactory = _ => 1 };
var seconds = new Option<double>("--seconds") { Description = "How long to measure each figure", DefaultValueFactory = _ => 5 };
var models = new Option<string>("--models") { Description = "Which models, with commas between them", DefaultValueFactory = _ => string.Join(',', Reference.Models) };

var reference = new Command("reference", "Times training and prediction of the reference models") { threads, seconds, models };
reference.SetAction(arguments => Reference.Run(arguments.GetValue(models)!.Split(','), arguments.GetValue(threads), arguments.GetValue(seconds)));

var filter = new Option<string>("--filter") { Description = "Only kernels whose names have this in them", DefaultValueFactory = _ => "" };
var roofline = new Command("roofline", "Times each kernel against the machine's own limits") { seconds, filter };
roofline.SetAction(arguments => Roofline.Run(arguments.GetValue(seconds), arguments.GetValue(filter)!));

var peers = new Option<string[]>("--peer") { Description = "A command that prints the same lines for another system; may be given several times" };
var rungs = new Option<string>("--rungs") { Description = $"Which sizes, with commas between them; '{Ladder.Large}' stands for those of large models, of which one a process shows its memory", DefaultValueFactory = _ => string.Join(',', Ladder.Rungs) };
var ladder = new Command("ladder", "Times models of growing sizes: milliseconds of a training step and of predictions") { peers, rungs, threads, seconds };
ladder.SetAction(arguments => Ladder.Run(arguments.GetValue(peers) ?? [], arguments.GetValue(rungs)!.Split(','), arguments.GetValue(threads), arguments.GetValue(seconds)));

var compare = new Command("compare", "Runs other systems and StaticNet in turn and prints ratios") { peers, threads, seconds, models };
compare.SetAction(arguments => Compare.Run(
    arguments.GetValue(peers) ?? [], arguments.GetValue(models)!.Split(','), arguments.GetValue(threads), arguments.GetValue(seconds)));

var coldStart = new Command("coldstart", "Times the first prediction of fresh processes");
coldStart.SetAction(_ => ColdStart.Run());
var firstPrediction = new Command("first-prediction") { Hidden = true };
firstPrediction.SetAction(_ => ColdStart.Measured());

var generator = new Command("generator", "Times the generator while a model is edited");
generator.SetAction(_ => GeneratorSpeed.Run());

var files = new Command("files", "Times saving and loading of fifty million weights against a plain copy");
files.SetAction(_ => FileSpeed.Run());

var data = new Command("data", "Times the reading of a CSV file of a million lines against a bare loop of its parser");
data.SetAction(_ => DataSpeed.Run());

var suites = new Command("suites", "Runs the BenchmarkDotNet suites; what follows is BenchmarkDotNet's own") { TreatUnmatchedTokensAsErrors = false };
suites.SetAction(arguments =>
{
    // In this process, so that no project has to be found and built.
    IConfig config = DefaultConfig.Instance.AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance));
    BenchmarkSwitcher.FromAssembly(typeof(Reference).Assembly).Run([.. arguments.UnmatchedTokens], config);
});

return await new RootCommand("Measures StaticNet.") { reference, ladder, roofline, compare, coldStart, generator, files, data, suites, firstPrediction }.Parse(args).InvokeAsync();
