using System.Buffers.Binary;
using System.Text;

namespace StaticNet.Tests.Files;

/// <summary>Files of weights, as models and others write them.</summary>
internal static class Weights
{
    /// <summary>A model's file.</summary>
    public static byte[] Saved(Model model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    /// <summary>A safetensors file of any header and data.</summary>
    public static byte[] File(string header, params ReadOnlySpan<byte> data) => File(Encoding.UTF8.GetBytes(header), data);

    /// <summary>A safetensors file of any header and data.</summary>
    public static byte[] File(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        var file = new byte[sizeof(ulong) + header.Length + data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)header.Length);
        header.CopyTo(file.AsSpan(sizeof(ulong)));
        data.CopyTo(file.AsSpan(sizeof(ulong) + header.Length));
        return file;
    }

    /// <summary>Loads bytes as if from a file, so that nothing may follow them.</summary>
    public static void Load(Model model, byte[] file)
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllBytes(folder.File("w.safetensors"), file);
        model.Load(folder.File("w.safetensors"));
    }
}
