using StaticNet.Tests;
using StaticNet.Tests.Files;
using StaticNet.Tests.Models;
using StaticNet.Tests.Training;

// `dotnet test` does not come here: its host loads the tests itself. This is for machines on which that host does not run, and for tests
// that need a process of their own.
if (args is [SavingProcess.Command, ..])
    return SavingProcess.Run(args[1..]);
if (args is [ResumedTraining.Command, ..])
    return ResumedTraining.Run(args[1..]);
if (args is [DrawnWeightsTests.Command])
    return DrawnWeightsTests.Print();
if (args is [OrthogonalTests.Command])
    return OrthogonalTests.Print();
return InProcessRunner.Run(args) ? 0 : 1;
