using System.Runtime.InteropServices;

namespace StaticNet.Files;

/// <summary>
/// Writes files so that a full disk, a missing permission, a killed process or a power cut leaves either the old file whole or the new one:
/// the bytes go to a file beside it and to the disk, and only then does that take the other's name.
/// </summary>
internal static partial class AtomicFile
{
    /// <summary>Writes a file. If that fails the one of that name is as it was, and nothing lies beside it.</summary>
    /// <param name="path">The file. Where it is a link, what it points to is written.</param>
    /// <param name="write">Writes the content to a stream that can seek.</param>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the folder may not be written to.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        path = Target(path, out string folder, out bool isReplaced);
        string temporary = Temporary(folder);
        try
        {
            using (var stream = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 }))
            {
                // Who could not read the old file cannot read the new one either.
                if (isReplaced && !OperatingSystem.IsWindows())
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(path));
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error)
        {
            Discard(temporary);

            // What streams of files say where the system allows no file of that size.
            if (error is ArgumentOutOfRangeException)
                throw new IOException($"{path} cannot be written: {error.Message}", error);
            throw;
        }

        if (!OperatingSystem.IsWindows())
            FlushFolder(folder);
    }

    /// <summary>Finds out whether <see cref="Write"/> can write a file, if there is room for it. What is there stays, and nothing is added.</summary>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the folder may not be written to.</exception>
    /// <exception cref="IOException">There cannot be such a file.</exception>
    /// <returns>The file that is written: where the path is a link, what it points to.</returns>
    public static string RequireWritable(string path)
    {
        path = Target(path, out string folder, out _);
        try
        {
            // Tells of a name that is too long, which the one that is written first is not.
            _ = File.GetAttributes(path);
        }
        catch (FileNotFoundException)
        {
        }

        new FileStream(
            Temporary(folder), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.DeleteOnClose }).Dispose();
        return path;
    }

    private static string Target(string path, out string folder, out bool isReplaced)
    {
        path = Path.GetFullPath(path);
        if (new FileInfo(path).LinkTarget is not null)
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        isReplaced = File.Exists(path);

        // Renaming asks for the folder's permission alone, and would override this one.
        if (isReplaced && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException($"{path} is read-only. Allow writing to it, or write to another file.");
        folder = Path.GetDirectoryName(path) ?? throw new UnauthorizedAccessException($"{path} is a folder. Expected the name of a file.");
        return path;
    }

    // A name of its own length, since the file's may be as long as names may be.
    private static string Temporary(string folder) => Path.Combine(folder, $"staticnet-{Path.GetRandomFileName()}.tmp");

    // What went wrong before is what the caller is to hear of.
    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    // The new name is durable once the folder is, too. Windows sees to that itself, and not every file system can be asked to: the file is
    // whole under one name or the other anyway.
    private static void FlushFolder(string folder)
    {
        const int ReadOnly = 0;
        try
        {
            int descriptor = OpenFolder(folder, ReadOnly);
            if (descriptor < 0)
                return;
            _ = Flush(descriptor);
            _ = Close(descriptor);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
