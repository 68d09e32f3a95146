using System.Runtime.InteropServices;
using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Small layers, whose code is written out in the generated file, give the bits of the kernels that others call.</summary>
public unsafe class UnrolledTests
{
    // One panel and two, more units than inputs and fewer, activations in registers and beyond them; rows that are no whole number of registers.
    private const int Inputs = 7, First = 15, Second = 30, Third = 5;

    public static TheoryData<int> RowCounts => [1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 48, 100, 300];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Predictions_and_gradients_have_the_bits_of_kernels(int rows)
    {
        var random = new Random(rows);
        var model = new WrittenOut(seed: 5);
        foreach (Parameter parameter in model.Parameters)
            parameter.CopyFrom(Draw(random, parameter.Count));
        float[] x = Draw(random, rows * Inputs), targets = Draw(random, rows * Third);
        using Block inputs = new(rows, Inputs, Inputs), y1 = Room(rows, First), y2 = Room(rows, Second), y3 = Room(rows, Third);
        x.CopyTo(inputs.Values);
        float* weights = model.Weights.Start;
        DenseKernels.Forward<FirstShape, ReLU>(inputs.Start, At(model.DenseKernel), At(model.DenseBias), y1.Start, rows);
        DenseKernels.Forward<SecondShape, Tanh>(y1.Start, At(model.Dense1Kernel), At(model.Dense1Bias), y2.Start, rows);
        DenseKernels.Forward<ThirdShape, Linear>(y2.Start, At(model.Dense2Kernel), y3.Start, rows);
        Assert.Equal(Bits(Rows(y3, rows, Third)), Bits(model.Predict(x)));

        using Block dz1 = Room(rows, First), dz2 = Room(rows, Second), dz3 = Room(rows, Third);
        using Block transposed2 = Room(Second, First), transposed3 = Room(Third, Second);
        var losses = new SampleLoss[rows];
        fixed (float* wanted = targets)
        {
            fixed (SampleLoss* loss = losses)
                ErrorKernels.Mean<ThirdRow, Linear, SquaredError>(y3.Start, wanted, dz3.Start, loss, rows, rows);
        }

        DenseKernels.Transpose<SecondShape>(At(model.Dense1Kernel), transposed2.Start, 0, 1);
        DenseKernels.Transpose<ThirdShape>(At(model.Dense2Kernel), transposed3.Start, 0, 1);
        DenseKernels.BackwardInput<ThirdShape, Tanh>(dz3.Start, transposed3.Start, y2.Start, dz2.Start, rows);
        DenseKernels.BackwardInput<SecondShape, ReLU>(dz2.Start, transposed2.Start, y1.Start, dz1.Start, rows);
        var expected = new AlignedBuffer(model.Weights.Length);
        GradientSink sink = Sinks.Keeping(expected);
        DenseKernels.UpdateKernel<FirstShape>(inputs.Start, dz1.Start, sink, Offset(model.DenseKernel), rows, 0, 1);
        DenseKernels.UpdateBias<FirstShape>(dz1.Start, sink, Offset(model.DenseBias), rows, 0, 1);
        DenseKernels.UpdateKernel<SecondShape>(y1.Start, dz2.Start, sink, Offset(model.Dense1Kernel), rows, 0, 1);
        DenseKernels.UpdateBias<SecondShape>(dz2.Start, sink, Offset(model.Dense1Bias), rows, 0, 1);
        DenseKernels.UpdateKernel<ThirdShape>(y2.Start, dz3.Start, sink, Offset(model.Dense2Kernel), rows, 0, 1);
        foreach (int threads in new[] { 1, 3 })
        {
            model.Threads = threads;
            Gradients gradients = model.ComputeGradients(x, targets);
            foreach (Parameter parameter in model.Parameters)
            {
                float[] kernels = new float[parameter.Count], own = new float[parameter.Count];
                parameter.Gather(expected.Span, kernels);
                gradients.CopyTo(parameter, own);
                Assert.Equal(Bits(kernels), Bits(own));
            }
        }

        float* At(Parameter parameter) => weights + Offset(parameter);
        int Offset(Parameter parameter) => model.Info.Parameters.Single(info => info.Name == parameter.Name).Offset;
    }

    private static float[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];

    private static Block Room(int rows, int width) => new(rows, width, Layout.Align(width));

    private static float[] Rows(Block block, int rows, int width)
        => [.. Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, width).Select(column => block[row, column]))];

    private static int[] Bits(float[] values) => MemoryMarshal.Cast<float, int>(values).ToArray();

    private readonly struct FirstShape : IDenseShape
    {
        public static int Inputs => UnrolledTests.Inputs;

        public static int InputStride => UnrolledTests.Inputs;

        public static int Units => First;

        public static int UnitStride => Layout.Align(First);
    }

    private readonly struct SecondShape : IDenseShape
    {
        public static int Inputs => First;

        public static int InputStride => Layout.Align(First);

        public static int Units => Second;

        public static int UnitStride => Layout.Align(Second);
    }

    private readonly struct ThirdShape : IDenseShape
    {
        public static int Inputs => Second;

        public static int InputStride => Layout.Align(Second);

        public static int Units => Third;

        public static int UnitStride => Layout.Align(Third);
    }

    private readonly struct ThirdRow : IRowShape
    {
        public static int Width => Third;

        public static int Stride => Layout.Align(Third);
    }
}

/// <summary>Three layers that are written out.</summary>
[Model(7)]
[Dense(15, Activation.ReLU)]
[Dense(30, Activation.Tanh)]
[Dense(5, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class WrittenOut;
