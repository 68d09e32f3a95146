using System.Runtime.CompilerServices;

namespace StaticNet.Tests.Vectors;

/// <summary>
/// The models of the recorded vectors: all of the namespace <c>Cases</c>, a table for each kind of layer. A model has the name and the layers of a case that
/// <c>Recording/record.py</c> knows.
/// </summary>
internal static class VectorModels
{
    private static readonly Dictionary<string, Type> _types = typeof(VectorModels).Assembly.GetTypes()
        .Where(type => type.Namespace == $"{typeof(VectorModels).Namespace}.Cases" && type.IsSubclassOf(typeof(Model)))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The names of all models.</summary>
    public static IEnumerable<string> Names => _types.Keys;

    /// <summary>The names of those with one input and one output.</summary>
    public static IEnumerable<string> NamesOfOneColumn
        => _types.Where(named => !named.Value.GetCustomAttributes(true).Any(attribute => attribute is InputAttribute or OutputAttribute)).Select(named => named.Key);

    /// <summary>A new model with the recorded parameters, and its batches.</summary>
    public static VectorRunner Create(VectorCase vector)
    {
        Type type = _types[vector.Case];
        return (VectorRunner)Activator.CreateInstance(typeof(VectorRunner<,>).MakeGenericType(TypesOf(type)), Activator.CreateInstance(type, 0), vector)!;
    }

    /// <summary>Recorded numbers as a model takes them: where there are several inputs or outputs, tokens and labels among them are whole.</summary>
    public static T[] As<T>(float[] recorded, IEnumerable<(int Size, bool IsWhole)> columns)
        where T : unmanaged
    {
        bool[] isWhole = [.. columns.SelectMany(column => Enumerable.Repeat(column.IsWhole, column.Size))];
        var values = new T[recorded.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Mixed value = isWhole[i % isWhole.Length] ? (Mixed)(int)recorded[i] : recorded[i];
            values[i] = Unsafe.BitCast<Mixed, T>(value);
        }

        return values;
    }

    // What a sample and a target are made of.
    private static Type[] TypesOf(Type model)
    {
        for (Type? type = model; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(TrainableModel<,>))
                return type.GetGenericArguments();
        }

        throw new InvalidDataException($"{model.Name} has no loss.");
    }
}
