namespace StaticNet.Generators;

/// <summary>The output of a named layer.</summary>
/// <param name="Members">The members that give it.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Plan">
/// The predictions that end there, planned as those of a model of its own: what the model fuses with the layers behind stays apart. Its
/// parameters lie where they lie in the model. Null for the last layer, whose output is the model's.
/// </param>
internal sealed record LayerOutputPlan(OutputMembers Members, LayerSpec Layer, ModelPlan? Plan)
{
    /// <summary>The class of its code, of a name that no part of a layer has.</summary>
    public string ClassName => $"{Layer.Identifier}Prediction";
}
