using System.ComponentModel;

namespace StaticNet;

/// <content>Predictions of one step of a sequence at a time.</content>
public abstract unsafe partial class Model<TInput>
{
    /// <summary>A decoder that has read nothing yet. Generated code calls it for the member that is there in models that can be predicted step by step.</summary>
    /// <exception cref="InvalidOperationException">The model cannot be predicted step by step.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Decoder<TInput> NewDecoder()
        => Info.Decoding is { } decoding ? new(this, decoding)
            : throw new InvalidOperationException($"{Info.Name} cannot be predicted step by step: some of its layers look at later steps, or there is none that keeps anything of earlier ones.");

    /// <summary>
    /// Predicts one step of a sequence. <paramref name="kept"/> holds what the steps before have left, of which there are
    /// <paramref name="position"/>; the others are as in <see cref="Infer"/>, for what <see cref="ModelInfo.Decoding"/> says.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void InferStep(
        float* parameters, TInput* inputs, float* outputs, float* prepared, float* workspace, float* kept, int position)
        => throw NoCode();

    internal void InferStepCore(TInput* inputs, float* outputs, float* workspace, float* kept, int position)
        => InferStep(Weights.Start, inputs, outputs, Prepared, workspace, kept, position);

    /// <summary>Makes ready what predictions derive from the weights.</summary>
    internal void PrepareDecoding() => PrepareInference();
}
