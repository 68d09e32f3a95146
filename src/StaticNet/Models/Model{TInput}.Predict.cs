using System.Buffers;
using System.Numerics.Tensors;
using static System.FormattableString;

namespace StaticNet;

/// <content>Predictions from and to what numbers are held in.</content>
public abstract unsafe partial class Model<TInput>
{
    // As much of a sample's outputs as goes on the stack.
    private const int MaxOnStack = 256;

    /// <summary>Predicts the class of one sample: the place of the highest output or, of a single output, 1 where it is above one half and else 0.</summary>
    /// <param name="sample">The sample.</param>
    /// <exception cref="ArgumentException">It is not one sample, a token lies outside its table, or the model gives more than one class for a sample.</exception>
    /// <exception cref="ArithmeticException">An output is NaN, of which no class can be told.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public int PredictClass(ReadOnlySpan<TInput> sample)
    {
        Span<float> outputs = Info.OutputSize <= MaxOnStack ? stackalloc float[Info.OutputSize] : new float[Info.OutputSize];
        PredictOne(sample, outputs);
        return outputs.Length == 1 ? Decision.YesOrNo(outputs[0]) : Decision.Highest(outputs);
    }

    /// <summary>Predicts the probability of each class of one sample, by name.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="classNames">
    /// What each label means, from label 0 on, such as the <see cref="Dataset{TInput, TTarget}.ClassNames"/> of the data that the model learned:
    /// a name for each output; of a model with a single output a name for no and one for yes.
    /// </param>
    /// <returns>The classes, the most probable first, of equal ones the first.</returns>
    /// <exception cref="ArgumentException">It is not one sample, a token lies outside its table, or there are names for another number of classes.</exception>
    /// <exception cref="ArithmeticException">An output is NaN.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    /// <example>
    /// <code>
    /// foreach (ClassProbability guess in model.PredictNamed(sample, ["cat", "dog", "hamster"]))
    ///     Console.WriteLine(guess);          // dog 0.8731
    /// </code>
    /// </example>
    public IReadOnlyList<ClassProbability> PredictNamed(ReadOnlySpan<TInput> sample, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        RequireOneOutput();
        int classes = Math.Max(2, Info.OutputSize);
        Guard.SameLength(classNames.Count, classes, "The list of class names", nameof(classNames));
        var outputs = new float[Info.OutputSize];
        PredictOne(sample, outputs);
        if (outputs.Length == 1)
            outputs = [1 - outputs[0], outputs[0]];
        var named = new ClassProbability[classes];
        for (int i = 0; i < classes; i++)
            named[i] = new ClassProbability(i, classNames[i], outputs[i]);
        Array.Sort(named, (a, b) => b.Probability.CompareTo(a.Probability) is not 0 and int compared ? compared : a.Class.CompareTo(b.Class));
        return Array.AsReadOnly(named);
    }

    /// <summary>Refuses samples whose shape is another than the model's, though they have as many numbers, such as images with channels first.</summary>
    private protected void CheckShape(ReadOnlySpan<int> shape, string argument) => Guard.SampleShape(shape, Info.InputShape, Info.Name, argument);

    /// <summary>The samples of a data set as rows.</summary>
    internal static Rows<TInput> RowsOf<TTarget>(Dataset<TInput, TTarget> data)
        where TTarget : unmanaged
        => new(data.Inputs, [data.Count, .. data.SampleShape ?? [data.InputSize]]);

    /// <summary>How many samples rows are.</summary>
    internal int SamplesOf(Rows<TInput> x)
    {
        if (x.Count is null)
            return x.Values.IsEmpty ? 0 : Guard.Samples(x.Values.Length, Info.InputSize, nameof(x));
        CheckShape(x.RowShape, nameof(x));
        return SamplesOf(x.Count.Value, x.Values.Length, nameof(x));
    }

    /// <summary>How many samples a tensor is.</summary>
    internal int SamplesOf(ReadOnlyTensorSpan<TInput> x)
    {
        if (x.FlattenedLength > int.MaxValue)
            throw new ArgumentException(Invariant($"The tensor has {x.FlattenedLength} numbers. Expected at most {int.MaxValue}; predict parts of it."), nameof(x));
        if (x.Rank < 2)
            return x.IsEmpty ? 0 : Guard.Samples((int)x.FlattenedLength, Info.InputSize, nameof(x));
        Span<int> shape = stackalloc int[x.Rank - 1];
        for (int axis = 0; axis < shape.Length; axis++)
            shape[axis] = (int)Math.Min(x.Lengths[axis + 1], int.MaxValue);
        CheckShape(shape, nameof(x));
        return SamplesOf((int)Math.Min(x.Lengths[0], int.MaxValue), (int)x.FlattenedLength, nameof(x));
    }

    private int SamplesOf(int samples, int length, string argument)
    {
        if (samples > 0 && length / samples != Info.InputSize)
        {
            throw new ArgumentException(
                Invariant($"{samples} samples of {length / samples} numbers came. {Info.Name} expects {Info.InputSize} for each")
                + (length == Info.InputSize ? "; the first axis counts samples, and one sample alone goes into an array without axes." : "."),
                argument);
        }

        return samples;
    }

    /// <summary>Predicts the samples of a tensor, wherever its numbers lie.</summary>
    internal void PredictView(ReadOnlyTensorSpan<TInput> x, Span<float> outputs)
    {
        Span<nint> start = stackalloc nint[x.Rank];
        start.Clear();
        if (x.TryGetSpan(start, (int)x.FlattenedLength, out ReadOnlySpan<TInput> whole))
        {
            Predict(whole, outputs);
            return;
        }

        TInput[] rented = ArrayPool<TInput>.Shared.Rent((int)x.FlattenedLength);
        Span<TInput> buffer = rented.AsSpan(0, (int)x.FlattenedLength);
        x.FlattenTo(buffer);
        Predict(buffer, outputs);
        ArrayPool<TInput>.Shared.Return(rented);
    }

    private void PredictOne(ReadOnlySpan<TInput> sample, Span<float> outputs)
    {
        Guard.SameLength(sample.Length, Info.InputSize, "The sample", nameof(sample));
        RequireOneOutput();
        if (Info.OutputShape[^1] != Info.OutputSize)
        {
            throw new ArgumentException(
                $"The output of {Info.Name} for a sample has the shape ({string.Join(", ", Info.OutputShape)}), of which there is more than one class. Use PredictClasses.", nameof(sample));
        }

        Predict(sample, outputs);
        if (outputs.IndexOfAny(float.NaN, float.NaN) >= 0)
        {
            throw new ArithmeticException(
                Invariant($"The output for the sample is NaN at place {Guard.FirstNaN(outputs)}. No class can be told; look for NaN or very large numbers in the sample and in the weights."));
        }
    }
}
