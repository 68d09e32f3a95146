using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>How the just-in-time compiler is to treat the methods that do the work.</summary>
internal static class Compiled
{
    /// <summary>
    /// To the end at once, and never as a part of its caller. It sees through so many calls in a method and no more; where a kernel became part of a
    /// method above, single instructions of the kernel were left as calls.
    /// </summary>
    public const MethodImplOptions Alone = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
