using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>How the just-in-time compiler is to treat the methods that do the work.</summary>
internal static class Compiled
{
    /// <summary>
    /// Fully optimised at once, and never inlined into its caller. The compiler inlines only so many calls in a method; where a kernel became
    /// part of a method above, single instructions of the kernel were left as calls.
    /// </summary>
    public const MethodImplOptions Alone = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
