namespace StaticNet.Generators;

/// <summary>A value that a layer takes, as it is checked.</summary>
/// <param name="Shape">Its shape for one sample.</param>
/// <param name="Title">What it comes from, for messages: <c>Dense 'dense_1'</c>.</param>
/// <param name="IsInput">Whether it is an input of the model.</param>
internal sealed record CheckedInput(EquatableArray<int> Shape, string Title, bool IsInput = false);
