using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Recurrences against their definition in double precision, at every vector width.</summary>
[Collection("shapes")]
public unsafe class RecurrentKernelsTests
{
    private const int Parts = 3;

    private static readonly int[] _rows = [1, 3, 17];

    private static readonly (Func<double, double> Forward, Func<double, double> Slope) _tanh = (Math.Tanh, y => 1 - (y * y));
    private static readonly (Func<double, double> Forward, Func<double, double> Slope) _sigmoid = (x => 1 / (1 + Math.Exp(-x)), y => y * (1 - y));
    private static readonly (Func<double, double> Forward, Func<double, double> Slope) _elu = (x => x > 0 ? x : Math.Exp(x) - 1, y => y > 0 ? 1 : y + 1);
    private static readonly (Func<double, double> Forward, Func<double, double> Slope) _softplus = (x => Math.Log(1 + Math.Exp(x)), y => 1 - Math.Exp(-y));

    [Fact]
    public void LSTM_equals_its_definition() => SimdWidths.ForEach(new Sweep<LSTMCell<Tanh, Sigmoid>>("LSTM", _tanh, _sigmoid));

    [Fact]
    public void LSTM_of_other_activations_equals_its_definition() => SimdWidths.ForEach(new Sweep<LSTMCell<ELU, Tanh>>("LSTM", _elu, _tanh));

    // Of Softplus the padding does not stay 0.
    [Fact]
    public void LSTM_of_softplus_equals_its_definition() => SimdWidths.ForEach(new Sweep<LSTMCell<Tanh, Softplus>>("LSTM", _tanh, _softplus));

    [Fact]
    public void SimpleRNN_equals_its_definition() => SimdWidths.ForEach(new Sweep<SimpleRNNCell<Tanh>>("SimpleRNN", _tanh, _tanh));

    [Fact]
    public void SimpleRNN_of_softplus_equals_its_definition() => SimdWidths.ForEach(new Sweep<SimpleRNNCell<Softplus>>("SimpleRNN", _softplus, _tanh));

    [Fact]
    public void GRU_equals_its_definition() => SimdWidths.ForEach(new Sweep<GRUCell<Tanh, Sigmoid>>("GRU", _tanh, _sigmoid));

    [Fact]
    public void GRU_of_other_activations_equals_its_definition() => SimdWidths.ForEach(new Sweep<GRUCell<ELU, Tanh>>("GRU", _elu, _tanh));

    [Fact]
    public void GRU_that_resets_first_equals_its_definition()
        => SimdWidths.ForEach(new Sweep<GRUResetFirstCell<Tanh, Sigmoid>>("GRUResetFirst", _tanh, _sigmoid));

    [Fact]
    public void GRU_that_resets_first_with_other_activations_equals_its_definition()
        => SimdWidths.ForEach(new Sweep<GRUResetFirstCell<ELU, Tanh>>("GRUResetFirst", _elu, _tanh));

    // Gradients that fade would become denormal numbers.
    [Fact]
    public void Tiny_gradients_become_zero() => SimdWidths.ForEach(new Fading());

    private sealed class Fading : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            (SweptRecurrence.Steps, SweptRecurrence.Units, SweptRecurrence.Inputs, SweptRecurrence.InputStride) = (50, 16, 1, 16);
            (SweptRecurrence.ReturnsSequences, SweptRecurrence.GoesBackwards, SweptRecurrence.DropsState) = (false, false, false);
            using Block x = new(50, 1, 16, new Random(1)), dy = new(1, 16, 16), weights = new(16, 64, 64), gates = new(50, 64, 64);
            using Block states = new(50, 16, 16), carries = new(50, 16, 16), scratch = new(144, 80, 80);
            dy.Values.Fill(1e-20f);
            var saved = new RecurrentSaved { Gates = gates.Start, States = states.Start, Carries = carries.Start };
            RecurrentKernels.Forward<SweptRecurrence, LSTMCell<Tanh, Sigmoid>>(
                x.Start, new() { Kernel = weights.Start, Recurrent = weights.Start }, default, saved, scratch.Start, states.Start + (49 * 16), 1);

