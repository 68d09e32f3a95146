namespace StaticNet.Generators;

/// <summary>A type that tells kernels sizes and options, so that they are compiled for them.</summary>
/// <param name="Name">Its name: <c>Dense1_Shape</c>.</param>
/// <param name="Contract">The interface of the run time that says what is told.</param>
/// <param name="Members">What is told.</param>
internal sealed record ShapeType(string Name, string Contract, EquatableArray<ShapeMember> Members);
