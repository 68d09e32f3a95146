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
        (string program, string[] arguments) = CommandLine(Forever, path);
        Process process = Start(program, arguments);
        Assert.Equal("saving", process.StandardOutput.ReadLine());
        return process;
    }

    /// <summary>Saves once under a shell that says first what else holds, and tells what came of it.</summary>
    public static string SaveOnce(string path, string first)
    {
        (string program, string[] arguments) = CommandLine(Once, path);
        return Shell($"{first} \"$0\" \"$@\"", [program, .. arguments]);
    }

    /// <summary>
    /// Saves once to a small disk of its own, on which a file lies already, and tells what came of it and, if that file is the same, the names
    /// of all files on the disk.
    /// </summary>
    public static string SaveOnFullDisk(string disk, string old)
    {
        const string Script = SmallDisk.Mount + " || exit 3; cp \"$1\" \"$0/w\"; old=$1; disk=$0; shift; \"$@\"; cmp \"$old\" \"$disk/w\" && ls \"$disk\"";
        (string program, string[] arguments) = CommandLine(Once, Path.Combine(disk, "w"));
        using Process process = Start(SmallDisk.Program, [.. SmallDisk.Found!, "/bin/sh", "-c", Script, disk, old, program, .. arguments]);
        string said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return said;
    }

    private static (string Program, string[] Arguments) CommandLine(string what, string path)
    {
        string host = Environment.ProcessPath is string self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
        return (host, [typeof(SavingProcess).Assembly.Location, Command, what, path]);
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };

        // What the run time keeps code in otherwise is a file as well, to which limits apply.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    private static string Shell(string script, string[] arguments)
    {
        using Process process = Start("/bin/sh", ["-c", script, .. arguments]);
        string last = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return last.Length > 0 ? last : string.Create(CultureInfo.InvariantCulture, $"exit code {process.ExitCode}");
    }
}
