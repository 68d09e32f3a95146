using static StaticNet.Activation;

namespace StaticNet.Tests.Training;

/// <summary>Images that are augmented, with moving averages and dropout.</summary>
[Model(8, 8, 2)]
[RandomFlip]
[RandomTranslation(0.2, 0.2)]
[Conv2D(6, 3)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Dropout(0.3)]
[Flatten]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ResumedImages;

/// <summary>Tokens, of whose table a step reads few rows, and a recurrence that drops out.</summary>
[Model(12)]
[Embedding(50, 6, MaskZero = true)]
[LSTM(5, Dropout = 0.2, RecurrentDropout = 0.2)]
[GaussianNoise(0.1)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class ResumedTokens;

/// <summary>Samples of more than a megabyte.</summary>
[Model(300_000)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LongSamples;
