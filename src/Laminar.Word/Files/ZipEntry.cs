namespace Laminar.Word;

/// <summary>One entry of a zip's central directory (APPNOTE 4.3.12); offsets count from the start of the file.</summary>
internal readonly record struct ZipEntry(
    int NameStart,
    int NameLength,
    ushort Flags,
    ushort Method,
    uint Crc,
    long CompressedSize,
    long Size,
    long LocalHeader)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    public bool IsEncrypted => (Flags & 1) != 0;

    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> file) => file.Slice(NameStart, NameLength);

    /// <summary>Part names don't mind case, and some writers put backslashes.</summary>
    public bool Is(ReadOnlySpan<byte> file, ReadOnlySpan<byte> partName)
    {
        var name = Name(file).TrimStart((byte)'/');
        if (name.Length != partName.Length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (Fold(name[i]) != Fold(partName[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static byte Fold(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => (byte)(b | 0x20),
        (byte)'\\' => (byte)'/',
        _ => b,
    };
}
