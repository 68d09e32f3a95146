namespace StaticNet.Tests.Data;

/// <summary>Reads sources as a training does: a few samples at a time.</summary>
internal static class SourceReading
{
    /// <summary>All samples, some at a time.</summary>
    public static (TInput[] Inputs, TTarget[] Targets) All<TInput, TTarget>(
        this IDataSource<TInput, TTarget> source, int inputSize, int targetSize, int rows, CancellationToken cancellationToken = default)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var inputs = new List<TInput>();
        var targets = new List<TTarget>();
        var input = new TInput[rows * inputSize];
        var target = new TTarget[rows * targetSize];
        using ISampleReader<TInput, TTarget> reader = source.Open(inputSize, targetSize, cancellationToken);
        int read;
        do
        {
            read = reader.Read(input, target);
            inputs.AddRange(input.AsSpan(0, read * inputSize));
            targets.AddRange(target.AsSpan(0, read * targetSize));
        }
        while (read > 0);
        Assert.Equal(0, reader.Read(input, target));
        return ([.. inputs], [.. targets]);
    }
}
