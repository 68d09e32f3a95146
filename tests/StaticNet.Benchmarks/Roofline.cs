using System.Globalization;
using System.Runtime.InteropServices;
using StaticNet.Kernels;

namespace StaticNet.Benchmarks;

/// <summary>Each kernel at the sizes of the reference models, as a fraction of what the machine can do.</summary>
internal static unsafe partial class Roofline
{
    private static readonly List<AlignedBuffer> _kept = [];

    public static void Run(double seconds, string filter)
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
        Dense<Square512>("512 to 512", [1, 32, 256]);
        Dense<Square1024>("1,024 to 1,024", [1, 32, 256]);
        Dense<Square2048>("2,048 to 2,048", [1, 32, 256]);
        Dense<Tabular1>("10 to 128", [1, 32, 256]);
        Dense<Tabular2>("128 to 64", [1, 32, 256]);
        Dense<Tabular3>("64 to 1", [1, 32, 256]);
        Convolution<Mnist1>("28x28x1, 3x3, to 32", 32);
        Convolution<Mnist2>("13x13x32, 3x3, to 64", 32);
        Residual<Image28>("28x28x16");
        Residual<Image14>("14x14x32");
        Residual<Image7>("7x7x64");
        Convolution<SameConvolution<Ladder28x64>>("28x28x64, 3x3, to 64", 8, isPooled: false);
        Convolution<SameConvolution<Ladder28x256>>("28x28x256, 3x3, to 256", 8, isPooled: false);
        Convolution<SameConvolution<Ladder32x64>>("32x32x64, 3x3, to 64", 32, isPooled: false);
        Convolution<SameConvolution<Ladder16x128>>("16x16x128, 3x3, to 128", 32, isPooled: false);
        Embedding();
        Recurrence<ImdbRecurrence>();
        Recurrence<LadderRecurrence<Units64>>();
        Recurrence<LadderRecurrence<Units128>>();
        Recurrence<LadderRecurrence<Units256>>();
        Recurrence<LadderRecurrence<Units512>>();
        AttentionRoofline.Run(Row, Block, Kept);
        Elementwise();
        Steps();

