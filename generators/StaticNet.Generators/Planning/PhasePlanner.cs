namespace StaticNet.Generators;

/// <summary>Orders what the steps of a training do: there, the loss, and back, with an end of the phase wherever the batch is seen as a whole.</summary>
internal static class PhasePlanner
{
    /// <summary>The phases.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="loss">What computes losses and gradient.</param>
    /// <param name="masked">What it heeds; null where all counts.</param>
    /// <param name="head">What the loss is computed of.</param>
    public static EquatableArray<Phase> Plan(IReadOnlyList<PlanStep> steps, KernelCall loss, MaskedLoss? masked, Value head)
    {
        PlanStep? maker = masked?.MakerOf(steps);
        var phases = new List<Phase>();
        List<Statement> there = [], back = [];
        KernelCall? passed = null;
        foreach (PlanStep step in steps)
        {
            if (step.Measure is { } measure)
            {
                there.Add(measure);
                End(step.Combine);
            }

            there.Add(step.Forward);
            if (step == maker)
                End(masked!.CountAfter(step));
        }

        passed = loss;
        if (masked is not null)
            back.Add(masked.LeaveOut(new ValueOperand(masked.Mask, "mask"), new ValueOperand(head, "gradient", IsGradient: true), LossCalls.LossesInTraining(head)));
        foreach (PlanStep step in steps.Reverse())
        {
            if (step.MeasureGradient is { } measure)
            {
                back.Add(measure);
                End(step.CombineGradient);
            }

            if (step.Backward is { } backward)
                back.Add(backward);
            back.AddRange(GradientSums.Of(step));
        }

        if (there.Count + back.Count > 0 || passed is not null)
            End(null);
        return new(phases);

        void End(Method? combine)
        {
            phases.Add(new Phase(new(there), passed, new(back), combine));
            (there, passed, back) = ([], null, []);
        }
    }
}
