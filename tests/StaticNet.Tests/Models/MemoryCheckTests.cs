using StaticNet.Kernels;

namespace StaticNet.Tests;

/// <summary>Whoever writes outside the memory of a model is found out, wherever that was.</summary>
public unsafe class MemoryCheckTests
{
    private const int Rows = 4;
    private static readonly float[] _inputs = [.. Enumerable.Range(0, Rows * 3).Select(i => i * 0.1f)];
    private static readonly float[] _targets = new float[Rows];

    public static TheoryData<string, int, string> Places
    {
        get
        {
            var places = new TheoryData<string, int, string>();
            foreach ((string place, string name) in new[]
            {
                ("workspace", "the work space of a prediction, of 16 numbers"),
                ("prepared", "what predictions derive from the weights, of 16 numbers"),
                ("weights", "the weights, of 16 numbers"),
                ("losses of a tile", "the losses of a tile, of 2 numbers"),
                ("targets of a tile", "the targets of a tile, of 2 numbers"),
                ("derived", "what a training derives from the weights, of 16 numbers"),
                ("inputs", "the samples of the batch, of 12 numbers"),
                ("targets", "the targets of the batch, of 4 numbers"),
                ("buffers", "the work space of a step, of 20 numbers"),
                ("losses", "the losses of the batch, of 4 numbers"),
                ("scratch", "the scratch, of 20 numbers"),
                ("gradient room", "the scratch, of 20 numbers"),
                ("gradients", "the gradients, of 16 numbers"),
                ("optimizer", "what the optimizer keeps, of 32 numbers"),
            })
            {
                places.Add(place, -1, $"{name}, was overwritten from 1 to 1 numbers before its start");
                places.Add(place, 1, $"{name}, was overwritten from 1 to 1 numbers behind its end");
                places.Add(place, 7, $"{name}, was overwritten from 7 to 7 numbers behind its end");
            }

            return places;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_write_outside_memory_is_found(string place, int numbers, string message)
    {
        var model = new Overrunning();
        var optimizer = new Adam();
        Run();
        (model.Place, model.Numbers, model.Optimizer) = (place, numbers, optimizer);
        MemoryOverrunException error = Assert.Throws<MemoryOverrunException>(Run);
        Assert.StartsWith($"Overrunning wrote outside its memory: {message}. ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Please report it", error.Message, StringComparison.Ordinal);

        void Run()
        {
            model.Predict(_inputs);
            model.Evaluate(new Dataset<float, float>(_inputs, _targets, Rows));
            model.ComputeGradients(_inputs, _targets);
            model.TrainOnBatch(_inputs, _targets, optimizer);
        }
    }

    [Fact]
    public void A_last_batch_that_is_smaller_has_guards_behind_what_it_uses()
    {
        var model = new Overrunning();
        var optimizer = new Adam();
        model.TrainOnBatch(_inputs, _targets, optimizer);
        (model.Place, model.Numbers) = ("buffers", 1);
        MemoryOverrunException error = Assert.Throws<MemoryOverrunException>(() => model.TrainOnBatch(_inputs.AsSpan(0, 3), _targets.AsSpan(0, 1), optimizer));
        Assert.Contains("the work space of a step, of 5 numbers, was overwritten from 1 to 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_room_of_each_part_has_guards(int segment)
    {
        var guards = new GuardedMemory("Model");
        var scratch = new AlignedBuffer(20, "the scratch", guards, segments: 3);
        guards.Check();
        scratch.Start[(segment * scratch.SegmentStride) + 20] = 0;
        MemoryOverrunException error = Assert.Throws<MemoryOverrunException>(guards.Check);
        Assert.Contains($"the scratch of part {segment}, of 20 numbers, was overwritten from 1 to 1 numbers behind", error.Message, StringComparison.Ordinal);
        GC.KeepAlive(scratch);
    }

    [Fact]
    public void The_lists_of_table_rows_and_the_decay_of_rows_have_guards()
    {
        const int Places = 6, Tokens = 10;
        Found(tableRows => tableRows.Previous[Places] = 0, "the chains of tokens, of 6 numbers");
        Found(tableRows => tableRows.Previous[-1] = 0, "the chains of tokens, of 6 numbers");
        Found(tableRows => tableRows.List(0, out _)[-1] = 0, "the lists of rows that the batch reads");
        Found(tableRows => tableRows.List(0, out _)[(Tokens / 2) + 1] = 0, "the list of rows that the batch reads, of part 0, of 5 numbers");
        Found(tableRows => tableRows.List(1, out _)[(Tokens / 2) + 1] = 0, "the list of rows that the batch reads, of part 1, of 5 numbers");

        static void Found(Action<TableRows> write, string message)
        {
            var guards = new GuardedMemory("Model");
            var tableRows = new TableRows(0, Tokens, 1, Places, guards);
            tableRows.Begin(null, Places, 2);
            guards.Check();
            write(tableRows);
            MemoryOverrunException error = Assert.Throws<MemoryOverrunException>(guards.Check);
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
            GC.KeepAlive(tableRows);
        }
    }

    [Fact]
    public void Memory_that_starts_undefined_starts_as_NaN_and_other_memory_as_0()
    {
        var guards = new GuardedMemory("Model");
        Assert.All(new AlignedBuffer(5, "", guards, startsUndefined: true).Span.ToArray(), value => Assert.True(float.IsNaN(value)));
        Assert.All(new AlignedBuffer<double>(5, "", guards, startsUndefined: true).Span.ToArray(), value => Assert.True(double.IsNaN(value)));
        Assert.All(new AlignedBuffer(5, "", guards).Span.ToArray(), value => Assert.Equal(0, value));
        Assert.All(new AlignedBuffer(5, startsUndefined: true).Span.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Every_room_begins_on_a_boundary()
    {
        foreach (GuardedMemory? guards in new[] { null, new GuardedMemory("Model") })
        {
            foreach (int length in new[] { 0, 1, 15, 16, 17, 100 })
            {
                var buffer = new AlignedBuffer(length, "", guards, segments: 3);
                var losses = new AlignedBuffer<SampleLoss>(length, "", guards, segments: 3);
                for (int segment = 0; segment < 3; segment++)
                {
                    Assert.Equal(0u, (nuint)(buffer.Start + (segment * buffer.SegmentStride)) % 64);
                    Assert.Equal(0u, (nuint)(losses.Start + (segment * losses.SegmentStride)) % 64);
                }

                guards?.Check();
                GC.KeepAlive(buffer);
                GC.KeepAlive(losses);
            }
        }
    }

    /// <summary>A model that does nothing but write one number where it is told to.</summary>
    private sealed class Overrunning : TrainableModel<float, float>
    {
        private static readonly ModelInfo _info = new()
        {
            Contract = Contract.Number,
            Name = "Overrunning",
            InputShape = [3],
            OutputShape = [1],
            Loss = StaticNet.Loss.MeanSquaredError,
            Layers = [new("dense", "Dense", [1], 3)],
            Parameters = [new("dense/kernel", [3], 0, 16, Initializer.Ones, 3, 1)],
            Memory = new()
            {
                Parameters = 16,
                InferenceRows = 2,
                Inference = 16,
                Prepared = 16,
                Operations = 1,
                Derived = 16,
                GradientBlock = 20,
                Scratch = 20,
                TrainingPerSample = 5,
            },
        };

        public string Place { get; set; } = "";

        /// <summary>How far behind the end, or before the start.</summary>
        public int Numbers { get; set; }

        public Optimizer? Optimizer { get; set; }

        protected override ModelInfo DescribeModel() => _info;

        protected override void Infer(float* parameters, float* inputs, float* outputs, float* prepared, float* workspace, int rows)
        {
            Write("workspace", workspace, 16);
            Write("prepared", prepared, 16);
            Write("weights", parameters, 16);
            new Span<float>(outputs, rows).Clear();
        }

        protected override void Measure(
            float* parameters, float* inputs, float* targets, float* prepared, float* workspace, SampleLoss* losses, int rows)
        {
            Write("targets of a tile", targets, 2);
            new Span<SampleLoss>(losses, rows).Clear();
            if (Place == "losses of a tile")
                losses[Numbers < 0 ? Numbers : 1 + Numbers] = default;
        }

        protected override void Prepare(float* parameters, float* derived)
        {
        }

        protected override void Propagate(float* parameters, in TrainingStep<float, float> step, int first, int rows)
        {
            Write("derived", step.Derived, 16);
            Write("inputs", step.Inputs, 3 * step.Batch);
            Write("targets", step.Targets, step.Batch);
            Write("buffers", step.Buffers, 5 * step.Batch);
            Write("scratch", step.Scratch, 20);
            new Span<SampleLoss>(step.Losses + first, rows).Clear();
            if (Place == "losses")
                step.Losses[Numbers < 0 ? Numbers : step.Batch - 1 + Numbers] = default;
        }

        protected override void Update(float* parameters, in TrainingStep<float, float> step, int part, int parts)
        {
            Write("gradient room", step.Gradients.Scratch(part), 20);
            if (!step.Gradients.UpdatesWeights)
                Write("gradients", step.Gradients.BlockFor(0, part), 16);
            if (Optimizer is null)
                return;
            fixed (float* state = Optimizer.State)
                Write("optimizer", state, 32);
        }

        private void Write(string place, float* start, int length)
        {
            if (Place == place)
                start[Numbers < 0 ? Numbers : length - 1 + Numbers] = 1;
        }
    }
}
