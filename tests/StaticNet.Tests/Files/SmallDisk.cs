using System.ComponentModel;
using System.Diagnostics;

namespace StaticNet.Tests.Files;

/// <summary>A disk in memory that only one process sees, for which nobody need be the superuser.</summary>
internal static class SmallDisk
{
    /// <summary>What starts a process with mounts of its own.</summary>
    public const string Program = "unshare";

    /// <summary>What its shell says to make the disk in the folder that is its first argument.</summary>
    public const string Mount = "mount -t tmpfs -o size=1500k tmpfs \"$0\"";

    // In the first way everybody may who may be the superuser in a name space of users; where there are none, the superuser may in the second.
    private static readonly string[][] _ways = [["--map-root-user", "--mount"], ["--mount"]];

    /// <summary>The arguments with which such a process may make a disk here; null where none may.</summary>
    public static string[]? Found { get; } = OperatingSystem.IsLinux() ? Array.Find(_ways, Works) : null;

    private static bool Works(string[] arguments)
    {
        using var folder = new TemporaryFolder();
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(Program, [.. arguments, "/bin/sh", "-c", Mount, folder.Path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }
}
