using static System.FormattableString;

namespace StaticNet.Fuzzing;

/// <summary>Predicts with a drawn model, and compares it with its twin and with itself.</summary>
internal static class Exercise
{
    /// <summary>The operations that a twin may take.</summary>
    private const long MostTwinOperations = 6_000_000, MostTapedOperations = 600_000;

    /// <summary>What may be between float and double, as a share of the largest number of a result.</summary>
    private const double Tolerance = 2e-3;

    public static readonly int[] Threads = [1, 2, 3, 8];

    private delegate void Output<TInput>(ReadOnlySpan<TInput> inputs, Span<float> outputs);

    /// <summary>All that can be done with a model.</summary>
    public static void All(Stack stack, Func<Model> create)
    {
        Model model = create();
        if (!model.Info.OutputShape.SequenceEqual(stack.OutputShape))
            throw new FailureException($"The output is ({string.Join(", ", model.Info.OutputShape)}); the twin's is ({string.Join(", ", stack.OutputShape)}).");
        switch (model)
        {
            case TrainableModel<float, float>: new Training<float, float>(stack, create).Run(); break;
            case TrainableModel<float, int>: new Training<float, int>(stack, create).Run(); break;
            case TrainableModel<int, float>: new Training<int, float>(stack, create).Run(); break;
            case TrainableModel<int, int>: new Training<int, int>(stack, create).Run(); break;
            case TrainableModel<float, Mixed>: new Training<float, Mixed>(stack, create).Run(); break;
            case TrainableModel<int, Mixed>: new Training<int, Mixed>(stack, create).Run(); break;
            case TrainableModel<Mixed, float>: new Training<Mixed, float>(stack, create).Run(); break;
            case TrainableModel<Mixed, int>: new Training<Mixed, int>(stack, create).Run(); break;
            case TrainableModel<Mixed, Mixed>: new Training<Mixed, Mixed>(stack, create).Run(); break;
            case Model<Mixed> columns: Predict(stack, columns, Count(stack)); break;
            case Model<float> floats: Predict(stack, floats, Count(stack)); break;
            default: Predict(stack, (Model<int>)model, Count(stack)); break;
        }
    }

    /// <summary>How many samples a stack is tried with: one, a few, or several tiles of them.</summary>
    public static int Count(Stack stack)
    {
        var random = new Random(stack.Seed);
        return stack.Operations > 4_000_000 ? random.Next(1, 4) : stack.Operations > 100_000 ? random.Next(1, 12) : random.Chance(0.3) ? random.Next(40, 110) : random.Next(1, 30);
    }

    /// <summary>Samples whose twin is affordable.</summary>
    public static int TwinSamples(Stack stack, int count, bool taped)
        => (int)Math.Min(count, (taped ? MostTapedOperations : MostTwinOperations) / Math.Max(1, stack.Operations));

    /// <summary>A model with weights that are all different from where training begins.</summary>
    public static TModel Prepared<TModel>(Stack stack, Func<Model> create)
        where TModel : Model
    {
        Model model = create();
        var random = new Random(stack.Seed);
        foreach (Parameter parameter in model.Parameters)
        {
            var values = new float[parameter.Count];
            parameter.CopyTo(values);
            float size = parameter.Name.EndsWith("kernel", StringComparison.Ordinal) ? 0.02f : 0.3f;
            for (int i = 0; i < values.Length; i++)
                values[i] += size * ((2 * random.NextSingle()) - 1);
            parameter.CopyFrom(values);
        }

        return (TModel)model;
    }

    /// <summary>Predictions are those of the twin, and the same bits in any company and on any number of threads.</summary>
    public static void Predict<TInput>(Stack stack, Model<TInput> model, int count)
        where TInput : unmanaged
    {
        Samples samples = Samples.Of(stack, count, new Random(stack.Seed));
        TInput[] inputs = samples.InputsAs<TInput>();
        Predict("prediction", stack, model, samples, inputs, [.. stack.Outputs.Select(output => output.Layer)], model.Predict);
        if (stack.Named >= 0)
        {
            Output<TInput> inner = model.GetType().GetMethod(stack.Inputs.Count == 1 ? "PredictInner" : "Inner", [typeof(ReadOnlySpan<TInput>), typeof(Span<float>)])!.CreateDelegate<Output<TInput>>(model);
            Predict("prediction of the named layer", stack, model, samples, inputs, [stack.Named], inner);
        }

        if (model.Info.Decoding is not null)
            Decode(model, inputs);
    }

