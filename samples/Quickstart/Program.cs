using System.CommandLine;
using System.Globalization;
using StaticNet;
using StaticNet.Datasets;
using StaticNet.Samples.Quickstart;

var data = new Option<string>("--data") { Description = "What to learn", DefaultValueFactory = _ => "digits" };
data.AcceptOnlyFromAmong("digits", "mnist", "fashion-mnist");
var epochs = new Option<int?>("--epochs") { Description = "How often to go through the data [default: 60 for digits, 5 for mnist, 10 for fashion-mnist]" };
var seed = new Option<int>("--seed") { Description = "What weights and shuffling are drawn from", DefaultValueFactory = _ => 42 };
var rate = new Option<double>("--learning-rate") { Description = "The size of Adam's steps; a tenth of it in the last third of the epochs", DefaultValueFactory = _ => 1e-3 };
var command = new RootCommand("Trains a small network on pictures and shows how well it does.") { data, epochs, seed, rate };
command.SetAction(async (arguments, cancellation) =>
{
    int chosenSeed = arguments.GetValue(seed);
    try
    {
        switch (arguments.GetValue(data))
        {
            case "mnist":
                Run(new MnistMlp(chosenSeed), Mnist.Load(cancellationToken: cancellation), defaultEpochs: 5);
                break;
            case "fashion-mnist":
                Run(new FashionMlp(chosenSeed), FashionMnist.Load(cancellationToken: cancellation), defaultEpochs: 10);
                break;
            default:
                Run(new DigitsMlp(chosenSeed), Digits.LoadSplit(), defaultEpochs: 60);
                break;
        }

        return 0;
    }
    catch (Exception e) when (e is IOException or InvalidDataException)
    {
        // No data, or broken data: the message says what to do.
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }

    void Run(TrainableModel<float, int> model, ImageDatasets images, int defaultEpochs)
    {
        int chosenEpochs = arguments.GetValue(epochs) ?? defaultEpochs;
        double chosenRate = arguments.GetValue(rate);
        var options = new FitOptions
        {
            Epochs = chosenEpochs,
            BatchSize = 32,
            ValidationSplit = 0.1,
            Optimizer = new Adam(),

            // By itself the library shows nothing in a file or a pipe.
            Progress = Console.IsOutputRedirected ? ProgressDisplay.Lines : ProgressDisplay.Auto,
            LearningRateSchedule = (epoch, _) => epoch < chosenEpochs * 2 / 3 ? chosenRate : chosenRate / 10,
        };
        TrainAndTest(model, images, options, cancellation);
    }
});
return await command.Parse(args).InvokeAsync();

// Trains a model on pictures of ten kinds, evaluates it on pictures that it has not seen and looks at one of them.
static void TrainAndTest(TrainableModel<float, int> model, ImageDatasets data, FitOptions options, CancellationToken cancellation)
{
    Console.WriteLine(model.Summary());

    History history = model.Fit(data.Train, options, cancellationToken: cancellation);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"\nTrained {history.Epochs} epochs in {history.EpochTimes.Sum(time => time.TotalSeconds):F1} s.\n"));

    Evaluation result = model.Evaluate(data.Test);
    int[] classes = model.PredictClasses(data.Test.Inputs.Span);
    Console.WriteLine(new ConfusionMatrix(data.Test.Targets.Span, classes, data.ClassNames.Count, data.ClassNames));

    float[] probabilities = model.Predict(data.Test.Input(0));
    int best = ArgMax.Of(probabilities);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"The first test picture is '{data.ClassNames[data.Test.Target(0)[0]]}'; the model says '{data.ClassNames[best]}' with probability {probabilities[best]:F3}."));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy: {result.Accuracy:F4}"));
}
