namespace StaticNet.Generators;

/// <summary>What a parameter starts from. The members are those of the enum of this name that users write, as a test confirms.</summary>
internal enum Initializer
{
    GlorotUniform,
    GlorotNormal,
    HeUniform,
    HeNormal,
    LecunNormal,
    RandomUniform,
    Zeros,
    Ones,
    Orthogonal,
}
