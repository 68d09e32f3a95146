using System.CommandLine;
using System.Globalization;
using StaticNet;
using StaticNet.Datasets;
using StaticNet.Samples.ImageClassifier;

var data = new Option<string>("--data") { Description = "What to learn", DefaultValueFactory = _ => "mnist" };
data.AcceptOnlyFromAmong("mnist", "fashion-mnist");
var network = new Option<string>("--model") { Description = "Which network: cnn, or for fashion-mnist resnet", DefaultValueFactory = _ => "cnn" };
network.AcceptOnlyFromAmong("cnn", "resnet");
var best = new Option<bool>("--best") { Description = "Train the more accurate network, which takes longer" };
var epochs = new Option<int?>("--epochs") { Description = "How often to go through the data" };
var batch = new Option<int?>("--batch-size") { Description = "How many pictures make a step" };
var seed = new Option<int>("--seed") { Description = "What weights, shuffling and augmentation are drawn from", DefaultValueFactory = _ => 42 };
var command = new RootCommand("Trains a convolutional network on pictures and shows how well it does.") { data, network, best, epochs, batch, seed };
command.SetAction(async (arguments, cancellation) =>
{
    int chosenSeed = arguments.GetValue(seed);
    bool isBest = arguments.GetValue(best), isResNet = arguments.GetValue(network) == "resnet", isMnist = arguments.GetValue(data) == "mnist";
    if (isMnist && isResNet)
    {
        await Console.Error.WriteLineAsync("The resnet mirrors its pictures, which digits do not bear: add '--data fashion-mnist', or leave '--model resnet' out.");
        return 1;
    }

    try
    {
        if (isMnist)
        {
            ImageDatasets digits = Mnist.Load(cancellationToken: cancellation);
            if (isBest)
                Run(new BestMnistCnn(chosenSeed), digits, defaultEpochs: 20, defaultBatch: 64, Falling(2e-3));
            else
                Run(new MnistCnn(chosenSeed), digits, defaultEpochs: 5, defaultBatch: 32, schedule: null);
        }
        else
        {
            ImageDatasets clothes = FashionMnist.Load(cancellationToken: cancellation);
            if (isResNet)
                Run(new FashionResNet(chosenSeed), clothes, defaultEpochs: isBest ? 36 : 18, defaultBatch: 64, Falling(3e-3));
            else
                Run(new FashionCnn(chosenSeed), clothes, defaultEpochs: isBest ? 30 : 15, defaultBatch: 64, Falling(3e-3));
        }

        return 0;
    }
    catch (Exception e) when (e is IOException or InvalidDataException)
    {
        // No data, or broken data: the message says what to do.
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }

    // A rate that falls along half a wave to nearly nothing.
    Func<int, LearningRateSchedule> Falling(double rate)
        => total => (epoch, _) => rate * (0.01 + (0.99 * 0.5 * (1 + Math.Cos(Math.PI * epoch / total))));

    void Run(
        TrainableModel<float, int> model, ImageDatasets images, int defaultEpochs, int defaultBatch, Func<int, LearningRateSchedule>? schedule)
    {
        int chosenEpochs = arguments.GetValue(epochs) ?? defaultEpochs;
        var options = new FitOptions
        {
            Epochs = chosenEpochs,
            BatchSize = arguments.GetValue(batch) ?? defaultBatch,
            Optimizer = new Adam(),

            // By itself the library shows nothing in a file or a pipe.
            Progress = Console.IsOutputRedirected ? ProgressDisplay.Lines : ProgressDisplay.Auto,
            LearningRateSchedule = schedule?.Invoke(chosenEpochs),
        };
        TrainAndTest(model, images, options, cancellation);
    }
});
return await command.Parse(args).InvokeAsync();

// Trains a model on pictures of ten kinds and evaluates it on pictures that it has not seen.
static void TrainAndTest(TrainableModel<float, int> model, ImageDatasets data, FitOptions options, CancellationToken cancellation)
{
    Console.WriteLine(model.Summary());

    History history = model.Fit(data.Train, options, data.Test, cancellation);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"\nTrained {history.Epochs} epochs in {history.EpochTimes.Sum(time => time.TotalSeconds):F1} s.\n"));

    int[] classes = model.PredictClasses(data.Test.Inputs.Span);
    Console.WriteLine(new ConfusionMatrix(data.Test.Targets.Span, classes, data.ClassNames.Count, data.ClassNames));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy: {model.Evaluate(data.Test).Accuracy:F4}"));
}
