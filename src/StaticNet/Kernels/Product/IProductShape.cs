namespace StaticNet.Kernels;

/// <summary>The distances in a matrix product, in floats, as constants: they become displacements in the instructions.</summary>
internal interface IProductShape
{
    /// <summary>From one row of the left matrix to the next.</summary>
    static abstract int LeftRow { get; }

    /// <summary>From one column of the left matrix to the next.</summary>
    static abstract int LeftStep { get; }

    /// <summary>From one row of the right matrix to the next.</summary>
    static abstract int RightRow { get; }

    /// <summary>From 16 columns of the right matrix to the next 16: a panel of its own, or beside them.</summary>
    static virtual int RightPanel => Layout.Vector;

    /// <summary>Whether the right matrix, in panels, is so large that what comes next of it is fetched while a tile works.</summary>
    static virtual bool FetchesAhead => false;

    /// <summary>Whether long sums of a single vector of columns may be made of four: not where sums of other lengths, with zeros behind, are to have the same bits.</summary>
    static virtual bool SplitsLongSums => true;

    /// <summary>From one row of the result to the next.</summary>
    static abstract int ResultRow { get; }

    /// <summary>From 16 columns of the result to the next 16: a panel of its own, or beside them.</summary>
    static virtual int ResultPanel => Layout.Vector;
}
