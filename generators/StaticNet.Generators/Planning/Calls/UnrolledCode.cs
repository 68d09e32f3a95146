namespace StaticNet.Generators;

/// <summary>Code of a small layer that is written out instead of called: a type with one method over the rows of sixteen numbers of some samples.</summary>
/// <param name="Name">Its name: <c>Dense1_ForwardCode</c>.</param>
/// <param name="Contract">The interface of the run time that calls it.</param>
/// <param name="XStride">The floats from a row of the input to the next.</param>
/// <param name="YStride">The same of the output.</param>
/// <param name="Signature">The method, without its constraint.</param>
/// <param name="Lines">Its body; empty lines stand between its parts.</param>
internal sealed record UnrolledCode(string Name, string Contract, int XStride, int YStride, string Signature, EquatableArray<string> Lines);
