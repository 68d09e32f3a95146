namespace StaticNet.Tests.Zoo;

/// <summary>Networks that people have made with Keras are declared, predict, train and evaluate here.</summary>
[Collection(AloneCollection.Name)]
public class ArchitectureTests
{
    public static TheoryData<string> All => [.. Architectures.All.Keys];

    public static TheoryData<string> WithLoss => [.. Architectures.All.Where(named => named.Value.Trains).Select(named => named.Key)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_network_has_as_many_weights_as_in_Keras(string name)
    {
        Architecture network = Architectures.All[name];
        Assert.Equal(network.Parameters, network.Make().Parameters.Sum(parameter => parameter.Count));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_sample_alone_has_the_bits_of_the_batch_by_any_number_of_threads(string name)
        => Architectures.All[name].CheckPredictions();

    [Theory]
    [MemberData(nameof(WithLoss))]
    public void Training_and_evaluation_give_the_same_bits_by_any_number_of_threads(string name)
        => Architectures.All[name].CheckTraining();
}
