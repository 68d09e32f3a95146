using System.Reflection;
using System.Xml.Linq;
using StaticNet.Datasets;
using StaticNet.Images;

namespace StaticNet.Generators.Tests.PublicApi;

/// <summary>The packages' assemblies and what their documentation files say.</summary>
internal static class Packages
{
    public static Assembly[] Assemblies { get; } = [typeof(Model).Assembly, typeof(Mnist).Assembly, typeof(ImageFolder).Assembly];

    /// <summary>Every example, and the member that it belongs to: T:StaticNet.Adam.</summary>
    public static (string Member, string Code)[] Examples { get; } =
    [
        .. Assemblies.SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
            .SelectMany(member => member.Elements("example").Select(example => (member.Attribute("name")!.Value, example.Element("code")!.Value.Trim()))),
    ];
}
