using static StaticNet.Activation;

// The networks of sequences among the published files, each named after its file.
namespace StaticNet.Tests.Zoo;

[Model(12)]
[Reshape(3, 4)]
[LSTM(16)]
[Dense(32, Tanh)]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Keras03;

[Model(1, 23)]
[LSTM(64)]
[Dropout(0.3f)]
[Dense(32, ReLU)]
[Dense(3, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class Keras16;

[Model(24, 7)]
[LSTM(64, ReturnSequences = true)]
[LSTM(32)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal partial class Keras17;

[Model(800, 9)]
[Conv1D(32, 7, ReLU)]
[MaxPooling1D(2)]
[LSTM(68)]
[Dropout(0.4534915f)]
[Dense(90, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal partial class Keras19;

/// <summary>Without its loss: a label for each step is more than a loss takes today.</summary>
[Model(80)]
[Embedding(65, 64)]
[SimpleRNN(128, ReturnSequences = true)]
[Dense(65, Softmax)]
internal partial class Keras20;

/// <summary><see cref="Keras20"/> with a loss that takes all steps as one row.</summary>
[Model(80)]
[Embedding(65, 64)]
[SimpleRNN(128, ReturnSequences = true)]
[Dense(65, Softmax)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal partial class Keras20WithLoss;

[Model(12, 1)]
[GRU(128, ReturnSequences = true)]
[Dropout(0.2f)]
[GRU(64, ReturnSequences = true)]
[Dropout(0.2f)]
[GRU(32)]
[Dropout(0.1f)]
[Dense(64, ReLU)]
[Dense(12)]
[Loss(Loss.MeanSquaredError)]
internal partial class Keras29;
