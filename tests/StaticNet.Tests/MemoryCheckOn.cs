using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet.Tests;

/// <summary>All models of these tests have guards around their memory.</summary>
internal static class MemoryCheckOn
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Before any test makes a model.")]
    internal static void Initialize() => MemoryCheck.IsOn = true;
}
