using System.Collections;

namespace StaticNet.Data;

/// <summary>Goes through an asynchronous enumerable on a thread that waits. Cancellation ends the wait, also where the enumerable ignores it.</summary>
internal sealed class BlockingEnumerator<T>(IAsyncEnumerable<T> items, CancellationToken cancellation) : IEnumerator<T>
{
    private readonly IAsyncEnumerator<T> _items = items.GetAsyncEnumerator(cancellation);
    private Task<bool>? _pending;

    public T Current => _items.Current;

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        cancellation.ThrowIfCancellationRequested();

        // What goes on after an await must not be sent to a thread that waits here, such as that of a window.
        if (SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default)
        {
            ValueTask<bool> moved = _items.MoveNextAsync();
            if (moved.IsCompletedSuccessfully)
                return moved.Result;
            _pending = moved.AsTask();
        }
        else
        {
            _pending = Task.Run(() => _items.MoveNextAsync().AsTask());
        }

        try
        {
            _pending.Wait(cancellation);
        }
        catch (AggregateException)
        {
            // Said below, as itself.
        }

        return _pending.GetAwaiter().GetResult();
    }

    /// <summary>Ends the enumeration; where it still waits for something, as soon as that has come.</summary>
    public void Dispose()
    {
        if (_pending is { IsCompleted: false } pending)
        {
            pending.ContinueWith(
                static (moved, items) =>
                {
                    _ = moved.Exception;
                    return ((IAsyncEnumerator<T>)items!).DisposeAsync().AsTask();
                },
                _items, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return;
        }

        if (SynchronizationContext.Current is null)
            _items.DisposeAsync().AsTask().GetAwaiter().GetResult();
        else
            Task.Run(() => _items.DisposeAsync().AsTask()).GetAwaiter().GetResult();
    }

    public void Reset() => throw new NotSupportedException();
}
