using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Threads that work together on the same samples. Their caller takes the samples through the layers, and kernels that are worth it share out what
/// they compute: columns of a product, rows of an image. Each sum is one thread's, so that no bit depends on how many they are.
/// </summary>
/// <remarks>Small kernels have nothing of this: how much they multiply for a row is a constant, which the just-in-time compiler sees.</remarks>
internal static unsafe class Crew
{
    /// <summary>Multiplications for a row from which on a kernel may be worth sharing out.</summary>
    public const int LeastOfRow = 8 * 1024;

    /// <summary>Multiplications for all rows from which on it is: they take some ten times as long as handing them to threads that are awake.</summary>
    private const long Least = 96 * 1024;

    /// <summary>Columns of a dense layer from which on several threads find enough of them.</summary>
    private const int LeastColumns = 4 * Part.Columns;

    /// <summary>
    /// Samples up to which a crew shares out what each weight meets once in a sample. With samples of their own, threads would each read all weights, half
    /// of which another has changed or none has in its cache; the more samples there are, the less that matters.
    /// </summary>
    private const int MostSamples = 64;

    /// <summary>How many operations take as long as reading a weight that is not in the first cache.</summary>
    private const int OperationsOfWeight = 10;

    // Of a thread that has a crew, how many it is with; 0 of all others, those of the crew included.
    [ThreadStatic]
    private static int _threads;

    /// <summary>What reading weights adds to operations that are done on one sample or few. Each is read for two operations at least.</summary>
    public static double Reading(long weights, double operations) => OperationsOfWeight * Math.Min(weights, operations / 2);

    /// <summary>
    /// Whether each weight meets a sample once, in dense layers that threads can share out. What is left to them of a twentieth of the operations
    /// or less does not matter.
    /// </summary>
    public static bool IsDense(ModelInfo info)
        => info.Memory.Operations <= 2.1 * info.Parameters.Where(CanShare).Sum(parameter => (long)ModelInfo.SizeOf(parameter.Shape));

    private static bool CanShare(ParameterInfo parameter)
        => !parameter.IsTable && ModelInfo.SizeOf(parameter.Shape) >= LeastOfRow && parameter.Shape[^1] >= LeastColumns;

    /// <summary>Whether so many threads had better be a crew than have samples of their own.</summary>
    /// <param name="threads">The threads.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="isDense">As <see cref="IsDense"/> says.</param>
    public static bool Pays(int threads, int samples, bool isDense) => threads > 1 && samples < (isDense ? MostSamples : threads);

    /// <summary>Has so many threads work for the calling one, which says <see cref="Leave"/> afterwards; whether they are free.</summary>
    public static bool TryEnter(int threads)
    {
        if (!Workers.TryTake())
            return false;
        _threads = threads;
        return true;
    }

    /// <summary>Lets them go.</summary>
    public static void Leave()
    {
        _threads = 0;
        Workers.Release();
    }

    /// <summary>Whether the calling thread has a crew, and a kernel is worth sharing out.</summary>
    /// <param name="ofRow">The multiplications for a row: a constant.</param>
    /// <param name="rows">How many rows there are, of samples, pixels or what else meets its weights.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Shares(long ofRow, int rows) => ofRow >= LeastOfRow && _threads > 0 && ofRow * rows >= Least;

    /// <summary>Shares work out among the crew of the calling thread.</summary>
    public static void Run<TWork>(TWork work)
        where TWork : struct, IParts
    {
        Handed<TWork> handed = Handed<TWork>.One;
        handed.Work = Unsafe.AsPointer(ref work);

        // What the calling thread does itself is a part, which is not shared out once more.
        int threads = _threads;
        _threads = 0;
        try
        {
            Workers.Share(handed, threads);
        }
        finally
        {
            _threads = threads;
        }
    }

    // Work that lies on the stack of the one thread that has a crew.
    private sealed class Handed<TWork> : IParts
        where TWork : struct, IParts
    {
        public static readonly Handed<TWork> One = new();

        public void* Work { get; set; }

        public void Do(int part, int parts) => Unsafe.AsRef<TWork>(Work).Do(part, parts);
    }
}
