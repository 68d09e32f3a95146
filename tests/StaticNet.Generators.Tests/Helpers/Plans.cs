using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>What the generator plans for a model, without a look at its code.</summary>
internal static class Plans
{
    /// <summary>The plan of a model with these attributes.</summary>
    public static ModelPlan Of(string attributes)
    {
        GeneratorDriver driver = Compilations.CreateDriver(trackSteps: true).RunGenerators(Compilations.Create($"{attributes}\npublic partial class M;"));
        return (ModelPlan)Assert.Single(Assert.Single(Assert.Single(driver.GetRunResult().Results).TrackedSteps[TrackingNames.Plan]).Outputs).Value;
    }

    /// <summary>The steps: <c>Conv2D conv2d ReLU</c> for one that ends in an activation.</summary>
    public static IEnumerable<string> Names(IEnumerable<PlanStep> steps)
        => steps.Select(step => $"{step.GetType().Name[..^"Step".Length].Replace("Unrolled", "", StringComparison.Ordinal)} {step.Layer.Name} {step.Output.Activation.Name}".Replace(" Linear", "", StringComparison.Ordinal));

    /// <summary>What steps make and note, each once; the model's input is the caller's.</summary>
    public static IEnumerable<Value> Values(IEnumerable<PlanStep> steps)
        => steps.SelectMany(step => step.ForwardMethods.Concat(step.BackwardMethods).Append(step.Infer).SelectMany(method => method.Operands).OfType<ValueOperand>()
                .Select(operand => operand.Value).Prepend(step.Output))
            .Where(value => value.Id != 0).DistinctBy(value => value.Id);
}
