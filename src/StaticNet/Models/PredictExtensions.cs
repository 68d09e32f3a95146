using System.Buffers;
using System.Numerics.Tensors;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// Predictions from and to whatever numbers are held in. They are extensions, so that an array without axes always means
/// <see cref="Model{TInput}.Predict(ReadOnlySpan{TInput})"/>, in every version of the language.
/// </summary>
public static class PredictExtensions
{
    /// <summary>Predicts rows of any kind: arrays of two to four axes, doubles, bytes, memory.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">The samples; the first axis counts them.</param>
    /// <returns>A row of outputs for each sample.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the model, or a token lies outside its table.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    /// <example>
    /// <code>
    /// float[,] x = { { 0, 0 }, { 1, 0 } };
    /// float[,] outputs = model.Predict(x);           // outputs[1, 0] is the first output for the second sample
    /// </code>
    /// </example>
    public static float[,] Predict<TInput>(this Model<TInput> model, Rows<TInput> x)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.PredictRows(x);
    }

    /// <summary>Predicts the samples of a data set.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The samples; their targets are not looked at.</param>
    /// <returns>A row of outputs for each sample.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the model, or a token lies outside its table.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public static float[,] Predict<TInput, TTarget>(this Model<TInput> model, Dataset<TInput, TTarget> data)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        return model.Predict(Model<TInput>.RowsOf(data));
    }

    /// <summary>Predicts samples that are an array each.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">The samples.</param>
    /// <returns>The outputs, an array for each sample.</returns>
    /// <exception cref="ArgumentException">A sample is null or does not fit the model, or a token lies outside its table.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public static float[][] Predict<TInput>(this Model<TInput> model, TInput[][] x)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        float[,] outputs = model.Predict((Rows<TInput>)x);
        var rows = new float[outputs.GetLength(0)][];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = ArrayMemory<float>.SpanOf(outputs).Slice(i * model.Info.OutputSize, model.Info.OutputSize).ToArray();
        return rows;
    }

    /// <inheritdoc cref="Predict{TInput}(Model{TInput}, TInput[][])"/>
    public static float[][] Predict<TInput>(this Model<TInput> model, List<TInput[]> x)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        return model.Predict(x.ToArray());
    }

    /// <summary>Predicts the samples of a tensor, whose first axis counts them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">The samples.</param>
    /// <returns>The outputs: for each sample a tensor of the model's output shape.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the model, or a token lies outside its table.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public static Tensor<float> Predict<TInput>(this Model<TInput> model, Tensor<TInput> x)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        return model.Predict(x.AsReadOnlyTensorSpan());
    }

    /// <summary>Predicts the samples of a view of a tensor, whose first axis counts them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">The samples.</param>
    /// <returns>The outputs: for each sample a tensor of the model's output shape.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the model, or a token lies outside its table.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public static Tensor<float> Predict<TInput>(this Model<TInput> model, ReadOnlyTensorSpan<TInput> x)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        int samples = model.SamplesOf(x);
        Span<nint> shape = stackalloc nint[1 + model.Info.OutputShape.Count];
        shape[0] = samples;
        for (int axis = 1; axis < shape.Length; axis++)
            shape[axis] = model.Info.OutputShape[axis - 1];
        var outputs = new float[Guard.ArrayLength(samples, model.Info.OutputSize, nameof(x), "Predict fewer samples at a time.")];
        if (samples > 0)
            model.PredictView(x, outputs);
        return Tensor.Create(outputs, shape);
    }

    /// <summary>
    /// Predicts the samples of a view of a tensor, whose first axis counts them. Allocates nothing once as many threads have predicted as do
    /// now, where numbers lie one behind the other in both tensors.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="x">The samples.</param>
    /// <param name="outputs">Where the outputs go: as many numbers as the model has outputs for each place of its first axis.</param>
    /// <exception cref="ArgumentException">
    /// The samples do not fit the model, a token lies outside its table, or the outputs have not exactly the room for their predictions or
    /// share memory with the inputs.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public static void Predict<TInput>(this Model<TInput> model, ReadOnlyTensorSpan<TInput> x, TensorSpan<float> outputs)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        int samples = model.SamplesOf(x);
        if (outputs.FlattenedLength != (nint)samples * model.Info.OutputSize || (outputs.Rank > 1 && outputs.Lengths[0] != samples))
        {
            throw new ArgumentException(
                Invariant($"There is room for {Shown(outputs.Lengths)} numbers. Expected {model.Info.OutputSize} for each of the {samples} samples."), nameof(outputs));
        }

        if (samples == 0)
            return;
        Span<nint> start = stackalloc nint[outputs.Rank];
        start.Clear();
        if (outputs.TryGetSpan(start, (int)outputs.FlattenedLength, out Span<float> whole))
        {
            model.PredictView(x, whole);
            return;
        }

        float[] rented = ArrayPool<float>.Shared.Rent((int)outputs.FlattenedLength);
        Span<float> buffer = rented.AsSpan(0, (int)outputs.FlattenedLength);
        model.PredictView(x, buffer);
        new ReadOnlyTensorSpan<float>(buffer, outputs.Lengths).CopyTo(outputs);
        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>Predicts the classes of rows of any kind; see <see cref="Model{TInput}.PredictClasses(ReadOnlySpan{TInput})"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">The samples; the first axis counts them.</param>
    /// <inheritdoc cref="Model{TInput}.PredictClasses(ReadOnlySpan{TInput})"/>
    public static int[] PredictClasses<TInput>(this Model<TInput> model, Rows<TInput> x)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.SamplesOf(x) == 0 ? [] : model.PredictClasses(x.Values.Span);
    }

    /// <summary>Predicts the classes of the samples of a data set; see <see cref="Model{TInput}.PredictClasses(ReadOnlySpan{TInput})"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The samples; their targets are not looked at.</param>
    /// <inheritdoc cref="Model{TInput}.PredictClasses(ReadOnlySpan{TInput})"/>
    public static int[] PredictClasses<TInput, TTarget>(this Model<TInput> model, Dataset<TInput, TTarget> data)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        return model.PredictClasses(Model<TInput>.RowsOf(data));
    }

    private static string Shown(ReadOnlySpan<nint> lengths) => string.Join(" x ", lengths.ToArray());
}