        void Row(string name, double operations, double bytes, Action action)
        {
            if (!name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                return;
            double rate = Measure.Rate(action, seconds);
            Write($"{name,-52}{1e6 / rate,7:F2} us{rate * operations / 1e9,10:F1}{rate * operations / peak,9:P0}{rate * bytes / 1e9,8:F1}{rate * bytes / bandwidths[0],11:P0}");
        }

        void Dense<TShape>(string size, int[] batches)
            where TShape : struct, IDenseShape
        {
            foreach (int rows in batches)
            {
                float* x = Block(rows * TShape.InputStride), kernel = Block(TShape.Inputs * TShape.UnitStride), y = Block(rows * TShape.UnitStride);
                float* bias = Block(TShape.UnitStride), transposed = Block(TShape.Units * TShape.InputStride), dx = Block(rows * TShape.InputStride);
                AlignedBuffer gradients = Kept((TShape.Inputs + 1) * TShape.UnitStride);
                AlignedBuffer scratch = Kept((int)DenseSizes.Block(TShape.Inputs, TShape.InputStride, TShape.Units, TShape.UnitStride));
                double operations = 2.0 * rows * TShape.Inputs * TShape.Units, weights = 4.0 * TShape.Inputs * TShape.UnitStride;
                Row($"forward {rows} x {size}", operations, weights, () => DenseKernels.Forward<TShape, ReLU>(x, kernel, bias, y, rows));
                if (rows == 1 || TShape.InputStride % 16 != 0)
                    continue;
                Row($"input gradient {rows} x {size}", operations, weights, () => DenseKernels.BackwardInput<TShape, ReLU>(y, transposed, x, dx, rows));
                Row($"kernel gradient {rows} x {size}", operations, weights, () => DenseKernels.UpdateKernel<TShape>(x, y, new GradientSink(gradients, scratch, 0), 0, rows, 0, 1));
                var adam = new Adam();
                AlignedBuffer parameters = Kept((TShape.Inputs + 1) * TShape.UnitStride);
                adam.Bind(parameters, []);
                adam.BeginStep();
                Row(
                    $"kernel gradient and Adam {rows} x {size}", operations, 6 * weights,
                    () => DenseKernels.UpdateKernel<TShape>(x, y, new GradientSink(adam, scratch, 0), 0, rows, 0, 1));
            }
        }

        // Plain, pooled and by minimal filtering. The operations are always those of the plain convolution.
        void Convolution<TShape>(string size, int batch, bool isPooled = true)
            where TShape : struct, IConvolutionShape
        {
            int pixels = TShape.OutputHeight * TShape.OutputWidth, inputs = TShape.ImageHeight * TShape.ImageWidth * TShape.InputStride;
            int window = TShape.KernelHeight * TShape.KernelWidth, weights = window * TShape.Channels * TShape.OutputStride;
            double operations = 2.0 * batch * pixels * window * TShape.Channels * TShape.Filters, bytes = 4.0 * batch * (inputs + (pixels * TShape.OutputStride));
            float* x = Block(batch * inputs), kernel = Block(weights), bias = Block(TShape.OutputStride), y = Block(batch * pixels * TShape.OutputStride);
            float* flipped = Block(2 * 16 * TShape.InputStride * TShape.OutputStride), scratch = Block(16 * 48 * (TShape.OutputStride + 32)), dx = Block(batch * inputs);
            int paddedHeight = ConvolutionSizes.PaddedGradient(TShape.InputHeight, TShape.PaddingTop, TShape.KernelHeight, TShape.StrideHeight, TShape.DilationHeight);
            int paddedWidth = ConvolutionSizes.PaddedGradient(TShape.InputWidth, TShape.PaddingLeft, TShape.KernelWidth, TShape.StrideWidth, TShape.DilationWidth);
            float* padded = Block(paddedHeight * paddedWidth * TShape.OutputStride);
            byte* choices = (byte*)Block(batch * pixels * TShape.OutputStride / 4);
            int room = (2 * 64 * window * TShape.InputStride) + (16 * pixels) + weights;
            var sink = new GradientSink(Kept(weights), Kept(room), room);
            string name = $"{batch} of {size}";
            Row($"convolution {name}", operations, bytes, () => ConvolutionKernels.Forward<TShape, ReLU>(x, kernel, bias, y, batch));
            Row($"kernel gradient {name}", operations, bytes, () => ConvolutionKernels.UpdateKernel<TShape>(x, y, sink, 0, batch, 0, 1));
            if (isPooled)
            {
                // The way back goes by choices of the way there, whichever rows are asked for.
                PooledConvolutionKernels.Forward<TShape, ReLU>(x, kernel, bias, y, choices, batch);
                Row($"convolution and pooling {name}", operations, bytes, () => PooledConvolutionKernels.Forward<TShape, ReLU>(x, kernel, bias, y, choices, batch));
                Row($"kernel gradient through pooling {name}", operations, bytes, () => PooledConvolutionKernels.UpdateKernel<TShape>(x, y, choices, sink, 0, batch, 0, 1));
            }

            if (TShape.InputStride % 16 != 0)
                return;
            Row($"input gradient {name}", operations, bytes, () => ConvolutionKernels.BackwardInput<TShape, ReLU>(y, padded, flipped, x, dx, batch));
            Row($"minimal filtering {name}", operations, bytes, () => WinogradKernels.Forward<TShape, ReLU>(x, flipped, bias, scratch, y, batch));
            if (isPooled)
            {
                Row($"input gradient through pooling {name}", operations, bytes, () => PooledConvolutionKernels.BackwardInput<TShape, ReLU>(y, choices, padded, flipped, x, dx, batch));
                Row($"minimal filtering and pooling {name}", operations, bytes, () => WinogradKernels.Pool<TShape, ReLU>(x, flipped, bias, scratch, y, choices, batch));
            }

            Row($"minimal filtering, input gradient {name}", operations, bytes, () => WinogradKernels.BackwardInput<TShape, ReLU>(y, padded, flipped, scratch, x, dx, batch));
            Row($"transform of its kernel {size}", 1, bytes / batch, () => WinogradKernels.Transform<TShape>(kernel, flipped, 0, 1));
        }

        // Of fashion_resnet: what a block does with 32 images of one size.
        void Residual<TImage>(string size)
            where TImage : struct, IImage
        {
            const int Batch = 32;
            Convolution<SameConvolution<TImage>>($"{size}, 3x3, to {TImage.Width}", Batch, isPooled: false);
            int row = TImage.Width, count = Batch * TImage.Side * TImage.Side * row;
            float* x = Block(count), y = Block(count), dz = Block(count), weights = Block(10 * row), partials = Block(Batch * 2 * row);
            float* statistics = weights + (2 * row), sums = weights + (5 * row);
            string name = $"of {Batch} x {size}";
            Row($"normalisation {name}: moments", 4.0 * count, 8.0 * count, () => BatchNormalizationKernels.Measure<Normalization<TImage>>(x, partials, Batch));
            Row($"normalisation {name}", 3.0 * count, 8.0 * count, () => BatchNormalizationKernels.Normalize<Normalization<TImage>, ReLU>(x, weights, weights + row, statistics, y, Batch));
            Row($"normalisation {name}: sums of gradients", 4.0 * count, 8.0 * count, () => BatchNormalizationKernels.MeasureGradient<Normalization<TImage>>(dz, x, statistics, partials, Batch));
            Row($"normalisation {name}: gradient", 4.0 * count, 12.0 * count, () => BatchNormalizationKernels.Backward<Normalization<TImage>, Linear>(dz, x, statistics, sums, y, Batch));
            Row($"sum and ReLU {name}", 2.0 * count, 12.0 * count, () => PairKernels.Forward<Pair<TImage>, PairSum, ReLU>(x, y, dz, Batch));
        }

        // Of imdb_gap: a batch of 32 reviews of 200 tokens, each as frequent as words are.
        void Embedding()
        {
            const int Batch = 32, Places = 200, Vocabulary = 10_000, Stride = 32;
            var random = new Random(1);
            int[] tokens = GC.AllocateArray<int>(Batch * Places, pinned: true);
            for (int i = 0; i < tokens.Length; i++)
                tokens[i] = (int)Math.Pow(Vocabulary, random.NextDouble());
            int* words = (int*)Marshal.UnsafeAddrOfPinnedArrayElement(tokens, 0);
            float* y = Block(Batch * Places * Stride), dy = Block(Batch * Stride);
            AlignedBuffer table = Kept(Vocabulary * Stride);
            double read = 4.0 * Batch * Places * Stride;
            Row("embedding of 32 x 200 tokens", 1, 2 * read, () => EmbeddingKernels.Forward<ImdbEmbedding>(words, table.Start, y, Batch));
            Row("embedding and average of 32 x 200 tokens", Batch * Places * Stride, read, () => EmbeddingKernels.Average<ImdbEmbedding>(words, table.Start, dy, Batch));
            var adam = new Adam();
            adam.Bind(table, [new ParameterInfo("table", [Vocabulary, Stride], 0, Stride, Initializer.Zeros, 0, 0, IsTable: true)]);
            var tableRows = new TableRows(0, Vocabulary, 1, tokens.Length);
            AlignedBuffer scratch = Kept(16 * Stride);
            int distinct = tokens.Distinct().Count();
            Row($"embedding: update of its {distinct:N0} rows", distinct * Stride * 12.0, 2 * 28.0 * distinct * Stride, () =>
            {
                tableRows.Begin(adam, tokens.Length, 1);
                EmbeddingKernels.FindRows(words, tableRows, 0);
                adam.BeginStep();
                EmbeddingKernels.Update<ImdbEmbedding>(dy, tableRows, new GradientSink(adam, scratch, 0), 0, 0, 1);
                adam.EndStep();
            });
        }

        // Of imdb_lstm: 32 reviews of 100 steps; and of the ladder.
        void Recurrence<TShape>()
            where TShape : struct, IRecurrentShape
        {
            const int Batch = 32;
            int gates = 4 * TShape.UnitStride, steps = Batch * TShape.Steps;
            float* x = Block(steps * TShape.InputStride), y = Block(Batch * TShape.UnitStride), dx = Block(steps * TShape.InputStride);
            float* savedGates = Block(steps * gates), states = Block(steps * TShape.UnitStride), carries = Block(steps * TShape.UnitStride);
            float* transposed = Block(gates * TShape.UnitStride), transposedKernel = Block(gates * TShape.InputStride);
            float* scratch = Block((int)RecurrentSizes.Scratch(4, TShape.UnitStride));
            var weights = new RecurrentWeights { Kernel = Block(TShape.InputStride * gates), Recurrent = Block(TShape.UnitStride * gates), Bias = Block(gates) };
            var saved = new RecurrentSaved { Gates = savedGates, States = states, Carries = carries };
            double byInput = 2.0 * steps * TShape.Inputs * gates, byState = 2.0 * steps * TShape.Units * gates, bytes = 4.0 * steps * TShape.UnitStride;
            string name = $"{TShape.Steps} x {TShape.Inputs} to {TShape.Units}";
            foreach (int rows in new[] { 1, Batch })
            {
                Row($"LSTM {rows} x {name}, prediction", (byInput + byState) * rows / Batch, bytes * rows / Batch,
                    () => RecurrentKernels.Infer<TShape, LSTMCell<Tanh, Sigmoid>>(x, weights, default, scratch, y, rows));
            }

            Row($"LSTM {Batch} x {name}, forward", byInput + byState, 8 * bytes,
                () => RecurrentKernels.Forward<TShape, LSTMCell<Tanh, Sigmoid>>(x, weights, default, saved, scratch, y, Batch));
            Row($"LSTM {Batch} x {name}, backward", byState, 8 * bytes,
                () => RecurrentKernels.Backward<TShape, LSTMCell<Tanh, Sigmoid>>(y, transposed, default, saved, scratch, Batch));
            Row($"LSTM {Batch} x {name}, input gradient", byInput, 5 * bytes,
                () => RecurrentKernels.BackwardInput<TShape, LSTMCell<Tanh, Sigmoid>, Linear>(savedGates, transposedKernel, x, dx, Batch));
            int room = (int)RecurrentSizes.Block(4, 4, TShape.Units, TShape.UnitStride);
            var sink = new GradientSink(Kept(TShape.UnitStride * gates), Kept(room), room);
            Row($"LSTM {Batch} x {name}, kernel gradient", byInput, 5 * bytes,
                () => RecurrentKernels.UpdateKernel<TShape, LSTMCell<Tanh, Sigmoid>>(x, savedGates, sink, 0, Batch, 0, 1));
            Row($"LSTM {Batch} x {name}, recurrent kernel's", byState, 5 * bytes,
                () => RecurrentKernels.UpdateRecurrent<TShape, LSTMCell<Tanh, Sigmoid>>(states, savedGates, sink, 0, Batch, 0, 1));
        }

        void Elementwise()
        {
            const int Count = 8192;
            float* x = Block(Count), y = Block(Count);
            Row("Sigmoid of 8,192", Count, 8.0 * Count, () => ActivationKernels.Forward<Sigmoid>(x, y, Count));
            Row("Tanh of 8,192", Count, 8.0 * Count, () => ActivationKernels.Forward<Tanh>(x, y, Count));
            Row("GELU of 8,192", Count, 8.0 * Count, () => ActivationKernels.Forward<GELU>(x, y, Count));
            float* kernel = Block(256 * 128), transposed = Block(256 * 128);
            Row("transpose 256 x 128", 1, 8.0 * 256 * 128, () => DenseKernels.Transpose<Fashion2>(kernel, transposed, 0, 1));
            foreach (int length in new[] { 16 * 1024, 235_520, 4 << 20 })
            {
                float* w = Block(length), g = Block(length), state = Block(2 * length);
                Row($"Adam of {length:N0}", 12.0 * length, 28.0 * length, () => OptimizerKernels.Adam(new WeightRows(w, state, length, null, 1, length), g, 1e-3f, 0.1f, 1e-3f, 1e-7f));
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

            var network = new FashionResNet(1) { Threads = 1 };
            var images = new float[32 * FashionResNet.InputSize];
            Array.Fill(images, 0.1f);
            int[] classes = new int[32];
            var rule = new Adam();

            // A multiply-add for each weight of a kernel and pixel, three times, but for the gradient of the images.
            const double Products = 20_183_936, FirstLayer = 112_896;
            Row("fashion_resnet step, batch 32, 1 thread", 32 * 2 * ((3 * Products) - FirstLayer), 0, () => network.TrainOnBatch(images, classes, rule));
        }
    }

    private static float* Block(int count) => Kept(count + 16).Start;

    // Random numbers in memory that lives as long as the process: kernels hold nothing but its address.
    private static AlignedBuffer Kept(int count)
    {
        var buffer = new AlignedBuffer(count);
        var random = new Random(1);
        foreach (ref float value in buffer.Span)
            value = random.NextSingle();
        _kept.Add(buffer);
        return buffer;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
