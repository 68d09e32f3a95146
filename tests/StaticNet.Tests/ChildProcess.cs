using System.Diagnostics;

namespace StaticNet.Tests;

/// <summary>This assembly as a process of its own, whose first argument says what it is to do.</summary>
internal static class ChildProcess
{
    /// <summary>Starts it; what it prints can be read.</summary>
    public static Process Start(params string[] arguments) => StartUnder(null, arguments);

    /// <summary>Starts it with a variable of its environment set: <c>DOTNET_EnableAVX2=0</c>.</summary>
    public static Process StartUnder(string? setting, params string[] arguments)
    {
        (string program, string[] all) = CommandLine(arguments);
        return StartProgram(program, all, setting);
    }

    /// <summary>How it is started by hand.</summary>
    public static (string Program, string[] Arguments) CommandLine(params string[] arguments)
    {
        string host = Environment.ProcessPath is string self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
        return (host, [typeof(ChildProcess).Assembly.Location, .. arguments]);
    }

    /// <summary>Starts another program under the same conditions.</summary>
    public static Process StartProgram(string program, string[] arguments, string? setting = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };

        // What the run time keeps code in otherwise is a file as well, to which limits apply.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        if (setting?.Split('=') is [var name, var value])
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
