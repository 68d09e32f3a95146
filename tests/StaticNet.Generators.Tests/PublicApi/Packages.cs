using System.Reflection;
using System.Xml.Linq;
using StaticNet.Datasets;
using StaticNet.Images;

namespace StaticNet.Generators.Tests.PublicApi;

/// <summary>The packages' assemblies and what their documentation files say.</summary>
internal static class Packages
{
    public static Assembly[] Assemblies { get; } = [typeof(Model).Assembly, typeof(Mnist).Assembly, typeof(ImageFolder).Assembly];

    /// <summary>Every example, and the member that it belongs to: T:StaticNet.Adam. What is said of a class is said of its primary constructor again.</summary>
    public static (string Member, string Code)[] Examples { get; } =
    [
        .. Assemblies.SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
            .SelectMany(member => member.Elements("example").Select(example => (Member: member.Attribute("name")!.Value, Code: example.Element("code")!.Value.Trim())))
            .DistinctBy(example => (example.Member[2..].Split(".#")[0], example.Code)),
    ];
}
