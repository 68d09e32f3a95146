namespace StaticNet.Tests;

/// <summary>Trains and predicts by several threads, on samples enough that they pay, and asserts that they did the work.</summary>
internal static class SharedWork
{
    private const int Most = 4;

    /// <summary>What steps and predictions of a model give, by one thread and by several, is the same bit by bit.</summary>
    /// <param name="model">The model; others are made like it.</param>
    /// <param name="inputs">Some samples, which are repeated until four threads pay.</param>
    /// <param name="targets">Their targets.</param>
    public static void AssertSameBits<TInput, TTarget>(TrainableModel<TInput, TTarget> model, ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        int samples = inputs.Length / model.Info.InputSize, times = 1;
        while (Workers.Paying(Most, (double)model.Info.Memory.Operations * samples * times) < Most)
            times++;
        TInput[] allInputs = Repeat(inputs, times);
        TTarget[] allTargets = Repeat(targets, times);
        int[] expected = Run(1);
        for (int threads = 2; threads <= Most; threads++)
            Assert.Equal(expected, Run(threads));

        int[] Run(int threads)
        {
            ThreadWatch watch = threads == 1 ? new() : new("Propagate", "Update", "Infer");
            TrainableModel<TInput, TTarget> watched = Watched.Like(model, watch);
            watched.Threads = threads;
            var optimizer = new Adam();
            for (int step = 0; step < 3; step++)
                watched.TrainOnBatch(allInputs, allTargets, optimizer);
            int[] bits = [.. TestData.Bits(watched), .. watched.Predict(allInputs).Select(BitConverter.SingleToInt32Bits)];
            watch.AssertShared();
            return bits;
        }
    }

    private static T[] Repeat<T>(ReadOnlySpan<T> values, int times)
    {
        var all = new T[values.Length * times];
        for (int i = 0; i < times; i++)
            values.CopyTo(all.AsSpan(i * values.Length));
        return all;
    }
}
