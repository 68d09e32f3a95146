namespace StaticNet.Datasets;

/// <summary>A file as its publisher distributes it.</summary>
/// <param name="Name">The name, without a folder.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Sha256">The checksum, in lower-case hexadecimal digits.</param>
internal sealed record PublishedFile(string Name, long Length, string Sha256);
