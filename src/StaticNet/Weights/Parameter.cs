using System.Diagnostics;
using System.Numerics.Tensors;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>The weights of one kernel or bias: with a name and a shape. What is read is a copy; what is written changes the model.</summary>
/// <remarks>
/// While the model trains, only callbacks of <c>Fit</c> on the thread that called it may read and write; a prediction during whose work
/// another thread writes is refused.
/// </remarks>
/// <example>
/// <code>
/// Parameter kernel = model.DenseKernel;
/// Console.WriteLine($"{kernel.Name}: {kernel.Count} weights");
/// kernel[0, 3] = 0;
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(ParameterProxy))]
public sealed class Parameter
{
    private readonly ParameterInfo _info;
    private readonly WeightStore _store;
    private readonly int _width;
    private readonly int _rows;

    // Numbers that lie beside each other in memory, and rows that are best copied together: what is read and what is written are whole lines then.
    private readonly int _run;
    private readonly int _band;

    internal Parameter(ParameterInfo info, WeightStore store)
    {
        _info = info;
        _store = store;
        (_width, Count) = (1, 1);
        for (int axis = info.Shape.Count - 1; axis >= 0; axis--)
        {
            Count = checked(Count * info.Shape[axis]);
            if (axis == info.Shape.Count - info.RowAxes)
                _width = Count;
        }

        _rows = Count / _width;
        (_run, _band) = info.PanelRows == 0 ? (_width, 1) : (Layout.Vector, Layout.Vector);
    }

    /// <summary>The layer's name and the parameter's: <c>dense_1/kernel</c>.</summary>
    public string Name => _info.Name;

    /// <summary>The shape: (inputs, units) for the kernel of a dense layer, nothing for a single number.</summary>
    public IReadOnlyList<int> Shape => _info.Shape;

    /// <summary>The number of weights.</summary>
    public int Count { get; }

    /// <summary>Whether gradients change it; others, such as moving averages, training changes in ways of their own.</summary>
    public bool Trainable => _info.Trainable;

    /// <summary>
    /// A copy of the weights in their shape, made anew each time. For one weight use the index; for a copy without a shape <see cref="CopyTo"/>. A single
    /// number without axes is a tensor of shape (1) here.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has written to it meanwhile.</exception>
    public ReadOnlyTensorSpan<float> Values => Shaped(ToArray());

    /// <summary>One weight.</summary>
    /// <param name="index">Its place along each axis.</param>
    /// <exception cref="ArgumentException">There are not as many places as axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A place lies outside the shape.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model.</exception>
    public float this[params ReadOnlySpan<nint> index]
    {
        get
        {
            int place = Place(index);
            long version = _store.Gate.BeginReading();
            _store.ApplyPending();
            float value = _store.Buffer.Span[place];
            _store.Gate.EndReading(version);
            return value;
        }

        set
        {
            int place = Place(index);
            using TrainingGate.Writing writing = _store.Gate.Write();
            _store.ApplyPending();
            _store.Buffer.Span[place] = value;
        }
    }

