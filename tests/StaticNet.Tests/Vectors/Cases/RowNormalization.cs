using static StaticNet.Activation;
using static StaticNet.Loss;

namespace StaticNet.Tests.Vectors.Cases;

// Normalisation of rows.
[Model(5), Dense(17), LayerNormalization, Dense(3), Loss(MeanSquaredError)] partial class LayerNormOnRow;
[Model(5), Dense(10), LayerNormalization, Activation(ReLU), Dense(3), Loss(MeanSquaredError)] partial class LayerNormReLU;
[Model(4, 3, 7), LayerNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class LayerNormFirst;
[Model(3, 4, 2), Conv2D(5, 2), LayerNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class LayerNormAfterConv;
[Model(2, 3, 2), Conv2D(33, 2, ReLU), LayerNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class LayerNorm33Channels;
[Model(3, 3, 2), Conv2D(1, 2), LayerNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class LayerNormOneChannel;
[Model(3, 3, 2), Conv2D(4, 2), LayerNormalization(Center = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LayerNormNoCenter;
[Model(3, 3, 2), Conv2D(4, 2), LayerNormalization(Scale = false), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LayerNormNoScale;
[Model(3, 3, 2), Conv2D(4, 2), LayerNormalization(Center = false, Scale = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LayerNormPlain;
[Model(3, 3, 2), Conv2D(4, 2), LayerNormalization(Epsilon = 0.1f), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LayerNormEpsilon;
[Model(4, 3, 6), GroupNormalization(Groups = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GroupNormFirst;
[Model(3, 4, 2), Conv2D(32, 2, ReLU), GroupNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class GroupNormAfterConv;
[Model(3, 4, 2), Conv2D(5, 2), GroupNormalization(Groups = 1), Activation(Sigmoid), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GroupNormOneGroup;
[Model(3, 3, 2), Conv2D(17, 2), GroupNormalization(Groups = -1, Center = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GroupNormInstance;
[Model(3, 3, 2), Conv2D(4, 2), GroupNormalization(Groups = 2, Center = false, Scale = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GroupNormPlain;
