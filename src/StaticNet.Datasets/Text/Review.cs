namespace StaticNet.Datasets;

/// <summary>A review of a film.</summary>
/// <param name="Text">What was written; line breaks stand as <c>&lt;br /&gt;</c>.</param>
/// <param name="Label">0 for a negative review, 1 for a positive one.</param>
/// <param name="Rating">The stars that came with it: 1 to 4 in negative reviews, 7 to 10 in positive ones.</param>
public sealed record Review(string Text, int Label, int Rating);
