using System.Globalization;

namespace StaticNet;

/// <summary>
/// Shows the progress of training as Keras does. What it shows changes at most every 50 ms, and showing it allocates nothing.
/// </summary>
internal sealed class ProgressReporter
{
    private const int BarWidth = 20;
    private static readonly TimeSpan _refreshEvery = TimeSpan.FromMilliseconds(50);

    private readonly TextWriter? _output;
    private readonly bool _moves;
    private readonly int _epochs;
    private readonly TimeProvider _time;
    private char[] _line = new char[512];
    private int _length;
    private int _shown;
    private int? _steps;
    private long _start;
    private long _refreshed;

    public ProgressReporter(FitOptions options, TimeProvider time)
        : this(options, time, !Console.IsOutputRedirected)
    {
    }

    /// <summary>As above; <paramref name="isTerminal"/> says where the process writes to.</summary>
    public ProgressReporter(FitOptions options, TimeProvider time, bool isTerminal)
    {
        ProgressDisplay display = options.Progress != ProgressDisplay.Auto ? options.Progress
            : options.Output is not null ? ProgressDisplay.Lines
            : isTerminal ? ProgressDisplay.Bar
            : ProgressDisplay.Silent;
        _output = display == ProgressDisplay.Silent ? null : options.Output ?? Console.Out;
        _moves = display == ProgressDisplay.Bar;
        _epochs = options.Epochs;
        _time = time;
    }

    /// <summary>How long the epoch has taken so far.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>Begins an epoch.</summary>
    /// <param name="epoch">Its number, from 1.</param>
    /// <param name="steps">Its steps; null where they are not known.</param>
    /// <param name="before">How long it took before it was interrupted.</param>
    public void BeginEpoch(int epoch, int? steps, TimeSpan before = default)
    {
        _steps = steps;
        _shown = 0;
        _refreshed = _time.GetTimestamp();
        _start = _refreshed - (long)(before.TotalSeconds * _time.TimestampFrequency);
        _output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Epoch {epoch}/{_epochs}"));
    }

    /// <summary>Tells of a finished step.</summary>
    /// <param name="done">The steps of the epoch that are over.</param>
    /// <param name="metrics">The names of what was measured.</param>
    /// <param name="values">What was measured so far.</param>
    public void Step(int done, ReadOnlySpan<string> metrics, ReadOnlySpan<double> values)
    {
        if (_output is null || !_moves || _time.GetElapsedTime(_refreshed) < _refreshEvery)
            return;
        _refreshed = _time.GetTimestamp();
        TimeSpan elapsed = Elapsed;

        // Time that is left, or has passed where nobody knows.
        TimeSpan time = _steps is { } steps ? elapsed * Math.Max(0, (double)(steps - done) / done) : elapsed;
        Show(done, time, elapsed / done, metrics, values, []);
    }

    /// <summary>Tells of a finished epoch.</summary>
    /// <param name="steps">Its steps.</param>
    /// <param name="metrics">The names of what was measured.</param>
    /// <param name="values">What was measured.</param>
    /// <param name="validation">What was measured on validation data; empty where there is none.</param>
    /// <returns>How long it took.</returns>
    public TimeSpan EndEpoch(int steps, ReadOnlySpan<string> metrics, ReadOnlySpan<double> values, ReadOnlySpan<double> validation)
    {
        TimeSpan elapsed = Elapsed;
        if (_output is not null)
        {
            _steps = steps;
            Show(steps, elapsed, elapsed / Math.Max(1, steps), metrics, values, validation);
            _output.WriteLine();
            _output.Flush();
        }

        return elapsed;
    }

    private void Show(
        int done, TimeSpan time, TimeSpan perStep, ReadOnlySpan<string> metrics, ReadOnlySpan<double> values, ReadOnlySpan<double> validation)
    {
        _length = 0;
        if (_moves)
        {
            Append("\r");
            for (int digits = Digits(done); digits < (_steps is { } max ? Digits(max) : 0); digits++)
                Append(" ");
        }

        Append(done);
        Append("/");
        if (_steps is { } steps)
            Append(steps);
        else
            Append("Unknown");
        Append(_moves ? " " : " - ");
        if (_moves && _steps is { } all)
        {
            int filled = (int)Math.Min(BarWidth, (long)BarWidth * done / all);
            for (int i = 0; i < BarWidth; i++)
                Append(i < filled ? "━" : "─");
            Append(" ");
        }

        AppendDuration(time);
        Append(_moves ? " " : " - ");
        AppendTimePerStep(perStep);
        AppendMetrics("", metrics, values);
        AppendMetrics("val_", metrics, validation);

        // A shorter line leaves nothing of a longer one behind.
        int visible = _length;
        while (_moves && _length < _shown)
            Append(" ");
        _shown = visible;
        _output!.Write(_line.AsSpan(0, _length));
    }

    private void AppendMetrics(string prefix, ReadOnlySpan<string> metrics, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Append(" - ");
            Append(prefix);
            Append(metrics[i]);
            Append(": ");

            // Keras' format, but for numbers that would not fit into a line.
            Append(values[i], Math.Abs(values[i]) is > 1e-3 and < 1e15 || values[i] == 0 ? "F4" : "E4");
        }
    }

    private void AppendDuration(TimeSpan time)
    {
        if (time.TotalHours >= 1)
            Append(time, "h\\:mm\\:ss");
        else if (time.TotalMinutes >= 1)
            Append(time, "m\\:ss");
        else
            Append(time, "%s");
        if (time.TotalMinutes < 1)
            Append("s");
    }

    private void AppendTimePerStep(TimeSpan time)
    {
        (double value, string unit) = time.TotalSeconds >= 1 ? (time.TotalSeconds, "s/step")
            : time.TotalMilliseconds >= 1 ? (time.TotalMilliseconds, "ms/step")
            : (time.TotalMicroseconds, "us/step");
        Append(value, "F0");
        Append(unit);
    }

    private void Append(string text)
    {
        // So many outputs may have so long names. Room for a number is always left.
        while (_line.Length - _length < text.Length + 64)
            Array.Resize(ref _line, 2 * _line.Length);
        text.CopyTo(_line.AsSpan(_length));
        _length += text.Length;
    }

    private void Append<T>(T value, string? format = null)
        where T : ISpanFormattable
    {
        if (value.TryFormat(_line.AsSpan(_length), out int written, format, CultureInfo.InvariantCulture))
            _length += written;
    }

    private static int Digits(int value)
    {
        int digits = 1;
        while ((value /= 10) > 0)
            digits++;
        return digits;
    }
}
