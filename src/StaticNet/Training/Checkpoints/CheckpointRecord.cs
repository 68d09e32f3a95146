using System.Text.Json;
using StaticNet.Kernels;

namespace StaticNet.Files;

/// <summary>What a checkpoint says of a training beside the numbers of weights and optimizer.</summary>
internal sealed record CheckpointRecord
{
    /// <summary>What has to be the same when the training goes on, by name: data, options, optimizer.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>What tells the data from other data, which has to be the same as well.</summary>
    public required string Data { get; init; }

    /// <summary>The size of a step.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The steps that the optimizer has taken.</summary>
    public required long OptimizerSteps { get; init; }

    /// <summary>The steps whose random choices the model has made.</summary>
    public required ulong ModelSteps { get; init; }

    /// <summary>The passes through the data that the model has begun.</summary>
    public required ulong Passes { get; init; }

    /// <summary>The batches taken of the last of them; 0 where the next step begins another.</summary>
    public required int BatchesOfPass { get; init; }

    /// <summary>The epochs that are over.</summary>
    public required int Epochs { get; init; }

    /// <summary>The steps since the training began.</summary>
    public required long Steps { get; init; }

    /// <summary>The steps of the epoch under way, of which the five that follow tell as well.</summary>
    public required int StepsOfEpoch { get; init; }

    /// <summary>Its samples.</summary>
    public required long Samples { get; init; }

    /// <summary>The sum of their losses, for each output.</summary>
    public required IReadOnlyList<double> Losses { get; init; }

    /// <summary>The sum of what was right of them, for each output.</summary>
    public required IReadOnlyList<double> Corrects { get; init; }

    /// <summary>How many samples that was, those of steps by the part of them that counts, for each output.</summary>
    public required IReadOnlyList<double> Counted { get; init; }

    /// <summary>How long it has taken so far.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The metrics of the epochs that are over.</summary>
    public required IReadOnlyDictionary<string, double[]> Metrics { get; init; }

    /// <summary>How long each of them took.</summary>
    public required IReadOnlyList<TimeSpan> EpochTimes { get; init; }

    /// <summary>Reads a record.</summary>
    /// <param name="text">The record as text.</param>
    /// <param name="outputs">How many outputs the model has.</param>
    /// <param name="content">The file that it is in.</param>
    /// <exception cref="InvalidDataException">It is none, or none that a training can have written.</exception>
    public static CheckpointRecord Read(string text, int outputs, ContentReader content)
    {
        CheckpointRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(text, CheckpointJson.Default.CheckpointRecord);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw content.Refused($"what it says of the training is damaged ({error.Message.TrimEnd('.')})", error);
        }

        return record?.IsPossible(outputs) == true ? record : throw content.Refused("what it says of the training cannot be: it is damaged");
    }

    /// <summary>The sums of both.</summary>
    public SampleLoss[] Sums() => [.. Losses.Select((loss, output) => new SampleLoss(loss, Corrects[output]) { Weight = Counted[output] })];

    /// <summary>The record as text.</summary>
    public string Write() => JsonSerializer.Serialize(this, CheckpointJson.Default.CheckpointRecord);

    private bool IsPossible(int outputs)
        => Losses.Count == outputs && Corrects.Count == outputs && Counted.Count == outputs && Counted.All(counted => counted >= 0 && counted <= Samples) && LearningRate >= 0 && float.IsFinite((float)LearningRate) && OptimizerSteps >= 0 && BatchesOfPass >= 0 && Epochs >= 0
            && StepsOfEpoch >= 0 && Steps >= StepsOfEpoch && Samples >= StepsOfEpoch && (StepsOfEpoch > 0 || Samples == 0)
            && (BatchesOfPass == 0 || Passes > 0) && Time >= TimeSpan.Zero
            && Settings.Values.All(value => value is not null)
            && Metrics.Values.All(values => values?.Length == Epochs) && EpochTimes.Count == Epochs && EpochTimes.All(time => time >= TimeSpan.Zero);
}
