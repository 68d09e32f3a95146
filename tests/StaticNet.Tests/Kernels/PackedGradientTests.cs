using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Gradients of large recurrent kernels against their definition in double precision, at every vector width.</summary>
[Collection("shapes")]
public unsafe class PackedGradientTests
{
    // Units, steps, samples: less than one panel of steps, several that end inside a sample, and many gates one by one.
    private static readonly (int Units, int Steps, int Samples)[] _sizes = [(150, 3, 5), (176, 1, 1), (160, 97, 7), (304, 65, 4), (544, 2, 3)];

    // Of the first row of the block and their number: tiles of every kind.
    private static readonly (int First, int Count)[] _rows = [(0, 1), (3, 2), (5, 5), (1, 8), (0, 12), (16, 13), (0, 31), (0, int.MaxValue)];

    [Fact]
    public void Products_of_all_steps_are_added() => SimdWidths.ForEach(new Sums());

    [Fact]
    public void Updates_of_an_LSTM_equal_their_definition() => CheckUpdates<LSTMCell<Tanh, Sigmoid>>();

    [Fact]
    public void Updates_of_a_GRU_equal_their_definition() => CheckUpdates<GRUCell<Tanh, Sigmoid>>();

    [Fact]
    public void Updates_of_a_GRU_that_resets_first_equal_their_definition() => CheckUpdates<GRUResetFirstCell<Tanh, Sigmoid>>();

    private static void Choose((int Units, int Steps, int Samples) size, bool goesBackwards)
    {
        (SweptRecurrence.Units, SweptRecurrence.Steps, SweptRecurrence.GoesBackwards) = (size.Units, size.Steps, goesBackwards);
        (SweptRecurrence.Inputs, SweptRecurrence.InputStride) = (19, 19);
    }

    private static void CheckUpdates<TCell>()
        where TCell : struct, IRecurrentCell
    {
        foreach ((int Units, int Steps, int Samples) size in _sizes)
        {
            foreach (bool goesBackwards in new[] { false, true })
            {
                Choose(size, goesBackwards);
                CheckUpdates<TCell>(size.Samples, 1);
                CheckUpdates<TCell>(size.Samples, 3);
            }
        }
    }

    private static void CheckUpdates<TCell>(int samples, int parts)
        where TCell : struct, IRecurrentCell
    {
        int units = SweptRecurrence.Units, stride = SweptRecurrence.UnitStride, steps = SweptRecurrence.Steps, inputs = SweptRecurrence.Inputs;
        int floats = TCell.SavedRows * stride, parameters = Images.Padded(TCell.Gates * units), before = SweptRecurrence.GoesBackwards ? 1 : -1;
        Assert.True(RecurrentSizes.Packs(TCell.Gates, units));
        using Block x = new(samples * steps, inputs, inputs, new Random(1)), states = new(samples * steps, units, stride, new Random(2));
        using Block saved = new(samples * steps, floats, floats, new Random(3));
        AlignedBuffer gradients = new((inputs + units) * parameters);
        int perPart = (int)RecurrentSizes.Block(TCell.Gates, TCell.SavedRows, units, stride);
        AlignedBuffer room = new((long)perPart * parts);
        var sink = Sinks.Keeping(gradients, room, perPart);
        for (int part = 0; part < parts; part++)
        {
            RecurrentKernels.UpdateKernel<SweptRecurrence, TCell>(x.Start, saved.Start, sink, 0, samples, part, parts);
            RecurrentKernels.UpdateRecurrent<SweptRecurrence, TCell>(states.Start, saved.Start, sink, inputs * parameters, samples, part, parts);
        }

        var random = new Random(4);
        for (int i = 0; i < 400; i++)
        {
            int gate = random.Next(TCell.Gates), unit = random.Next(units), input = random.Next(inputs), state = random.Next(units);
            double byInput = 0, byState = 0;
            for (int row = 0; row < samples * steps; row++)
            {
                byInput += (double)x[row, input] * saved[row, ((TCell.SavedStart + gate) * stride) + unit];
                int last = (row % steps) + before;
                if (TCell.ResetsFirst && gate == TCell.Gates - 1)
                    byState += (double)saved[row, (TCell.Gates * stride) + state] * saved[row, (gate * stride) + unit];
                else if (last >= 0 && last < steps)
                    byState += (double)states[row + before, state] * saved[row, (TCell.SavedSum(gate) * stride) + unit];
            }

            Assert.Equal(byInput, gradients.Span[(input * parameters) + (gate * units) + unit], 1e-3);
            Assert.Equal(byState, gradients.Span[((inputs + state) * parameters) + (gate * units) + unit], 1e-3);
        }
    }

    private sealed class Sums : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            foreach ((int Units, int Steps, int Samples) size in _sizes)
            {
                Choose(size, false);
                int stride = SweptRecurrence.UnitStride, all = size.Steps * size.Samples, floats = 4 * stride;
                int columns = RecurrentSizes.GatesInBlock(4, size.Units, stride) * stride, count = size.Steps - (size.Steps > 1 ? 1 : 0);
                using Block left = new(all, stride, stride, new Random(1)), right = new(all, floats, floats, new Random(2));
                using Block whole = new(size.Units, columns, columns), part = new(size.Units, columns, columns);
                long block = RecurrentSizes.BlockFloats(4, size.Units, stride);
                using Block panels = new(1, 1, (int)(RecurrentSizes.Block(4, 4, size.Units, stride) - block));
                Add(0, size.Units, whole);
                for (int i = 0; i < 400; i++)
                {
                    int row = i * size.Units / 400, column = i * 37 % columns;
                    double sum = 0;
                    for (int k = 0; k < all; k++)
                        sum += k % size.Steps < count ? (double)left[k, row] * right[k, column] : 0;
                    Assert.Equal(sum, whole[row, column], 1e-3);
                }

                // Any rows alone, and any columns, get the same bits.
                foreach ((int first, int some) in _rows)
                {
                    part.Values.Clear();
                    int rows = Math.Min(some, size.Units - first);
                    Add(first, rows, part);
                    Assert.True(whole.Values.Slice(first * columns, rows * columns).SequenceEqual(part.Values[..(rows * columns)]));
                }

                void Add(int first, int rows, Block result)
                    => PackedGradient.Add<TV, SweptRecurrence, LSTMCell<Tanh, Sigmoid>, StateSteps>(
                        left.Start + first, right.Start, result.Start, rows, columns, size.Samples, count, panels.Start);
            }
        }
    }

    private readonly struct StateSteps : IProductShape
    {
        public static int LeftRow => 1;

        public static int LeftStep => SweptRecurrence.UnitStride;

        public static int RightRow => 4 * SweptRecurrence.UnitStride;

        public static int ResultRow => 1;
    }
}
