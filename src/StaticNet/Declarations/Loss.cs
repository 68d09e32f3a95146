namespace StaticNet;

/// <summary>
/// What training makes small. Each is the mean over the batch, as in Keras, and over the rows of an output that has several. Where Softmax or Sigmoid feeds a cross-entropy directly,
/// the loss is computed from the sums before it, which is exact also where the probability rounds to 0 or 1.
/// </summary>
public enum Loss
{
    /// <summary>-y log p - (1 - y) log(1 - p), averaged over the outputs. For independent yes-or-no answers; targets are 0 to 1.</summary>
    BinaryCrossentropy,

    /// <summary>-Σ y log p over the classes. Targets are rows of class probabilities, such as one-hot rows.</summary>
    CategoricalCrossentropy,

    /// <summary>-log p of the true class. Targets are class labels from 0, one for each row of the output.</summary>
    SparseCategoricalCrossentropy,

    /// <summary>(y - p)², averaged over the outputs.</summary>
    MeanSquaredError,

    /// <summary>|y - p|, averaged over the outputs.</summary>
    MeanAbsoluteError,

    /// <summary>(y - p)² / 2 where |y - p| is at most 1, |y - p| - 1/2 beyond, averaged over the outputs (Keras' delta of 1).</summary>
    Huber,
}
