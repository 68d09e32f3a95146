using System.CommandLine;
using System.Globalization;
using StaticNet;
using StaticNet.Datasets;
using StaticNet.Samples.TextClassifier;

var modelName = new Option<string>("--model") { Description = "Which network to train", DefaultValueFactory = _ => "gap" };
modelName.AcceptOnlyFromAmong("gap", "lstm", "gru", "conv", "transformer", "best");
var epochs = new Option<int?>("--epochs") { Description = "How often to go through the data [default: 5; 3 for lstm, gru and conv, 2 for transformer]" };
var batch = new Option<int?>("--batch-size") { Description = "How many reviews make a step [default: 32; 64 for best]" };
var seed = new Option<int>("--seed") { Description = "What weights and shuffling are drawn from", DefaultValueFactory = _ => 42 };
var interactive = new Option<bool>("--interactive") { Description = "Then classify each line of the standard input" };
var command = new RootCommand("Trains a network to tell positive reviews of films from negative ones and shows how well it does.")
{
    modelName, epochs, batch, seed, interactive,
};
command.SetAction(async (arguments, cancellation) =>
{
    int chosenSeed = arguments.GetValue(seed);
    try
    {
        switch (arguments.GetValue(modelName))
        {
            case "lstm":
                Encoded words = Encoded.Words(10_000, 100, cancellation);
                Run(new ImdbLstm(chosenSeed), words, words.Train, words.Test, Options(3));
                break;
            case "gru":
                RunBinary(new ImdbGru(chosenSeed), Encoded.Words(10_000, 200, cancellation), Options(3));
                break;
            case "conv":
                RunBinary(new ImdbConv(chosenSeed), Encoded.Words(10_000, 400, cancellation), Options(3));
                break;
            case "transformer":
                Encoded read = Encoded.Words(20_000, 200, cancellation);
                Run(new ImdbTransformer(chosenSeed), read, read.Train, read.Test, Options(2));
                break;
            case "best":
                Encoded phrases = Encoded.Phrases(BestImdb.Ngrams, BestImdb.Tokens, BestImdb.Length, cancellation);
                RunBinary(new BestImdb(chosenSeed), phrases, Options(5, defaultBatch: 64, constantRate: 5e-3));
                break;
            default:
                RunBinary(new ImdbGap(chosenSeed), Encoded.Words(10_000, 200, cancellation), Options(5, validationSplit: 0.2));
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

    // The rate is a tenth in the last third of the epochs, unless it is constant.
    FitOptions Options(int defaultEpochs, int defaultBatch = 32, double validationSplit = 0, double? constantRate = null)
    {
        int chosenEpochs = arguments.GetValue(epochs) ?? defaultEpochs;
        return new FitOptions
        {
            Epochs = chosenEpochs,
            BatchSize = arguments.GetValue(batch) ?? defaultBatch,
            ValidationSplit = validationSplit,
            Optimizer = new Adam(),

            // By itself the library shows nothing in a file or a pipe.
            Progress = Console.IsOutputRedirected ? ProgressDisplay.Lines : ProgressDisplay.Auto,
            LearningRateSchedule = (epoch, _) => constantRate ?? (epoch <= (chosenEpochs - 1) * 2 / 3 ? 1e-3 : 1e-4),
        };
    }

    // A single output is compared with a number, 0 or 1, and not with a label.
    void RunBinary(TrainableModel<int, float> model, Encoded reviews, FitOptions options)
        => Run(model, reviews, reviews.Train.ToNumbers(), reviews.Test.ToNumbers(), options);

    void Run<TTarget>(
        TrainableModel<int, TTarget> model, Encoded reviews, Dataset<int, TTarget> train, Dataset<int, TTarget> test, FitOptions options)
        where TTarget : unmanaged
    {
        Console.WriteLine(model.Summary());

        History history = model.Fit(train, options, cancellationToken: cancellation);
        double seconds = history.EpochTimes.Sum(time => time.TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nTrained {history.Epochs} epochs in {seconds:F1} s.\n"));

        // A head may have room for more classes than there are.
        int[] classes = model.PredictClasses(test.Inputs.Span);
        int most = Math.Max(Imdb.ClassNames.Count, classes.Max() + 1);
        Console.WriteLine(new ConfusionMatrix(reviews.Test.Targets.Span, classes, most, [.. Enumerable.Range(0, most).Select(NameOf)]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy: {model.Evaluate(test).Accuracy:F4}"));

        if (arguments.GetValue(interactive))
            Classify(model, reviews.Encode);
    }
});
return await command.Parse(args).InvokeAsync();

// Classifies each line of the standard input until it ends.
static void Classify(Model<int> model, Func<string, int[]> encode)
{
    if (!Console.IsInputRedirected)
        Console.Error.WriteLine("Write a review in a line. An empty input (Ctrl+D, on Windows Ctrl+Z) ends it.");
    while (Console.ReadLine() is string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            Console.WriteLine("nothing to classify");
            continue;
        }

        float[] outputs = model.Predict(encode(line));
        int label = outputs.Length == 1 ? (outputs[0] > 0.5f ? 1 : 0) : ArgMax.Of(outputs);
        float probability = outputs.Length > 1 ? outputs[label] : label == 1 ? outputs[0] : 1 - outputs[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{NameOf(label)} {probability:F4}"));
    }
}

static string NameOf(int label) => label < Imdb.ClassNames.Count ? Imdb.ClassNames[label] : $"class {label}";
