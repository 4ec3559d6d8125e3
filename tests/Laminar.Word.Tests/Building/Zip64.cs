using static System.Buffers.Binary.BinaryPrimitives;

namespace Laminar.Word.Tests;

/// <summary>Writes a zip's directory anew as zip64 (APPNOTE 4.3.14, 4.5.3), which writers do long before a file needs it.</summary>
internal static class Zip64
{
    private const int EndBytes = 22;
    private const int EntryBytes = 46;

    /// <param name="wide">Which values move to the zip64 field: of <c>s</c>ize, <c>p</c>acked size and local header's <c>o</c>ffset.</param>
    /// <param name="size">Changes the size that is written; null leaves it.</param>
    public static byte[] Of(byte[] zip, string wide, Func<long, long>? size = null)
    {
        var end = zip.AsSpan(zip.Length - EndBytes);
        var start = (int)ReadUInt32LittleEndian(end[16..]);
        var directory = new List<byte>();
        for (var at = start; at < zip.Length - EndBytes;)
        {
            var entry = zip.AsSpan(at, EntryBytes);
            var length = EntryBytes + ReadUInt16LittleEndian(entry[28..]);
            directory.AddRange(Entry(zip.AsSpan(at, length), wide, size));
            at += length;
        }

        var count = ReadUInt16LittleEndian(end[10..]);
        return [.. zip[..start], .. directory, .. End(count, directory.Count, start), .. Locator(start + directory.Count), .. OldEnd];
    }

    private static byte[] OldEnd => [.. "PK\u0005\u0006"u8, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, 12), 0, 0];

    private static byte[] Entry(ReadOnlySpan<byte> old, string wide, Func<long, long>? size)
    {
        var entry = old.ToArray();
        List<byte> values = [];
        foreach (var (name, at) in (ReadOnlySpan<(char, int)>)[('s', 24), ('p', 20), ('o', 42)])
        {
            if (wide.Contains(name, StringComparison.Ordinal))
            {
                long value = ReadUInt32LittleEndian(old[at..]);
                values.AddRange(BitConverter.GetBytes(name == 's' && size is not null ? size(value) : value));
                WriteUInt32LittleEndian(entry.AsSpan(at), uint.MaxValue);
            }
        }

        // A time stamp comes first, so that the field has to be looked for.
        byte[] extra = [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0, 1, 0, (byte)values.Count, 0, .. values];
        WriteUInt16LittleEndian(entry.AsSpan(30), (ushort)extra.Length);
        return [.. entry, .. extra];
    }

    private static byte[] End(long count, long bytes, long offset)
        => [.. "PK\u0006\u0006"u8, .. BitConverter.GetBytes(44L), 45, 0, 45, 0, .. new byte[8], .. BitConverter.GetBytes(count), .. BitConverter.GetBytes(count), .. BitConverter.GetBytes(bytes), .. BitConverter.GetBytes(offset)];

    private static byte[] Locator(long end) => [.. "PK\u0006\u0007"u8, 0, 0, 0, 0, .. BitConverter.GetBytes(end), 1, 0, 0, 0];
}
