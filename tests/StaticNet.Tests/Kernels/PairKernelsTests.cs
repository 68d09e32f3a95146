using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Merging two values number by number and taking gradients apart, against the definition.</summary>
[Collection("shapes")]
public unsafe class PairKernelsTests
{
    private const int Samples = 3;

    private static int _width;
    private static int _rows;
    private static int _firstStride;
    private static int _secondStride;
    private static int _stride;
    private static bool _repeatsFirst;
    private static bool _repeatsSecond;
    private static float _scale = 1;

    public static TheoryData<string> Operations => ["PairSum", "PairDifference", "PairProduct", "PairMaximum", "PairMinimum"];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Both_ways_equal_the_definition(string operation)
    {
        for (int width = 1; width <= 49; width++)
        {
            foreach (int rows in new[] { 1, 4 })
            {
                // None, the first or the second is a single row for all, and any of them lies without padding.
                for (int kind = 0; kind < (rows == 1 ? 4 : 12); kind++)
                {
                    (_width, _rows, _repeatsFirst, _repeatsSecond) = (width, rows, kind / 4 == 1, kind / 4 == 2);
                    _firstStride = kind % 2 == 0 ? Images.Padded(width) : width;
                    _secondStride = kind % 4 < 2 ? Images.Padded(width) : width;
                    _stride = kind % 4 < 3 ? Images.Padded(width) : width;
                    _scale = width % 3 == 0 ? 1f / 3 : 1;
                    Run(operation);
                }
            }
        }
    }

    // What is nowhere else in a network that has not diverged must not get lost on its way to the loss, which stops the training.
    [Theory]
    [InlineData("PairMaximum")]
    [InlineData("PairMinimum")]
    public void What_is_no_number_stays_so_and_of_two_that_are_the_same_the_first_counts(string operation)
    {
        (_width, _rows, _repeatsFirst, _repeatsSecond, _scale) = (49, 1, false, false, 1);
        _firstStride = _secondStride = _stride = Images.Padded(_width);
        SimdWidths.ForEach(operation == "PairMaximum" ? new CheckOfOrder<PairExtreme<Larger>>() : new CheckOfOrder<PairExtreme<Smaller>>());
    }

    private static void Run(string operation)
    {
        IAtWidth check = operation switch
        {
            "PairSum" => new Check<PairSum>(),
            "PairDifference" => new Check<PairDifference>(),
            "PairProduct" => new Check<PairProduct>(),
            "PairMaximum" => new Check<PairExtreme<Larger>>(),
            _ => new Check<PairExtreme<Smaller>>(),
        };
        SimdWidths.ForEach(check);
    }

    // The result, and what a gradient is multiplied by on its way to either.
    private static (float Result, float ByFirst, float BySecond) Define<TOperation>(float first, float second)
        => typeof(TOperation) == typeof(PairSum) ? (first + second, 1, 1)
            : typeof(TOperation) == typeof(PairDifference) ? (first - second, 1, -1)
            : typeof(TOperation) == typeof(PairProduct) ? (first * second, second, first)
            : typeof(TOperation) == typeof(PairExtreme<Larger>) ? (Math.Max(first, second), first >= second ? 1 : 0, first >= second ? 0 : 1)
            : (Math.Min(first, second), first <= second ? 1 : 0, first <= second ? 0 : 1);

    private static Block Values(int rows, int stride, Random random) => Images.Values(1, rows, _width, stride, random);

    private sealed class Check<TOperation> : IAtWidth
        where TOperation : struct, IPairOperation
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            var random = new Random(_width + _rows);
            int all = Samples * _rows, firstRows = _repeatsFirst ? Samples : all, secondRows = _repeatsSecond ? Samples : all;
            using Block first = Values(firstRows, _firstStride, random), second = Values(secondRows, _secondStride, random);
            using Block y = Images.Results(1, all, _width, _stride), dz = new(all, _width, _stride, random);
            PairKernels.Merge<TV, SweptPair, TOperation, LeakyReLU>(first.Start, second.Start, y.Start, Samples);
            Images.AssertFinite(y);

