using static StaticNet.Activation;

namespace StaticNet.Tests;

/// <summary>A stack of rows. What behind the name of a model begins with To is the same stack up to that layer.</summary>
[Model(37)]
[Dense(64, ReLU, Name = "hidden"), Dropout(0.3f, Name = "dropped"), Dense(17, GELU, Name = "features"), BatchNormalization, Dense(5, Softmax, Name = "gates"), Dense(3, Softmax, Name = "classes")]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class NamedRows;

[Model(37), Dense(64, ReLU)]
internal sealed partial class NamedRowsToHidden;

[Model(37), Dense(64, ReLU), Dense(17, GELU)]
internal sealed partial class NamedRowsToFeatures;

[Model(37), Dense(64, ReLU), Dense(17, GELU), BatchNormalization, Dense(5, Softmax)]
internal sealed partial class NamedRowsToGates;

/// <summary>A stack of images, whose layers predictions fuse: pooling into a convolution, normalisation into another.</summary>
[Model(11, 13, 3)]
[RandomFlip(Name = "flipped"), Rescaling(0.5f, Name = "scaled")]
[Conv2D(16, 3, ReLU, Name = "edges"), MaxPooling2D(2, Name = "pooled")]
[Conv2D(17, 3, Padding = Padding.Same, UseBias = false, Name = "raw"), BatchNormalization(Name = "normalized"), Activation(ReLU, Name = "active")]
[SeparableConv2D(9, 3, SiLU, Name = "separated"), Conv2DTranspose(5, 2, Strides = 2, Name = "larger"), GlobalAveragePooling2D(Name = "means")]
[Dense(4, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class NamedImages;

[Model(11, 13, 3), RandomFlip]
internal sealed partial class NamedImagesToFlipped;

[Model(11, 13, 3), Rescaling(0.5f)]
internal sealed partial class NamedImagesToScaled;

[Model(11, 13, 3), Rescaling(0.5f), Conv2D(16, 3, ReLU)]
internal sealed partial class NamedImagesToEdges;

[Model(11, 13, 3), Rescaling(0.5f), Conv2D(16, 3, ReLU), MaxPooling2D(2)]
internal sealed partial class NamedImagesToPooled;

[Model(11, 13, 3), Rescaling(0.5f), Conv2D(16, 3, ReLU), MaxPooling2D(2), Conv2D(17, 3, Padding = Padding.Same, UseBias = false)]
internal sealed partial class NamedImagesToRaw;

[Model(11, 13, 3), Rescaling(0.5f), Conv2D(16, 3, ReLU), MaxPooling2D(2), Conv2D(17, 3, Padding = Padding.Same, UseBias = false), BatchNormalization]
internal sealed partial class NamedImagesToNormalized;

[Model(11, 13, 3), Rescaling(0.5f), Conv2D(16, 3, ReLU), MaxPooling2D(2), Conv2D(17, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
internal sealed partial class NamedImagesToActive;

[Model(11, 13, 3), Rescaling(0.5f), Conv2D(16, 3, ReLU), MaxPooling2D(2), Conv2D(17, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[SeparableConv2D(9, 3, SiLU)]
internal sealed partial class NamedImagesToSeparated;

[Model(11, 13, 3), Rescaling(0.5f), Conv2D(16, 3, ReLU), MaxPooling2D(2), Conv2D(17, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[SeparableConv2D(9, 3, SiLU), Conv2DTranspose(5, 2, Strides = 2)]
internal sealed partial class NamedImagesToLarger;

[Model(11, 13, 3), Rescaling(0.5f), Conv2D(16, 3, ReLU), MaxPooling2D(2), Conv2D(17, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[SeparableConv2D(9, 3, SiLU), Conv2DTranspose(5, 2, Strides = 2), GlobalAveragePooling2D]
internal sealed partial class NamedImagesToMeans;

/// <summary>A stack of sequences with a mask, recurrences and wrappers.</summary>
[Model(9, 5)]
[Masking(Name = "masked"), LSTM(16, ReturnSequences = true, Dropout = 0.2f, Name = "states")]
[Bidirectional(Name = "both"), GRU(5, ReturnSequences = true)]
[TimeDistributed, Dense(7, Tanh, Name = "steps")]
[LSTM(17, Name = "last"), Dense(1, Sigmoid, Name = "answer")]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class NamedSteps;

[Model(9, 5), Masking]
internal sealed partial class NamedStepsToMasked;

[Model(9, 5), Masking, LSTM(16, ReturnSequences = true)]
internal sealed partial class NamedStepsToStates;

[Model(9, 5), Masking, LSTM(16, ReturnSequences = true), Bidirectional, GRU(5, ReturnSequences = true)]
internal sealed partial class NamedStepsToBoth;

[Model(9, 5), Masking, LSTM(16, ReturnSequences = true), Bidirectional, GRU(5, ReturnSequences = true), TimeDistributed, Dense(7, Tanh)]
internal sealed partial class NamedStepsToSteps;

[Model(9, 5), Masking, LSTM(16, ReturnSequences = true), Bidirectional, GRU(5, ReturnSequences = true), TimeDistributed, Dense(7, Tanh), LSTM(17)]
internal sealed partial class NamedStepsToLast;

/// <summary>A stack of tokens with a mask. Predictions fuse the table into what begins the recurrence.</summary>
[Model(12)]
[Embedding(50, 8, MaskZero = true, Name = "words"), LSTM(16, Name = "read"), Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class NamedTokens;

[Model(12), Embedding(50, 8, MaskZero = true)]
internal sealed partial class NamedTokensToWords;

[Model(12), Embedding(50, 8, MaskZero = true), LSTM(16)]
internal sealed partial class NamedTokensToRead;

/// <summary>A stack of tokens whose vectors predictions average as they look them up.</summary>
[Model(12)]
[Embedding(40, 17, Name = "words"), GlobalAveragePooling1D(Name = "mean"), Dense(6, ReLU), Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class NamedMean;

[Model(12), Embedding(40, 17)]
internal sealed partial class NamedMeanToWords;

[Model(12), Embedding(40, 17), GlobalAveragePooling1D]
internal sealed partial class NamedMeanToMean;

/// <summary>A model for inference only, whose convolutions take products by minimal filtering.</summary>
[Model(20, 20, 32)]
[Conv2D(32, 3, Padding = Padding.Same, Name = "first"), BatchNormalization, Conv2D(48, 3, ReLU, Name = "second"), MaxPooling2D(2), Flatten(Name = "row"), Dense(4)]
internal sealed partial class NamedFilters;

[Model(20, 20, 32), Conv2D(32, 3, Padding = Padding.Same)]
internal sealed partial class NamedFiltersToFirst;

[Model(20, 20, 32), Conv2D(32, 3, Padding = Padding.Same), BatchNormalization, Conv2D(48, 3, ReLU)]
internal sealed partial class NamedFiltersToSecond;

[Model(20, 20, 32), Conv2D(32, 3, Padding = Padding.Same), BatchNormalization, Conv2D(48, 3, ReLU), MaxPooling2D(2), Flatten]
internal sealed partial class NamedFiltersToRow;
