namespace StaticNet;

/// <summary>How <see cref="BidirectionalAttribute"/> puts the outputs of both directions together.</summary>
public enum MergeMode
{
    /// <summary>One behind the other, which doubles the units.</summary>
    Concat,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their product, number by number.</summary>
    Mul,

    /// <summary>Their mean.</summary>
    Ave,
}
