using static StaticNet.Activation;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors;

/// <summary>
/// The models of the recorded vectors with recurrent layers, masks or tokens. Each has the name and the layers of a case in
/// <c>cases_recurrent.py</c>, as in <see cref="VectorModels"/>.
/// </summary>
internal static class RecurrentVectorModels
{
    /// <summary>For each case, what makes a model with the recorded parameters and its batch.</summary>
    public static Dictionary<string, Func<VectorCase, VectorRunner>> Runners { get; } = new()
    {
        [nameof(SimpleRNNPlain)] = vector => VectorModels.Runner(new SimpleRNNPlain(), vector),
        [nameof(LSTMPlain)] = vector => VectorModels.Runner(new LSTMPlain(), vector),
        [nameof(SimpleRNNOneUnit)] = vector => VectorModels.Runner(new SimpleRNNOneUnit(), vector),
        [nameof(LSTMOneUnit)] = vector => VectorModels.Runner(new LSTMOneUnit(), vector),
        [nameof(SimpleRNNOneFeature)] = vector => VectorModels.Runner(new SimpleRNNOneFeature(), vector),
        [nameof(LSTMOneFeature)] = vector => VectorModels.Runner(new LSTMOneFeature(), vector),
        [nameof(SimpleRNNOneStep)] = vector => VectorModels.Runner(new SimpleRNNOneStep(), vector),
        [nameof(LSTMOneStep)] = vector => VectorModels.Runner(new LSTMOneStep(), vector),
        [nameof(SimpleRNNTwoSteps)] = vector => VectorModels.Runner(new SimpleRNNTwoSteps(), vector),
        [nameof(LSTMTwoSteps)] = vector => VectorModels.Runner(new LSTMTwoSteps(), vector),
        [nameof(SimpleRNNUnits16)] = vector => VectorModels.Runner(new SimpleRNNUnits16(), vector),
        [nameof(LSTMUnits16)] = vector => VectorModels.Runner(new LSTMUnits16(), vector),
        [nameof(SimpleRNNUnits17)] = vector => VectorModels.Runner(new SimpleRNNUnits17(), vector),
        [nameof(LSTMUnits17)] = vector => VectorModels.Runner(new LSTMUnits17(), vector),
        [nameof(SimpleRNNUnits33)] = vector => VectorModels.Runner(new SimpleRNNUnits33(), vector),
        [nameof(LSTMUnits33)] = vector => VectorModels.Runner(new LSTMUnits33(), vector),
        [nameof(SimpleRNNBatch33)] = vector => VectorModels.Runner(new SimpleRNNBatch33(), vector),
        [nameof(LSTMBatch33)] = vector => VectorModels.Runner(new LSTMBatch33(), vector),
        [nameof(SimpleRNNLast)] = vector => VectorModels.Runner(new SimpleRNNLast(), vector),
        [nameof(LSTMLast)] = vector => VectorModels.Runner(new LSTMLast(), vector),
        [nameof(SimpleRNNLastSequences)] = vector => VectorModels.Runner(new SimpleRNNLastSequences(), vector),
        [nameof(LSTMLastSequences)] = vector => VectorModels.Runner(new LSTMLastSequences(), vector),
        [nameof(SimpleRNNSequences)] = vector => VectorModels.Runner(new SimpleRNNSequences(), vector),
        [nameof(LSTMSequences)] = vector => VectorModels.Runner(new LSTMSequences(), vector),
        [nameof(SimpleRNNBackwards)] = vector => VectorModels.Runner(new SimpleRNNBackwards(), vector),
        [nameof(LSTMBackwards)] = vector => VectorModels.Runner(new LSTMBackwards(), vector),
        [nameof(SimpleRNNBackwardsSequences)] = vector => VectorModels.Runner(new SimpleRNNBackwardsSequences(), vector),
        [nameof(LSTMBackwardsSequences)] = vector => VectorModels.Runner(new LSTMBackwardsSequences(), vector),
        [nameof(SimpleRNNOneStepSequences)] = vector => VectorModels.Runner(new SimpleRNNOneStepSequences(), vector),
        [nameof(LSTMOneStepSequences)] = vector => VectorModels.Runner(new LSTMOneStepSequences(), vector),
        [nameof(SimpleRNNStacked)] = vector => VectorModels.Runner(new SimpleRNNStacked(), vector),
        [nameof(LSTMStacked)] = vector => VectorModels.Runner(new LSTMStacked(), vector),
        [nameof(SimpleRNNStackedBackwards)] = vector => VectorModels.Runner(new SimpleRNNStackedBackwards(), vector),
        [nameof(LSTMStackedBackwards)] = vector => VectorModels.Runner(new LSTMStackedBackwards(), vector),
        [nameof(SimpleRNNNoBias)] = vector => VectorModels.Runner(new SimpleRNNNoBias(), vector),
        [nameof(LSTMNoBias)] = vector => VectorModels.Runner(new LSTMNoBias(), vector),
        [nameof(SimpleRNNReLU)] = vector => VectorModels.Runner(new SimpleRNNReLU(), vector),
        [nameof(LSTMReLU)] = vector => VectorModels.Runner(new LSTMReLU(), vector),
        [nameof(SimpleRNNLeakyReLU)] = vector => VectorModels.Runner(new SimpleRNNLeakyReLU(), vector),
        [nameof(LSTMLeakyReLU)] = vector => VectorModels.Runner(new LSTMLeakyReLU(), vector),
        [nameof(SimpleRNNLinear)] = vector => VectorModels.Runner(new SimpleRNNLinear(), vector),
        [nameof(LSTMLinear)] = vector => VectorModels.Runner(new LSTMLinear(), vector),
        [nameof(SimpleRNNSigmoid)] = vector => VectorModels.Runner(new SimpleRNNSigmoid(), vector),
        [nameof(LSTMSigmoid)] = vector => VectorModels.Runner(new LSTMSigmoid(), vector),
        [nameof(SimpleRNNSoftplus)] = vector => VectorModels.Runner(new SimpleRNNSoftplus(), vector),
        [nameof(LSTMSoftplus)] = vector => VectorModels.Runner(new LSTMSoftplus(), vector),
        [nameof(SimpleRNNELU)] = vector => VectorModels.Runner(new SimpleRNNELU(), vector),
        [nameof(LSTMELU)] = vector => VectorModels.Runner(new LSTMELU(), vector),
        [nameof(LSTMGatesTanh)] = vector => VectorModels.Runner(new LSTMGatesTanh(), vector),
        [nameof(LSTMGatesLinear)] = vector => VectorModels.Runner(new LSTMGatesLinear(), vector),
        [nameof(SimpleRNNAfterDense)] = vector => VectorModels.Runner(new SimpleRNNAfterDense(), vector),
        [nameof(LSTMAfterDense)] = vector => VectorModels.Runner(new LSTMAfterDense(), vector),
        [nameof(SimpleRNNAfterDenseTanh)] = vector => VectorModels.Runner(new SimpleRNNAfterDenseTanh(), vector),
        [nameof(LSTMAfterDenseTanh)] = vector => VectorModels.Runner(new LSTMAfterDenseTanh(), vector),
        [nameof(SimpleRNNBetweenDense)] = vector => VectorModels.Runner(new SimpleRNNBetweenDense(), vector),
        [nameof(LSTMBetweenDense)] = vector => VectorModels.Runner(new LSTMBetweenDense(), vector),
        [nameof(SimpleRNNThenActivation)] = vector => VectorModels.Runner(new SimpleRNNThenActivation(), vector),
        [nameof(LSTMThenActivation)] = vector => VectorModels.Runner(new LSTMThenActivation(), vector),
        [nameof(SimpleRNNLinearThenActivation)] = vector => VectorModels.Runner(new SimpleRNNLinearThenActivation(), vector),
        [nameof(LSTMLinearThenActivation)] = vector => VectorModels.Runner(new LSTMLinearThenActivation(), vector),
        [nameof(SimpleRNNAfterConv)] = vector => VectorModels.Runner(new SimpleRNNAfterConv(), vector),
        [nameof(LSTMAfterConv)] = vector => VectorModels.Runner(new LSTMAfterConv(), vector),
        [nameof(SimpleRNNAfterPooling)] = vector => VectorModels.Runner(new SimpleRNNAfterPooling(), vector),
        [nameof(LSTMAfterPooling)] = vector => VectorModels.Runner(new LSTMAfterPooling(), vector),
        [nameof(SimpleRNNThenConv)] = vector => VectorModels.Runner(new SimpleRNNThenConv(), vector),
        [nameof(LSTMThenConv)] = vector => VectorModels.Runner(new LSTMThenConv(), vector),
        [nameof(SimpleRNNThenPooling)] = vector => VectorModels.Runner(new SimpleRNNThenPooling(), vector),
        [nameof(LSTMThenPooling)] = vector => VectorModels.Runner(new LSTMThenPooling(), vector),
        [nameof(LSTMThenMaxPooling)] = vector => VectorModels.Runner(new LSTMThenMaxPooling(), vector),
        [nameof(LSTMAfterSoftmax)] = vector => VectorModels.Runner(new LSTMAfterSoftmax(), vector),
        [nameof(EachStepFirst)] = vector => VectorModels.Runner(new EachStepFirst(), vector),
        [nameof(SimpleRNNMasked)] = vector => VectorModels.Runner(new SimpleRNNMasked(), vector),
        [nameof(LSTMMasked)] = vector => VectorModels.Runner(new LSTMMasked(), vector),
        [nameof(SimpleRNNMaskedSequences)] = vector => VectorModels.Runner(new SimpleRNNMaskedSequences(), vector),
        [nameof(LSTMMaskedSequences)] = vector => VectorModels.Runner(new LSTMMaskedSequences(), vector),
        [nameof(SimpleRNNMaskedBackwards)] = vector => VectorModels.Runner(new SimpleRNNMaskedBackwards(), vector),
        [nameof(LSTMMaskedBackwards)] = vector => VectorModels.Runner(new LSTMMaskedBackwards(), vector),
        [nameof(SimpleRNNMaskedBackwardsSequences)] = vector => VectorModels.Runner(new SimpleRNNMaskedBackwardsSequences(), vector),
        [nameof(LSTMMaskedBackwardsSequences)] = vector => VectorModels.Runner(new LSTMMaskedBackwardsSequences(), vector),
        [nameof(SimpleRNNMaskedStacked)] = vector => VectorModels.Runner(new SimpleRNNMaskedStacked(), vector),
        [nameof(LSTMMaskedStacked)] = vector => VectorModels.Runner(new LSTMMaskedStacked(), vector),
        [nameof(SimpleRNNMaskedStackedBackwards)] = vector => VectorModels.Runner(new SimpleRNNMaskedStackedBackwards(), vector),
        [nameof(LSTMMaskedStackedBackwards)] = vector => VectorModels.Runner(new LSTMMaskedStackedBackwards(), vector),
        [nameof(SimpleRNNMaskedReLU)] = vector => VectorModels.Runner(new SimpleRNNMaskedReLU(), vector),
        [nameof(LSTMMaskedReLU)] = vector => VectorModels.Runner(new LSTMMaskedReLU(), vector),
        [nameof(SimpleRNNMaskedOneStep)] = vector => VectorModels.Runner(new SimpleRNNMaskedOneStep(), vector),
        [nameof(LSTMMaskedOneStep)] = vector => VectorModels.Runner(new LSTMMaskedOneStep(), vector),
        [nameof(MaskedBatch33)] = vector => VectorModels.Runner(new MaskedBatch33(), vector),
        [nameof(MaskedBySomething)] = vector => VectorModels.Runner(new MaskedBySomething(), vector),
        [nameof(MaskedLate)] = vector => VectorModels.Runner(new MaskedLate(), vector),
        [nameof(MaskedAverage)] = vector => VectorModels.Runner(new MaskedAverage(), vector),
        [nameof(MaskedAverageAfterDense)] = vector => VectorModels.Runner(new MaskedAverageAfterDense(), vector),
        [nameof(MaskedSequencesThenAverage)] = vector => VectorModels.Runner(new MaskedSequencesThenAverage(), vector),
        [nameof(MaskEndsAtConv)] = vector => VectorModels.Runner(new MaskEndsAtConv(), vector),
        [nameof(Embedding1)] = vector => VectorModels.Runner(new Embedding1(), vector),
        [nameof(Embedding3)] = vector => VectorModels.Runner(new Embedding3(), vector),
        [nameof(Embedding16)] = vector => VectorModels.Runner(new Embedding16(), vector),
        [nameof(Embedding17)] = vector => VectorModels.Runner(new Embedding17(), vector),
        [nameof(Embedding32)] = vector => VectorModels.Runner(new Embedding32(), vector),
        [nameof(EmbeddingOneStep)] = vector => VectorModels.Runner(new EmbeddingOneStep(), vector),
        [nameof(EmbeddingOneToken)] = vector => VectorModels.Runner(new EmbeddingOneToken(), vector),
        [nameof(EmbeddingTable)] = vector => VectorModels.Runner(new EmbeddingTable(), vector),
        [nameof(EmbeddingTableOfThree)] = vector => VectorModels.Runner(new EmbeddingTableOfThree(), vector),
        [nameof(EmbeddingLast)] = vector => VectorModels.Runner(new EmbeddingLast(), vector),
        [nameof(EmbeddingAverage)] = vector => VectorModels.Runner(new EmbeddingAverage(), vector),
        [nameof(EmbeddingAverageLast)] = vector => VectorModels.Runner(new EmbeddingAverageLast(), vector),
        [nameof(EmbeddingMax)] = vector => VectorModels.Runner(new EmbeddingMax(), vector),
        [nameof(EmbeddingDense)] = vector => VectorModels.Runner(new EmbeddingDense(), vector),
        [nameof(EmbeddingActivation)] = vector => VectorModels.Runner(new EmbeddingActivation(), vector),
        [nameof(EmbeddingConv)] = vector => VectorModels.Runner(new EmbeddingConv(), vector),
        [nameof(EmbeddingNormalization)] = vector => VectorModels.Runner(new EmbeddingNormalization(), vector),
        [nameof(EmbeddingNoChance)] = vector => VectorModels.Runner(new EmbeddingNoChance(), vector),
        [nameof(SimpleRNNAfterEmbedding)] = vector => VectorModels.Runner(new SimpleRNNAfterEmbedding(), vector),
        [nameof(LSTMAfterEmbedding)] = vector => VectorModels.Runner(new LSTMAfterEmbedding(), vector),
        [nameof(EmbeddingMaskedAverage)] = vector => VectorModels.Runner(new EmbeddingMaskedAverage(), vector),
        [nameof(EmbeddingMaskedAverage17)] = vector => VectorModels.Runner(new EmbeddingMaskedAverage17(), vector),
        [nameof(SimpleRNNAfterMaskedEmbedding)] = vector => VectorModels.Runner(new SimpleRNNAfterMaskedEmbedding(), vector),
        [nameof(LSTMAfterMaskedEmbedding)] = vector => VectorModels.Runner(new LSTMAfterMaskedEmbedding(), vector),
        [nameof(SimpleRNNStackedAfterMaskedEmbedding)] = vector => VectorModels.Runner(new SimpleRNNStackedAfterMaskedEmbedding(), vector),
        [nameof(LSTMStackedAfterMaskedEmbedding)] = vector => VectorModels.Runner(new LSTMStackedAfterMaskedEmbedding(), vector),
        [nameof(OptimizerSimpleRNN)] = vector => VectorModels.Runner(new OptimizerSimpleRNN(), vector),
        [nameof(OptimizerLSTM)] = vector => VectorModels.Runner(new OptimizerLSTM(), vector),
        [nameof(OptimizerEmbedding)] = vector => VectorModels.Runner(new OptimizerEmbedding(), vector),
        [nameof(OptimizerEmbeddingAgain)] = vector => VectorModels.Runner(new OptimizerEmbeddingAgain(), vector),
        [nameof(OptimizerEmbeddingLSTM)] = vector => VectorModels.Runner(new OptimizerEmbeddingLSTM(), vector),
        [nameof(OptimizerEmbeddingLong)] = vector => VectorModels.Runner(new OptimizerEmbeddingLong(), vector),
    };
}

