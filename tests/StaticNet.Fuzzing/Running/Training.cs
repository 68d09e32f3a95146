namespace StaticNet.Fuzzing;

/// <summary>Trains a drawn model, and compares gradients and steps with its twin and with itself.</summary>
internal sealed class Training<TInput, TTarget>(Stack stack, Func<Model> create)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly int _count = Exercise.Count(stack);

    private TrainableModel<TInput, TTarget> Fresh => Exercise.Prepared<TrainableModel<TInput, TTarget>>(stack, create);

    public void Run()
    {
        Exercise.Predict(stack, Fresh, _count);
        Evaluate();
        Gradients();
        foreach (Func<Optimizer> optimizer in (Func<Optimizer>[])[() => new SGD(0.05f), () => new SGD(0.05f) { Momentum = 0.9f, Nesterov = true }, () => new Adam()])
            Steps(optimizer);
        Fit();
    }

    private void Evaluate()
    {
        TrainableModel<TInput, TTarget> model = Fresh;
        Samples samples = Draw(_count, 1);
        Dataset<TInput, TTarget> data = Data(samples);
        double loss = double.NaN;
        foreach (int threads in Exercise.Threads)
        {
            model.Threads = threads;
            double now = model.Evaluate(data).Loss;
            if (double.IsNaN(loss))
                loss = now;
            if (now != loss)
                throw new FailureException($"Evaluate gives {now:R} on {threads} threads and {loss:R} on one.");
        }

        if (Exercise.TwinSamples(stack, _count, taped: false) == _count)
            Exercise.Compare("evaluated loss", [(float)loss], [new TwinRun(stack, model).Evaluate(samples.Inputs, samples.Targets)]);
    }

    // A kink within rounding of a sum turns a gradient; that is no fault unless it is so wherever one looks.
    private void Gradients()
    {
        int count = Exercise.TwinSamples(stack, _count, taped: true);
        if (count == 0 || stack.IsRandom)
            return;
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                TrainableModel<TInput, TTarget> model = Fresh;
                Samples samples = Draw(count, 2 + attempt);
                (double loss, double[][] expected) = new TwinRun(stack, model).Train(samples.Inputs, samples.Targets);
                Gradients computed = model.ComputeGradients(samples.InputsAs<TInput>(), samples.TargetsAs<TTarget>());
                Exercise.Compare("loss of a step", [(float)computed.Result.Loss], [loss]);
                float[][] gradients = Copied(computed, model);

                // Where a normalisation lets no gradient pass, what remains is rounding of what came in, which is of the order of the loss.
                double largest = expected.SelectMany(values => values).Select(Math.Abs).Append(1e-4 * loss).Max();
                for (int i = 0; i < expected.Length; i++)
                {
                    if (!model.Parameters[i].Name.Contains("moving_", StringComparison.Ordinal))
                        Exercise.Compare($"gradient of {model.Parameters[i].Name}", [.. gradients[i], (float)largest], [.. expected[i], largest]);
                }

                return;
            }
            catch (FailureException) when (attempt < 3)
            {
            }
        }
    }

    private void Steps(Func<Optimizer> optimizer)
    {
        Samples first = Draw(_count, 7), second = Draw(Math.Max(1, _count / 2), 8);
        float[]? expected = null;
        foreach (int threads in Exercise.Threads)
        {
            TrainableModel<TInput, TTarget> model = Fresh;
            model.Threads = threads;
            Optimizer rule = optimizer();
            float[][] before = Weights(model);
            model.TrainOnBatch(first.InputsAs<TInput>(), first.TargetsAs<TTarget>(), rule);
            if (expected is null)
                CompareStep(rule, model, before, first);
            if (!IsStepTaken(model, second, rule) || !IsStepTaken(model, first, rule))
                return;
            float[] after = [.. Weights(model).SelectMany(values => values)];
            PaddingIsZero(model);
            expected ??= after;
            Exercise.Same($"weights after three steps of {rule.GetType().Name} on {threads} threads", expected, after);
        }
    }

    // A model whose activations have no bound may come to numbers that no float holds. That is no fault where its twin does so too.
    private bool IsStepTaken(TrainableModel<TInput, TTarget> model, Samples samples, Optimizer rule)
    {
        const double Large = 1e15;
        float[][] weights = Weights(model);
        try
        {
            return model.TrainOnBatch(samples.InputsAs<TInput>(), samples.TargetsAs<TTarget>(), rule).Loss < Large;
        }
        catch (TrainingDivergedException)
        {
            TrainableModel<TInput, TTarget> other = Fresh;
            for (int i = 0; i < weights.Length; i++)
                other.Parameters[i].CopyFrom(weights[i]);
            int count = Exercise.TwinSamples(stack, samples.Count, taped: false);
            if (count == samples.Count && new TwinRun(stack, other).Evaluate(samples.Inputs, samples.Targets) < Large)
                throw;
            return false;
        }
    }

    // The step fused with the gradients is the rule on gradients that are kept.
    private void CompareStep(Optimizer rule, TrainableModel<TInput, TTarget> model, float[][] before, Samples samples)
    {
        TrainableModel<TInput, TTarget> other = Fresh;
        float[][] gradients = Copied(other.ComputeGradients(samples.InputsAs<TInput>(), samples.TargetsAs<TTarget>()), other), after = Weights(model);
        for (int i = 0; i < after.Length; i++)
        {
            if (model.Parameters[i].Name.Contains("moving_", StringComparison.Ordinal))
                continue;
            for (int j = 0; j < after[i].Length; j++)
            {
                double gradient = gradients[i][j], step = rule switch
                {
                    SGD { Nesterov: true } sgd => -rule.LearningRate * (1 + sgd.Momentum) * gradient,
                    SGD => -rule.LearningRate * gradient,
                    _ => -rule.LearningRate * gradient / (Math.Abs(gradient) + (1e-7 / Math.Sqrt(1 - 0.999))),
                };
                double rounding = 1e-6 * (Math.Abs(before[i][j]) + 1e-3), error = Math.Abs(after[i][j] - before[i][j] - step);
                if (!(error <= rounding + (1e-3 * Math.Abs(step))))
                {
                    throw new FailureException(FormattableString.Invariant(
                        $"A step of {rule.GetType().Name} took {model.Parameters[i].Name}[{j}] from {before[i][j]:R} to {after[i][j]:R}; by its gradient {gradient:R} it goes {step:R}."));
                }
            }
        }
    }

    private void Fit()
    {
        Dataset<TInput, TTarget> data = Data(Draw(_count + 3, 9));
        float[]? expected = null;
        foreach (int threads in (int[])[1, 3])
        {
            TrainableModel<TInput, TTarget> model = Fresh;
            model.Threads = threads;
            model.Fit(data, new FitOptions
            {
                Epochs = 2,
                BatchSize = Math.Max(1, _count / 2),
                ValidationSplit = 0.2f,
                Optimizer = new Adam(),
                Progress = ProgressDisplay.Silent,
            });
            float[] after = [.. Weights(model).SelectMany(values => values)];
            expected ??= after;
            Exercise.Same($"weights after Fit on {threads} threads", expected, after);
        }
    }

    private Samples Draw(int count, int salt) => Samples.Of(stack, count, new Random((stack.Seed * 16) + salt));

    private static Dataset<TInput, TTarget> Data(Samples samples)
        => new(samples.InputsAs<TInput>(), samples.TargetsAs<TTarget>(), samples.Count);

    private static float[][] Weights(Model model) => [.. model.Parameters.Select(parameter =>
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    })];

    // Kernels multiply by what lies between rows of weights. Copied in anew, rows have 0 there.
    private static void PaddingIsZero(Model model)
    {
        float[][] weights = Weights(model);
        float[] before = model.Weights.Span.ToArray();
        for (int i = 0; i < weights.Length; i++)
            model.Parameters[i].CopyFrom(weights[i]);
        Exercise.Same("weights and their padding", model.Weights.Span, before);
    }

    private static float[][] Copied(Gradients gradients, Model model) => [.. model.Parameters.Select(parameter =>
    {
        var values = new float[parameter.Count];
        gradients.CopyTo(parameter, values);
        return values;
    })];
}
