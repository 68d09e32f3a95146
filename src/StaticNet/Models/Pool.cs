namespace StaticNet.Kernels;

/// <summary>Lends things to callers on any thread; makes one only when more callers are at work than ever before.</summary>
/// <param name="make">Makes one.</param>
internal sealed class Pool<T>(Func<T> make)
    where T : class
{
    private readonly T?[] _idle = new T?[Environment.ProcessorCount];

    public T Rent()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.Exchange(ref _idle[i], null) is { } idle)
                return idle;
        }

        return make();
    }

    public void Return(T item)
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _idle[i], item, null) is null)
                return;
        }
    }
}
