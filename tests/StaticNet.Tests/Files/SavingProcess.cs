using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Tests.Files;

/// <summary>This assembly as a process of its own that saves a model: without end, or once.</summary>
internal static class SavingProcess
{
    /// <summary>The first argument of a process that is to do this and not to run tests.</summary>
    public const string Command = "save";

    private const string Forever = "forever";
    private const string Once = "once";

    /// <summary>What the process does. One that saves once prints the type of what was thrown, or "saved".</summary>
    public static int Run(string[] arguments)
    {
        string path = arguments[1];
        if (arguments[0] == Once)
        {
            try
            {
                Model(2).Save(path);
                Console.WriteLine("saved");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Console.WriteLine(error.GetType().Name);
            }

            return 0;
        }

        Model[] models = [Model(1), Model(2)];
        for (int i = 0; ; i++)
        {
            models[i % 2].Save(path);
            if (i == 0)
                Console.WriteLine("saving");
        }
    }

    /// <summary>What is saved: a megabyte, drawn from 1 or 2.</summary>
    public static Initializers Model(int seed) => new(seed);

    /// <summary>Starts to save without end, and returns when the first file is there.</summary>
    public static Process SaveForever(string path)
    {
        Process process = ChildProcess.Start(Command, Forever, path);
        Assert.Equal("saving", process.StandardOutput.ReadLine());
        return process;
    }

    /// <summary>Saves once under a shell that says first what else holds, and tells what came of it.</summary>
    public static string SaveOnce(string path, string first)
    {
        (string program, string[] arguments) = ChildProcess.CommandLine(Command, Once, path);
        return Shell($"{first} \"$0\" \"$@\"", [program, .. arguments]);
    }

    /// <summary>
    /// Saves once to a small disk of its own, on which a file lies already, and tells what came of it and, if that file is the same, the names
    /// of all files on the disk.
    /// </summary>
    public static string SaveOnFullDisk(string disk, string old)
    {
        const string Script = SmallDisk.Mount + " || exit 3; cp \"$1\" \"$0/w\"; old=$1; disk=$0; shift; \"$@\"; cmp \"$old\" \"$disk/w\" && ls \"$disk\"";
        (string program, string[] arguments) = ChildProcess.CommandLine(Command, Once, Path.Combine(disk, "w"));
        using Process process = ChildProcess.StartProgram(SmallDisk.Program, [.. SmallDisk.Found!, "/bin/sh", "-c", Script, disk, old, program, .. arguments]);
        string said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return said;
    }

    private static string Shell(string script, string[] arguments)
    {
        using Process process = ChildProcess.StartProgram("/bin/sh", ["-c", script, .. arguments]);
        string last = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return last.Length > 0 ? last : string.Create(CultureInfo.InvariantCulture, $"exit code {process.ExitCode}");
    }
}
