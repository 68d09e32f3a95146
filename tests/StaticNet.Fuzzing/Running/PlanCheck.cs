using StaticNet.Generators;

namespace StaticNet.Fuzzing;

/// <summary>
/// Walks through a plan as the generated code does and keeps account of what lies where: whatever is read must still be there, and nothing
/// may reach out of its buffer.
/// </summary>
internal sealed class PlanCheck
{
    /// <summary>Places begin at whole vectors of so many floats.</summary>
    private const int Vector = 16;

    private readonly ModelPlan _plan;
    private readonly Dictionary<(int Value, bool IsGradient), (long Offset, long Floats)> _places = [];
    private readonly Dictionary<long, (int Value, bool IsGradient)> _owners = [];
    private readonly HashSet<(int Value, bool IsGradient)> _written = [];

    private PlanCheck(ModelPlan plan, BufferPlan buffer, IEnumerable<PlanStep> steps, int rows)
    {
        _plan = plan;
        var values = steps.SelectMany(step => Operands(All(step)).Select(operand => operand.Value).Append(step.Output).Concat(step.Inputs))
            .DistinctBy(value => value.Id).ToDictionary(value => value.Id);
        foreach (Place place in buffer.Places)
        {
            Value value = values.TryGetValue(place.Value, out Value? known) ? known : plan.Heads.Select(head => head.Inferred).First(inferred => inferred.Id == place.Value);
            long floats = value.IsScratch || value.IsKept ? value.Floats : value.Floats * rows;
            _places[(place.Value, place.IsGradient)] = (place.Offset, floats);
            Require(place.Offset >= 0 && place.Offset % Vector == 0 && place.Offset + floats <= buffer.Floats, $"{value.Name} lies outside its buffer");
        }
    }

    public static void Check(ModelPlan plan)
    {
        new PlanCheck(plan, plan.Inference, plan.InferenceSteps, plan.InferenceRows).Infer();
        if (plan.Kept.Places.Count > 0)
            new PlanCheck(plan, plan.Kept, plan.InferenceSteps, rows: 1).Keep();
        if (plan.IsTrainable)
            new PlanCheck(plan, plan.Training, plan.Steps, rows: 1).Train();
        new PlanCheck(plan, plan.Scratch, plan.Steps, rows: 1).Scratch();
        long end = 0;
        foreach (ParameterPlan parameter in plan.Parameters)
        {
            if (parameter.Offset < end)
                throw new FailureException($"{parameter.Name} begins at {parameter.Offset}, before what lies in front of it ends, at {end}.");
            end = parameter.Offset + ((parameter.Shape.Aggregate(1L, (size, next) => size * next) / parameter.Width - 1) * parameter.Stride) + parameter.Width;
        }

        end = 0;
        foreach (PlanStep step in plan.Steps.Where(step => step.DerivedFloats > 0))
        {
            if (step.DerivedAt < end)
                throw new FailureException($"What {step.Identifier} derives begins at {step.DerivedAt}, before that in front of it ends, at {end}.");
            end = step.DerivedAt + step.DerivedFloats;
        }

        foreach (SharedWeights shared in plan.Shared)
        {
            if (shared.BuffersAt < end)
                throw new FailureException($"The rooms for gradients of {shared.Parameters[0].Layer} begin at {shared.BuffersAt}, before what lies in front of them ends, at {end}.");
            end = shared.BuffersAt + shared.BufferFloats;
        }

        if (end > plan.DerivedFloats)
            throw new FailureException($"What is derived ends at {end}, behind its buffer of {plan.DerivedFloats}.");
        foreach ((LayerOutputPlan output, ModelPlan ending) in plan.InnerOutputs)
        {
            // A table may be read more often in the model.
            if (!ending.Parameters.Select(Place).SequenceEqual(plan.Parameters.Take(ending.Parameters.Count).Select(Place)))
                throw new FailureException($"Predictions that end with {output.Layer.Name} look for parameters elsewhere than the model.");
            Check(ending);
        }

        if (plan.Decoder is not { } decoder)
            return;
        if (!decoder.Parameters.SequenceEqual(plan.Parameters) || !decoder.InferenceSteps.Select(Derived).SequenceEqual(plan.InferenceSteps.Select(Derived)))
            throw new FailureException("Predictions of a step look for parameters, or what is derived from them, elsewhere than those of whole sequences.");
        Check(decoder);

        static (long, string?) Derived(PlanStep made) => (made.PreparedFloats, made.PrepareInference?.At(CallSite.Prediction()));
        static ParameterPlan Place(ParameterPlan parameter) => parameter with { Inputs = default };
    }

