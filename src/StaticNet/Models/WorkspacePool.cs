namespace StaticNet.Kernels;

/// <summary>Lends work space to callers on any thread; allocates only when more of them are at work than ever before.</summary>
internal sealed class WorkspacePool(long length)
{
    private readonly AlignedBuffer?[] _idle = new AlignedBuffer?[Environment.ProcessorCount];

    public AlignedBuffer Rent()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.Exchange(ref _idle[i], null) is { } buffer)
                return buffer;
        }

        return new AlignedBuffer(length);
    }

    public void Return(AlignedBuffer buffer)
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _idle[i], buffer, null) is null)
                return;
        }
    }
}
