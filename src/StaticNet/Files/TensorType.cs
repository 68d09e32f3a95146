namespace StaticNet.Files;

/// <summary>What the numbers of a tensor are, by the names that safetensors files have for it.</summary>
internal enum TensorType
{
    F32,
    F64,
    F16,
    BF16,
    F4,
    F6_E2M3,
    F6_E3M2,
    F8_E5M2,
    F8_E4M3,
    F8_E8M0,
    F8_E4M3FNUZ,
    F8_E5M2FNUZ,
    C64,
    BOOL,
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
}
