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
        [nameof(GRUPlain)] = vector => VectorModels.Runner(new GRUPlain(), vector),
        [nameof(SimpleRNNOneUnit)] = vector => VectorModels.Runner(new SimpleRNNOneUnit(), vector),
        [nameof(LSTMOneUnit)] = vector => VectorModels.Runner(new LSTMOneUnit(), vector),
        [nameof(GRUOneUnit)] = vector => VectorModels.Runner(new GRUOneUnit(), vector),
        [nameof(SimpleRNNOneFeature)] = vector => VectorModels.Runner(new SimpleRNNOneFeature(), vector),
        [nameof(LSTMOneFeature)] = vector => VectorModels.Runner(new LSTMOneFeature(), vector),
        [nameof(GRUOneFeature)] = vector => VectorModels.Runner(new GRUOneFeature(), vector),
        [nameof(SimpleRNNOneStep)] = vector => VectorModels.Runner(new SimpleRNNOneStep(), vector),
        [nameof(LSTMOneStep)] = vector => VectorModels.Runner(new LSTMOneStep(), vector),
        [nameof(GRUOneStep)] = vector => VectorModels.Runner(new GRUOneStep(), vector),
        [nameof(SimpleRNNTwoSteps)] = vector => VectorModels.Runner(new SimpleRNNTwoSteps(), vector),
        [nameof(LSTMTwoSteps)] = vector => VectorModels.Runner(new LSTMTwoSteps(), vector),
        [nameof(GRUTwoSteps)] = vector => VectorModels.Runner(new GRUTwoSteps(), vector),
        [nameof(SimpleRNNUnits16)] = vector => VectorModels.Runner(new SimpleRNNUnits16(), vector),
        [nameof(LSTMUnits16)] = vector => VectorModels.Runner(new LSTMUnits16(), vector),
        [nameof(GRUUnits16)] = vector => VectorModels.Runner(new GRUUnits16(), vector),
        [nameof(SimpleRNNUnits17)] = vector => VectorModels.Runner(new SimpleRNNUnits17(), vector),
        [nameof(LSTMUnits17)] = vector => VectorModels.Runner(new LSTMUnits17(), vector),
        [nameof(GRUUnits17)] = vector => VectorModels.Runner(new GRUUnits17(), vector),
        [nameof(SimpleRNNUnits33)] = vector => VectorModels.Runner(new SimpleRNNUnits33(), vector),
        [nameof(LSTMUnits33)] = vector => VectorModels.Runner(new LSTMUnits33(), vector),
        [nameof(GRUUnits33)] = vector => VectorModels.Runner(new GRUUnits33(), vector),
        [nameof(SimpleRNNBatch33)] = vector => VectorModels.Runner(new SimpleRNNBatch33(), vector),
        [nameof(LSTMBatch33)] = vector => VectorModels.Runner(new LSTMBatch33(), vector),
        [nameof(GRUBatch33)] = vector => VectorModels.Runner(new GRUBatch33(), vector),
        [nameof(SimpleRNNLast)] = vector => VectorModels.Runner(new SimpleRNNLast(), vector),
        [nameof(LSTMLast)] = vector => VectorModels.Runner(new LSTMLast(), vector),
        [nameof(GRULast)] = vector => VectorModels.Runner(new GRULast(), vector),
        [nameof(SimpleRNNLastSequences)] = vector => VectorModels.Runner(new SimpleRNNLastSequences(), vector),
        [nameof(LSTMLastSequences)] = vector => VectorModels.Runner(new LSTMLastSequences(), vector),
        [nameof(GRULastSequences)] = vector => VectorModels.Runner(new GRULastSequences(), vector),
        [nameof(SimpleRNNSequences)] = vector => VectorModels.Runner(new SimpleRNNSequences(), vector),
        [nameof(LSTMSequences)] = vector => VectorModels.Runner(new LSTMSequences(), vector),
        [nameof(GRUSequences)] = vector => VectorModels.Runner(new GRUSequences(), vector),
        [nameof(SimpleRNNBackwards)] = vector => VectorModels.Runner(new SimpleRNNBackwards(), vector),
        [nameof(LSTMBackwards)] = vector => VectorModels.Runner(new LSTMBackwards(), vector),
        [nameof(GRUBackwards)] = vector => VectorModels.Runner(new GRUBackwards(), vector),
        [nameof(SimpleRNNBackwardsSequences)] = vector => VectorModels.Runner(new SimpleRNNBackwardsSequences(), vector),
        [nameof(LSTMBackwardsSequences)] = vector => VectorModels.Runner(new LSTMBackwardsSequences(), vector),
        [nameof(GRUBackwardsSequences)] = vector => VectorModels.Runner(new GRUBackwardsSequences(), vector),
        [nameof(SimpleRNNOneStepSequences)] = vector => VectorModels.Runner(new SimpleRNNOneStepSequences(), vector),
        [nameof(LSTMOneStepSequences)] = vector => VectorModels.Runner(new LSTMOneStepSequences(), vector),
        [nameof(GRUOneStepSequences)] = vector => VectorModels.Runner(new GRUOneStepSequences(), vector),
        [nameof(SimpleRNNStacked)] = vector => VectorModels.Runner(new SimpleRNNStacked(), vector),
        [nameof(LSTMStacked)] = vector => VectorModels.Runner(new LSTMStacked(), vector),
        [nameof(GRUStacked)] = vector => VectorModels.Runner(new GRUStacked(), vector),
        [nameof(SimpleRNNStackedBackwards)] = vector => VectorModels.Runner(new SimpleRNNStackedBackwards(), vector),
        [nameof(LSTMStackedBackwards)] = vector => VectorModels.Runner(new LSTMStackedBackwards(), vector),
        [nameof(GRUStackedBackwards)] = vector => VectorModels.Runner(new GRUStackedBackwards(), vector),
        [nameof(SimpleRNNNoBias)] = vector => VectorModels.Runner(new SimpleRNNNoBias(), vector),
        [nameof(LSTMNoBias)] = vector => VectorModels.Runner(new LSTMNoBias(), vector),
        [nameof(GRUNoBias)] = vector => VectorModels.Runner(new GRUNoBias(), vector),
        [nameof(SimpleRNNReLU)] = vector => VectorModels.Runner(new SimpleRNNReLU(), vector),
        [nameof(LSTMReLU)] = vector => VectorModels.Runner(new LSTMReLU(), vector),
        [nameof(GRUReLU)] = vector => VectorModels.Runner(new GRUReLU(), vector),
        [nameof(SimpleRNNLeakyReLU)] = vector => VectorModels.Runner(new SimpleRNNLeakyReLU(), vector),
        [nameof(LSTMLeakyReLU)] = vector => VectorModels.Runner(new LSTMLeakyReLU(), vector),
        [nameof(GRULeakyReLU)] = vector => VectorModels.Runner(new GRULeakyReLU(), vector),
        [nameof(SimpleRNNLinear)] = vector => VectorModels.Runner(new SimpleRNNLinear(), vector),
        [nameof(LSTMLinear)] = vector => VectorModels.Runner(new LSTMLinear(), vector),
        [nameof(GRULinear)] = vector => VectorModels.Runner(new GRULinear(), vector),
        [nameof(SimpleRNNSigmoid)] = vector => VectorModels.Runner(new SimpleRNNSigmoid(), vector),
        [nameof(LSTMSigmoid)] = vector => VectorModels.Runner(new LSTMSigmoid(), vector),
        [nameof(GRUSigmoid)] = vector => VectorModels.Runner(new GRUSigmoid(), vector),
        [nameof(SimpleRNNSoftplus)] = vector => VectorModels.Runner(new SimpleRNNSoftplus(), vector),
        [nameof(LSTMSoftplus)] = vector => VectorModels.Runner(new LSTMSoftplus(), vector),
        [nameof(GRUSoftplus)] = vector => VectorModels.Runner(new GRUSoftplus(), vector),
        [nameof(SimpleRNNELU)] = vector => VectorModels.Runner(new SimpleRNNELU(), vector),
        [nameof(LSTMELU)] = vector => VectorModels.Runner(new LSTMELU(), vector),
        [nameof(GRUELU)] = vector => VectorModels.Runner(new GRUELU(), vector),
        [nameof(LSTMGatesTanh)] = vector => VectorModels.Runner(new LSTMGatesTanh(), vector),
        [nameof(LSTMGatesLinear)] = vector => VectorModels.Runner(new LSTMGatesLinear(), vector),
        [nameof(GRUGatesTanh)] = vector => VectorModels.Runner(new GRUGatesTanh(), vector),
        [nameof(GRUGatesLinear)] = vector => VectorModels.Runner(new GRUGatesLinear(), vector),
        [nameof(GRUResetBefore)] = vector => VectorModels.Runner(new GRUResetBefore(), vector),
        [nameof(GRUResetBeforeOneUnit)] = vector => VectorModels.Runner(new GRUResetBeforeOneUnit(), vector),
        [nameof(GRUResetBefore17)] = vector => VectorModels.Runner(new GRUResetBefore17(), vector),
        [nameof(GRUResetBeforeNoBias)] = vector => VectorModels.Runner(new GRUResetBeforeNoBias(), vector),
        [nameof(GRUResetBeforeBackwards)] = vector => VectorModels.Runner(new GRUResetBeforeBackwards(), vector),
        [nameof(GRUResetBeforeStacked)] = vector => VectorModels.Runner(new GRUResetBeforeStacked(), vector),
        [nameof(SimpleRNNBothWays)] = vector => VectorModels.Runner(new SimpleRNNBothWays(), vector),
        [nameof(LSTMBothWays)] = vector => VectorModels.Runner(new LSTMBothWays(), vector),
        [nameof(GRUBothWays)] = vector => VectorModels.Runner(new GRUBothWays(), vector),
        [nameof(SimpleRNNBothWaysOneUnit)] = vector => VectorModels.Runner(new SimpleRNNBothWaysOneUnit(), vector),
        [nameof(LSTMBothWaysOneUnit)] = vector => VectorModels.Runner(new LSTMBothWaysOneUnit(), vector),
        [nameof(GRUBothWaysOneUnit)] = vector => VectorModels.Runner(new GRUBothWaysOneUnit(), vector),
        [nameof(SimpleRNNBothWays9)] = vector => VectorModels.Runner(new SimpleRNNBothWays9(), vector),
        [nameof(LSTMBothWays9)] = vector => VectorModels.Runner(new LSTMBothWays9(), vector),
        [nameof(GRUBothWays9)] = vector => VectorModels.Runner(new GRUBothWays9(), vector),
        [nameof(SimpleRNNBothWaysSum)] = vector => VectorModels.Runner(new SimpleRNNBothWaysSum(), vector),
        [nameof(SimpleRNNBothWaysMul)] = vector => VectorModels.Runner(new SimpleRNNBothWaysMul(), vector),
        [nameof(SimpleRNNBothWaysAve)] = vector => VectorModels.Runner(new SimpleRNNBothWaysAve(), vector),
        [nameof(LSTMBothWaysSum)] = vector => VectorModels.Runner(new LSTMBothWaysSum(), vector),
        [nameof(LSTMBothWaysMul)] = vector => VectorModels.Runner(new LSTMBothWaysMul(), vector),
        [nameof(LSTMBothWaysAve)] = vector => VectorModels.Runner(new LSTMBothWaysAve(), vector),
        [nameof(GRUBothWaysSum)] = vector => VectorModels.Runner(new GRUBothWaysSum(), vector),
        [nameof(GRUBothWaysMul)] = vector => VectorModels.Runner(new GRUBothWaysMul(), vector),
        [nameof(GRUBothWaysAve)] = vector => VectorModels.Runner(new GRUBothWaysAve(), vector),
        [nameof(SimpleRNNBothWaysConcatSequences)] = vector => VectorModels.Runner(new SimpleRNNBothWaysConcatSequences(), vector),
        [nameof(SimpleRNNBothWaysSumSequences)] = vector => VectorModels.Runner(new SimpleRNNBothWaysSumSequences(), vector),
        [nameof(SimpleRNNBothWaysMulSequences)] = vector => VectorModels.Runner(new SimpleRNNBothWaysMulSequences(), vector),
        [nameof(SimpleRNNBothWaysAveSequences)] = vector => VectorModels.Runner(new SimpleRNNBothWaysAveSequences(), vector),
        [nameof(LSTMBothWaysConcatSequences)] = vector => VectorModels.Runner(new LSTMBothWaysConcatSequences(), vector),
        [nameof(LSTMBothWaysSumSequences)] = vector => VectorModels.Runner(new LSTMBothWaysSumSequences(), vector),
        [nameof(LSTMBothWaysMulSequences)] = vector => VectorModels.Runner(new LSTMBothWaysMulSequences(), vector),
        [nameof(LSTMBothWaysAveSequences)] = vector => VectorModels.Runner(new LSTMBothWaysAveSequences(), vector),
        [nameof(GRUBothWaysConcatSequences)] = vector => VectorModels.Runner(new GRUBothWaysConcatSequences(), vector),
        [nameof(GRUBothWaysSumSequences)] = vector => VectorModels.Runner(new GRUBothWaysSumSequences(), vector),
        [nameof(GRUBothWaysMulSequences)] = vector => VectorModels.Runner(new GRUBothWaysMulSequences(), vector),
        [nameof(GRUBothWaysAveSequences)] = vector => VectorModels.Runner(new GRUBothWaysAveSequences(), vector),
        [nameof(BothWaysLast)] = vector => VectorModels.Runner(new BothWaysLast(), vector),
        [nameof(BothWaysMulThenLSTM)] = vector => VectorModels.Runner(new BothWaysMulThenLSTM(), vector),
        [nameof(BothWaysNoBias)] = vector => VectorModels.Runner(new BothWaysNoBias(), vector),
        [nameof(BothWaysResetBefore)] = vector => VectorModels.Runner(new BothWaysResetBefore(), vector),
        [nameof(BothWaysReLU)] = vector => VectorModels.Runner(new BothWaysReLU(), vector),
        [nameof(SimpleRNNAfterDense)] = vector => VectorModels.Runner(new SimpleRNNAfterDense(), vector),
        [nameof(LSTMAfterDense)] = vector => VectorModels.Runner(new LSTMAfterDense(), vector),
        [nameof(GRUAfterDense)] = vector => VectorModels.Runner(new GRUAfterDense(), vector),
        [nameof(SimpleRNNAfterDenseTanh)] = vector => VectorModels.Runner(new SimpleRNNAfterDenseTanh(), vector),
        [nameof(LSTMAfterDenseTanh)] = vector => VectorModels.Runner(new LSTMAfterDenseTanh(), vector),
        [nameof(GRUAfterDenseTanh)] = vector => VectorModels.Runner(new GRUAfterDenseTanh(), vector),
        [nameof(SimpleRNNBothWaysAfterDense)] = vector => VectorModels.Runner(new SimpleRNNBothWaysAfterDense(), vector),
        [nameof(LSTMBothWaysAfterDense)] = vector => VectorModels.Runner(new LSTMBothWaysAfterDense(), vector),
        [nameof(GRUBothWaysAfterDense)] = vector => VectorModels.Runner(new GRUBothWaysAfterDense(), vector),
        [nameof(SimpleRNNBetweenDense)] = vector => VectorModels.Runner(new SimpleRNNBetweenDense(), vector),
        [nameof(LSTMBetweenDense)] = vector => VectorModels.Runner(new LSTMBetweenDense(), vector),
        [nameof(GRUBetweenDense)] = vector => VectorModels.Runner(new GRUBetweenDense(), vector),
        [nameof(SimpleRNNThenActivation)] = vector => VectorModels.Runner(new SimpleRNNThenActivation(), vector),
        [nameof(LSTMThenActivation)] = vector => VectorModels.Runner(new LSTMThenActivation(), vector),
        [nameof(GRUThenActivation)] = vector => VectorModels.Runner(new GRUThenActivation(), vector),
        [nameof(SimpleRNNLinearThenActivation)] = vector => VectorModels.Runner(new SimpleRNNLinearThenActivation(), vector),
        [nameof(LSTMLinearThenActivation)] = vector => VectorModels.Runner(new LSTMLinearThenActivation(), vector),
        [nameof(GRULinearThenActivation)] = vector => VectorModels.Runner(new GRULinearThenActivation(), vector),
        [nameof(SimpleRNNAfterConv)] = vector => VectorModels.Runner(new SimpleRNNAfterConv(), vector),
        [nameof(LSTMAfterConv)] = vector => VectorModels.Runner(new LSTMAfterConv(), vector),
        [nameof(GRUAfterConv)] = vector => VectorModels.Runner(new GRUAfterConv(), vector),
        [nameof(SimpleRNNAfterPooling)] = vector => VectorModels.Runner(new SimpleRNNAfterPooling(), vector),
        [nameof(LSTMAfterPooling)] = vector => VectorModels.Runner(new LSTMAfterPooling(), vector),
        [nameof(GRUAfterPooling)] = vector => VectorModels.Runner(new GRUAfterPooling(), vector),
        [nameof(SimpleRNNThenConv)] = vector => VectorModels.Runner(new SimpleRNNThenConv(), vector),
        [nameof(LSTMThenConv)] = vector => VectorModels.Runner(new LSTMThenConv(), vector),
        [nameof(GRUThenConv)] = vector => VectorModels.Runner(new GRUThenConv(), vector),
        [nameof(SimpleRNNThenPooling)] = vector => VectorModels.Runner(new SimpleRNNThenPooling(), vector),
        [nameof(LSTMThenPooling)] = vector => VectorModels.Runner(new LSTMThenPooling(), vector),
        [nameof(GRUThenPooling)] = vector => VectorModels.Runner(new GRUThenPooling(), vector),
        [nameof(LSTMThenMaxPooling)] = vector => VectorModels.Runner(new LSTMThenMaxPooling(), vector),
        [nameof(LSTMThenNormalization)] = vector => VectorModels.Runner(new LSTMThenNormalization(), vector),
        [nameof(LSTMAfterSoftmax)] = vector => VectorModels.Runner(new LSTMAfterSoftmax(), vector),
        [nameof(EachStep)] = vector => VectorModels.Runner(new EachStep(), vector),
        [nameof(EachStepFirst)] = vector => VectorModels.Runner(new EachStepFirst(), vector),
        [nameof(SimpleRNNMasked)] = vector => VectorModels.Runner(new SimpleRNNMasked(), vector),
        [nameof(LSTMMasked)] = vector => VectorModels.Runner(new LSTMMasked(), vector),
        [nameof(GRUMasked)] = vector => VectorModels.Runner(new GRUMasked(), vector),
        [nameof(SimpleRNNMaskedSequences)] = vector => VectorModels.Runner(new SimpleRNNMaskedSequences(), vector),
        [nameof(LSTMMaskedSequences)] = vector => VectorModels.Runner(new LSTMMaskedSequences(), vector),
        [nameof(GRUMaskedSequences)] = vector => VectorModels.Runner(new GRUMaskedSequences(), vector),
        [nameof(SimpleRNNMaskedBackwards)] = vector => VectorModels.Runner(new SimpleRNNMaskedBackwards(), vector),
        [nameof(LSTMMaskedBackwards)] = vector => VectorModels.Runner(new LSTMMaskedBackwards(), vector),
        [nameof(GRUMaskedBackwards)] = vector => VectorModels.Runner(new GRUMaskedBackwards(), vector),
        [nameof(SimpleRNNMaskedBackwardsSequences)] = vector => VectorModels.Runner(new SimpleRNNMaskedBackwardsSequences(), vector),
        [nameof(LSTMMaskedBackwardsSequences)] = vector => VectorModels.Runner(new LSTMMaskedBackwardsSequences(), vector),
        [nameof(GRUMaskedBackwardsSequences)] = vector => VectorModels.Runner(new GRUMaskedBackwardsSequences(), vector),
        [nameof(SimpleRNNMaskedStacked)] = vector => VectorModels.Runner(new SimpleRNNMaskedStacked(), vector),
        [nameof(LSTMMaskedStacked)] = vector => VectorModels.Runner(new LSTMMaskedStacked(), vector),
        [nameof(GRUMaskedStacked)] = vector => VectorModels.Runner(new GRUMaskedStacked(), vector),
        [nameof(SimpleRNNMaskedStackedBackwards)] = vector => VectorModels.Runner(new SimpleRNNMaskedStackedBackwards(), vector),
        [nameof(LSTMMaskedStackedBackwards)] = vector => VectorModels.Runner(new LSTMMaskedStackedBackwards(), vector),
        [nameof(GRUMaskedStackedBackwards)] = vector => VectorModels.Runner(new GRUMaskedStackedBackwards(), vector),
        [nameof(SimpleRNNMaskedBothWays)] = vector => VectorModels.Runner(new SimpleRNNMaskedBothWays(), vector),
        [nameof(LSTMMaskedBothWays)] = vector => VectorModels.Runner(new LSTMMaskedBothWays(), vector),
        [nameof(GRUMaskedBothWays)] = vector => VectorModels.Runner(new GRUMaskedBothWays(), vector),
        [nameof(SimpleRNNMaskedBothWaysSequences)] = vector => VectorModels.Runner(new SimpleRNNMaskedBothWaysSequences(), vector),
        [nameof(LSTMMaskedBothWaysSequences)] = vector => VectorModels.Runner(new LSTMMaskedBothWaysSequences(), vector),
        [nameof(GRUMaskedBothWaysSequences)] = vector => VectorModels.Runner(new GRUMaskedBothWaysSequences(), vector),
        [nameof(SimpleRNNMaskedBothWaysStacked)] = vector => VectorModels.Runner(new SimpleRNNMaskedBothWaysStacked(), vector),
        [nameof(LSTMMaskedBothWaysStacked)] = vector => VectorModels.Runner(new LSTMMaskedBothWaysStacked(), vector),
        [nameof(GRUMaskedBothWaysStacked)] = vector => VectorModels.Runner(new GRUMaskedBothWaysStacked(), vector),
        [nameof(SimpleRNNMaskedReLU)] = vector => VectorModels.Runner(new SimpleRNNMaskedReLU(), vector),
        [nameof(LSTMMaskedReLU)] = vector => VectorModels.Runner(new LSTMMaskedReLU(), vector),
        [nameof(GRUMaskedReLU)] = vector => VectorModels.Runner(new GRUMaskedReLU(), vector),
        [nameof(SimpleRNNMaskedOneStep)] = vector => VectorModels.Runner(new SimpleRNNMaskedOneStep(), vector),
        [nameof(LSTMMaskedOneStep)] = vector => VectorModels.Runner(new LSTMMaskedOneStep(), vector),
        [nameof(GRUMaskedOneStep)] = vector => VectorModels.Runner(new GRUMaskedOneStep(), vector),
        [nameof(MaskedMul)] = vector => VectorModels.Runner(new MaskedMul(), vector),
        [nameof(MaskedAve)] = vector => VectorModels.Runner(new MaskedAve(), vector),
        [nameof(MaskedMulLast)] = vector => VectorModels.Runner(new MaskedMulLast(), vector),
        [nameof(MaskedResetBefore)] = vector => VectorModels.Runner(new MaskedResetBefore(), vector),
        [nameof(MaskedBatch33)] = vector => VectorModels.Runner(new MaskedBatch33(), vector),
        [nameof(MaskedBySomething)] = vector => VectorModels.Runner(new MaskedBySomething(), vector),
        [nameof(MaskedOneFeature)] = vector => VectorModels.Runner(new MaskedOneFeature(), vector),
        [nameof(MaskedLate)] = vector => VectorModels.Runner(new MaskedLate(), vector),
        [nameof(MaskedAverage)] = vector => VectorModels.Runner(new MaskedAverage(), vector),
        [nameof(MaskedAverageAfterDense)] = vector => VectorModels.Runner(new MaskedAverageAfterDense(), vector),
        [nameof(MaskedThroughLayers)] = vector => VectorModels.Runner(new MaskedThroughLayers(), vector),
        [nameof(MaskedSequencesThenAverage)] = vector => VectorModels.Runner(new MaskedSequencesThenAverage(), vector),
        [nameof(MaskedBothWaysThenAverage)] = vector => VectorModels.Runner(new MaskedBothWaysThenAverage(), vector),
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
        [nameof(GRUAfterEmbedding)] = vector => VectorModels.Runner(new GRUAfterEmbedding(), vector),
        [nameof(SimpleRNNBothWaysAfterEmbedding)] = vector => VectorModels.Runner(new SimpleRNNBothWaysAfterEmbedding(), vector),
        [nameof(LSTMBothWaysAfterEmbedding)] = vector => VectorModels.Runner(new LSTMBothWaysAfterEmbedding(), vector),
        [nameof(GRUBothWaysAfterEmbedding)] = vector => VectorModels.Runner(new GRUBothWaysAfterEmbedding(), vector),
        [nameof(EmbeddingMaskedAverage)] = vector => VectorModels.Runner(new EmbeddingMaskedAverage(), vector),
        [nameof(EmbeddingMaskedAverage17)] = vector => VectorModels.Runner(new EmbeddingMaskedAverage17(), vector),
        [nameof(SimpleRNNAfterMaskedEmbedding)] = vector => VectorModels.Runner(new SimpleRNNAfterMaskedEmbedding(), vector),
        [nameof(LSTMAfterMaskedEmbedding)] = vector => VectorModels.Runner(new LSTMAfterMaskedEmbedding(), vector),
        [nameof(GRUAfterMaskedEmbedding)] = vector => VectorModels.Runner(new GRUAfterMaskedEmbedding(), vector),
        [nameof(SimpleRNNStackedAfterMaskedEmbedding)] = vector => VectorModels.Runner(new SimpleRNNStackedAfterMaskedEmbedding(), vector),
        [nameof(LSTMStackedAfterMaskedEmbedding)] = vector => VectorModels.Runner(new LSTMStackedAfterMaskedEmbedding(), vector),
        [nameof(GRUStackedAfterMaskedEmbedding)] = vector => VectorModels.Runner(new GRUStackedAfterMaskedEmbedding(), vector),
        [nameof(SimpleRNNBothWaysAfterMaskedEmbedding)] = vector => VectorModels.Runner(new SimpleRNNBothWaysAfterMaskedEmbedding(), vector),
        [nameof(LSTMBothWaysAfterMaskedEmbedding)] = vector => VectorModels.Runner(new LSTMBothWaysAfterMaskedEmbedding(), vector),
        [nameof(GRUBothWaysAfterMaskedEmbedding)] = vector => VectorModels.Runner(new GRUBothWaysAfterMaskedEmbedding(), vector),
        [nameof(OptimizerSimpleRNN)] = vector => VectorModels.Runner(new OptimizerSimpleRNN(), vector),
        [nameof(OptimizerLSTM)] = vector => VectorModels.Runner(new OptimizerLSTM(), vector),
        [nameof(OptimizerGRU)] = vector => VectorModels.Runner(new OptimizerGRU(), vector),
        [nameof(OptimizerBothWays)] = vector => VectorModels.Runner(new OptimizerBothWays(), vector),
        [nameof(OptimizerEmbedding)] = vector => VectorModels.Runner(new OptimizerEmbedding(), vector),
        [nameof(OptimizerEmbeddingAgain)] = vector => VectorModels.Runner(new OptimizerEmbeddingAgain(), vector),
        [nameof(OptimizerEmbeddingLSTM)] = vector => VectorModels.Runner(new OptimizerEmbeddingLSTM(), vector),
        [nameof(OptimizerEmbeddingLong)] = vector => VectorModels.Runner(new OptimizerEmbeddingLong(), vector),
        [nameof(MaskedLossScce)] = vector => VectorModels.Runner(new MaskedLossScce(), vector),
        [nameof(MaskedLossCce)] = vector => VectorModels.Runner(new MaskedLossCce(), vector),
        [nameof(MaskedLossBce)] = vector => VectorModels.Runner(new MaskedLossBce(), vector),
        [nameof(MaskedLossMse)] = vector => VectorModels.Runner(new MaskedLossMse(), vector),
        [nameof(MaskedLossClipped)] = vector => VectorModels.Runner(new MaskedLossClipped(), vector),
        [nameof(MaskedLossMae)] = vector => VectorModels.Runner(new MaskedLossMae(), vector),
        [nameof(OptimizerMaskedLoss)] = vector => VectorModels.Runner(new OptimizerMaskedLoss(), vector),
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
[GRU(4)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUPlain;

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

[Model(5, 3)]
[GRU(1)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUOneUnit;

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

[Model(9, 1)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUOneFeature;

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

[Model(1, 3)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUOneStep;

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
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUTwoSteps;

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

[Model(2, 3)]
[GRU(16)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUUnits16;

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

[Model(5, 17)]
[GRU(17)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class GRUUnits17;

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

[Model(2, 1)]
[GRU(33)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUUnits33;

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

[Model(2, 3)]
[GRU(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class GRUBatch33;

[Model(3, 2)]
[SimpleRNN(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNLast;

[Model(3, 2)]
[LSTM(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMLast;

[Model(3, 2)]
[GRU(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRULast;

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

[Model(3, 2)]
[GRU(3, ReturnSequences = true)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRULastSequences;

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
[GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUSequences;

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
[GRU(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBackwards;

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

[Model(5, 3)]
[GRU(3, ReturnSequences = true, GoBackwards = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBackwardsSequences;

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

[Model(1, 3)]
[GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUOneStepSequences;

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
[GRU(17, ReturnSequences = true)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUStacked;

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
[GRU(3, ReturnSequences = true, GoBackwards = true)]
[GRU(4, ReturnSequences = true)]
[GRU(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUStackedBackwards;

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

[Model(5, 3)]
[GRU(3, ReturnSequences = true, UseBias = false)]
[GRU(4, UseBias = false)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUNoBias;

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
[GRU(3, ReLU, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUReLU;

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

[Model(2, 3)]
[GRU(3, LeakyReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRULeakyReLU;

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

[Model(3, 3)]
[GRU(3, Linear, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRULinear;

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

[Model(5, 3)]
[GRU(3, Sigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUSigmoid;

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
[GRU(3, Softplus, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUSoftplus;

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

[Model(3, 3)]
[GRU(3, ELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUELU;

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

[Model(5, 3)]
[GRU(3, recurrentActivation: Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUGatesTanh;

[Model(3, 3)]
[GRU(3, Sigmoid, recurrentActivation: Linear)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUGatesLinear;

// The reset gate before the product.

[Model(5, 3)]
[GRU(3, ResetAfter = false)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUResetBefore;

[Model(5, 3)]
[GRU(1, ResetAfter = false)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUResetBeforeOneUnit;

[Model(3, 2)]
[GRU(17, ResetAfter = false, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUResetBefore17;

[Model(5, 3)]
[GRU(3, ResetAfter = false, ReturnSequences = true, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUResetBeforeNoBias;

[Model(5, 3)]
[GRU(3, ReLU, ResetAfter = false, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUResetBeforeBackwards;

[Model(5, 3)]
[GRU(4, ResetAfter = false, ReturnSequences = true)]
[GRU(3, ResetAfter = false)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUResetBeforeStacked;

// Both directions.

[Model(5, 3)]
[Bidirectional, SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWays;

[Model(5, 3)]
[Bidirectional, LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWays;

[Model(5, 3)]
[Bidirectional, GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWays;

[Model(5, 3)]
[Bidirectional, SimpleRNN(1, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysOneUnit;

[Model(5, 3)]
[Bidirectional, LSTM(1, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysOneUnit;

[Model(5, 3)]
[Bidirectional, GRU(1, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysOneUnit;

[Model(3, 2)]
[Bidirectional, SimpleRNN(9, ReturnSequences = true)]
[Bidirectional, SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWays9;

[Model(3, 2)]
[Bidirectional, LSTM(9, ReturnSequences = true)]
[Bidirectional, LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWays9;

[Model(3, 2)]
[Bidirectional, GRU(9, ReturnSequences = true)]
[Bidirectional, GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWays9;

[Model(3, 2)]
[Bidirectional(MergeMode.Sum), SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysSum;

[Model(3, 2)]
[Bidirectional(MergeMode.Mul), SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysMul;

[Model(3, 2)]
[Bidirectional(MergeMode.Ave), SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysAve;

[Model(3, 2)]
[Bidirectional(MergeMode.Sum), LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysSum;

[Model(3, 2)]
[Bidirectional(MergeMode.Mul), LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysMul;

[Model(3, 2)]
[Bidirectional(MergeMode.Ave), LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysAve;

[Model(3, 2)]
[Bidirectional(MergeMode.Sum), GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysSum;

[Model(3, 2)]
[Bidirectional(MergeMode.Mul), GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysMul;

[Model(3, 2)]
[Bidirectional(MergeMode.Ave), GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysAve;

[Model(3, 2)]
[Bidirectional, SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysConcatSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Sum), SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysSumSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Mul), SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysMulSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Ave), SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysAveSequences;

[Model(3, 2)]
[Bidirectional, LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysConcatSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Sum), LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysSumSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Mul), LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysMulSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Ave), LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysAveSequences;

[Model(3, 2)]
[Bidirectional, GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysConcatSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Sum), GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysSumSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Mul), GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysMulSequences;

[Model(3, 2)]
[Bidirectional(MergeMode.Ave), GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysAveSequences;

[Model(4, 2)]
[Bidirectional, LSTM(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BothWaysLast;

[Model(4, 2)]
[Bidirectional(MergeMode.Mul), SimpleRNN(17, ReturnSequences = true)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BothWaysMulThenLSTM;

[Model(4, 2)]
[Bidirectional(MergeMode.Sum), GRU(3, UseBias = false)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BothWaysNoBias;

[Model(4, 2)]
[Bidirectional, GRU(3, ResetAfter = false, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BothWaysResetBefore;

[Model(2, 2)]
[Dense(3, ReLU)]
[Bidirectional(MergeMode.Ave), SimpleRNN(3, ReLU, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BothWaysReLU;

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
[Dense(4, ReLU)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUAfterDense;

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
[Dense(17, Tanh)]
[GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUAfterDenseTanh;

[Model(3, 2)]
[Dense(4, ReLU)]
[Bidirectional, SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysAfterDense;

[Model(3, 2)]
[Dense(4, ReLU)]
[Bidirectional, LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysAfterDense;

[Model(3, 2)]
[Dense(4, ReLU)]
[Bidirectional, GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysAfterDense;

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
[Dense(4, Sigmoid)]
[GRU(3, ReturnSequences = true)]
[Dense(17, ReLU)]
[GRU(4)]
[Dense(5, Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBetweenDense;

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
[GRU(4, ReturnSequences = true)]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUThenActivation;

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

[Model(3, 2)]
[GRU(4, Linear)]
[Activation(Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRULinearThenActivation;

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

[Model(7, 2)]
[Conv1D(4, 3, ReLU)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUAfterConv;

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

[Model(8, 2)]
[Conv1D(3, 1, ReLU)]
[MaxPooling1D]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUAfterPooling;

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

[Model(5, 2)]
[GRU(4, ReturnSequences = true)]
[Conv1D(3, 2, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUThenConv;

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
[GRU(4, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUThenPooling;

[Model(4, 2)]
[LSTM(5, ReturnSequences = true)]
[GlobalMaxPooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMThenMaxPooling;

[Model(4, 2)]
[LSTM(5, ReturnSequences = true)]
[LayerNormalization]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMThenNormalization;

[Model(4, 2)]
[Dense(4, Softmax)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMAfterSoftmax;

[Model(5, 3)]
[GRU(3, ReturnSequences = true)]
[TimeDistributed, Dense(4, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class EachStep;

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
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMasked;

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
[GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedSequences;

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
[GRU(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedBackwards;

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
[GRU(3, ReturnSequences = true, GoBackwards = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedBackwardsSequences;

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
[GRU(4, ReturnSequences = true)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedStacked;

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

[Model(5, 3)]
[Masking]
[GRU(3, ReturnSequences = true, GoBackwards = true)]
[GRU(4, ReturnSequences = true)]
[GRU(3, GoBackwards = true)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedStackedBackwards;

[Model(5, 3)]
[Masking]
[Bidirectional, SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedBothWays;

[Model(5, 3)]
[Masking]
[Bidirectional, LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedBothWays;

[Model(5, 3)]
[Masking]
[Bidirectional, GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedBothWays;

[Model(5, 3)]
[Masking]
[Bidirectional, SimpleRNN(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedBothWaysSequences;

[Model(5, 3)]
[Masking]
[Bidirectional, LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedBothWaysSequences;

[Model(5, 3)]
[Masking]
[Bidirectional, GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedBothWaysSequences;

[Model(5, 3)]
[Masking]
[Bidirectional(MergeMode.Sum), SimpleRNN(3, ReturnSequences = true)]
[Bidirectional(MergeMode.Ave), SimpleRNN(4)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNMaskedBothWaysStacked;

[Model(5, 3)]
[Masking]
[Bidirectional(MergeMode.Sum), LSTM(3, ReturnSequences = true)]
[Bidirectional(MergeMode.Ave), LSTM(4)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMMaskedBothWaysStacked;

[Model(5, 3)]
[Masking]
[Bidirectional(MergeMode.Sum), GRU(3, ReturnSequences = true)]
[Bidirectional(MergeMode.Ave), GRU(4)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedBothWaysStacked;

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

[Model(3, 3)]
[Masking]
[Dense(4, ReLU)]
[GRU(3, ReLU, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedReLU;

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

[Model(1, 3)]
[Masking]
[GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUMaskedOneStep;

[Model(5, 3)]
[Masking]
[Bidirectional(MergeMode.Mul), LSTM(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedMul;

[Model(5, 3)]
[Masking]
[Bidirectional(MergeMode.Ave), GRU(3, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedAve;

[Model(5, 3)]
[Masking]
[Bidirectional(MergeMode.Mul), GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedMulLast;

[Model(5, 3)]
[Masking]
[GRU(3, ResetAfter = false, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedResetBefore;

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

[Model(9, 1)]
[Masking(0.5f)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedOneFeature;

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

[Model(4, 3)]
[Masking]
[Rescaling(0.5f, -0.25f)]
[Dense(4)]
[LayerNormalization]
[Dropout(0)]
[Activation(Tanh)]
[TimeDistributed, Dense(3)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedThroughLayers;

[Model(5, 3)]
[Masking]
[LSTM(3, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedSequencesThenAverage;

[Model(5, 3)]
[Masking]
[Bidirectional, GRU(3, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedBothWaysThenAverage;

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

[Model(5)]
[Embedding(9, 3)]
[GRU(4)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class GRUAfterEmbedding;

[Model(5)]
[Embedding(9, 17)]
[Bidirectional, SimpleRNN(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRNNBothWaysAfterEmbedding;

[Model(5)]
[Embedding(9, 17)]
[Bidirectional, LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LSTMBothWaysAfterEmbedding;

[Model(5)]
[Embedding(9, 17)]
[Bidirectional, GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUBothWaysAfterEmbedding;

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
[Embedding(9, 3, MaskZero = true)]
[GRU(4)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class GRUAfterMaskedEmbedding;

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

[Model(5)]
[Embedding(9, 17, MaskZero = true)]
[Dropout(0)]
[GRU(4, ReturnSequences = true)]
[GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUStackedAfterMaskedEmbedding;

[Model(5)]
[Embedding(9, 3, MaskZero = true)]
[Bidirectional, SimpleRNN(3, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class SimpleRNNBothWaysAfterMaskedEmbedding;

[Model(5)]
[Embedding(9, 3, MaskZero = true)]
[Bidirectional, LSTM(3, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class LSTMBothWaysAfterMaskedEmbedding;

[Model(5)]
[Embedding(9, 3, MaskZero = true)]
[Bidirectional, GRU(3, ReturnSequences = true)]
[GlobalAveragePooling1D]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class GRUBothWaysAfterMaskedEmbedding;

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

[Model(4, 3)]
[GRU(5, ReturnSequences = true)]
[GRU(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerGRU;

[Model(4, 3)]
[Masking]
[Bidirectional, GRU(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerBothWays;

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

// Losses of steps of which a mask leaves some out.

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[LSTM(4, ReturnSequences = true)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class MaskedLossScce;

[Model(6, 3)]
[Masking]
[GRU(4, ReturnSequences = true)]
[Dense(3, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class MaskedLossCce;

[Model(6, 3)]
[Masking]
[SimpleRNN(4, ReturnSequences = true)]
[Dense(2, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class MaskedLossBce;

[Model(6, 3)]
[Masking]
[Bidirectional, LSTM(4, ReturnSequences = true)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaskedLossMse;

[Model(6, 3)]
[Masking]
[LSTM(4, ReturnSequences = true)]
[Dense(3, Sigmoid)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class MaskedLossClipped;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[Dense(17, Tanh)]
[Dense(17)]
[Loss(Loss.MeanAbsoluteError)]
internal sealed partial class MaskedLossMae;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[GRU(4, ReturnSequences = true)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerMaskedLoss;
