using System.Diagnostics;

namespace StaticNet.Tests.Training;

/// <summary>What all threads of a process allocate; in one of its own, in which nothing else runs.</summary>
public class CrewAllocationTests
{
    private const string Alone = "STATICNET_TESTS_ALONE";

    [Fact]
    public void No_thread_allocates()
    {
        if (Environment.GetEnvironmentVariable(Alone) is null)
        {
            RunAlone();
            return;
        }

        var model = new CrewDense(1) { Threads = 3 };
        var images = new CrewImages(1) { Threads = 3 };
        var sequences = new CrewSequences(1) { Threads = 3 };
        var text = new CrewText(1) { Threads = 3 };
        Decoder<int> decoder = text.StartDecoding();
        var adam = new Adam();
        float[] inputs = new float[model.Info.InputSize], image = new float[images.Info.InputSize], sequence = new float[sequences.Info.InputSize];
        var outputs = new float[5];
        var scores = new float[50];
        int[] label = [1];
        long least = long.MaxValue;
        for (int run = 0; run < 20; run++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < 3; i++)
            {
                model.Predict(inputs, outputs);
                model.TrainOnBatch(inputs, label, adam);
                images.Predict(image, outputs);
                sequences.Predict(sequence, outputs);
                decoder.Reset();
                decoder.Next(3, scores);
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
    }

    private static void RunAlone()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CrewAllocationTests).Assembly.Location, "Training.CrewAllocationTests"])
        {
            RedirectStandardOutput = true,
            Environment = { [Alone] = "1" },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
