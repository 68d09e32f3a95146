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
        Pass[] passes = [Pass.Inference, Pass.Forward, Pass.Backward, Pass.Update];
        var values = steps.SelectMany(step => passes.SelectMany(step.Work).Append(step.Output).Append(step.Input)).DistinctBy(value => value.Id).ToDictionary(value => value.Id);
        foreach (Place place in buffer.Places)
        {
            Value value = values.TryGetValue(place.Value, out Value? known) ? known : plan.InferenceHead;
            long floats = value.IsScratch ? value.Floats : value.Floats * rows;
            _places[(place.Value, place.IsGradient)] = (place.Offset, floats);
            Require(place.Offset >= 0 && place.Offset % Vector == 0 && place.Offset + floats <= buffer.Floats, $"{value.Name} lies outside its buffer");
        }
    }

    public static void Check(ModelPlan plan)
    {
        new PlanCheck(plan, plan.Inference, plan.InferenceSteps, plan.InferenceRows).Infer();
        if (plan.Loss is not null)
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

        if (end > plan.DerivedFloats)
            throw new FailureException($"What is derived ends at {end}, behind its buffer of {plan.DerivedFloats}.");
        foreach ((LayerOutputPlan output, ModelPlan ending) in plan.InnerOutputs)
        {
            if (!ending.Parameters.SequenceEqual(plan.Parameters.Take(ending.Parameters.Count)))
                throw new FailureException($"Predictions that end with {output.Layer.Name} look for parameters elsewhere than the model.");
            Check(ending);
        }
    }

    private void Infer()
    {
        foreach (PlanStep step in _plan.InferenceSteps)
            Step(step, [step.Input], [step.Output], step.Work(Pass.Inference));
        Read(_plan.InferenceHead, false);
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
            Step(step, [step.Input], [step.Output], step.Work(Pass.Forward).Where(value => !value.IsScratch));
        Read(_plan.Head, false);
        Write(_plan.Head, true);
        foreach (PlanStep step in _plan.Steps.Reverse().Where(step => step.Output.HasGradient))
        {
            Read(step.Output, true);
            foreach (Value value in step.Work(Pass.Backward).Where(value => !value.IsScratch))
                Use(value);
            if (step.Input.HasGradient && step.Input.Id != _plan.Input.Id)
                Write(step.Input, true);
            Read(step.Output, true);
        }

        foreach (PlanStep step in _plan.Steps.Where(step => step.HasWeights))
        {
            foreach (Value value in step.Work(Pass.Update).Where(value => !value.IsScratch))
                Read(value, false);
            if (!step.UpdatesFromBatch)
                continue;
            Read(step.Input, false);
            Read(step.Output, true);
        }
    }

    private void Scratch()
    {
        foreach (PlanStep step in _plan.Steps)
        {
            Value[] all = [.. step.Work(Pass.Forward).Concat(step.Work(Pass.Backward)).Where(value => value.IsScratch).DistinctBy(value => value.Id)];
            foreach (Value value in all)
                Write(value, false);
            foreach (Value value in all)
                Read(value, false);
        }
    }

    private void Step(PlanStep step, IEnumerable<Value> inputs, IEnumerable<Value> outputs, IEnumerable<Value> work)
    {
        foreach (Value value in inputs)
            Read(value, false);
        foreach (Value value in outputs)
            Write(value, false);
        Value[] used = [.. work];
        foreach (Value value in used)
            Use(value);

        // All of them at once.
        foreach (Value value in inputs.Concat(outputs).Concat(used))
            Read(value, false);
        Require(step.GradientBlock <= _plan.GradientBlock || _plan.Loss is null, $"{step.Identifier} needs a larger block of gradients");
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
        if (value.Id == _plan.Input.Id)
            return;
        _written.Add((value.Id, isGradient));
        foreach (long block in Blocks(value, isGradient))
            _owners[block] = (value.Id, isGradient);
    }

    private void Read(Value value, bool isGradient)
    {
        if (value.Id == _plan.Input.Id)
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
