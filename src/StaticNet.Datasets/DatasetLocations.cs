namespace StaticNet.Datasets;

/// <summary>The folders and the network a data set is looked for in; tests put their own in place.</summary>
internal sealed record DatasetLocations
{
    /// <summary>The environment variable that names the folder with the user's data sets.</summary>
    public const string Variable = "STATICNET_DATA";

    /// <summary>The user's folder, with a sub-folder a data set; null if the variable is not set.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The folder downloads are kept in, with a sub-folder a data set; null if the user has none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Makes what sends requests. No automatic decompression: the checksums are those of the compressed files.</summary>
    public Func<HttpMessageHandler> CreateHandler { get; init; } = static () => new SocketsHttpHandler();

    /// <summary>How long a server may stay silent before the download is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    public static DatasetLocations FromEnvironment()
        => From(
            Environment.GetEnvironmentVariable(Variable),
            // Not verified: on a new account the folder may have to be made first.
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));

    /// <summary>An empty text means that there is no such folder, as the shell and the framework have it.</summary>
    public static DatasetLocations From(string? dataFolder, string localApplicationData) => new()
    {
        DataFolder = string.IsNullOrEmpty(dataFolder) ? null : Path.GetFullPath(dataFolder),
        CacheFolder = localApplicationData.Length == 0 ? null : Path.Combine(localApplicationData, "StaticNet"),
    };
}
