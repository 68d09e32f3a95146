namespace StaticNet.Generators;

/// <summary>Keeps the names of generated files apart: the compiler takes two that differ in case alone for one.</summary>
internal static class HintNames
{
    /// <summary>Those of all models' names that another one equals but for case, in ordinal order; none in most projects.</summary>
    public static EquatableArray<string> Clashes(IEnumerable<string> names)
        => new(names.Distinct(StringComparer.Ordinal)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(alike => alike.Count() > 1)
            .SelectMany(alike => alike)
            .OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The name of a model's file: a number, with which no name begins, tells those apart that clash.</summary>
    public static string Of(string name, EquatableArray<string> clashes)
    {
        int place = clashes.Where(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)).TakeWhile(other => other != name).Count();
        return place == 0 ? $"{name}.g.cs" : $"{name}.{place + 1}.g.cs";
    }
}
