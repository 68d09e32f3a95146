using System.Net;

namespace StaticNet.Datasets.Tests;

/// <summary>Answers requests in place of the network, and remembers them.</summary>
internal sealed class FakeServer(Func<Uri, CancellationToken, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<string> Requests { get; } = [];

    /// <summary>Serves the files of <see cref="TinySet"/>.</summary>
    public static FakeServer OfTinySet() => Of(static name => TinySet.Files[name]);

    /// <summary>Serves content by the name of the file.</summary>
    public static FakeServer Of(Func<string, byte[]> content)
        => new((address, _) => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(content(Path.GetFileName(address.AbsolutePath))),
        });

    /// <summary>Fails the test's assumption that nothing is asked of the network.</summary>
    public static FakeServer Forbidden()
        => new((address, _) => throw new InvalidOperationException($"{address} was asked for."));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request.RequestUri!.ToString());
        return Task.FromResult(answer(request.RequestUri, cancellationToken));
    }
}