    // Step by step come the same bits as at once, in the first sequence of a decoder and in another.
    private static void Decode<TInput>(Model<TInput> model, TInput[] inputs)
        where TInput : unmanaged
    {
        var decoder = (Decoder<TInput>)model.GetType().GetMethod("StartDecoding")!.Invoke(model, null)!;
        for (int sample = 0; sample < Math.Min(2, inputs.Length / model.Info.InputSize); sample++)
        {
            ReadOnlySpan<TInput> sequence = inputs.AsSpan(sample * model.Info.InputSize, model.Info.InputSize);
            float[] whole = Guarded(model.Predict, sequence, 1, model.Info.OutputSize);
            for (int step = 0; step < decoder.Length; step++)
            {
                float[] outputs = Guarded<TInput>(decoder.Next, sequence.Slice(step * decoder.InputSize, decoder.InputSize), 1, decoder.OutputSize);
                Same($"step {step} of sample {sample}", whole.AsSpan(step * decoder.OutputSize, decoder.OutputSize), outputs);
            }

            decoder.Reset();
        }
    }

    private static void Predict<TInput>(
        string what, Stack stack, Model<TInput> model, Samples samples, TInput[] inputs, int[] layers, Output<TInput> predict)
        where TInput : unmanaged
    {
        int count = samples.Count, size = layers.Sum(layer => stack.Layers[layer].OutputSize);
        model.Threads = 1;
        float[] outputs = Guarded(predict, inputs, count, size);
        int compared = TwinSamples(stack, count, taped: false);
        if (compared > 0)
        {
            Samples few = samples.Take(compared);
            Compare(what, outputs.AsSpan(0, compared * size), new TwinRun(stack, model).Predict(few.Inputs, layers));
        }

        foreach (int threads in Threads)
        {
            model.Threads = threads;
            Same($"{what} on {threads} threads", outputs, Guarded(predict, inputs, count, size));
            for (int sample = 0; sample < Math.Min(count, 3); sample++)
            {
                Same(
                    $"{what} of sample {sample} alone on {threads} threads", outputs.AsSpan(sample * size, size),
                    Guarded(predict, inputs.AsSpan(sample * stack.InputSize, stack.InputSize), 1, size));
            }
        }
    }

    /// <summary>Two results are the same bits.</summary>
    public static void Same(string what, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                throw new FailureException(Invariant($"{what}: place {i} is {actual[i]:R}, not {expected[i]:R}."));
        }
    }

    /// <summary>A result is what the twin computes.</summary>
    public static void Compare(string what, ReadOnlySpan<float> actual, ReadOnlySpan<double> expected)
    {
        double largest = 1e-6;
        foreach (double value in expected)
            largest = Math.Max(largest, Math.Abs(value));
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(actual[i] - expected[i]) <= Tolerance * largest))
                throw new FailureException(Invariant($"{what}: place {i} is {actual[i]:R}, the twin's {expected[i]:R}, of at most {largest:R}."));
        }
    }

    // The caller's memory has guards too, and inputs stay as they are.
    private static float[] Guarded<TInput>(Output<TInput> predict, ReadOnlySpan<TInput> inputs, int count, int outputSize)
        where TInput : unmanaged
    {
        const int Guard = 64;
        const float Value = 12345.678f;
        int size = count * outputSize;
        var memory = new float[size + (2 * Guard)];
        memory.AsSpan().Fill(Value);
        TInput[] before = inputs.ToArray();
        predict(inputs, memory.AsSpan(Guard, size));
        if (memory.AsSpan(0, Guard).ContainsAnyExcept(Value) || memory.AsSpan(Guard + size).ContainsAnyExcept(Value))
            throw new FailureException("A prediction wrote outside the caller's outputs.");
        if (!inputs.SequenceEqual(before))
            throw new FailureException("A prediction changed its inputs.");
        return memory[Guard..(Guard + size)];
    }
}
