namespace StaticNet.Tests.Files;

/// <summary>A test that needs a disk of its own; skipped where none can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (SmallDisk.Found is null)
            Skip = "making a disk in memory takes Linux, the program unshare and the permission to mount: run as root, or allow user namespaces";
    }
}