            // With weights of 0 each step halves the gradient by c, which begins at half of 1e-20.
            RecurrentWalk.Back<TV, SweptRecurrence, LSTMCell<Tanh, Sigmoid>>(dy.Start, weights.Start, null, saved, scratch.Start, 1);
            for (int step = 0; step < 50; step++)
                Assert.Equal(step < 17 ? 0 : 0.25 * Math.Pow(0.5, 49 - step), gates[step, 32] / 1e-20, 1e-6);
        }
    }

    private sealed class Sweep<TCell>(
        string cell, (Func<double, double> Forward, Func<double, double> Slope) activation,
        (Func<double, double> Forward, Func<double, double> Slope) recurrentActivation) : IAtWidth
        where TCell : struct, IRecurrentCell
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
            => SweptRecurrence.ForEach(random =>
            {
                foreach (int rows in _rows)
                    Check<TV>(rows, random);
            });

        private void Check<TV>(int rows, Random random)
            where TV : unmanaged, ISimd<TV>
        {
            int steps = SweptRecurrence.Steps, inputs = SweptRecurrence.Inputs, inputStride = SweptRecurrence.InputStride;
            int units = SweptRecurrence.Units, stride = SweptRecurrence.UnitStride, gates = TCell.Gates, all = rows * steps;
            int columns = gates * units, packedStride = gates * stride, parameterStride = Images.Padded(columns);
            int outputs = SweptRecurrence.ReturnsSequences ? all : rows;
            bool biased = random.Next(3) > 0, masked = random.Next(3) > 0;
            using Block x = Images.Values(1, all, inputs, inputStride, random), dy = new(outputs, units, stride, random);
            using Block kernel = new(inputs, columns, parameterStride, random), recurrent = new(units, columns, parameterStride, random);
            using Block bias = new(2, columns, parameterStride, random), packedKernel = Images.Results(1, inputs, packedStride, packedStride);
            using Block packedRecurrent = Images.Results(1, units, packedStride, packedStride), packedBias = Images.Results(1, 2, packedStride, packedStride);
            using Block transposed = Images.Results(1, columns, units, stride), transposedKernel = Images.Results(1, columns, inputs, Images.Padded(inputs));
            using Block savedGates = Images.Results(1, all, TCell.SavedRows * stride, TCell.SavedRows * stride), carries = Images.Results(1, all, stride, stride);
            using Block states = Images.Results(1, all, stride, stride), dropped = Images.Results(1, all, stride, stride), dropout = new(rows, units, stride);
            using Block y = Images.Results(1, outputs, units, stride), inferred = Images.Results(1, outputs, units, stride);
            using Block scratch = new(144, (gates + 1) * stride, (gates + 1) * stride), dx = Images.Results(1, all, inputs, Images.Padded(inputs));
            using Block mask = new(rows, Images.Padded(steps) / 4, Images.Padded(steps) / 4);
            Scale(kernel, inputs);
            Scale(recurrent, units);
            var bytes = (byte*)mask.Start;
            for (int i = 0; i < rows * Images.Padded(steps); i++)
                ((byte*)bytes)[i] = (byte)(masked && random.Next(3) == 0 ? 0 : 1);
            Span<float> factors = dropout.Values;
            for (int i = 0; i < factors.Length; i++)
                factors[i] = random.Next(3) == 0 ? 0 : 1.5f;

            for (int part = 0; part < Parts; part++)
            {
                RecurrentKernels.PackKernel<SweptRecurrence, TCell>(kernel.Start, packedKernel.Start, inputs, part, Parts);
                RecurrentKernels.PackKernel<SweptRecurrence, TCell>(recurrent.Start, packedRecurrent.Start, units, part, Parts);
                RecurrentKernels.Pack<SweptRecurrence, TCell>(bias.Start, packedBias.Start, 2, part, Parts);
                RecurrentKernels.TransposeRecurrent<SweptRecurrence, TCell>(recurrent.Start, transposed.Start, part, Parts);
                if (inputStride % 16 == 0)
                    RecurrentKernels.TransposeKernel<SweptRecurrence, TCell>(kernel.Start, transposedKernel.Start, part, Parts);
            }

            bool twoBiases = cell == "GRU";
            var weights = new RecurrentWeights
            {
                Kernel = packedKernel.Start,
                Recurrent = packedRecurrent.Start,
                Bias = biased ? packedBias.Start : default,
                RecurrentBias = biased && twoBiases ? packedBias.Start + packedStride : default,
            };
            var saved = new RecurrentSaved
            {
                Gates = savedGates.Start,
                States = states.Start,
                Carries = TCell.Carries ? carries.Start : default,
                Dropped = SweptRecurrence.DropsState ? dropped.Start : default,
                Dropout = SweptRecurrence.DropsState ? dropout.Start : default,
            };
            byte* counts = masked ? (byte*)bytes : null;
            Forward(saved, y.Start, 0, rows);

            // Whether anything is saved does not show, nor does the company of a sample.
            if (!SweptRecurrence.DropsState)
            {
                for (int row = 0; row < rows; row++)
                    Forward(default, inferred.Start + (row * (outputs / rows) * stride), row, 1);
                Images.AssertSameBits(y, inferred);
            }

            Backward(saved, dy.Start, 0, rows);
            AssertSameAlone();
            if (inputStride % 16 == 0)
                RecurrentKernels.BackwardInput<SweptRecurrence, TCell, LeakyReLU>(savedGates.Start, transposedKernel.Start, x.Start, dx.Start, rows);
            int floats = (inputs + units + 2) * parameterStride;
            AlignedBuffer gradients = new(floats), room = new(Parts * 48 * 1024);
            var sink = Sinks.Keeping(gradients, room, 48 * 1024);
            float* left = SweptRecurrence.DropsState ? dropped.Start : states.Start;
            for (int part = 0; part < Parts; part++)
            {
                RecurrentKernels.UpdateKernel<SweptRecurrence, TCell>(x.Start, savedGates.Start, sink, 0, rows, part, Parts);
                RecurrentKernels.UpdateRecurrent<SweptRecurrence, TCell>(left, savedGates.Start, sink, inputs * parameterStride, rows, part, Parts);
                RecurrentKernels.UpdateBias<SweptRecurrence, TCell>(savedGates.Start, sink, (inputs + units) * parameterStride, rows, part, Parts);
            }

            var twin = new RecurrentTwin(
                cell, inputs, units, (i, j) => kernel[i, j], (i, j) => recurrent[i, j], (i, j) => biased ? bias[i, j] : 0, activation, recurrentActivation);
            for (int row = 0; row < rows; row++)
            {
                int first = row * steps, at = row;
                (double[][] expected, double[,] dInput) = twin.Run(
                    steps, (time, i) => x[first + time, i], time => counts == null || ((byte*)bytes)[(at * Images.Padded(steps)) + time] != 0,
                    SweptRecurrence.GoesBackwards, u => SweptRecurrence.DropsState ? dropout[at, u] : 1,
                    (step, u) => SweptRecurrence.ReturnsSequences ? dy[first + Place(step), u] : step == steps - 1 ? dy[at, u] : 0);
                for (int step = 0; step < steps; step++)
                {
                    int output = SweptRecurrence.ReturnsSequences ? first + Place(step) : step == steps - 1 ? row : -1;
                    for (int u = 0; u < units && output >= 0; u++)
                        AssertNear(expected[step][u], y[output, u]);
                    for (int i = 0; i < inputs && inputStride % 16 == 0; i++)
                        AssertNear(dInput[step, i] * Images.Slope(x[first + step, i]), dx[first + step, i]);
                }
            }

            Compare(twin.DKernel, inputs, 0);
            Compare(twin.DRecurrent, units, inputs);
            Compare(twin.DBias, twoBiases ? 2 : 1, inputs + units);
            Assert.True(inputStride % 16 != 0 || dx.PaddingIsZero());

            void Forward(RecurrentSaved kept, float* result, int row, int count)
            {
                scratch.Values.Fill(float.NaN);
                var starts = new ComputedStarts<SweptRecurrence, TCell>(x.Start + (row * steps * inputStride), weights, scratch.Start);
                float* room = (float*)scratch.Start + (96 * packedStride);
                RecurrentWalk.Forward<TV, SweptRecurrence, TCell, ComputedStarts<SweptRecurrence, TCell>>(
                    starts, weights, counts == null ? null : counts + (row * Images.Padded(steps)), kept, room, result, count);
            }

            void Backward(RecurrentSaved kept, float* gradient, int row, int count)
            {
                scratch.Values.Fill(float.NaN);
                RecurrentWalk.Back<TV, SweptRecurrence, TCell>(
                    gradient, transposed.Start, counts == null ? null : counts + (row * Images.Padded(steps)), kept, scratch.Start, count);
            }

            // Each sample on its own way there and back leaves the same bits.
            void AssertSameAlone()
            {
                using Block gatesAlone = Images.Results(1, all, TCell.SavedRows * stride, TCell.SavedRows * stride), others = Images.Results(1, 3 * steps, stride, stride);
                for (int row = 0; row < rows; row++)
                {
                    var alone = new RecurrentSaved
                    {
                        Gates = gatesAlone.Start + (row * steps * TCell.SavedRows * stride),
                        States = others.Start,
                        Carries = TCell.Carries ? others.Start + (steps * stride) : default,
                        Dropped = SweptRecurrence.DropsState ? others.Start + (2 * steps * stride) : default,
                        Dropout = SweptRecurrence.DropsState ? dropout.Start + (row * stride) : default,
                    };
                    int output = row * (outputs / rows) * stride;
                    Forward(alone, inferred.Start + output, row, 1);
                    Backward(alone, dy.Start + output, row, 1);
                }

                Images.AssertSameBits(y, inferred);
                Images.AssertSameBits(savedGates, gatesAlone);
            }

            int Place(int step) => SweptRecurrence.KeepsTime && SweptRecurrence.GoesBackwards ? steps - 1 - step : step;

            void Compare(double[,] expected, int count, int firstRow)
            {
                for (int row = 0; row < count; row++)
                {
                    for (int column = 0; column < parameterStride; column++)
                        AssertNear(column < columns ? expected[row, column] : 0, gradients.Span[((firstRow + row) * parameterStride) + column]);
                }
            }
        }

        // Sums stay of the order of 1, so that roundings do not grow from step to step.
        private static void Scale(Block block, int rows)
        {
            foreach (ref float value in block.Values)
                value /= MathF.Sqrt(rows);
        }

        private static void AssertNear(double expected, float actual)
        {
            if (!(Math.Abs(expected - actual) <= 2e-4 * (1 + Math.Abs(expected))))
                Assert.Fail($"Expected {expected}, got {actual}.");
        }
    }
}
