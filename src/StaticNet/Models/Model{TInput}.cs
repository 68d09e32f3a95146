using System.ComponentModel;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>A model that predicts. All its members may be called from many threads at once, as long as none changes the weights.</summary>
/// <typeparam name="TInput">What a sample is made of.</typeparam>
public abstract unsafe class Model<TInput> : Model
    where TInput : unmanaged
{
    private readonly WorkspacePool _workspaces;

    /// <summary>Makes the weights, drawn from the seed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Model(ModelInfo info, int seed)
        : base(info, seed)
        => _workspaces = new WorkspacePool(info.Memory.Inference);

    /// <summary>Predicts one sample or a batch of them. Allocates nothing once as many threads have predicted as do now.</summary>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <param name="outputs">Where the outputs go, one behind the other.</param>
    /// <exception cref="ArgumentException">
    /// The inputs are no whole number of samples, or the outputs have not exactly the room for their predictions.
    /// </exception>
    public void Predict(ReadOnlySpan<TInput> inputs, Span<float> outputs)
    {
        int samples = Guard.Samples(inputs.Length, Info.InputSize, nameof(inputs));
        if (outputs.Length != (long)samples * Info.OutputSize)
        {
            throw new ArgumentException(
                $"There is room for {outputs.Length} numbers. Expected {(long)samples * Info.OutputSize}: {Info.OutputSize} for each of the {samples} samples.",
                nameof(outputs));
        }

        AlignedBuffer workspace = _workspaces.Rent();
        fixed (TInput* from = inputs)
        {
            fixed (float* to = outputs)
            {
                int step = Info.Memory.InferenceRows;
                for (int sample = 0; sample < samples; sample += step)
                {
                    Infer(
                        new(Weights.Start), new(from + ((nint)sample * Info.InputSize)), new(to + ((nint)sample * Info.OutputSize)),
                        new(workspace.Start), Math.Min(step, samples - sample));
                }
            }
        }

        _workspaces.Return(workspace);
        GC.KeepAlive(this);
    }

    /// <summary>Predicts one sample or a batch of them.</summary>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <returns>The outputs, one behind the other.</returns>
    /// <exception cref="ArgumentException">The inputs are no whole number of samples.</exception>
    public float[] Predict(ReadOnlySpan<TInput> inputs)
    {
        var outputs = new float[Guard.Samples(inputs.Length, Info.InputSize, nameof(inputs)) * Info.OutputSize];
        Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>
    /// Predicts a class for each sample: the output with the highest value or, of a model with a single output, 1 where that is above
    /// one half and else 0.
    /// </summary>
    /// <param name="inputs">The samples, one behind the other, each in row-major order.</param>
    /// <exception cref="ArgumentException">The inputs are no whole number of samples.</exception>
    public int[] PredictClasses(ReadOnlySpan<TInput> inputs)
    {
        float[] outputs = Predict(inputs);
        int width = Info.OutputSize;
        var classes = new int[outputs.Length / width];
        for (int i = 0; i < classes.Length; i++)
            classes[i] = width == 1 ? (outputs[i] > 0.5f ? 1 : 0) : ArgMax.Of(outputs.AsSpan(i * width, width));
        return classes;
    }

    /// <summary>
    /// Predicts up to <see cref="MemoryPlan.InferenceRows"/> samples. <paramref name="workspace"/> has room for
    /// <see cref="MemoryPlan.Inference"/> floats.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Infer(
        Pointer<float> parameters, Pointer<TInput> inputs, Pointer<float> outputs, Pointer<float> workspace, int rows);

    /// <summary>Lends work space for <see cref="MemoryPlan.InferenceRows"/> samples.</summary>
    private protected AlignedBuffer RentWorkspace() => _workspaces.Rent();

    private protected void ReturnWorkspace(AlignedBuffer workspace) => _workspaces.Return(workspace);
}
