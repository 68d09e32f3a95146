using static System.Globalization.CultureInfo;

namespace StaticNet.Generators;

/// <summary>Computes what arguments of a block are, given its constants, as C# does.</summary>
/// <param name="constants">The constants by their names; throws where one is not known.</param>
internal sealed class Evaluation(Func<string, object?> constants)
{
    /// <summary>The operations of two values that are followed.</summary>
    public static readonly string[] Signs = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"];

    /// <summary>The value; throws <see cref="EvaluationException"/> where there is none.</summary>
    public object? Of(Dependent dependent) => Of(dependent.Expression, dependent.Type);

    /// <summary>The value as a type has it.</summary>
    public object? Of(Expression expression, string type)
    {
        object? value = Of(expression);
        return type == "object" ? value
            : TryConvert(value, type, out object? converted) ? converted
            : throw new EvaluationException($"{Show(value)} is no {type}");
    }

    /// <summary>A value as a type has it, where C# converts it without a cast.</summary>
    public static bool TryConvert(object? value, string type, out object? converted)
    {
        converted = value is int number && type == "double" ? (double)number
            : value is int whole && type == "float" ? (float)whole
            : value is float single && type == "double" ? (double)single
            : value;
        return value is null ? type == "string" : type == TypeOf(converted);
    }

    /// <summary>The type of a value.</summary>
    public static string TypeOf(object? value) => value switch
    {
        int => "int",
        double => "double",
        float => "float",
        bool => "bool",
        string => "string",
        EnumValue other => other.Type,
        OtherValue other => other.Type,
        _ => "null",
    };

    /// <summary>A value, for messages.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        EnumValue other => $"{other.Type}.{other.Member}",
        OtherValue other => $"a {other.Type}",
        double number => number.ToString("R", InvariantCulture),
        _ => Convert.ToString(value, InvariantCulture),
    };

    private object? Of(Expression expression) => expression switch
    {
        KnownValue known => known.Constant,
        ConstantReference reference => constants(reference.Name),
        Conversion { Type: var type, Inner: var operand } => Cast(Of(operand), type),
        Computation { Sign: "?:", Operands: { Count: 3 } operands } => Of(operands[0]) is bool condition ? Of(operands[condition ? 1 : 2]) : throw NotComputed("?:"),
        Computation { Sign: "&&" or "||", Operands: { Count: 2 } operands } both => Both(both.Sign, operands),
        Computation { Operands: { Count: 1 } operands } one => Unary(one.Sign, Of(operands[0])),
        Computation { Operands: { Count: 2 } operands } two => Binary(two.Sign, Of(operands[0]), Of(operands[1])),
        UnsupportedExpression other => throw new EvaluationException($"'{other.Text}' cannot be followed"),
        _ => throw new EvaluationException("it cannot be followed"),
    };

    private bool Both(string sign, EquatableArray<Expression> operands)
    {
        if (Of(operands[0]) is not bool first)
            throw NotComputed(sign);
        return first == (sign == "||") ? first : Of(operands[1]) is bool second ? second : throw NotComputed(sign);
    }

    private static object Unary(string sign, object? value) => (sign, value) switch
    {
        ("!", bool truth) => !truth,
        ("+", int or float or double) => value,
        ("-", int number) => Checked(() => checked(-number)),
        ("-", float number) => -number,
        ("-", double number) => -number,
        _ => throw NotComputed(sign),
    };

    private static object Binary(string sign, object? left, object? right) => (left, right) switch
    {
        (int a, int b) => Whole(sign, a, b),
        (int or float, int or float) => Single(sign, Convert.ToSingle(left, InvariantCulture), Convert.ToSingle(right, InvariantCulture)),
        (int or float or double, int or float or double) => Double(sign, Convert.ToDouble(left, InvariantCulture), Convert.ToDouble(right, InvariantCulture)),
        _ when sign is "==" or "!=" && TypeOf(left) == TypeOf(right) => Equals(left, right) == (sign == "=="),
        (string a, string b) when sign == "+" => a.Length + (long)b.Length <= 1_000 ? a + b : throw new EvaluationException("it is a text of more than 1,000 letters"),
        _ => throw NotComputed(sign),
    };

    private static object Whole(string sign, int a, int b) => sign switch
    {
        "+" => Checked(() => checked(a + b)),
        "-" => Checked(() => checked(a - b)),
        "*" => Checked(() => checked(a * b)),
        "/" when b != 0 => Checked(() => checked(a / b)),
        "%" when b != 0 => b == -1 ? 0 : a % b,
        "/" or "%" => throw new EvaluationException("it divides by 0"),
        _ => Compare(sign, a.CompareTo(b)),
    };

    private static object Single(string sign, float a, float b) => sign switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "%" => a % b,
        _ => Ordered(sign, a, b),
    };

    private static object Double(string sign, double a, double b) => sign switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "%" => a % b,
        _ => Ordered(sign, a, b),
    };

    // What is no number is neither above nor below, nor equal.
    private static bool Ordered(string sign, double a, double b)
        => double.IsNaN(a) || double.IsNaN(b) ? sign == "!=" : Compare(sign, a.CompareTo(b));

    private static bool Compare(string sign, int order) => sign switch
    {
        "==" => order == 0,
        "!=" => order != 0,
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        ">=" => order >= 0,
        _ => throw NotComputed(sign),
    };

    private static object Cast(object? value, string type) => (value, type) switch
    {
        (int or float or double, "double") => Convert.ToDouble(value, InvariantCulture),
        (int or float or double, "float") => Convert.ToSingle(value, InvariantCulture),
        (int, "int") => value,
        (float or double, "int") => Convert.ToDouble(value, InvariantCulture) is > -2147483649.0 and < 2147483648.0 and var number ? (int)number : throw TooLarge(),
        _ when value is not null && TypeOf(value) == type => value,
        _ => throw new EvaluationException($"{Show(value)} cannot be cast to {type}"),
    };

    private static int Checked(Func<int> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            throw TooLarge();
        }
    }

    private static EvaluationException TooLarge() => new("it is beyond what an int can hold");

    private static EvaluationException NotComputed(string sign) => new($"'{sign}' is not followed for these values");
}

/// <summary>A value that cannot be computed, and why.</summary>
internal sealed class EvaluationException(string message) : Exception(message);
