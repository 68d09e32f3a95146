namespace StaticNet.Tests.Training;

/// <summary>What a user sees of the training.</summary>
[Collection(AloneCollection.Name)]
[Trait(Widths.Trait, Widths.Any)]
public class ProgressReporterTests
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly Clock _clock = new();

    [Fact]
    public void An_output_of_its_own_gets_a_line_an_epoch()
    {
        ProgressReporter reporter = Reporter(ProgressDisplay.Auto);
        reporter.BeginEpoch(1, 782);
        for (int step = 1; step <= 782; step++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(75));
            Step(reporter, step, 0.5, 0.7);
        }

        EndEpoch(reporter, 782, 0.46974, 0.75398, 0.42021, 0.82691);
        Assert.Equal("Epoch 1/2\n782/782 - 58s - 75ms/step - accuracy: 0.7540 - loss: 0.4697 - val_accuracy: 0.8269 - val_loss: 0.4202\n", _output.ToString());
    }

    [Fact]
    public void A_console_gets_the_moving_bar_of_Keras()
    {
        ProgressReporter reporter = Reporter(ProgressDisplay.Bar);
        reporter.BeginEpoch(2, 100);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Step(reporter, 25, 0.5, null);
        _clock.Advance(TimeSpan.FromSeconds(68));
        EndEpoch(reporter, 100, 0.0001234, null, null, null);
        Assert.Equal(
            "Epoch 2/2\n"
            + "\r 25/100 ━━━━━─────────────── 6s 80ms/step - loss: 0.5000"
            + "\r100/100 ━━━━━━━━━━━━━━━━━━━━ 1:10 700ms/step - loss: 1.2340E-004\n",
            _output.ToString());
    }

    [Fact]
    public void Numbers_that_are_none_and_numbers_that_are_too_large_are_shown()
    {
        ProgressReporter reporter = Reporter(ProgressDisplay.Lines);
        reporter.BeginEpoch(1, 1);
        EndEpoch(reporter, 1, 1e300, 0.5, double.NaN, double.NaN);
        EndEpoch(reporter, 1, 1e300, null, double.PositiveInfinity, null);
        string[] lines = _output.ToString().Split('\n');
        Assert.EndsWith("accuracy: 0.5000 - loss: 1.0000E+300 - val_accuracy: NaN - val_loss: NaN", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("/step - loss: 1.0000E+300 - val_loss: Infinity", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_shorter_line_wipes_out_a_longer_one()
    {
        ProgressReporter reporter = Reporter(ProgressDisplay.Bar);
        reporter.BeginEpoch(1, 2);
        _clock.Advance(TimeSpan.FromSeconds(3700));
        Step(reporter, 1, 0.5, 0.5);
        _clock.Advance(TimeSpan.FromMilliseconds(60));
        Step(reporter, 2, 0.5, null);
        string[] lines = _output.ToString().Split('\r');
        Assert.Equal("1/2 ━━━━━━━━━━────────── 1:01:40 3700s/step - accuracy: 0.5000 - loss: 0.5000", lines[1]);
        Assert.Equal("2/2 ━━━━━━━━━━━━━━━━━━━━ 0s 1850s/step - loss: 0.5000".PadRight(lines[1].Length), lines[2]);
    }

    [Fact]
    public void The_bar_moves_at_most_every_50_milliseconds_and_without_allocating()
    {
        using var sink = new CountingWriter();
        var reporter = new ProgressReporter(new FitOptions { Progress = ProgressDisplay.Bar, Output = sink }, _clock);
        reporter.BeginEpoch(1, 1000);
        int steps = 0;
        Assert.Equal(0, Allocation.InEachRun(() =>
        {
            for (int step = 1; step <= 100; step++)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(25));
                Step(reporter, step, 0.5, 0.5);
            }

            steps += 100;
        }));
        Assert.Equal(steps / 2, sink.Writes);
    }

    [Fact]
    public void Silence_is_silent()
    {
        ProgressReporter reporter = Reporter(ProgressDisplay.Silent);
        reporter.BeginEpoch(1, 1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Step(reporter, 1, 0.5, 0.5);
        Assert.Equal(TimeSpan.FromSeconds(1), EndEpoch(reporter, 1, 0.5, 0.5, 0.5, 0.5));
        Assert.Equal("", _output.ToString());
    }

    // As Keras on a terminal, and nothing elsewhere unless asked.
    [Theory]
    [InlineData(ProgressDisplay.Auto, true, "Epoch 1/2 1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 0us/step - loss: 0.5000")]
    [InlineData(ProgressDisplay.Auto, false, "")]
    [InlineData(ProgressDisplay.Lines, true, "Epoch 1/2 1/1 - 0s - 0us/step - loss: 0.5000")]
    [InlineData(ProgressDisplay.Lines, false, "Epoch 1/2 1/1 - 0s - 0us/step - loss: 0.5000")]
    [InlineData(ProgressDisplay.Bar, false, "Epoch 1/2 1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 0us/step - loss: 0.5000")]
    [InlineData(ProgressDisplay.Silent, true, "")]
    public void The_standard_output_is_written_to_where_it_is_a_terminal_or_was_asked_for(ProgressDisplay display, bool isTerminal, string expected)
    {
        TextWriter standard = Console.Out;
        Console.SetOut(_output);
        try
        {
            var reporter = new ProgressReporter(new FitOptions { Epochs = 2, Progress = display }, _clock, isTerminal);
            reporter.BeginEpoch(1, 1);
            EndEpoch(reporter, 1, 0.5, null, null, null);
        }
        finally
        {
            Console.SetOut(standard);
        }

        Assert.Equal(expected, string.Join(' ', _output.ToString().Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries)));
    }

    private static void Step(ProgressReporter reporter, int done, double loss, double? accuracy)
    {
        if (accuracy is { } known)
            reporter.Step(done, ["accuracy", "loss"], [known, loss]);
        else
            reporter.Step(done, ["loss"], [loss]);
    }

    private static TimeSpan EndEpoch(ProgressReporter reporter, int steps, double loss, double? accuracy, double? validationLoss, double? validationAccuracy)
        => accuracy is null ? reporter.EndEpoch(steps, ["loss"], [loss], validationLoss is { } only ? [only] : [])
            : reporter.EndEpoch(steps, ["accuracy", "loss"], [accuracy.Value, loss], validationLoss is { } known ? [validationAccuracy!.Value, known] : []);

    private ProgressReporter Reporter(ProgressDisplay display)
        => new(new FitOptions { Epochs = 2, Progress = display, Output = _output }, _clock);

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }

    private sealed class CountingWriter : TextWriter
    {
        public int Writes { get; private set; }

        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(ReadOnlySpan<char> buffer) => Writes++;
    }
}
