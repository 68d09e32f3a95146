namespace StaticNet.Generators;

/// <summary>Which steps of a sequence, the first axis of what a layer takes and gives, its output at a step goes by in a prediction.</summary>
internal enum StepReach
{
    /// <summary>Any, or there are no steps.</summary>
    All,

    /// <summary>That step and those before it.</summary>
    Before,

    /// <summary>That step alone.</summary>
    Own,
}
