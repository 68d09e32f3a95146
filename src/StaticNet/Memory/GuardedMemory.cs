namespace StaticNet.Kernels;

/// <summary>The guarded memory of a model.</summary>
/// <param name="model">The model's name.</param>
internal sealed class GuardedMemory(string model)
{
    private readonly Lock _lock = new();
    private readonly List<WeakReference<IGuarded>> _all = [];

    /// <summary>Has guards looked at from now on, for as long as the memory lives.</summary>
    public void Add(IGuarded memory)
    {
        lock (_lock)
        {
            _all.RemoveAll(reference => !reference.TryGetTarget(out _));
            _all.Add(new WeakReference<IGuarded>(memory));
        }
    }

    /// <summary>Keeps anyone from looking at guards while they are moved.</summary>
    public Lock.Scope Hold() => _lock.EnterScope();

    /// <summary>Looks at all guards.</summary>
    /// <exception cref="MemoryOverrunException">One was overwritten.</exception>
    public void Check()
    {
        lock (_lock)
        {
            foreach (WeakReference<IGuarded> reference in _all)
            {
                if (reference.TryGetTarget(out IGuarded? memory) && memory.FindOverrun() is { } overrun)
                    throw new MemoryOverrunException($"{model} wrote outside its memory: {overrun}. {MemoryOverrunException.Advice}");
            }
        }
    }

    /// <summary>Memory with guards.</summary>
    internal interface IGuarded
    {
        /// <summary>Says which memory was overrun and how far out; null where none was.</summary>
        string? FindOverrun();
    }
}
