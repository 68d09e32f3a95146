namespace StaticNet.Datasets.Tests;

/// <summary>A test on the published data sets, which are not in the repository; skipped where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("STATICNET_DATA")))
            Skip = "set STATICNET_DATA to the folder with the data sets";
    }
}
