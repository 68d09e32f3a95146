namespace StaticNet.Datasets;

/// <summary>What becomes of the values of a column.</summary>
internal enum CsvFieldKind
{
    /// <summary>They are numbers.</summary>
    Number,

    /// <summary>They are texts, of which each has a number of its own that is 0 or 1.</summary>
    OneHot,

    /// <summary>They are texts that are numbered.</summary>
    Code,
}
