using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using StaticNet;
using StaticNet.Samples.TinyGpt;

var data = new Option<string>("--data")
{
    Description = "What to learn: imdb for reviews of films, counting for numbers in words, which need no data, or the path of a file of text",
    DefaultValueFactory = _ => "imdb",
};
var steps = new Option<int>("--steps") { Description = "How many steps to train", DefaultValueFactory = _ => 2000 };
var batch = new Option<int>("--batch-size") { Description = "How many windows of 64 characters make a step", DefaultValueFactory = _ => 32 };
var rate = new Option<double>("--learning-rate") { Description = "The largest rate", DefaultValueFactory = _ => 2e-3 };
var prompt = new Option<string>("--prompt") { Description = "What the text begins with", DefaultValueFactory = _ => "This film " };
var characters = new Option<int>("--characters") { Description = "How many characters to write", DefaultValueFactory = _ => 500 };
var temperature = new Option<double>("--temperature")
{
    Description = "How bold to be: 0 always takes the likeliest character, 1 draws as the model has it",
    DefaultValueFactory = _ => 0.8,
};
var seed = new Option<int>("--seed") { Description = "What weights, windows and characters are drawn from", DefaultValueFactory = _ => 42 };
foreach (Option<int> count in new[] { batch, steps, characters })
    count.Validators.Add(result => Require(result.GetValue(count) >= (count == batch ? 1 : 0), result, count == batch ? "at least 1" : "at least 0"));
rate.Validators.Add(result => Require(result.GetValue(rate) is > 0 and <= 1, result, "above 0, at most 1"));
temperature.Validators.Add(result => Require(result.GetValue(temperature) is >= 0 and <= 100, result, "from 0 to 100"));
prompt.Validators.Add(result => Require(Alphabet.Encode(result.GetValue(prompt) ?? "").Length > 0, result, "at least one character of ASCII"));
var command = new RootCommand("Trains a GPT over characters, shows how many bits it needs for each, and lets it write.")
{
    data, steps, batch, rate, prompt, characters, temperature, seed,
};
command.SetAction(async (arguments, cancellation) =>
{
    int chosenSeed = arguments.GetValue(seed);
    try
    {
        Corpus corpus = Corpus.Load(arguments.GetValue(data)!, cancellation);
        var model = new Gpt(chosenSeed);
        Console.WriteLine(model.Summary());
        Console.WriteLine(Invariant($"{corpus.Train.Length:N0} characters to learn from, {corpus.Test.Length:N0} to test with"));
        Train(model, corpus.Train, cancellation);
        Console.WriteLine(Invariant($"test bits per character: {Bits(model.Evaluate(Windows(corpus.Test)).Loss):F4}\n"));

        string beginning = arguments.GetValue(prompt)!;
        Console.Write(beginning);
        var writer = new Writer(model, arguments.GetValue(temperature), chosenSeed);
        foreach (char character in writer.Continue(Alphabet.Encode(beginning)).Take(arguments.GetValue(characters)))
        {
            cancellation.ThrowIfCancellationRequested();
            Console.Write(character);
        }

        Console.WriteLine();
        return 0;
    }
    catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
    {
        // No data, or broken data: the message says what to do.
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }

    // Windows are drawn from anywhere in the text. The rate rises for a while, and then falls along half a wave.
    void Train(Gpt model, int[] text, CancellationToken cancellation)
    {
        int count = arguments.GetValue(batch), total = arguments.GetValue(steps), shown = Math.Clamp(total / 20, 1, 100);
        double highest = arguments.GetValue(rate), sum = 0;
        int warm = Math.Max(1, Math.Min(100, total / 10));
        var random = new Random(chosenSeed);
        int[] inputs = new int[count * Gpt.Length], targets = new int[count * Gpt.Length];
        var optimizer = new Adam(highest);
        var watch = Stopwatch.StartNew();
        for (int step = 1; step <= total; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < count; i++)
                Window(text, random.Next(text.Length - Gpt.Length), inputs.AsSpan(i * Gpt.Length), targets.AsSpan(i * Gpt.Length));
            optimizer.LearningRate = highest * Math.Min((double)step / warm, 0.02 + (0.98 * 0.5 * (1 + Math.Cos(Math.PI * step / total))));
            sum += model.TrainOnBatch(inputs, targets, optimizer).Loss;
            if (step % shown == 0)
            {
                Console.WriteLine(Invariant($"step {step}/{total}, {watch.Elapsed.TotalSeconds:F0} s, bits per character: {Bits(sum / shown):F4}"));
                sum = 0;
            }
        }
    }
});
return await command.Parse(args).InvokeAsync();

// At most 4,000 windows, side by side, evenly over the text.
static Dataset<int, int> Windows(int[] text)
{
    int all = (text.Length - 1) / Gpt.Length, count = Math.Min(4000, all);
    int[] inputs = new int[count * Gpt.Length], targets = new int[count * Gpt.Length];
    for (int i = 0; i < count; i++)
        Window(text, (int)((long)all * i / count) * Gpt.Length, inputs.AsSpan(i * Gpt.Length), targets.AsSpan(i * Gpt.Length));
    return new Dataset<int, int>(inputs, targets, count);
}

// The target of each character is the next one.
static void Window(int[] text, int at, Span<int> inputs, Span<int> targets)
{
    text.AsSpan(at, Gpt.Length).CopyTo(inputs);
    text.AsSpan(at + 1, Gpt.Length).CopyTo(targets);
}

static double Bits(double loss) => loss / Math.Log(2);

static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

static void Require(bool holds, System.CommandLine.Parsing.OptionResult result, string expected)
{
    if (!holds)
        result.AddError($"{result.Option.Name} is {string.Join(' ', result.Tokens.Select(token => token.Value))}. Expected {expected}.");
}
