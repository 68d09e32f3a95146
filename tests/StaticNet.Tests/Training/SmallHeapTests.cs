using System.Diagnostics;

namespace StaticNet.Tests.Training;

/// <summary>What is said where memory runs out; in a process of its own, whose heap may not grow.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class SmallHeapTests
{
    private const string Limit = "DOTNET_GCHeapHardLimit";

    [Fact]
    public void A_batch_that_there_is_no_memory_for_names_its_size()
    {
        if (Environment.GetEnvironmentVariable(Limit) is null)
        {
            RunWithSmallHeap();
            return;
        }

        const int Samples = 5000;
        var model = new Wide(1);
        var data = new Dataset<float, float>(new float[Samples], new float[Samples], Samples);
        var error = Assert.Throws<InsufficientMemoryException>(() => model.Fit(data, Of(Samples)));
        Assert.Equal($"BatchSize: there is no memory for a step of Wide on {Samples} samples at once. Use smaller batches, or a smaller model.", error.Message);
        model.Fit(data, Of(100));
    }

    private static FitOptions Of(int batch) => new() { BatchSize = batch, Epochs = 1, Progress = ProgressDisplay.Silent };

    private static void RunWithSmallHeap()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SmallHeapTests).Assembly.Location, "Training.SmallHeapTests"])
        {
            RedirectStandardOutput = true,
            Environment = { [Limit] = "0x18000000" },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
