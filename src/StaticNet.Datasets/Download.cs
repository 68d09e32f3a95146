using System.Globalization;
using System.Security.Cryptography;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>Fetches published files.</summary>
internal static class Download
{
    private const int BufferSize = 1 << 16;

    /// <summary>
    /// Fetches one file into <paramref name="folder"/>. Under its own name it appears only whole and verified: it is written
    /// under a temporary name in the same folder, which is gone afterwards whatever happens.
    /// </summary>
    /// <exception cref="HttpRequestException">The server cannot be reached or refuses.</exception>
    /// <exception cref="InvalidDataException">What came is not the published file.</exception>
    /// <exception cref="IOException">The server fell silent, or the file cannot be written.</exception>
    public static async Task FetchAsync(
        HttpClient client, Uri address, PublishedFile file, string folder, TimeSpan patience, TextWriter? progress,
        CancellationToken cancellationToken)
    {
        progress?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Downloading {address} ({file.Length:N0} bytes) to {folder}"));
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $"{file.Name}.{Path.GetRandomFileName()}.tmp");
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            silence.CancelAfter(patience);
            using HttpResponseMessage response =
                await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            using (Stream content = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false))
            using (var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await CopyAsync(content, target, file, patience, progress, silence).ConfigureAwait(false);
                // The checksum is never computed again, so the bytes must be on disk before the name is.
                target.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(folder, file.Name), overwrite: true);
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException(
                string.Create(CultureInfo.InvariantCulture, $"Nothing came from the server for {patience.TotalSeconds:0.###} seconds."),
                canceled);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task CopyAsync(
        Stream content, Stream target, PublishedFile file, TimeSpan patience, TextWriter? progress, CancellationTokenSource silence)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        long copied = 0;
        int quarters = 0;
        while (true)
        {
            silence.CancelAfter(patience);
            int count = await content.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            if (count == 0)
                break;
            copied += count;
            // Without this, a server that answers everything with an endless page would fill the disk.
            if (copied > file.Length)
            {
                throw new InvalidDataException(
                    Invariant($"More than {file.Length} bytes came for {file.Name}. Expected the published file, which has {file.Length}."));
            }

            hash.AppendData(buffer, 0, count);
            await target.WriteAsync(buffer.AsMemory(0, count), silence.Token).ConfigureAwait(false);

            int reached = (int)(copied * 4 / file.Length);
            if (reached > quarters)
                progress?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {reached * 25} %"));
            quarters = reached;
        }

        string sum = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (sum != file.Sha256)
        {
            throw new InvalidDataException(
                Invariant($"{copied} bytes with SHA-256 {sum} came for {file.Name}. ") +
                Invariant($"Expected the published file, {file.Length} bytes with SHA-256 {file.Sha256}."));
        }
    }
}
