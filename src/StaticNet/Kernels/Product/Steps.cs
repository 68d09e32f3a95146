namespace StaticNet.Kernels;

/// <summary>
/// The columns of the left matrix and rows of the right one. They may come in runs, such as the pixels of a window's row, and runs in
/// bundles, with gaps on the left; on the right they follow each other.
/// </summary>
/// <param name="Bundles">Bundles of runs.</param>
/// <param name="Runs">Runs of steps.</param>
/// <param name="Length">Steps of a run.</param>
/// <param name="RunGap">From the end of a run to the next, in floats.</param>
/// <param name="BundleGap">From the end of a bundle, with that gap, to the next, in floats.</param>
internal readonly record struct Steps(int Bundles, int Runs, int Length, int RunGap, int BundleGap)
{
    /// <summary>A single run.</summary>
    public Steps(int length)
        : this(1, 1, length, 0, 0)
    {
    }
}
