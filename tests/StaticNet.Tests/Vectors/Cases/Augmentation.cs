using static StaticNet.Loss;

namespace StaticNet.Tests.Vectors.Cases;

// Augmentation whose bounds are equal: predictions see the image as it is, training always the same change of it.
[Model(5, 4, 2), RandomTranslation(0.3f, 0.3f, -0.375f, -0.375f), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TranslationReflect;
[Model(5, 4, 2), RandomTranslation(0.2f, 0.2f, -0.25f, -0.25f), Flatten, Dense(3), Loss(MeanSquaredError)] partial class TranslationWhole;
[Model(4, 5, 2)]
[RandomTranslation(-0.375f, -0.375f, 0.25f, 0.25f, FillMode = FillMode.Constant, FillValue = 0.5f)]
[Flatten, Dense(3), Loss(MeanSquaredError)] partial class TranslationConstant;
[Model(4, 5, 2), RandomTranslation(0.4f, 0.4f, 0.3f, 0.3f, FillMode = FillMode.Nearest), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TranslationNearestFill;
[Model(5, 4, 2), RandomTranslation(0.4f, 0.4f, -0.5f, -0.5f, FillMode = FillMode.Wrap), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TranslationWrap;
[Model(5, 4, 2)]
[RandomTranslation(0.25f, 0.25f, -0.3f, -0.3f, Interpolation = Interpolation.Nearest), Flatten]
[Dense(3), Loss(MeanSquaredError)] partial class TranslationNearest;
[Model(5, 6, 2), RandomRotation(0.1f, 0.1f), Flatten, Dense(3), Loss(MeanSquaredError)] partial class RotationReflect;
[Model(4, 4, 2), RandomRotation(-0.15f, -0.15f, FillMode = FillMode.Constant, FillValue = -1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class RotationConstant;
[Model(4, 5, 2), RandomRotation(0.07f, 0.07f, Interpolation = Interpolation.Nearest), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class RotationNearest;
[Model(5, 4, 2), RandomZoom(0.3f, 0.3f, 0.5f, 0.5f), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ZoomOut;
[Model(5, 4, 2), RandomZoom(-0.3f, -0.3f, -0.25f, -0.25f), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ZoomIn;
[Model(4, 5, 2)]
[RandomZoom(0.6f, 0.6f, -0.2f, -0.2f, FillMode = FillMode.Constant, FillValue = 0.5f), Flatten]
[Dense(3), Loss(MeanSquaredError)] partial class ZoomConstant;
[Model(4, 5, 2)]
[RandomZoom(0.5f, 0.5f, -0.4f, -0.4f, FillMode = FillMode.Nearest, Interpolation = Interpolation.Nearest)]
[Flatten, Dense(3), Loss(MeanSquaredError)] partial class ZoomNearest;
