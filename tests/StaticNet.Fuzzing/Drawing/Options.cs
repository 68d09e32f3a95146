using System.Globalization;

namespace StaticNet.Fuzzing;

/// <summary>The arguments of an attribute, as they are written.</summary>
internal sealed class Options(string kind, params object[] arguments)
{
    private readonly List<string> _arguments = [.. arguments.Select(Write)];

    /// <summary>Writes a property where it differs from its default.</summary>
    public Options With<TValue>(string name, TValue value, TValue otherwise)
        where TValue : notnull
    {
        if (!value.Equals(otherwise))
            _arguments.Add($"{name} = {Write(value)}");
        return this;
    }

    public override string ToString() => _arguments.Count == 0 ? kind : $"{kind}({string.Join(", ", _arguments)})";

    private static string Write(object value)
        => value switch
        {
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            bool option => option ? "true" : "false",
            Enum member => $"{member.GetType().Name}.{member}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
