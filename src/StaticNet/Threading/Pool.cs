namespace StaticNet.Kernels;

/// <summary>Lends things to callers on any thread; makes one only when more callers are at work than ever before.</summary>
/// <param name="make">Makes one.</param>
internal sealed class Pool<T>(Func<T> make)
    where T : class
{
    // In a struct, since writing to an array of a class asks for the type of its elements.
    private readonly Slot[] _idle = new Slot[Environment.ProcessorCount];

    public T Rent()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.Exchange(ref _idle[i].Item, null) is { } idle)
                return idle;
        }

        return make();
    }

    public void Return(T item)
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _idle[i].Item, item, null) is null)
                return;
        }
    }

    private struct Slot
    {
        public T? Item;
    }
}
