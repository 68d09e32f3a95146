using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>An attention whose sizes and options change, which constants do not: one compiled kernel serves a whole sweep.</summary>
internal readonly struct SweptAttention : IAttentionShape
{
    private static readonly (int Heads, int KeyDim, int ValueDim)[] _heads = [(1, 1, 1), (2, 3, 5), (1, 20, 7), (3, 16, 16), (2, 17, 32)];
    private static readonly (int Queries, int Keys)[] _steps = [(1, 1), (2, 7), (7, 2), (17, 17), (61, 50)];

    public static int Queries { get; set; }

    public static int Keys { get; set; }

    public static int Heads { get; set; }

    public static int KeyDim { get; set; }

    public static int KeyStride => Images.Padded(KeyDim);

    public static int ValueDim { get; set; }

    public static int ValueStride => Images.Padded(ValueDim);

    public static int OutputStride => Images.Padded(Heads * ValueDim);

    public static float Scale => 0.4f;

    public static bool IsAdditive { get; private set; }

    public static bool LearnsScale { get; private set; }

    public static bool LearnsWeights { get; private set; }

    public static bool SharesWeight { get; private set; }

    public static bool IsCausal { get; set; }

    public static bool HasMask { get; set; }

    public static bool ZeroesMasked { get; set; }

    public static (bool Query, bool Key, bool Value) Masks { get; private set; }

    /// <summary>All ways to make scores of which something is learned, or that are sums; afterwards scores are plain products again.</summary>
    public static void ForEachScore(Action check)
    {
        foreach ((bool, bool, bool, bool) options in new[]
        {
            (false, true, false, false), (true, false, false, false), (true, false, true, false), (true, false, true, true), (true, true, true, true), (true, true, false, false),
        })
        {
            (IsAdditive, LearnsScale, LearnsWeights, SharesWeight) = options;
            check();
        }

        (IsAdditive, LearnsScale, LearnsWeights, SharesWeight) = (false, false, false, false);
    }

    /// <summary>Checks at every size, with every option at some of them.</summary>
    public static void ForEach(Action<Random> check)
    {
        int number = 0;
        foreach ((int Heads, int KeyDim, int ValueDim) heads in _heads)
        {
            foreach ((int Queries, int Keys) steps in _steps)
            {
                ((Heads, KeyDim, ValueDim), (Queries, Keys)) = (heads, steps);
                for (int option = 0; option < 4; option++, number++)
                {
                    IsCausal = option % 2 == 1;
                    Masks = option < 2 ? default : (number % 3 != 0, number % 4 != 0, number % 5 > 2);
                    HasMask = Masks != default;
                    ZeroesMasked = number % 7 > 3;
                    check(new Random(number));
                }
            }
        }
    }
}
