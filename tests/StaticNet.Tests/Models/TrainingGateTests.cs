using System.Runtime.ExceptionServices;

namespace StaticNet.Tests;

/// <summary>Whoever is refused leaves no trace, however closely he meets the end of the training that keeps him away.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class TrainingGateTests
{
    private static readonly TimeSpan _time = TimeSpan.FromSeconds(2);

    [Fact]
    public void Who_writes_when_a_training_ends_is_admitted_or_refused()
        => MeetTrainings(gate => gate.Write().Dispose());

    [Fact]
    public void Who_holds_the_gate_when_a_training_ends_is_alone()
    {
        int inside = 0;
        MeetTrainings(gate =>
        {
            using Lock.Scope hold = gate.Hold();
            Assert.Equal(1, Interlocked.Increment(ref inside));
            Thread.SpinWait(20);
            Interlocked.Decrement(ref inside);
        });
    }

    private static void MeetTrainings(Action<TrainingGate> use)
    {
        var gate = new TrainingGate("Net");
        ExceptionDispatchInfo? error = null;
        long end = Environment.TickCount64 + (long)_time.TotalMilliseconds;
        Thread[] threads =
        [
            Start(i =>
            {
                using TrainingGate.Training training = gate.Train();
                Thread.SpinWait(i % 8);
            }),
            Start(_ => use(gate)),
            Start(_ => use(gate)),
        ];
        foreach (Thread thread in threads)
            thread.Join();
        error?.Throw();

        // Free for everybody again.
        gate.EndReading(gate.BeginReading());
        gate.Write().Dispose();
        gate.Train().Dispose();

        Thread Start(Action<int> action)
        {
            var thread = new Thread(() =>
            {
                for (int i = 0; Environment.TickCount64 < end && error is null; i++)
                {
                    try
                    {
                        action(i);
                    }
                    catch (InvalidOperationException)
                    {
                        // Refused: the other was first.
                    }
                    catch (Exception e)
                    {
                        error = ExceptionDispatchInfo.Capture(e);
                    }
                }
            });
            thread.Start();
            return thread;
        }
    }
}
