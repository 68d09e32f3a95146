using StaticNet.Kernels;

namespace StaticNet.Tests;

/// <summary>Rows of a table without gradients: deferred steps give what the rule for all rows gives.</summary>
public unsafe class DeferredUpdateTests
{
    private const int Rows = 12;
    private const int Stride = 48;

    public static TheoryData<string> Optimizers
        => ["Adam", "Adam, 0.5 and 0.9", "Adam, 0 and 0.99", "Adam, 0.99 and 0.999", "Adam, epsilon 1e-3", "SGD", "Momentum", "Nesterov"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Rows_that_rest_end_up_where_the_dense_rule_takes_them(string name)
    {
        // More steps than are ever deferred, with rates that change.
        const int Steps = 2500;
        Optimizer dense = Make(name), deferring = Make(name);
        AlignedBuffer expected = Weights(), actual = Weights(), gradients = new(Rows * Stride);
        dense.Bind(expected, []);
        deferring.Bind(actual, [new ParameterInfo("table", [Rows, Stride], 0, Stride, Initializer.Zeros, 0, 0, IsTable: true)]);
        var random = new Random(5);
        for (int step = 0; step < Steps; step++)
        {
            dense.LearningRate = deferring.LearningRate = step < 300 ? 1e-2f : step < 301 ? 5e-2f : 1e-3f;

            // Row r is touched about every 3^(r / 2)-th step: the last ones rest for hundreds.
            int[] touched = [.. Enumerable.Range(0, Rows).Where(row => random.NextDouble() < Math.Pow(3, -row / 2.0))];
            gradients.Span.Clear();
            var block = new AlignedBuffer(Rows * Stride);
            for (int i = 0; i < touched.Length; i++)
            {
                // Also gradients so small that epsilon matters.
                float scale = MathF.Pow(10, -random.Next(9));
                for (int j = 0; j < Stride; j++)
                    block.Span[(i * Stride) + j] = gradients.Span[(touched[i] * Stride) + j] = scale * ((2 * random.NextSingle()) - 1);
            }

            fixed (int* rows = touched)
            {
                deferring.ApplyDeferred(0, rows, touched.Length);
                foreach (int row in touched)
                    AssertClose(expected.Span.Slice(row * Stride, Stride), actual.Span.Slice(row * Stride, Stride));
                dense.BeginStep();
                dense.Update(gradients.Start, 0, Rows * Stride);
                dense.EndStep();
                deferring.BeginStep();
                deferring.Update(0, block.Start, rows, touched.Length);
                deferring.EndStep();
            }

            if (step % 700 == 0)
            {
                deferring.ApplyDeferred();
                AssertClose(expected.Span, actual.Span);
            }
        }

        deferring.ApplyDeferred();
        AssertClose(expected.Span, actual.Span);
        GC.KeepAlive(gradients);
    }

    [Fact]
    public void A_step_that_is_not_taken_leaves_nothing_behind()
    {
        Optimizer one = new Adam(), other = new Adam();
        AlignedBuffer expected = Weights(), actual = Weights(), block = new(Stride);
        block.Span.Fill(0.5f);
        var table = new ParameterInfo("table", [Rows, Stride], 0, Stride, Initializer.Zeros, 0, 0, IsTable: true);
        one.Bind(expected, [table]);
        other.Bind(actual, [table]);
        for (int step = 0; step < 20; step++)
        {
            int row = step % 3;
            if (step % 5 == 4)
            {
                // Read for a step whose loss then is infinite.
                int read = (row + 1) % 3;
                other.ApplyDeferred(0, &read, 1);
                other.ApplyDeferred();
            }

            foreach (Optimizer optimizer in new[] { one, other })
            {
                optimizer.ApplyDeferred(0, &row, 1);
                optimizer.BeginStep();
                optimizer.Update(0, block.Start, &row, 1);
                optimizer.EndStep();
            }
        }

        one.ApplyDeferred();
        other.ApplyDeferred();
        AssertClose(expected.Span, actual.Span);
        GC.KeepAlive(block);
    }

    private static Optimizer Make(string name) => name switch
    {
        "Adam" => new Adam(),
        "Adam, 0.5 and 0.9" => new Adam { Beta1 = 0.5f, Beta2 = 0.9f },
        "Adam, 0 and 0.99" => new Adam { Beta1 = 0, Beta2 = 0.99f },
        "Adam, 0.99 and 0.999" => new Adam { Beta1 = 0.99f },
        "Adam, epsilon 1e-3" => new Adam { Epsilon = 1e-3f },
        "SGD" => new SGD(),
        "Momentum" => new SGD { Momentum = 0.9f },
        _ => new SGD { Momentum = 0.99f, Nesterov = true },
    };

    private static AlignedBuffer Weights()
    {
        var weights = new AlignedBuffer(Rows * Stride);
        var random = new Random(3);
        foreach (ref float weight in weights.Span)
            weight = (2 * random.NextSingle()) - 1;
        return weights;
    }

    // Thousands of additions to numbers of about 1, each rounded.
    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 2e-5f);
    }
}
