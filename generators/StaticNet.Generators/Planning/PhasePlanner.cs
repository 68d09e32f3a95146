namespace StaticNet.Generators;

/// <summary>Orders what the steps of a training do: there, the loss, and back, with an end of the phase wherever the batch is seen as a whole.</summary>
internal static class PhasePlanner
{
    /// <summary>The phases.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="heads">The outputs, each with a loss.</param>
    public static EquatableArray<Phase> Plan(IReadOnlyList<PlanStep> steps, IReadOnlyCollection<HeadPlan> heads)
    {
        MaskedLoss[] masked = [.. heads.Select(head => head.Masked).OfType<MaskedLoss>().Distinct()];
        ILookup<PlanStep, MaskedLoss> makers = masked.ToLookup(loss => loss.MakerOf(steps));
        var phases = new List<Phase>();
        List<LayerWork> there = [], passed = [], back = [];
        foreach (PlanStep step in steps)
        {
            if (step.Measure is { } measure)
            {
                there.Add(LayerWork.Of(step, measure));
                End(step.Reduce);
            }

            there.Add(LayerWork.Of(step, step.Forward));
            foreach (MaskedLoss counted in makers[step])
                End(counted.CountAfter(step));
        }

        passed = [.. heads.Select(head => LayerWork.Of(head, head.CallInTraining()))];
        foreach (HeadPlan head in heads)
        {
            if (head.Masked is { } left)
                passed.Add(LayerWork.Of(head, left.LeaveOut(head.RowType, new ValueOperand(left.Mask, "mask"), new ValueOperand(head.Value, "gradient", IsGradient: true), head.LossesInTraining)));
        }

        foreach (PlanStep step in steps.Reverse())
        {
            if (step.MeasureGradient is { } measure)
            {
                back.Add(LayerWork.Of(step, measure));
                End(step.ReduceGradient);
            }

            if (step.Backward is { } backward)
                back.Add(LayerWork.Of(step, backward));
            back.AddRange(GradientSums.Of(step).Select(sum => LayerWork.Of(step, sum)));
        }

        if (there.Count + back.Count + passed.Count > 0)
            End(null);
        return new(phases);

        void End(Method? combine)
        {
            phases.Add(new Phase(new(there), new(passed), new(back), combine));
            (there, passed, back) = ([], [], []);
        }
    }
}
