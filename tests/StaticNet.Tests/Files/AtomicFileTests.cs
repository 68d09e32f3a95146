using System.Diagnostics;
using StaticNet.Files;

namespace StaticNet.Tests.Files;

/// <summary>Whatever happens while a file is written, it is one of the two versions, whole.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class AtomicFileTests
{
    [Fact]
    public void A_disk_that_is_full_at_any_byte_leaves_the_old_file()
    {
        SmallClassifier old = new(1), model = new(2);
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        old.Save(path);
        byte[] before = File.ReadAllBytes(path), after = Weights.Saved(model);
        for (int room = 0; room < after.Length; room += 97)
        {
            Assert.Throws<IOException>(() => AtomicFile.Write(path, stream => model.Save(new Full(stream, room))));
            Assert.Equal(before, File.ReadAllBytes(path));
            Assert.Equal(["w"], folder.Names);
        }

        AtomicFile.Write(path, stream => model.Save(new Full(stream, after.Length)));
        Assert.Equal(after, File.ReadAllBytes(path));
    }

    [SmallDiskFact]
    public void A_small_disk_that_is_full_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        SavingProcess.Model(1).Save(folder.File("old"));
        string disk = Directory.CreateDirectory(folder.File("disk")).FullName;
        Assert.Equal($"{nameof(IOException)}\nw", SavingProcess.SaveOnFullDisk(disk, folder.File("old")));
    }

    [Fact]
    public void A_limit_of_the_system_leaves_the_old_file()
        => LeavesTheOldFile("trap '' XFSZ; ulimit -f 16;", nameof(IOException));

    [Fact]
    public void A_process_that_a_limit_ends_leaves_the_old_file()
    {
        // Without the trap the shell's child is ended by the signal, unless its run time ignores it.
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        SavingProcess.Model(1).Save(path);
        byte[] before = File.ReadAllBytes(path);
        Assert.NotEqual("saved", SavingProcess.SaveOnce(path, "ulimit -f 16;"));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_process_killed_at_any_moment_leaves_one_of_two_whole_files()
    {
        int[][] versions = [TestData.Bits(SavingProcess.Model(1)), TestData.Bits(SavingProcess.Model(2))];
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        var random = new Random(12);
        var seen = new HashSet<int>();
        for (int kill = 0; kill < 12; kill++)
        {
            using (Process process = SavingProcess.SaveForever(path))
            {
                Thread.Sleep(random.Next(80));
                process.Kill();
                process.WaitForExit();
            }

            var model = SavingProcess.Model(3);
            model.Load(path);
            int version = Array.FindIndex(versions, version => version.AsSpan().SequenceEqual(TestData.Bits(model)));
            Assert.True(version >= 0);
            seen.Add(version);
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void A_read_only_file_and_a_folder_without_permission_are_refused()
    {
        var model = new SmallClassifier(1);
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        File.WriteAllText(path, "old");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.Throws<UnauthorizedAccessException>(() => model.Save(path));
        Assert.Equal("old", File.ReadAllText(path));
        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Throws<DirectoryNotFoundException>(() => model.Save(folder.File("no/w")));
        Assert.ThrowsAny<SystemException>(() => model.Save(folder.Path));
        Assert.Equal(["w"], folder.Names);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_to_leaves_the_old_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        SavingProcess.Model(1).Save(path);
        byte[] before = File.ReadAllBytes(path);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        // Nothing is forbidden to the superuser, unless that power is dropped.
        string dropped = Environment.IsPrivilegedProcess ? "exec setpriv --bounding-set=-dac_override,-dac_read_search --" : "";
        Assert.Equal(nameof(UnauthorizedAccessException), SavingProcess.SaveOnce(path, dropped));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["w"], folder.Names);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Permissions_and_links_stay()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var model = new SmallClassifier(1);
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("w"), "old");
        File.SetUnixFileMode(folder.File("w"), Private);
        File.CreateSymbolicLink(folder.File("link"), "w");
        model.Save(folder.File("link"));
        Assert.Equal("w", new FileInfo(folder.File("link")).LinkTarget);
        Assert.Equal(Weights.Saved(model), File.ReadAllBytes(folder.File("w")));
        Assert.Equal(Private, File.GetUnixFileMode(folder.File("w")));
    }

    private static void LeavesTheOldFile(string first, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        SavingProcess.Model(1).Save(path);
        byte[] before = File.ReadAllBytes(path);
        Assert.Equal(expected, SavingProcess.SaveOnce(path, first));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["w"], folder.Names);
    }

    /// <summary>Has room for so many bytes and no more.</summary>
    private sealed class Full(Stream stream, long room) : Stream
    {
        private long _room = room;

        public override bool CanRead => false;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => stream.Length;

        public override long Position { get => stream.Position; set => stream.Position = value; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            int fits = (int)Math.Min(_room, buffer.Length);
            stream.Write(buffer[..fits]);
            _room -= fits;
            if (fits < buffer.Length)
                throw new IOException("No space left on device");
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => stream.Flush();

        public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

        public override void SetLength(long value) => stream.SetLength(value);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
