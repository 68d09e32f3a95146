using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// Refuses what is said of a model but cannot be true, before any memory is taken or written by it: where parameters lie and how much room
/// passes need becomes addresses.
/// </summary>
internal static class ModelInfoCheck
{
    /// <summary>Parameters are whole vectors of every width, so that optimizers need not look where they end.</summary>
    private const int Vector = 16;

    public static void Check(ModelInfo info)
    {
        RequireShape(info.InputShape, "the input");
        RequireShape(info.OutputShape, "the output");
        RequireMemory(info.Memory);
        long end = 0;
        foreach (ParameterInfo parameter in info.Parameters)
            end = EndOf(parameter, end, info);
        if (info.Vocabulary < 0)
            throw Lie(Invariant($"it has {info.Vocabulary} tokens"));
        RequireColumns("input", info.Inputs.Count, info.InputSize, info.Inputs.Select(input => (input.Name, input.Shape)));
        RequireColumns("output", info.Outputs.Count, info.OutputSize, info.Outputs.Select(output => (output.Name, output.Shape)));
        if (info.Vocabulary != (info.Inputs.Count == 1 ? info.Inputs[0].Vocabulary : 0))
            throw Lie(Invariant($"it has {info.Vocabulary} tokens, and its inputs {string.Join(", ", info.Inputs.Select(input => input.Vocabulary))}"));
        foreach (InputInfo input in info.Inputs)
        {
            if (input.Vocabulary < 0)
                throw Lie(Invariant($"{input.Name} has {input.Vocabulary} tokens"));
        }

        foreach (OutputInfo output in info.Outputs)
        {
            if (output.Loss is { } loss && !Enum.IsDefined(loss))
                throw Lie(Invariant($"the loss of {output.Name} is {loss:D}, which is none"));
            if (output.Loss is null != info.Outputs[0].Loss is null || !double.IsFinite(output.Weight))
                throw Lie(Invariant($"the loss of {output.Name} is {output.Loss?.ToString() ?? "none"} with the weight {output.Weight}, beside {info.Outputs[0].Loss?.ToString() ?? "none"}"));
        }

        foreach (LayerOutputInfo output in info.LayerOutputs)
            RequireOutput(output, info);
        if (info.Decoding is { } decoding)
            RequireDecoding(decoding, info);
    }

    // All inputs one behind the other are the sample, and so with outputs.
    private static void RequireColumns(string what, int count, int size, IEnumerable<(string Name, IReadOnlyList<int> Shape)> columns)
    {
        long sum = 0;
        foreach ((string name, IReadOnlyList<int> shape) in columns)
        {
            RequireShape(shape, name);
            sum += Product(shape, 0);
        }

        if (count == 0 || sum != size)
            throw Lie(Invariant($"its {count} {what}s have {sum} numbers, and the {what} has {size}"));
    }

    private static void RequireOutput(LayerOutputInfo output, ModelInfo info)
    {
        if (output.Layer < 0 || output.Layer >= info.Layers.Count)
            throw Lie(Invariant($"it predicts the output of layer {output.Layer}, but has {info.Layers.Count} layers"));
        LayerInfo layer = info.Layers[output.Layer];
        RequireShape(layer.OutputShape, layer.Name);
        RequireMemory(output.Memory);
        if (output.Memory.Parameters > info.Memory.Parameters)
            throw Lie(Invariant($"the output of {layer.Name} takes {output.Memory.Parameters} of {info.Memory.Parameters} numbers of all parameters"));
    }

    private static void RequireDecoding(DecodingInfo decoding, ModelInfo info)
    {
        RequireMemory(decoding.Memory);
        RequireSize(nameof(decoding.Kept), decoding.Kept, 0);
        if (info.Inputs.Count != 1 || info.Outputs.Count != 1 || info.InputShape[0] != info.OutputShape[0])
            throw Lie(Invariant($"it predicts step by step, with {info.Inputs.Count} inputs of {info.InputShape[0]} steps and {info.Outputs.Count} outputs of {info.OutputShape[0]}"));
        if (decoding.Memory.Parameters > info.Memory.Parameters)
            throw Lie(Invariant($"a step takes {decoding.Memory.Parameters} of {info.Memory.Parameters} numbers of all parameters"));
    }

