namespace StaticNet.Generators;

/// <summary>The names of the pipeline's steps, for tests of what an edit wakes.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string Check = nameof(Check);
    public const string Spec = nameof(Spec);
    public const string Plan = nameof(Plan);
    public const string Block = nameof(Block);
    public const string Skeleton = nameof(Skeleton);
}
