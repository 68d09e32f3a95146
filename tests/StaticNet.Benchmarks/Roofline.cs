using System.Globalization;
using StaticNet.Kernels;

namespace StaticNet.Benchmarks;

/// <summary>Each kernel at the sizes of the reference models, as a fraction of what the machine can do.</summary>
internal static unsafe class Roofline
{
    private static readonly List<AlignedBuffer> _kept = [];

    public static void Run(double seconds)
    {
        double peak = Machine.PeakOperations(seconds);
        string width = Simd.Is512 ? "512" : Simd.Is256 ? "256" : "128";
        Write($"FMA peak, {width} bit: {peak / 1e9:F1} GFLOP/s");
        double[] bandwidths = [.. new[] { 512 * 1024, 8 << 20, 256 << 20 }.Select(bytes => Machine.ReadBandwidth(bytes, seconds))];
        Write($"read bandwidth at 512 KB, 8 MB, 256 MB: {bandwidths[0] / 1e9:F1}, {bandwidths[1] / 1e9:F1}, {bandwidths[2] / 1e9:F1} GB/s");
        Write($"{"kernel",-52}{"time",10}{"GFLOP/s",10}{"of peak",9}{"GB/s",8}{"of 512 KB",11}");

        Dense<Fashion1>("784 to 256", [1, 32, 128, 256]);
        Dense<Fashion2>("256 to 128", [1, 32, 128, 256]);
        Dense<Fashion3>("128 to 10", [32, 128]);
        Dense<Tabular1>("10 to 128", [1, 32, 256]);
        Dense<Tabular2>("128 to 64", [1, 32, 256]);
        Dense<Tabular3>("64 to 1", [1, 32, 256]);
        Elementwise();
        Steps();

        void Row(string name, double operations, double bytes, Action action)
        {
            double rate = Measure.Rate(action, seconds);
            Write($"{name,-52}{1e6 / rate,7:F2} us{rate * operations / 1e9,10:F1}{rate * operations / peak,9:P0}{rate * bytes / 1e9,8:F1}{rate * bytes / bandwidths[0],11:P0}");
        }

        void Dense<TShape>(string size, int[] batches)
            where TShape : struct, IDenseShape
        {
            foreach (int rows in batches)
            {
                Pointer<float> x = Block(rows * TShape.InputStride), kernel = Block(TShape.Inputs * TShape.UnitStride), y = Block(rows * TShape.UnitStride);
                Pointer<float> bias = Block(TShape.UnitStride), transposed = Block(TShape.Units * TShape.InputStride), dx = Block(rows * TShape.InputStride);
                var gradients = new AlignedBuffer((TShape.Inputs + 1) * TShape.UnitStride);
                double operations = 2.0 * rows * TShape.Inputs * TShape.Units, weights = 4.0 * TShape.Inputs * TShape.UnitStride;
                Row($"forward {rows} x {size}", operations, weights, () => DenseKernels.Forward<TShape, ReLU>(x, kernel, bias, y, rows));
                if (rows == 1 || TShape.InputStride % 16 != 0)
                    continue;
                Row($"input gradient {rows} x {size}", operations, weights, () => DenseKernels.BackwardInput<TShape, ReLU>(y, transposed, x, dx, rows));
                Row($"kernel gradient {rows} x {size}", operations, weights, () => DenseKernels.UpdateKernel<TShape>(x, y, new GradientSink(gradients), 0, rows, 0, 1));
                var adam = new Adam();
                var parameters = new AlignedBuffer((TShape.Inputs + 1) * TShape.UnitStride);
                var scratch = new AlignedBuffer(DenseKernels.RowsInBlock * TShape.UnitStride);
                adam.Bind(parameters);
                adam.BeginStep();
                Row(
                    $"kernel gradient and Adam {rows} x {size}", operations, 6 * weights,
                    () => DenseKernels.UpdateKernel<TShape>(x, y, new GradientSink(adam, scratch, 0), 0, rows, 0, 1));
            }
        }

        void Elementwise()
        {
            const int Count = 8192;
            Pointer<float> x = Block(Count), y = Block(Count);
            Row("Sigmoid of 8,192", Count, 8.0 * Count, () => ActivationKernels.Forward<Sigmoid>(x, y, Count));
            Row("Tanh of 8,192", Count, 8.0 * Count, () => ActivationKernels.Forward<Tanh>(x, y, Count));
            Row("GELU of 8,192", Count, 8.0 * Count, () => ActivationKernels.Forward<GELU>(x, y, Count));
            Pointer<float> kernel = Block(256 * 128), transposed = Block(256 * 128);
            Row("transpose 256 x 128", 1, 8.0 * 256 * 128, () => DenseKernels.Transpose<Fashion2>(kernel, transposed, 0, 1));
            foreach (int length in new[] { 16 * 1024, 235_520, 4 << 20 })
            {
                Pointer<float> w = Block(length), g = Block(length), m = Block(length), v = Block(length);
                Row($"Adam of {length:N0}", 12.0 * length, 28.0 * length, () => OptimizerKernels.Adam(w, g, m, v, length, 1e-3f, 0.1f, 1e-3f, 1e-7f));
            }
        }

        void Steps()
        {
            foreach (int batch in new[] { 32, 128 })
            {
                foreach (int threads in new[] { 1, 2 })
                {
                    var model = new FashionMlp(1) { Threads = threads };
                    float[] inputs = new float[batch * 784];
                    Array.Fill(inputs, 0.1f);
                    var labels = new int[batch];
                    var adam = new Adam();
                    // The first layer has no input gradient.
                    double operations = batch * 2.0 * ((3 * 235_146) - (784 * 256));
                    Row($"fashion_mlp step, batch {batch}, {threads} thread{(threads == 1 ? "" : "s")}", operations, 0, () => model.TrainOnBatch(inputs, labels, adam));
                }
            }
        }
    }

    // Random numbers in memory that lives as long as the process.
    private static Pointer<float> Block(int count)
    {
        var buffer = new AlignedBuffer(count + 16);
        var random = new Random(1);
        foreach (ref float value in buffer.Span)
            value = random.NextSingle();
        _kept.Add(buffer);
        return new(buffer.Start);
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private readonly struct Fashion1 : IDenseShape
    {
        public static int Inputs => 784;

        public static int InputStride => 784;

        public static int Units => 256;

        public static int UnitStride => 256;
    }

    private readonly struct Fashion2 : IDenseShape
    {
        public static int Inputs => 256;

        public static int InputStride => 256;

        public static int Units => 128;

        public static int UnitStride => 128;
    }

    private readonly struct Fashion3 : IDenseShape
    {
        public static int Inputs => 128;

        public static int InputStride => 128;

        public static int Units => 10;

        public static int UnitStride => 16;
    }

    private readonly struct Tabular1 : IDenseShape
    {
        public static int Inputs => 10;

        public static int InputStride => 10;

        public static int Units => 128;

        public static int UnitStride => 128;
    }

    private readonly struct Tabular2 : IDenseShape
    {
        public static int Inputs => 128;

        public static int InputStride => 128;

        public static int Units => 64;

        public static int UnitStride => 64;
    }

    private readonly struct Tabular3 : IDenseShape
    {
        public static int Inputs => 64;

        public static int InputStride => 64;

        public static int Units => 1;

        public static int UnitStride => 16;
    }
}
