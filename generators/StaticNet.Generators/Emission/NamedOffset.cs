namespace StaticNet.Generators;

/// <summary>A constant of generated code that says where something lies.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Comment">What stands behind it; empty for nothing.</param>
/// <param name="Attribute">The attribute in front of it; empty for none.</param>
internal readonly record struct NamedOffset(string Name, long Value, string Comment = "", string Attribute = "");
