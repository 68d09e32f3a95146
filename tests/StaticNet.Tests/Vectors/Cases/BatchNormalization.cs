using static StaticNet.Activation;
using static StaticNet.Loss;

namespace StaticNet.Tests.Vectors.Cases;

// Normalisation of batches.
[Model(4, 3, 3), BatchNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class BatchNormFirst;
[Model(7), BatchNormalization, Dense(3), Loss(MeanSquaredError)] partial class BatchNormFirstOnRow;
[Model(5, 3), Dense(4, UseBias = false), BatchNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class BatchNormOnRows;
[Model(5), Dense(17, UseBias = false), BatchNormalization, Activation(ReLU), Dense(3), Loss(MeanSquaredError)]
partial class BatchNormAfterDense;
[Model(5), Dense(10, ReLU), BatchNormalization, Dense(3), Loss(MeanSquaredError)] partial class BatchNormAfterActivation;
[Model(5), Dense(10, Tanh), Dense(3, UseBias = false), BatchNormalization, Loss(MeanSquaredError)] partial class BatchNormLast;
[Model(5), Dense(10, UseBias = false), BatchNormalization, Activation(ReLU), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class BatchNormScce;
[Model(5, 5, 2), Conv2D(3, 3, UseBias = false), BatchNormalization, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class BatchNormAfterConv;
[Model(5, 4, 2), Conv2D(3, 2, ReLU), BatchNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class BatchNormAfterConvReLU;
[Model(4, 5, 2), Conv2D(3, 2, UseBias = false), BatchNormalization, Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class BatchNormBeforeReLU;
[Model(4, 5, 2), Conv2D(3, 2, UseBias = false), BatchNormalization, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class BatchNormBatch1;
[Model(3, 3, 3), Conv2D(17, 2, UseBias = false), BatchNormalization, Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class BatchNorm17Channels;
[Model(4, 4, 2), Conv2D(3, 2, UseBias = false), BatchNormalization(Center = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class BatchNormNoCenter;
[Model(4, 4, 2), Conv2D(3, 2, UseBias = false), BatchNormalization(Scale = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class BatchNormNoScale;
[Model(4, 4, 2), Conv2D(3, 2, UseBias = false)]
[BatchNormalization(Center = false, Scale = false), Flatten, Dense(3), Loss(MeanSquaredError)] partial class BatchNormPlain;
[Model(3, 4, 2), Conv2D(3, 2, UseBias = false)]
[BatchNormalization(Momentum = 0.9f, Epsilon = 0.1f), Flatten, Dense(3), Loss(MeanSquaredError)] partial class BatchNormEpsilon;
[Model(5, 5, 2), Conv2D(3, 2, UseBias = false), BatchNormalization, Activation(ReLU), Conv2D(4, 2, UseBias = false)]
[BatchNormalization, Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class BatchNormTwice;
[Model(6, 6, 2), Conv2D(3, 3), BatchNormalization, Activation(ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvNormPool;
[Model(5, 6, 2), Conv2D(3, 2, UseBias = false), BatchNormalization, MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvNormPoolLinear;
[Model(8, 8, 1), Conv2D(3, 3, UseBias = false), BatchNormalization, Activation(ReLU), MaxPooling2D(2), Conv2D(4, 2, UseBias = false)]
[BatchNormalization, Activation(ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvNormPoolTwice;
[Model(6, 6, 2), Conv2D(3, 3, ReLU), MaxPooling2D(2), BatchNormalization, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolNorm;