    private int Place(ReadOnlySpan<nint> index)
    {
        if (index.Length != Shape.Count)
        {
            throw new ArgumentException(
                Invariant($"{index.Length} places were asked for. Expected {Shape.Count}, one along each axis of {this}."), nameof(index));
        }

        int number = 0;
        for (int axis = 0; axis < index.Length; axis++)
        {
            if ((nuint)index[axis] >= (nuint)Shape[axis])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index), index[axis],
                    Invariant($"Place {index[axis]} along axis {axis} was asked of {this}. Expected 0 to {Shape[axis] - 1}."));
            }

            number = (number * Shape[axis]) + (int)index[axis];
        }

        return Place(number / _width, number % _width);
    }

    // Rows follow each other, or they are those of a matrix in panels, several of them beside each other.
    private int Place(int row, int column)
    {
        if (_info.PanelRows == 0)
            return _info.Offset + (row * _info.Stride) + column;
        (int matrixRow, int beside) = Math.DivRem(row, _rows / _info.PanelRows);
        return _info.Offset + (matrixRow * Layout.Vector) + Layout.Place((beside * _info.Stride) + column, _info.PanelRows * Layout.Vector);
    }

    /// <summary>Copies the weights out, in row-major order.</summary>
    /// <exception cref="ArgumentException">The target does not have <see cref="Count"/> places.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has written to it meanwhile.</exception>
    public void CopyTo(Span<float> target)
    {
        Guard.SameLength(target.Length, Count, $"The target for {Name}", nameof(target));
        long version = _store.Gate.BeginReading();
        _store.ApplyPending();
        Gather(_store.Buffer.Span, target);
        _store.Gate.EndReading(version);
    }

    /// <summary>A copy of the weights, in row-major order.</summary>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has written to it meanwhile.</exception>
    public float[] ToArray()
    {
        var values = new float[Count];
        CopyTo(values);
        return values;
    }

    /// <summary>Copies weights in, in row-major order.</summary>
    /// <exception cref="ArgumentException">The source does not have <see cref="Count"/> values.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model.</exception>
    public void CopyFrom(ReadOnlySpan<float> source)
    {
        Guard.SameLength(source.Length, Count, $"The source of {Name}", nameof(source));
        using TrainingGate.Writing writing = _store.Gate.Write();
        _store.ApplyPending();
        CopyRows(_store.Buffer.Span, source, 0, _rows);
    }

    /// <summary>Takes over the weights of a parameter of the same shape, of this model or another.</summary>
    /// <exception cref="ArgumentException">The source has another shape.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains one of the models, or has written to the source meanwhile.</exception>
    /// <example>
    /// <code>
    /// student.DenseKernel.CopyFrom(teacher.DenseKernel);
    /// </code>
    /// </example>
    public void CopyFrom(Parameter source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!Shape.SequenceEqual(source.Shape))
            throw new ArgumentException($"{source} was to be copied to {this}. Expected the same shape.", nameof(source));

        // By way of a copy, so that nobody holds the gates of two models at once.
        CopyFrom(source.ToArray());
    }

    /// <summary>Name and shape.</summary>
    public override string ToString() => $"{Name} ({string.Join(", ", Shape)})";

    /// <summary>Whether it is one of a model's.</summary>
    internal bool IsOf(WeightStore store) => ReferenceEquals(store, _store);

    /// <summary>What a debugger shows. Where reading is refused, in the middle of a training, that is what lies in memory.</summary>
    internal ShownNumbers Show()
    {
        var weights = new float[Count];
        try
        {
            CopyTo(weights);
        }
        catch (InvalidOperationException)
        {
            Gather(_store.Buffer.Span, weights);
        }

        return ShownNumbers.Of(Name, weights, [.. Shape]);
    }

    /// <summary>How many rows it has, each of which is a run of numbers of <see cref="Width"/>.</summary>
    internal int Rows => _rows;

    /// <summary>The numbers of a row.</summary>
    internal int Width => _width;

    /// <summary>
    /// Its part of the memory of all weights, or of what is laid out like them: its numbers in the order of that memory, with zeros between them. Whoever
    /// reads weights begins and ends that at the gate.
    /// </summary>
    internal ReadOnlySpan<float> Memory(ReadOnlySpan<float> buffer) => buffer.Slice(_info.Offset, Layout.Align(_rows * _info.Stride));

    /// <summary>Copies all of it out of the weights, or of what is laid out like them, in row-major order.</summary>
    internal void Gather(ReadOnlySpan<float> buffer, Span<float> target) => Gather(buffer, target, 0, _rows);

    /// <summary>Copies some rows out, one behind the other.</summary>
    internal void Gather(ReadOnlySpan<float> buffer, Span<float> target, int first, int end)
    {
        for (int band = first; band < end; band += _band)
        {
            for (int column = 0; column < _width; column += _run)
            {
                for (int row = band, run = Math.Min(_run, _width - column); row < Math.Min(band + _band, end); row++)
                    buffer.Slice(Place(row, column), run).CopyTo(target[(((row - first) * _width) + column)..]);
            }
        }
    }

    /// <summary>
    /// Copies some rows of a source of all numbers into the weights, or into what is laid out like them; several threads may do so at once.
    /// Whoever changes weights writes at the gate and has applied what was pending.
    /// </summary>
    internal void CopyRows(Span<float> buffer, ReadOnlySpan<float> source, int first, int end)
        => CopyBand(buffer, source[(first * _width)..(end * _width)], first, end);

    /// <summary>Whether they follow each other in memory as they do in row-major order.</summary>
    internal bool IsRowMajor => _info.PanelRows == 0 && _width == _info.Stride;

    /// <summary>Some rows of such a parameter in the memory of all.</summary>
    internal Span<float> RowMajor(Span<float> buffer, int first, int end) => buffer[Place(first, 0)..][..((end - first) * _width)];

    /// <summary>Copies some rows in, of a source that has no others.</summary>
    internal void CopyBand(Span<float> buffer, ReadOnlySpan<float> source, int first, int end)
    {
        for (int band = first; band < end; band += _band)
        {
            for (int column = 0; column < _width; column += _run)
            {
                for (int row = band, run = Math.Min(_run, _width - column); row < Math.Min(band + _band, end); row++)
                    source.Slice(((row - first) * _width) + column, run).CopyTo(buffer[Place(row, column)..]);
            }
        }

        if (end == _rows)
            ClearPadding(buffer);
    }

    // What lies between the rows and behind the last one is 0, also after steps that have made NaN of everything: kernels multiply by it.
    private void ClearPadding(Span<float> buffer)
    {
        if (_width == _info.Stride)
        {
            buffer[(_info.Offset + Count)..(_info.Offset + Layout.Align(Count))].Clear();
            return;
        }

        for (int row = 0; row < _rows; row++)
            buffer.Slice(Place(row, _width), _info.Stride - _width).Clear();
    }

    /// <summary>Draws the weights that training starts from, on as many threads as that pays for.</summary>
    internal void Initialize(ulong seed)
    {
        var source = new RandomSource(seed);
        double fan = _info.Initializer is Initializer.GlorotUniform or Initializer.GlorotNormal ? _info.FanIn + _info.FanOut : _info.FanIn;
        switch (_info.Initializer)
        {
            case Initializer.GlorotUniform or Initializer.HeUniform:
                UniformWeights.Draw(this, _store.Buffer, source, Math.Sqrt(6 / fan));
                return;
            case Initializer.RandomUniform:
                UniformWeights.Draw(this, _store.Buffer, source, 0.05);
                return;
        }

        // Memory starts at 0.
        if (_info.Initializer == Initializer.Zeros && _info.Ones == 0)
            return;
        var values = new float[Count];
        switch (_info.Initializer)
        {
            case Initializer.GlorotNormal or Initializer.HeNormal:
                NormalWeights.Draw(values, source, Math.Sqrt(2 / fan));
                break;
            case Initializer.LecunNormal:
                NormalWeights.Draw(values, source, Math.Sqrt(1 / fan));
                break;
            case Initializer.Orthogonal:
                Orthogonal.Fill(values, Count / Shape[^1], Shape[^1], ref source);
                break;
            case Initializer.Ones:
                values.AsSpan().Fill(1);
                break;
        }

        values.AsSpan(_info.OnesAt, _info.Ones).Fill(1);
        CopyRows(_store.Buffer.Span, values, 0, _rows);
    }

    /// <summary>Numbers in row-major order, in its shape.</summary>
    internal ReadOnlyTensorSpan<float> Shaped(float[] values)
    {
        if (Shape.Count == 0)
            return new ReadOnlyTensorSpan<float>(values, [1]);
        Span<nint> lengths = stackalloc nint[Shape.Count];
        for (int axis = 0; axis < lengths.Length; axis++)
            lengths[axis] = Shape[axis];
        return new ReadOnlyTensorSpan<float>(values, lengths);
    }
}
