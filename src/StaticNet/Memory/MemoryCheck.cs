namespace StaticNet.Kernels;

/// <summary>
/// Whether models that are made from now on have guard values around their memory, which are looked at after each call. Off by default; a
/// user switches it on before the first model is made.
/// </summary>
internal static class MemoryCheck
{
    /// <summary>The switch of <see cref="AppContext"/>.</summary>
    public const string Switch = "StaticNet.CheckMemory";

    /// <summary>The environment variable; 1 is on.</summary>
    public const string Variable = "STATICNET_CHECK_MEMORY";

    /// <summary>
    /// The guard value: a quiet NaN, as a float and as either half of a double, so that what is read out of bounds poisons results; as an
    /// integer too large for a token, a row or a label.
    /// </summary>
    public const uint GuardValue = 0x7FFC_5AFE;

    /// <summary>How far before and behind a place the guards reach. Whole elements of every type, and whole cache lines.</summary>
    public const int GuardBytes = 4096;

    public static bool IsOn { get; set; }
        = AppContext.TryGetSwitch(Switch, out bool isOn) ? isOn : Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>What guards the memory of a model; null where nothing does.</summary>
    public static GuardedMemory? For(string model) => IsOn ? new GuardedMemory(model) : null;
}
