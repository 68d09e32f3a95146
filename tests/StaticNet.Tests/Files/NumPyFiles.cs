namespace StaticNet.Tests.Files;

/// <summary>Files that NumPy 1.24 has written.</summary>
internal static class NumPyFiles
{
    /// <summary><c>np.arange(6, dtype='&lt;f4').reshape(2, 3) / 4</c>.</summary>
    public static byte[] Single => Convert.FromBase64String(
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgIC"
        + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAACAPgAAAD8AAEA/AACAPwAAoD8=");

    /// <summary><c>np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)), version 2</c>.</summary>
    public static byte[] DoubleByColumns => Convert.FromBase64String(
        "k05VTVBZAgB0AAAAeydkZXNjcic6ICc8ZjgnLCAnZm9ydHJhbl9vcmRlcic6IFRydWUsICdzaGFwZSc6ICgyLCAzLCA0KSwgfSAgICAgICAgIC"
        + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAAAAAAAAChAAAAAAAAAEEAAAAAAAAAwQAAAAAAA"
        + "ACBAAAAAAAAANEAAAAAAAADwPwAAAAAAACpAAAAAAAAAFEAAAAAAAAAxQAAAAAAAACJAAAAAAAAANUAAAAAAAAAAQAAAAAAAACxAAAAAAAAAGE"
        + "AAAAAAAAAyQAAAAAAAACRAAAAAAAAANkAAAAAAAAAIQAAAAAAAAC5AAAAAAAAAHEAAAAAAAAAzQAAAAAAAACZAAAAAAAAAN0A=");

    /// <summary><c>np.array([-1, 2**40]), version 3</c>.</summary>
    public static byte[] Int64 => Convert.FromBase64String(
        "k05VTVBZAwB0AAAAeydkZXNjcic6ICc8aTgnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwpLCB9ICAgICAgICAgICAgIC"
        + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr//////////wAAAAAAAQAA");

    /// <summary><c>np.array([[1], [255]], dtype='u1')</c>.</summary>
    public static byte[] Byte => Convert.FromBase64String(
        "k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDEpLCB9ICAgICAgICAgICAgIC"
        + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoB/w==");

    /// <summary><c>np.array([True, False])</c>.</summary>
    public static byte[] Boolean => Convert.FromBase64String(
        "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgIC"
        + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAA==");

    /// <summary><c>np.array(1.5, dtype='&lt;f2')</c>.</summary>
    public static byte[] HalfScalar => Convert.FromBase64String(
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKCksIH0gICAgICAgICAgICAgICAgIC"
        + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAPg==");

    /// <summary><c>np.zeros((0, 3), dtype='&lt;i4')</c>.</summary>
    public static byte[] NoInt32 => Convert.FromBase64String(
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDAsIDMpLCB9ICAgICAgICAgICAgIC"
        + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo=");

    /// <summary><c>np.array([1], dtype='&gt;f4')</c>.</summary>
    public static byte[] BigEndian => Convert.FromBase64String(
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsKSwgfSAgICAgICAgICAgICAgIC"
        + "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo/gAAA");

    /// <summary><c>np.savez_compressed(f, x=np.arange(4, dtype='&lt;f4').reshape(2, 2), y=np.array([7, -7], dtype='&lt;i4'))</c>.</summary>
    public static byte[] Compressed => Convert.FromBase64String(
        "UEsDBC0AAAAIAAAAIQCR9Ofb//////////8FABQAeC5ucHkBABAAkAAAAAAAAABQAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TZqKuo6"
        + "Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CkaaOgq1CmQDLgYwaLAHEg5A5AAAUEsDBC0AAAAIAAAAIQA4Rxy6//////////8FABQA"
        + "eS5ucHkBABAAiAAAAAAAAABNAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TaaKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5Gk"
        + "Y6mjoKtQoUAC52BgaGn////wcAUEsBAi0DLQAAAAgAAAAhAJH059tQAAAAkAAAAAUAAAAAAAAAAAAAAIABAAAAAHgubnB5UEsBAi0DLQAAAAgA"
        + "AAAhADhHHLpNAAAAiAAAAAUAAAAAAAAAAAAAAIABhwAAAHkubnB5UEsFBgAAAAACAAIAZgAAAAsBAAAAAA==");

    /// <summary><c>np.savez(f, np.array([3], dtype='&lt;i2'))</c>.</summary>
    public static byte[] Stored => Convert.FromBase64String(
        "UEsDBC0AAAAAAAAAIQDFCgcl//////////8JABQAYXJyXzAubnB5AQAQAIIAAAAAAAAAggAAAAAAAACTTlVNUFkBAHYAeydkZXNjcic6ICc8aT"
        + "InLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMSwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
        + "ICAgICAgICAgICAgICAgICAgICAgCgMAUEsBAi0DLQAAAAAAAAAhAMUKByWCAAAAggAAAAkAAAAAAAAAAAAAAIABAAAAAGFycl8wLm5weVBLBQ"
        + "YAAAAAAQABADcAAAC9AAAAAAA=");
}
