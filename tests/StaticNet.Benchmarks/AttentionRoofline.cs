using System.Globalization;
using StaticNet.Kernels;

namespace StaticNet.Benchmarks;

/// <summary>The kernels of transformers at the sizes of <c>imdb_transformer</c> and <c>char_gpt</c>, in the rows of <see cref="Roofline"/>.</summary>
internal static unsafe class AttentionRoofline
{
    private const int Batch = 32;

    /// <summary>Memory of so many random numbers.</summary>
    public delegate float* Block(int count);

    /// <summary>The same as a buffer.</summary>
    public delegate AlignedBuffer Kept(int count);

    /// <summary>Measures them.</summary>
    /// <param name="row">Measures and writes a row: the name, operations, bytes and what is measured.</param>
    /// <param name="block">Where memory comes from.</param>
    /// <param name="kept">Where it comes from as a buffer.</param>
    public static void Run(Action<string, double, double, Action> row, Block block, Kept kept)
    {
        Rows<Words>("200 words, 32 to 64", 200);
        Rows<Within>("64 characters, 128 to 128", 64);
        Rows<Up>("64 characters, 128 to 512", 64);
        Rows<Down>("64 characters, 512 to 128", 64);
        Attend<WordHeads>("200 words, 2 heads of 32");
        Attend<CharacterHeads>("64 characters, 4 heads of 32, causal");
        int sums = Batch * 64 * 512;
        float* x = block(sums), y = block(sums), dy = block(sums);
        row(Name($"GELU, {Batch} x 64 characters, 512"), sums, 8.0 * sums, () => ActivationKernels.Forward<GELU>(x, y, sums));
        row(Name($"GELU, backward, {Batch} x 64 characters, 512"), sums, 12.0 * sums, () => ActivationKernels.Backward<GELU, Linear>(dy, x, x, y, sums));

        void Rows<TShape>(string size, int steps)
            where TShape : struct, IDenseShape
        {
            int rows = Batch * steps, weights = (TShape.Inputs + 1) * TShape.UnitStride;
            float* x = block(rows * TShape.InputStride), kernel = block(weights), bias = block(TShape.UnitStride), y = block(rows * TShape.UnitStride);
            float* transposed = block(TShape.Units * TShape.InputStride), dx = block(rows * TShape.InputStride);
            int room = Math.Max(weights, 1 << 16);
            var sink = new GradientSink(kept(weights), kept(room), room);
            double operations = 2.0 * rows * TShape.Inputs * TShape.Units, bytes = 4.0 * rows * (TShape.InputStride + TShape.UnitStride);
            row(Name($"forward {Batch} x {size}"), operations, bytes, () => DenseKernels.Forward<TShape, Linear>(x, kernel, bias, y, rows));
            row(Name($"input gradient {Batch} x {size}"), operations, bytes, () => DenseKernels.BackwardInput<TShape, Linear>(y, transposed, x, dx, rows));
            row(Name($"kernel gradient {Batch} x {size}"), operations, bytes, () => DenseKernels.UpdateKernel<TShape>(x, y, sink, 0, rows, 0, 1));
            row(Name($"bias gradient {Batch} x {size}"), rows * TShape.Units, bytes, () => DenseKernels.UpdateBias<TShape>(y, sink, 0, rows, 0, 1));
        }

        void Attend<TShape>(string size)
            where TShape : struct, IAttentionShape
        {
            int all = Batch * TShape.Queries * TShape.Heads * TShape.KeyStride;
            float* query = block(all), key = block(all), value = block(all), y = block(all), dy = block(all);
            float* scratch = block(4 * 1024 * 1024), saved = block(Batch * ((2 * TShape.Queries * TShape.Heads) + 16));
            var inputs = new AttentionInputs { Query = query, Key = key, Value = value };
            var gradients = new AttentionGradients { Query = block(all), Key = block(all), Value = block(all) };
            double products = (TShape.IsCausal ? 1.0 : 2.0) * Batch * TShape.Heads * TShape.Queries * TShape.Keys * TShape.KeyDim;
            row(Name($"attention, {Batch} x {size}"), 2 * products, 16.0 * all, () => AttentionKernels.Forward<TShape>(inputs, default, saved, scratch, y, Batch));
            row(
                Name($"attention, backward, {Batch} x {size}"), 5 * products, 32.0 * all,
                () => AttentionKernels.Backward<TShape>(inputs, default, saved, scratch, y, dy, gradients, Batch));
        }
    }

    private static string Name(FormattableString name) => name.ToString(CultureInfo.InvariantCulture);

    private readonly struct Words : IDenseShape
    {
        public static int Inputs => 32;

        public static int InputStride => 32;

        public static int Units => 64;

        public static int UnitStride => 64;
    }

    private readonly struct Within : IDenseShape
    {
        public static int Inputs => 128;

        public static int InputStride => 128;

        public static int Units => 128;

        public static int UnitStride => 128;
    }

    private readonly struct Up : IDenseShape
    {
        public static int Inputs => 128;

        public static int InputStride => 128;

        public static int Units => 512;

        public static int UnitStride => 512;
    }

    private readonly struct Down : IDenseShape
    {
        public static int Inputs => 512;

        public static int InputStride => 512;

        public static int Units => 128;

        public static int UnitStride => 128;
    }

    private readonly struct WordHeads : IAttentionShape
    {
        public static int Queries => 200;

        public static int Keys => 200;

        public static int Heads => 2;

        public static int KeyDim => 32;

        public static int KeyStride => 32;

        public static int ValueDim => 32;

        public static int ValueStride => 32;

        public static int OutputStride => 64;

        public static float Scale => 0.17677669f;

        public static bool IsCausal => false;

        public static bool HasMask => false;

        public static bool ZeroesMasked => false;
    }

    private readonly struct CharacterHeads : IAttentionShape
    {
        public static int Queries => 64;

        public static int Keys => 64;

        public static int Heads => 4;

        public static int KeyDim => 32;

        public static int KeyStride => 32;

        public static int ValueDim => 32;

        public static int ValueStride => 32;

        public static int OutputStride => 128;

        public static float Scale => 0.17677669f;

        public static bool IsCausal => true;

        public static bool HasMask => false;

        public static bool ZeroesMasked => false;
    }
}
