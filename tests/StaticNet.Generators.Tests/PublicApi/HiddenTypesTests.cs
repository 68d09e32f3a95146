using System.ComponentModel;
using System.Reflection;

namespace StaticNet.Generators.Tests.PublicApi;

/// <summary>
/// What only generated code needs is public, since that code stands in the user's assembly. It lies in a namespace of its own, and editors
/// offer neither it nor the members that speak of it.
/// </summary>
public sealed class HiddenTypesTests
{
    private const string Hidden = "StaticNet.Kernels";
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void EditorsOfferNoneOfTheTypes()
    {
        Type[] types = [.. typeof(Model).Assembly.GetExportedTypes().Where(type => type.Namespace == Hidden)];
        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.True(IsHidden(type), type.FullName));
    }

    [Fact]
    public void EditorsOfferNoMemberThatSpeaksOfThem()
    {
        MemberInfo[] speaking =
        [
            .. Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.Namespace != Hidden)
                .SelectMany(type => type.GetMembers(All)).Where(member => TypesIn(member).Any(SpeaksOfHidden)),
        ];
        Assert.NotEmpty(speaking);
        Assert.Empty(speaking.Where(member => !IsHidden(member)).Select(member => $"{member.DeclaringType} {member}"));
    }

    // Of a property itself, not of its accessors.
    private static IEnumerable<Type> TypesIn(MemberInfo member) => member switch
    {
        PropertyInfo property when IsSeen(property.GetMethod) || IsSeen(property.SetMethod) => [property.PropertyType, .. property.GetIndexParameters().Select(parameter => parameter.ParameterType)],
        MethodInfo { IsSpecialName: false } method when IsSeen(method) => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor when IsSeen(constructor) => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo field when field.IsPublic || field.IsFamily => [field.FieldType],
        _ => [],
    };

    private static bool IsSeen(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static bool SpeaksOfHidden(Type type) => type.HasElementType ? SpeaksOfHidden(type.GetElementType()!)
        : type.Namespace == Hidden || type.IsGenericType && type.GetGenericArguments().Any(SpeaksOfHidden);

    private static bool IsHidden(MemberInfo member) => member.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;
}
