using static StaticNet.Activation;

namespace StaticNet.Tests.Models;

/// <summary>Sizes that are wide for a stack, or too large for an array.</summary>
public class SizeTests
{
    private const int SmallStack = 256 * 1024;

    [Fact]
    public void Wide_tables_do_their_work_on_a_small_stack()
    {
        var model = new WideTable(1) { Threads = 1 };
        var data = new Dataset<int, float>(new[] { 1, 2, 3, 0, 1, 1 }, new float[] { 1, 0 }, 2);
        OnSmallStack(() => Work(model, data, [new SGD { Momentum = 0.9f }, new Adam(), new Adam { Beta1 = 0.9999f }]));
    }

    [Fact]
    public void Wide_sequences_of_tokens_do_their_work_on_a_small_stack()
    {
        var model = new WideSequence(1) { Threads = 1 };
        var data = new Dataset<int, float>(new[] { 1, 2, 0, 1 }, new float[] { 1, 0 }, 2);
        OnSmallStack(() => Work(model, data, [new Adam()]));
    }

    [Fact]
    public void Wide_rows_do_their_work_on_a_small_stack()
    {
        var model = new WideRow(1) { Threads = 1 };
        var data = Dataset.From(new float[] { 1, 2, 3, 4 }, new[] { 7, 399_999 });
        OnSmallStack(() => Work(model, data, [new Adam()]));
    }

    [Fact]
    public void Wide_inputs_do_their_work_on_a_small_stack()
    {
        var model = new WideInput(1) { Threads = 1 };
        var data = new Dataset<float, float>(new float[800_000], new float[] { 1, 0 }, 2);
        OnSmallStack(() => Work(model, data, [new Adam()]));
    }

    [Fact]
    public void Outputs_that_no_array_holds_are_refused_before_anything_is_computed()
    {
        var model = new Repeated();
        ArgumentException error = Assert.Throws<ArgumentException>("inputs", () => model.Predict(new float[1 << 16]));
        Assert.StartsWith(
            "65536 times 65536 numbers do not fit into an array, which holds at most 2147483591. Predict fewer samples at a time.",
            error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("inputs", () => model.PredictClasses(new float[1 << 16]));
        error = Assert.Throws<ArgumentException>("outputs", () => model.Predict(new float[1 << 16], new float[8]));
        Assert.StartsWith("There is room for 8 numbers. Expected 4294967296: 65536 for each of the 65536 samples.", error.Message, StringComparison.Ordinal);
    }

    private static void Work<TInput>(TrainableModel<TInput, float> model, Dataset<TInput, float> data, Optimizer[] optimizers)
        where TInput : unmanaged
    {
        foreach (Optimizer optimizer in optimizers)
        {
            for (int step = 0; step < 3; step++)
                Assert.True(double.IsFinite(model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer).Loss));
        }

        Assert.Equal(2, model.PredictClasses(data.Inputs.Span).Length);
        Assert.True(double.IsFinite(model.Evaluate(data).Loss));
    }

    private static void Work(TrainableModel<float, int> model, Dataset<float, int> data, Optimizer[] optimizers)
    {
        foreach (Optimizer optimizer in optimizers)
            Assert.True(double.IsFinite(model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer).Loss));
        Assert.Equal(2, model.PredictClasses(data.Inputs.Span).Length);
        Assert.True(double.IsFinite(model.Evaluate(data).Loss));
    }

    // The first time on the test's own stack, which has the room that compiling the methods takes.
    private static void OnSmallStack(Action work)
    {
        work();
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(work), SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(error);
    }
}

[Model(3)]
[Embedding(4, 400_000, MaskZero = true)]
[GlobalAveragePooling1D]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class WideTable;

[Model(2)]
[Embedding(4, 400_000)]
[Activation(Tanh)]
[LayerNormalization]
[GlobalMaxPooling1D]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class WideSequence;

[Model(2)]
[Dense(400_000, Softmax)]
[BatchNormalization]
[Dropout(0.1f)]
[LayerNormalization]
[Activation(Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class WideRow;

[Model(400_000)]
[LayerNormalization]
[Dense(2, Tanh)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class WideInput;

[Model(1)]
[RepeatVector(65_536)]
internal sealed partial class Repeated;
