namespace StaticNet.Generators;

/// <summary>What an argument of a block is computed from.</summary>
internal abstract record Expression
{
    /// <summary>The deepest that one may be.</summary>
    public const int MaxDepth = 64;
}

/// <summary>A value that depends on nothing: one of those that an <see cref="Argument"/> has.</summary>
internal sealed record KnownValue(object? Constant) : Expression;

/// <summary>A constant of the block.</summary>
internal sealed record ConstantReference(string Name) : Expression;

/// <summary>An operation, by the sign that C# has for it; <c>?:</c> of three.</summary>
internal sealed record Computation(string Sign, EquatableArray<Expression> Operands) : Expression;

/// <summary>A cast.</summary>
internal sealed record Conversion(string Type, Expression Inner) : Expression;

/// <summary>What is not followed, as it is written.</summary>
internal sealed record UnsupportedExpression(string Text) : Expression;

/// <summary>A value of an argument that depends on the constants of the block.</summary>
/// <param name="Expression">How it is computed.</param>
/// <param name="Type">The type that the argument has: <c>int</c>, or the name of an enum; <c>object</c> for any.</param>
internal sealed record Dependent(Expression Expression, string Type);

/// <summary>A value of a type that no layer takes.</summary>
/// <param name="Type">The type's name.</param>
internal sealed record OtherValue(string Type);
