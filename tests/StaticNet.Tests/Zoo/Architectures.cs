namespace StaticNet.Tests.Zoo;

/// <summary>
/// The networks of real people's Keras files, as far as they can be declared, and some wider ones. Beside each stands how many weights Keras
/// has for it: of the files, as many as are stored there.
/// </summary>
/// <remarks>
/// Not declared, since they are no stacks: <c>keras-15</c> (attention and its residual sums), <c>keras-22</c> (concatenates what earlier layers
/// gave), <c>keras-26</c> (residual sums, two poolings side by side). <c>h5-01</c> and <c>h5-02</c> hold no layers, <c>h5-05</c> those of
/// <c>keras-18</c>. <c>keras-20</c> predicts; its loss, of a label for each step, cannot be declared.
/// </remarks>
internal static class Architectures
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, Architecture> All { get; } = new Dictionary<string, Architecture>
    {
        [nameof(Keras01)] = Training(195, () => new Keras01(1)),
        [nameof(Keras02)] = Training(289, () => new Keras02(1)),
        [nameof(Keras03)] = Training(2_020, () => new Keras03(1)),
        [nameof(Keras04)] = Training(2_945, () => new Keras04(1)),
        [nameof(Keras05)] = Training(3_308, () => new Keras05(1)),
        [nameof(Keras06)] = Training(3_072, () => new Keras06(1)),
        [nameof(Keras07)] = Training(4_865, () => new Keras07(1)),
        [nameof(Keras08)] = Training(4_674, () => new Keras08(1)),
        [nameof(Keras09)] = Training(4_929, () => new Keras09(1)),
        [nameof(Keras10)] = Training(9_479, () => new Keras10(1)),
        [nameof(Keras11)] = Training(10_881, () => new Keras11(1)),
        [nameof(Keras12)] = Training(22_102, () => new Keras12(1)),
        [nameof(Keras13)] = Predicting(46_238, () => new Keras13(1)),
        [nameof(Keras13WithLoss)] = Training(46_238, () => new Keras13WithLoss(1)),
        [nameof(Keras14)] = Training(16_547, () => new Keras14(1)),
        [nameof(Keras16)] = Training(24_707, () => new Keras16(1)),
        [nameof(Keras17)] = Training(30_881, () => new Keras17(1)),
        [nameof(Keras18)] = Training(34_727, () => new Keras18(1)),
        [nameof(Keras19)] = Training(35_821, () => new Keras19(1)),
        [nameof(Keras20)] = Predicting(37_249, () => new Keras20(1)),
        [nameof(Keras20WithLoss)] = Training(37_249, () => new Keras20WithLoss(1)),
        [nameof(Keras21)] = Training(189_832, () => new Keras21(1)),
        [nameof(Keras23)] = Training(75_905, () => new Keras23(1)),
        [nameof(Keras24)] = Training(77_374, () => new Keras24(1)),
        [nameof(Keras25)] = Training(93_322, () => new Keras25(1)),
        [nameof(Keras27)] = Training(101_770, () => new Keras27(1)),
        [nameof(Keras28)] = Training(101_770, () => new Keras28(1)),
        [nameof(Keras29)] = Training(99_852, () => new Keras29(1)),
        [nameof(Keras30)] = Training(110_474, () => new Keras30(1)),
        [nameof(Keras31)] = Predicting(356_810, () => new Keras31(1)),
        [nameof(Keras31WithLoss)] = Training(356_810, () => new Keras31WithLoss(1)),
        [nameof(H503)] = Training(662, () => new H503(1)),
        [nameof(H504)] = Training(54_275, () => new H504(1)),
        [nameof(H506)] = Training(58_241, () => new H506(1)),
        [nameof(WideDense)] = Training(37_703_690, () => new WideDense(1)),
        [nameof(WideScorer)] = Predicting(4_002_000, () => new WideScorer(1)),
        [nameof(WideLSTM)] = Training(1_186_826, () => new WideLSTM(1)),
        [nameof(WideBidirectional)] = Training(664_810, () => new WideBidirectional(1)),
        [nameof(WideConvolution)] = Training(1_182_730, () => new WideConvolution(1)),
        [nameof(WideSequence)] = Training(890_890, () => new WideSequence(1)),
        [nameof(WideEmbedding)] = Training(5_136_513, () => new WideEmbedding(1)),
    };

    private static Architecture<TInput> Predicting<TInput>(int parameters, Func<Model<TInput>> make)
        where TInput : unmanaged
        => new(parameters, make);

    private static Architecture<TInput, TTarget> Training<TInput, TTarget>(int parameters, Func<TrainableModel<TInput, TTarget>> make)
        where TInput : unmanaged
        where TTarget : unmanaged
        => new(parameters, make);
}
