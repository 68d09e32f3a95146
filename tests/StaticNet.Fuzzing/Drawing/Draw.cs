namespace StaticNet.Fuzzing;

/// <summary>What random numbers decide.</summary>
internal static class Draw
{
    private static readonly int[] _edges = [1, 2, 3, 4, 7, 8, 9, 12, 13, 15, 16, 17, 23, 24, 25, 31, 32, 33, 47, 48, 49, 63, 64, 65];
    private static readonly int[] _large = [80, 96, 100, 127, 128, 129, 192, 200, 255, 256, 257, 300, 384, 512, 513, 600, 1000, 1024, 2000, 2049];

    private static readonly Activation[] _activations =
    [
        Activation.Linear, Activation.Linear, Activation.ReLU, Activation.ReLU, Activation.LeakyReLU, Activation.ELU, Activation.SELU, Activation.GELU,
        Activation.SiLU, Activation.Softplus, Activation.Sigmoid, Activation.Tanh, Activation.Softmax,
        Activation.ReLU6, Activation.HardSigmoid, Activation.HardSiLU, Activation.Mish, Activation.Softsign,
        Activation.LogSoftmax,
    ];

    public static bool Chance(this Random random, double chance) => random.NextDouble() < chance;

    public static TItem One<TItem>(this Random random, params TItem[] items) => items[random.Next(items.Length)];

    /// <summary>A number of units or channels: around the edges of vectors and tiles, now and then far beyond the cache.</summary>
    public static int Width(this Random random, bool isLarge)
        => isLarge && random.Chance(0.5) ? random.One(_large) : random.Chance(0.15) ? random.Next(1, 70) : random.One(_edges);

    /// <summary>An activation that fits rows of this width.</summary>
    public static Activation Form(this Random random, int width)
    {
        Activation activation = random.One(_activations);
        return activation is Activation.Softmax or Activation.LogSoftmax && width == 1 ? Activation.Tanh : activation;
    }

    /// <summary>An activation that a recurrence can take for its state.</summary>
    public static Activation StateForm(this Random random)
        => random.Chance(0.7) ? Activation.Tanh : random.One(
            Activation.Tanh, Activation.Sigmoid, Activation.ELU, Activation.Softplus, Activation.ReLU, Activation.Softsign, Activation.ReLU6);

    /// <summary>One for its gates: of unbounded ones the state would grow from step to step.</summary>
    public static Activation GateForm(this Random random) => random.Chance(0.7) ? Activation.Sigmoid : random.One(Activation.Tanh, Activation.HardSigmoid);
}
