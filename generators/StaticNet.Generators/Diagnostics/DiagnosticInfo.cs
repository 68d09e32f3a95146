namespace StaticNet.Generators;

/// <summary>A diagnostic before it gets its location.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Anchor">What it points at.</param>
/// <param name="Arguments">What its message tells.</param>
internal sealed record DiagnosticInfo(string Rule, Anchor Anchor, EquatableArray<string> Arguments);
