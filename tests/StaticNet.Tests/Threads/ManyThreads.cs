using System.Runtime.CompilerServices;

namespace StaticNet.Tests;

/// <summary>These tests use as many threads as they ask for, whatever the machine has.</summary>
internal static class ManyThreads
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Before any test asks for threads.")]
    internal static void Initialize() => Workers.Processors = 8;
}
