using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Threads that work together on the same samples. The calling thread takes the samples through the layers, and kernels that are large enough share
/// out what they compute: columns of a product, rows of an image. Each sum is computed by one thread, so that no bit depends on how many there are.
/// </summary>
/// <remarks>
/// Small kernels have no code for this: how much they multiply for a row is a constant, by which the just-in-time compiler drops it.
/// </remarks>
internal static unsafe class Crew
{
    /// <summary>Multiplications for a row from which on a kernel may be worth sharing out.</summary>
    public const int MinPerRow = 8 * 1024;

    /// <summary>
    /// Multiplications for all rows from which on it is worth it: they take some ten times as long as handing them to threads that are awake.
    /// </summary>
    private const long MinOperations = 96 * 1024;

    /// <summary>Columns of a dense layer from which on several threads find enough of them.</summary>
    private const int MinColumns = 4 * Part.Columns;

    /// <summary>
    /// Samples up to which a crew shares out layers in which each weight is multiplied once in a sample. With samples of their own, threads
    /// would each read all weights, half of which another has changed or none has in its cache; the more samples there are, the less that
    /// matters.
    /// </summary>
    private const int MaxSamples = 64;

    /// <summary>How many operations take as long as reading a weight that is not in the first cache.</summary>
    private const int OperationsPerRead = 10;

    // On a thread that has a crew, how many threads that is with its own; 0 on all others, those of the crew included.
    [ThreadStatic]
    private static int _threads;

    /// <summary>
    /// What reading weights costs, in operations, where they are used for one sample or few. Each is read for two operations at least.
    /// </summary>
    public static double ReadCost(long weights, double operations) => OperationsPerRead * Math.Min(weights, operations / 2);

    /// <summary>
    /// Whether each weight is multiplied once in a sample, in dense layers that threads can share out. Layers of another kind with a twentieth of the
    /// operations or less do not matter.
    /// </summary>
    public static bool IsDense(ModelInfo info)
        => info.Memory.Operations <= 2.1 * info.Parameters.Where(CanShare).Sum(parameter => (long)ModelInfo.SizeOf(parameter.Shape));

    private static bool CanShare(ParameterInfo parameter)
        => !parameter.IsTable && ModelInfo.SizeOf(parameter.Shape) >= MinPerRow && parameter.Shape[^1] >= MinColumns;

    /// <summary>Whether so many threads are faster as a crew than with samples of their own.</summary>
    /// <param name="threads">The threads.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="isDense">As <see cref="IsDense"/> says.</param>
    public static bool IsWorthwhile(int threads, int samples, bool isDense) => threads > 1 && samples < (isDense ? MaxSamples : threads);

    /// <summary>Makes so many threads the crew of the calling one, which calls <see cref="Leave"/> afterwards; whether they are free.</summary>
    public static bool TryEnter(int threads)
    {
        if (!Workers.TryTake())
            return false;
        _threads = threads;
        return true;
    }

    /// <summary>Dismisses the crew.</summary>
    public static void Leave()
    {
        _threads = 0;
        Workers.Release();
    }

    /// <summary>Whether the calling thread has a crew, and a kernel is worth sharing out.</summary>
    /// <param name="perRow">The multiplications for a row: a constant.</param>
    /// <param name="rows">How many rows there are: samples, pixels or what else its weights are multiplied with.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWorthSharing(long perRow, int rows) => perRow >= MinPerRow && _threads > 0 && perRow * rows >= MinOperations;

    /// <summary>Shares work out among the crew of the calling thread.</summary>
    public static void Run<TWork>(TWork work)
        where TWork : struct, IParts
    {
        WorkOnStack<TWork> onStack = WorkOnStack<TWork>.Instance;
        onStack.Work = Unsafe.AsPointer(ref work);

        // What the calling thread does is a part, which is not shared out once more.
        int threads = _threads;
        _threads = 0;
        try
        {
            Workers.Share(onStack, threads);
        }
        finally
        {
            _threads = threads;
        }
    }

    // Work that lies on the stack of the one thread that has a crew.
    private sealed class WorkOnStack<TWork> : IParts
        where TWork : struct, IParts
    {
        public static readonly WorkOnStack<TWork> Instance = new();

        public void* Work { get; set; }

        public void Do(int part, int parts) => Unsafe.AsRef<TWork>(Work).Do(part, parts);
    }
}