// Sizes: units, features, steps and samples.

[Model(5, 3)]
[SimpleRNN(4)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNPlain;

[Model(5, 3)]
[LSTM(4)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMPlain;

[Model(5, 3)]
[SimpleRNN(1)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNOneUnit;

[Model(5, 3)]
[LSTM(1)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMOneUnit;

[Model(9, 1)]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNOneFeature;

[Model(9, 1)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMOneFeature;

[Model(1, 3)]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNOneStep;

[Model(1, 3)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMOneStep;

[Model(2, 3)]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNTwoSteps;

[Model(2, 3)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMTwoSteps;

[Model(2, 3)]
[SimpleRNN(16)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNUnits16;

[Model(2, 3)]
[LSTM(16)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMUnits16;

[Model(5, 17)]
[SimpleRNN(17)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class SimpleRNNUnits17;

[Model(5, 17)]
[LSTM(17)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class LSTMUnits17;

[Model(2, 1)]
[SimpleRNN(33)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNUnits33;

[Model(2, 1)]
[LSTM(33)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMUnits33;

[Model(2, 3)]
[SimpleRNN(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class SimpleRNNBatch33;

[Model(2, 3)]
[LSTM(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class LSTMBatch33;

[Model(3, 2)]
[SimpleRNN(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNLast;

[Model(3, 2)]
[LSTM(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMLast;

[Model(3, 2)]
[SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNLastSequences;

[Model(3, 2)]
[LSTM(3, ReturnSequences = true)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMLastSequences;

// What comes out, and in which order.

[Model(5, 3)]
[SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNSequences;

[Model(5, 3)]
[LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMSequences;

[Model(5, 3)]
[SimpleRNN(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBackwards;

[Model(5, 3)]
[LSTM(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBackwards;

[Model(5, 3)]
[SimpleRNN(3, ReturnSequences = true, GoBackwards = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBackwardsSequences;

[Model(5, 3)]
[LSTM(3, ReturnSequences = true, GoBackwards = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBackwardsSequences;

[Model(1, 3)]
[SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNOneStepSequences;

[Model(1, 3)]
[LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMOneStepSequences;

[Model(5, 3)]
[SimpleRNN(17, ReturnSequences = true)]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNStacked;

[Model(5, 3)]
[LSTM(17, ReturnSequences = true)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMStacked;

[Model(5, 3)]
[SimpleRNN(3, ReturnSequences = true, GoBackwards = true)]
[SimpleRNN(4, ReturnSequences = true)]
[SimpleRNN(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNStackedBackwards;

[Model(5, 3)]
[LSTM(3, ReturnSequences = true, GoBackwards = true)]
[LSTM(4, ReturnSequences = true)]
[LSTM(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMStackedBackwards;

[Model(5, 3)]
[SimpleRNN(3, ReturnSequences = true, UseBias = false)]
[SimpleRNN(4, UseBias = false)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNNoBias;

[Model(5, 3)]
[LSTM(3, ReturnSequences = true, UseBias = false)]
[LSTM(4, UseBias = false)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMNoBias;

// Other activations inside.

[Model(2, 3)]
[SimpleRNN(3, ReLU, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNReLU;

[Model(2, 3)]
[LSTM(3, ReLU, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMReLU;

[Model(2, 3)]
[SimpleRNN(3, LeakyReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNLeakyReLU;

[Model(2, 3)]
[LSTM(3, LeakyReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMLeakyReLU;

[Model(3, 3)]
[SimpleRNN(3, Linear, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNLinear;

[Model(3, 3)]
[LSTM(3, Linear, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMLinear;

[Model(5, 3)]
[SimpleRNN(3, Sigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNSigmoid;

[Model(5, 3)]
[LSTM(3, Sigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMSigmoid;

[Model(3, 3)]
[SimpleRNN(3, Softplus, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNSoftplus;

[Model(3, 3)]
[LSTM(3, Softplus, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMSoftplus;

[Model(3, 3)]
[SimpleRNN(3, ELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNELU;

[Model(3, 3)]
[LSTM(3, ELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMELU;

[Model(5, 3)]
[LSTM(3, recurrentActivation: Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMGatesTanh;

[Model(3, 3)]
[LSTM(3, Sigmoid, recurrentActivation: Linear)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMGatesLinear;

// What a recurrence takes may have an activation of its own, and so may what it gives.

[Model(3, 2)]
[Dense(4, ReLU)]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNAfterDense;

[Model(3, 2)]
[Dense(4, ReLU)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMAfterDense;

[Model(3, 2)]
[Dense(17, Tanh)]
[SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNAfterDenseTanh;

[Model(3, 2)]
[Dense(17, Tanh)]
[LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMAfterDenseTanh;

[Model(3, 2)]
[Dense(4, Sigmoid)]
[SimpleRNN(3, ReturnSequences = true)]
[Dense(17, ReLU)]
[SimpleRNN(4)]
[Dense(5, Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBetweenDense;

[Model(3, 2)]
[Dense(4, Sigmoid)]
[LSTM(3, ReturnSequences = true)]
[Dense(17, ReLU)]
[LSTM(4)]
[Dense(5, Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBetweenDense;

[Model(3, 2)]
[SimpleRNN(4, ReturnSequences = true)]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNThenActivation;

[Model(3, 2)]
[LSTM(4, ReturnSequences = true)]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMThenActivation;

[Model(3, 2)]
[SimpleRNN(4, Linear)]
[Activation(Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNLinearThenActivation;

[Model(3, 2)]
[LSTM(4, Linear)]
[Activation(Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMLinearThenActivation;

[Model(7, 2)]
[Conv1D(4, 3, ReLU)]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNAfterConv;

[Model(7, 2)]
[Conv1D(4, 3, ReLU)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMAfterConv;

[Model(8, 2)]
[Conv1D(3, 1, ReLU)]
[MaxPooling1D]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNAfterPooling;

[Model(8, 2)]
[Conv1D(3, 1, ReLU)]
[MaxPooling1D]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMAfterPooling;

[Model(5, 2)]
[SimpleRNN(4, ReturnSequences = true)]
[Conv1D(3, 2, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNThenConv;

[Model(5, 2)]
[LSTM(4, ReturnSequences = true)]
[Conv1D(3, 2, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMThenConv;

[Model(4, 2)]
[SimpleRNN(4, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNThenPooling;

[Model(4, 2)]
[LSTM(4, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMThenPooling;

[Model(4, 2)]
[LSTM(5, ReturnSequences = true)]
[GlobalMaxPooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMThenMaxPooling;

[Model(4, 2)]
[Dense(4, Softmax)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMAfterSoftmax;

[Model(5, 3)]
[TimeDistributed, Dense(4, ReLU)]
[TimeDistributed, Dense(3)]
[LSTM(2)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EachStepFirst;

// Masked steps at the start, at the end, inside, everywhere.

[Model(5, 3)]
[Masking]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMasked;

[Model(5, 3)]
[Masking]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMasked;

[Model(5, 3)]
[Masking]
[SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedSequences;

[Model(5, 3)]
[Masking]
[LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedSequences;

[Model(5, 3)]
[Masking]
[SimpleRNN(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedBackwards;

[Model(5, 3)]
[Masking]
[LSTM(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedBackwards;

[Model(5, 3)]
[Masking]
[SimpleRNN(3, ReturnSequences = true, GoBackwards = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedBackwardsSequences;

[Model(5, 3)]
[Masking]
[LSTM(3, ReturnSequences = true, GoBackwards = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedBackwardsSequences;

[Model(5, 3)]
[Masking]
[SimpleRNN(4, ReturnSequences = true)]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedStacked;

[Model(5, 3)]
[Masking]
[LSTM(4, ReturnSequences = true)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedStacked;

[Model(5, 3)]
[Masking]
[SimpleRNN(3, ReturnSequences = true, GoBackwards = true)]
[SimpleRNN(4, ReturnSequences = true)]
[SimpleRNN(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedStackedBackwards;

[Model(5, 3)]
[Masking]
[LSTM(3, ReturnSequences = true, GoBackwards = true)]
[LSTM(4, ReturnSequences = true)]
[LSTM(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedStackedBackwards;

[Model(3, 3)]
[Masking]
[Dense(4, ReLU)]
[SimpleRNN(3, ReLU, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedReLU;

[Model(3, 3)]
[Masking]
[Dense(4, ReLU)]
[LSTM(3, ReLU, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedReLU;

[Model(1, 3)]
[Masking]
[SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedOneStep;

[Model(1, 3)]
[Masking]
[LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedOneStep;

[Model(2, 3)]
[Masking]
[LSTM(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class MaskedBatch33;

[Model(5, 3)]
[Masking(-1.5f)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedBySomething;

[Model(4, 3)]
[Dense(3, ReLU)]
[Masking]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedLate;

[Model(5, 3)]
[Masking]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedAverage;

[Model(5, 3)]
[Masking]
[Dense(17, ReLU)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedAverageAfterDense;

[Model(5, 3)]
[Masking]
[LSTM(3, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedSequencesThenAverage;

[Model(5, 3)]
[Masking]
[Conv1D(3, 2)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskEndsAtConv;

// Tokens.

[Model(5)]
[Embedding(7, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Embedding1;

[Model(5)]
[Embedding(7, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Embedding3;

[Model(5)]
[Embedding(7, 16)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Embedding16;

[Model(5)]
[Embedding(7, 17)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Embedding17;

[Model(5)]
[Embedding(7, 32)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Embedding32;

[Model(1)]
[Embedding(5, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingOneStep;

[Model(3)]
[Embedding(1, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingOneToken;

[Model(2, 3)]
[Embedding(7, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingTable;

[Model(2, 3, 2)]
[Embedding(7, 5)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingTableOfThree;

[Model(3)]
[Embedding(5, 4)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingLast;

[Model(5)]
[Embedding(20, 17)]
[GlobalAveragePooling1D]
[Dense(4, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class EmbeddingAverage;

[Model(5)]
[Embedding(9, 3)]
[GlobalAveragePooling1D]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingAverageLast;

[Model(5)]
[Embedding(50, 3)]
[GlobalMaxPooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingMax;

[Model(4)]
[Embedding(9, 3)]
[Dense(4, ReLU)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingDense;

[Model(4)]
[Embedding(9, 3)]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingActivation;

[Model(9)]
[Embedding(20, 3)]
[Conv1D(4, 3, ReLU)]
[GlobalAveragePooling1D]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class EmbeddingConv;

[Model(4)]
[Embedding(9, 5)]
[LayerNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingNormalization;

[Model(4)]
[Embedding(9, 5)]
[Dropout(0)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingNoChance;

[Model(5)]
[Embedding(9, 3)]
[SimpleRNN(4)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class SimpleRNNAfterEmbedding;

[Model(5)]
[Embedding(9, 3)]
[LSTM(4)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class LSTMAfterEmbedding;

// Tokens that fill up.

[Model(5)]
[Embedding(9, 3, MaskZero = true)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EmbeddingMaskedAverage;

[Model(9)]
[Embedding(20, 17, MaskZero = true)]
[GlobalAveragePooling1D]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class EmbeddingMaskedAverage17;

[Model(5)]
[Embedding(9, 3, MaskZero = true)]
[SimpleRNN(4)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class SimpleRNNAfterMaskedEmbedding;

[Model(5)]
[Embedding(9, 3, MaskZero = true)]
[LSTM(4)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class LSTMAfterMaskedEmbedding;

[Model(5)]
[Embedding(9, 17, MaskZero = true)]
[Dropout(0)]
[SimpleRNN(4, ReturnSequences = true)]
[SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNStackedAfterMaskedEmbedding;

[Model(5)]
[Embedding(9, 17, MaskZero = true)]
[Dropout(0)]
[LSTM(4, ReturnSequences = true)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMStackedAfterMaskedEmbedding;

// Steps of each optimizer.

[Model(4, 3)]
[SimpleRNN(5, ReturnSequences = true)]
[SimpleRNN(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerSimpleRNN;

[Model(4, 3)]
[LSTM(5, ReturnSequences = true)]
[LSTM(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerLSTM;

// Steps of each optimizer over batches that do not hold all tokens.

[Model(5)]
[Embedding(23, 3)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerEmbedding;

[Model(5)]
[Embedding(23, 3)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerEmbeddingAgain;

[Model(5)]
[Embedding(23, 5, MaskZero = true)]
[LSTM(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerEmbeddingLSTM;

[Model(3)]
[Embedding(15, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerEmbeddingLong;