    private void Infer()
    {
        foreach (PlanStep step in _plan.InferenceSteps)
            Step(step, [step.Infer], predicts: true);
        foreach (HeadPlan head in _plan.Heads)
            Read(head.Inferred, false);
    }

    // All lasts.
    private void Keep()
    {
        Value[] kept = [.. Operands(_plan.InferenceSteps.Select(step => step.Infer)).Select(operand => operand.Value).Where(value => value.IsKept)];
        foreach (Value value in kept)
            Write(value, false);
        foreach (Value value in kept)
            Read(value, false);
    }

    private void Train()
    {
        foreach ((int Value, bool IsGradient) one in _places.Keys)
        {
            foreach ((int Value, bool IsGradient) other in _places.Keys)
            {
                (long a, long width) = _places[one];
                (long b, long length) = _places[other];
                Require(_places[one] == _places[other] || a + width <= b || b + length <= a, $"{one} and {other} share a part of their places");
            }
        }

        foreach (PlanStep step in _plan.Steps)
            Step(step, step.ForwardMethods, predicts: false);
        foreach (HeadPlan head in _plan.Heads)
        {
            Read(head.Value, false);
            Write(head.Value, true);
        }

        foreach (PlanStep step in _plan.Steps.Reverse())
        {
            ValueOperand[] back = [.. Operands(step.BackwardMethods).Where(operand => !operand.Value.IsScratch)];
            HashSet<int> inputs = [.. step.Inputs.Select(value => value.Id)];
            foreach (ValueOperand operand in back)
            {
                if (!operand.IsGradient)
                    Use(operand.Value);
                else if (inputs.Contains(operand.Value.Id) && !step.AddsGradient)
                    Write(operand.Value, true);
                else
                    Read(operand.Value, true);
            }

            // All of them at once.
            foreach (ValueOperand operand in back.Concat(Operands(GradientSums.Of(step))))
                Read(operand.Value, operand.IsGradient);
        }

        foreach (ValueOperand operand in Operands(_plan.Steps.Select(step => step.Update).OfType<Method>()))
            Read(operand.Value, operand.IsGradient);
    }

    private void Scratch()
    {
        foreach (PlanStep step in _plan.Steps)
        {
            Value[] all = [.. Operands(step.ForwardMethods.Concat(step.BackwardMethods)).Select(operand => operand.Value).Where(value => value.IsScratch).DistinctBy(value => value.Id)];
            foreach (Value value in all)
                Write(value, false);
            foreach (Value value in all)
                Read(value, false);
        }
    }

    private static IEnumerable<Method> All(PlanStep step)
        => step.ForwardMethods.Concat(step.BackwardMethods).Append(step.Infer).Concat(step.Update is { } update ? [update] : []);

    private static IEnumerable<ValueOperand> Operands(IEnumerable<Statement> statements)
        => statements.SelectMany(statement => statement.Operands).OfType<ValueOperand>();

    private void Step(PlanStep step, IEnumerable<Method> methods, bool predicts)
    {
        Value[] used = [.. Operands(methods).Select(operand => operand.Value).Where(value => !value.IsKept && (predicts || !value.IsScratch))];
        foreach (Value value in step.Inputs)
            Read(value, false);
        Write(step.Output, false);
        foreach (Value value in used)
            Use(value);

        // All of them at once.
        foreach (Value value in used.Concat(step.Inputs).Append(step.Output))
            Read(value, false);
        Require(step.GradientBlock <= _plan.GradientBlock || !_plan.IsTrainable, $"{step.Identifier} needs a larger block of gradients");
    }

    private void Use(Value value)
    {
        if (!value.IsScratch && _written.Contains((value.Id, false)))
            Read(value, false);
        else
            Write(value, false);
    }

    private void Write(Value value, bool isGradient)
    {
        if (value.IsInput)
            return;
        _written.Add((value.Id, isGradient));
        foreach (long block in Blocks(value, isGradient))
            _owners[block] = (value.Id, isGradient);
    }

    private void Read(Value value, bool isGradient)
    {
        if (value.IsInput)
            return;
        foreach (long block in Blocks(value, isGradient))
        {
            Require(
                _owners.TryGetValue(block, out (int Value, bool IsGradient) owner) && owner == (value.Id, isGradient),
                $"{(isGradient ? "the gradient of " : "")}{value.Name} is read, but something else lies at {block * Vector}");
        }
    }

    private IEnumerable<long> Blocks(Value value, bool isGradient)
    {
        Require(_places.ContainsKey((value.Id, isGradient)), $"{value.Name} has no place");
        (long offset, long floats) = _places[(value.Id, isGradient)];
        for (long block = offset / Vector; block * Vector < offset + floats; block++)
            yield return block;
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new FailureException($"The plan of {_plan.Identity.Name}: {otherwise}.");
    }
}
