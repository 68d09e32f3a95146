namespace StaticNet.Kernels;

/// <summary>Where the sums of a recurrence's steps start from: x · kernel + bias, computed or looked up.</summary>
internal unsafe interface IStarts
{
    /// <summary>Makes starts ready for so many samples from this step on, counted as the recurrence walks; returns for how many steps.</summary>
    int Prepare<TV>(int step, int rows)
        where TV : unmanaged, ISimd<TV>;

    /// <summary>The start of a sample at a step that is ready, counted in time; one row a gate.</summary>
    float* At(int row, int time);

    /// <summary>Goes on to other samples.</summary>
    void MoveTo(int row);
}
