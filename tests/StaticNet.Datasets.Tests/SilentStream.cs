namespace StaticNet.Datasets.Tests;

/// <summary>Gives some bytes, and then nothing more until the reader loses patience.</summary>
internal sealed class SilentStream(byte[] first, Action? whenSilent = null) : MemoryStream(first)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await base.ReadAsync(buffer, cancellationToken);
        if (count > 0)
            return count;
        whenSilent?.Invoke();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
