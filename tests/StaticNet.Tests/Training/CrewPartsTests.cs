using StaticNet.Kernels;

namespace StaticNet.Tests.Training;

/// <summary>What a crew shares out is not shared out once more by those who do it.</summary>
[Collection(AloneCollection.Name)]
public class CrewPartsTests
{
    private const long Large = 1 << 20;

    [Fact]
    public void Parts_of_shared_work_do_not_share_again()
    {
        const int Parts = 4;
        using var together = new Barrier(Parts);
        var saw = new bool[Parts];
        var threads = new int[Parts];
        Assert.True(Crew.TryEnter(Parts));
        try
        {
            Assert.True(Crew.Shares(Large, 1));
            Crew.Run(new Asking(saw, threads, together));
            Assert.True(Crew.Shares(Large, 1));
        }
        finally
        {
            Crew.Leave();
        }

        Assert.All(saw, Assert.False);
        Assert.Equal(Parts, threads.Distinct().Count());
        Assert.False(Crew.Shares(Large, 1));
    }

    // All parts wait for one another, so that each is done by a thread of its own.
    private readonly struct Asking(bool[] saw, int[] threads, Barrier together) : IParts
    {
        public void Do(int part, int parts)
        {
            Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(60)));
            saw[part] = Crew.Shares(Large, 1);
            threads[part] = Environment.CurrentManagedThreadId;
        }
    }
}
