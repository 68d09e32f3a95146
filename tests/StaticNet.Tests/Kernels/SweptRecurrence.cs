using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>A recurrence whose sizes and options change, which constants do not: one compiled kernel serves a whole sweep.</summary>
internal readonly struct SweptRecurrence : IRecurrentShape
{
    private static readonly int[] _units = [1, 3, 16, 17, 32, 33];
    private static readonly int[] _steps = [1, 2, 7];

    public static int Steps { get; set; }

    public static int Inputs { get; set; }

    public static int InputStride { get; set; }

    public static int Units { get; set; }

    public static int UnitStride => Images.Padded(Units);

    public static bool ReturnsSequences { get; set; }

    public static bool GoesBackwards { get; set; }

    public static bool KeepsTime { get; set; }

    public static bool DropsState { get; set; }

    /// <summary>Checks at every size, with every option at some of them.</summary>
    public static void ForEach(Action<Random> check)
    {
        int number = 0;
        foreach (int units in _units)
        {
            foreach (int steps in _steps)
            {
                for (int option = 0; option < 4; option++, number++)
                {
                    (Steps, Units, Inputs) = (steps, units, 1 + (5 * number % 19));
                    (ReturnsSequences, GoesBackwards) = (option % 2 == 1, option / 2 == 1);
                    (KeepsTime, DropsState) = (number % 3 == 0, number % 5 > 2);
                    InputStride = number % 4 == 0 ? Inputs : Images.Padded(Inputs);
                    check(new Random(number));
                }
            }
        }
    }
}