            var byFirst = new float[firstRows, _width];
            var bySecond = new float[secondRows, _width];
            for (int row = 0; row < all; row++)
            {
                int firstRow = _repeatsFirst ? row / _rows : row, secondRow = _repeatsSecond ? row / _rows : row;
                for (int u = 0; u < _width; u++)
                {
                    (float result, float toFirst, float toSecond) = Define<TOperation>(first[firstRow, u], second[secondRow, u]);
                    float scaled = result * _scale, gradient = dz[row, u] * _scale;
                    Equal(scaled > 0 ? scaled : scaled * 0.2f, y[row, u], row, u);
                    byFirst[firstRow, u] += gradient * toFirst;
                    bySecond[secondRow, u] += gradient * toSecond;
                }
            }

            // Only what lies in whole vectors has a gradient.
            if (_stride % 16 != 0)
                return;
            if (_firstStride % 16 == 0)
            {
                using Block target = Images.Results(1, firstRows, _width, _firstStride);
                PairKernels.Back<TV, SweptPair, TOperation, LeakyReLU>(dz.Start, first.Start, second.Start, target.Start, Samples, false);
                AssertGradient(byFirst, first, target);
            }

            if (_secondStride % 16 == 0)
            {
                using Block target = Images.Results(1, secondRows, _width, _secondStride);
                PairKernels.Back<TV, SweptPair, TOperation, LeakyReLU>(dz.Start, first.Start, second.Start, target.Start, Samples, true);
                AssertGradient(bySecond, second, target);
            }
        }

        private static void AssertGradient(float[,] expected, Block value, Block target)
        {
            Assert.True(target.PaddingIsZero());
            for (int row = 0; row < expected.GetLength(0); row++)
            {
                for (int u = 0; u < _width; u++)
                    Equal(expected[row, u] * (value[row, u] > 0 ? 1 : 0.2f), target[row, u], row, u);
            }
        }

        private static void Equal(float expected, float actual, int row, int u)
        {
            if (expected != actual)
                Assert.Fail($"{typeof(TOperation)} of {_rows} rows of {_width}, [{row}, {u}]: {actual:R} instead of {expected:R}.");
        }
    }

    private sealed class CheckOfOrder<TOperation> : IAtWidth
        where TOperation : struct, IPairOperation
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            float[] odd = [float.NaN, 0, 1, float.PositiveInfinity, float.NegativeInfinity, -0f, -1];
            using Block first = new(1, _width, _stride), second = new(1, _width, _stride), dz = new(1, _width, _stride);
            using Block y = Images.Results(1, 1, _width, _stride), dFirst = Images.Results(1, 1, _width, _stride), dSecond = Images.Results(1, 1, _width, _stride);
            for (int u = 0; u < _width; u++)
                (first.Values[u], second.Values[u], dz.Values[u]) = (odd[u % 7], odd[u / 7], 1);
            PairKernels.Merge<TV, SweptPair, TOperation, Linear>(first.Start, second.Start, y.Start, 1);
            PairKernels.Back<TV, SweptPair, TOperation, Linear>(dz.Start, first.Start, second.Start, dFirst.Start, 1, false);
            PairKernels.Back<TV, SweptPair, TOperation, Linear>(dz.Start, first.Start, second.Start, dSecond.Start, 1, true);
            for (int u = 0; u < _width; u++)
            {
                float one = first[0, u], other = second[0, u];
                Assert.Equal(typeof(TOperation) == typeof(PairExtreme<Larger>) ? Math.Max(one, other) : Math.Min(one, other), y[0, u]);
                bool isSecond = float.IsNaN(other) || (typeof(TOperation) == typeof(PairExtreme<Larger>) ? other > one : other < one);
                Assert.Equal((isSecond ? 0f : 1f, isSecond ? 1f : 0f), (dFirst[0, u], dSecond[0, u]));
            }
        }
    }

    private readonly struct SweptPair : IPairShape
    {
        public static int Rows => _rows;

        public static int Width => _width;

        public static int FirstStride => _firstStride;

        public static int SecondStride => _secondStride;

        public static int Stride => _stride;

        public static bool RepeatsFirst => _repeatsFirst;

        public static bool RepeatsSecond => _repeatsSecond;

        public static float Scale => _scale;
    }
}
