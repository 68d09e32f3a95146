using StaticNet.Files;

namespace StaticNet.Datasets;

/// <summary>What all readers of data files say about content that is not what it should be.</summary>
internal static class DataFile
{
    /// <summary>An error in the words all content errors use.</summary>
    /// <param name="name">The file.</param>
    /// <param name="came">What is in it.</param>
    /// <param name="expected">What should be.</param>
    /// <param name="cause">The error that made it known, if any.</param>
    public static InvalidDataException Refused(string name, string came, string expected, Exception? cause = null)
        => new($"{name} has {Quoted.Sentence(came)}. Expected {expected}. Get the file anew from its publisher.", cause);
}
