namespace StaticNet.Generators;

/// <summary>Orders what the steps of a training do, in order: forward passes, losses, then backward passes. A phase ends wherever the batch is seen as a whole.</summary>
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
        List<LayerWork> forward = [], losses = [], back = [];
        foreach (PlanStep step in steps)
        {
            if (step.Measure is { } measure)
            {
                forward.Add(LayerWork.Of(step, measure));
                EndPhase(step.Reduce);
            }

            forward.Add(LayerWork.Of(step, step.Forward));
            foreach (MaskedLoss counted in makers[step])
                EndPhase(counted.CountAfter(step));
        }

        losses = [.. heads.Select(head => LayerWork.Of(head, head.CallInTraining()))];
        foreach (HeadPlan head in heads)
        {
            if (head.Masked is { } left)
                losses.Add(LayerWork.Of(head, left.LeaveOut(head.RowType, new ValueOperand(left.Mask, "mask"), new ValueOperand(head.Value, "gradient", IsGradient: true), head.LossesInTraining)));
        }

        foreach (PlanStep step in steps.Reverse())
        {
            if (step.MeasureGradient is { } measure)
            {
                back.Add(LayerWork.Of(step, measure));
                EndPhase(step.ReduceGradient);
            }

            if (step.Backward is { } backward)
                back.Add(LayerWork.Of(step, backward));
            back.AddRange(GradientSums.Of(step).Select(sum => LayerWork.Of(step, sum)));
        }

        if (forward.Count + back.Count + losses.Count > 0)
            EndPhase(null);
        return new(phases);

        void EndPhase(Method? combine)
        {
            phases.Add(new Phase(new(forward), new(losses), new(back), combine));
            (forward, losses, back) = ([], [], []);
        }
    }
}