    // Where a parameter ends that may begin at a place or later.
    private static long EndOf(ParameterInfo parameter, long least, ModelInfo info)
    {
        // A single number may have no axes at all.
        if (parameter.Shape.Count > 0)
            RequireShape(parameter.Shape, parameter.Name);
        if (parameter.RowAxes < Math.Min(1, parameter.Shape.Count) || parameter.RowAxes > parameter.Shape.Count)
            throw Lie(Invariant($"a row of {parameter.Name} has {parameter.RowAxes} of {parameter.Shape.Count} axes"));
        long width = Product(parameter.Shape, parameter.Shape.Count - parameter.RowAxes), count = Product(parameter.Shape, 0);

        // Rows lie apart by whole vectors or follow each other without a gap.
        bool isDense = parameter.Stride == width && !parameter.IsTable;
        if (parameter.Stride < width || (parameter.Stride % Vector != 0 && !isDense))
            throw Lie(Invariant($"the rows of {parameter.Name}, of {width} numbers, are {parameter.Stride} apart, which is too near or no multiple of {Vector}"));
        if (parameter.Offset < least || parameter.Offset % Vector != 0)
            throw Lie(Invariant($"{parameter.Name} begins at {parameter.Offset}, inside the parameter before it (which ends at {least}) or at no multiple of {Vector}"));

        // Behind a row there is the rest of a panel, never a panel more; and tables are read by rows.
        bool isInPanels = count / width % Math.Max(1, parameter.PanelRows) == 0 && parameter.Stride % Vector == 0 && parameter.Stride - width < Vector && !parameter.IsTable;
        if (parameter.PanelRows < 0 || (parameter.PanelRows > 0 && !isInPanels))
            throw Lie(Invariant($"the {count / width} rows of {parameter.Name}, {parameter.Stride} apart, are no panels of {parameter.PanelRows} rows"));
        long end = parameter.Offset + (((count / width * parameter.Stride) + Vector - 1) / Vector * Vector);
        if (end > info.Memory.Parameters)
            throw Lie(Invariant($"{parameter.Name} ends at {end}, beyond the {info.Memory.Parameters} numbers of all parameters"));
        if (parameter.OnesAt < 0 || parameter.Ones < 0 || (long)parameter.OnesAt + parameter.Ones > count)
            throw Lie(Invariant($"{parameter.Ones} ones from {parameter.OnesAt} on do not lie in the {count} numbers of {parameter.Name}"));
        foreach (int input in parameter.Inputs)
        {
            if (input < 0 || input >= info.Inputs.Count)
                throw Lie(Invariant($"{parameter.Name} is read by input {input} of {info.Inputs.Count}"));
            if (parameter.IsTable && (parameter.Shape.Count != 2 || parameter.RowAxes != 1 || parameter.Shape[0] < info.Inputs[input].Vocabulary))
                throw Lie(Invariant($"the table {parameter.Name} has no row for each of {info.Inputs[input].Vocabulary} tokens"));
        }

        return end;
    }

    private static void RequireMemory(MemoryPlan plan)
    {
        RequireSize(nameof(plan.Parameters), plan.Parameters, 0);
        RequireSize(nameof(plan.InferenceRows), plan.InferenceRows, 1);
        RequireSize(nameof(plan.Inference), plan.Inference, 0);
        RequireSize(nameof(plan.Prepared), plan.Prepared, 0);
        RequireSize(nameof(plan.Operations), plan.Operations, 0);
        RequireSize(nameof(plan.Derived), plan.Derived, 0);
        RequireSize(nameof(plan.GradientBlock), plan.GradientBlock, 0);
        RequireSize(nameof(plan.TrainingRows), plan.TrainingRows, 1);
        RequireSize(nameof(plan.TrainingPerSample), plan.TrainingPerSample, 0);
        RequireSize(nameof(plan.Scratch), plan.Scratch, 0);
        RequireSize(nameof(plan.Phases), plan.Phases, 1);
    }

    private static void RequireSize(string name, long size, long least)
    {
        if (size < least)
            throw Lie(Invariant($"its {name} are {size}, less than {least}"));
    }

    private static void RequireShape(IReadOnlyList<int> shape, string what)
    {
        bool isShape = shape.Count > 0;
        for (int axis = 0; axis < shape.Count; axis++)
            isShape &= shape[axis] > 0;
        if (!isShape)
            throw Lie($"the shape of {what} is ({string.Join(", ", shape)}), not sizes of at least 1");
        if (Product(shape, 0) > int.MaxValue)
            throw Lie($"the shape of {what} is ({string.Join(", ", shape)}), more numbers than an array can hold");
    }

    // Of the sizes from an axis on; no more than a little above the largest count that is allowed, however many axes there are.
    private static long Product(IReadOnlyList<int> shape, int axis)
    {
        long product = 1;
        for (; axis < shape.Count; axis++)
            product = Math.Min(product * shape[axis], 1L + int.MaxValue);
        return product;
    }

    private static ArgumentException Lie(string what, string argument = "info")
        => new($"This description of a model cannot be true: {what}. Descriptions are written by StaticNet's generator; rebuild the project that the model is declared in.", argument);
}
