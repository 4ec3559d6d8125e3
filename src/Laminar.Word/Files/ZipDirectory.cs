using static System.Buffers.Binary.BinaryPrimitives;

namespace Laminar.Word;

/// <summary>
/// The central directory of a zip, read in place. The framework's own reader makes an object of every entry before their
/// number is known and tells neither a password nor a damage apart; a draft is found here with no allocation at all.
/// </summary>
internal readonly struct ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint Zip64EndSignature = 0x06064b50;
    private const uint Zip64LocatorSignature = 0x07064b50;
    private const uint EntrySignature = 0x02014b50;
    private const int EndBytes = 22;
    private const int Zip64EndBytes = 56;
    private const int Zip64LocatorBytes = 20;
    private const int EntryBytes = 46;
    private const int MaxComment = ushort.MaxValue;

    private readonly int start;
    private readonly int end;

    private ZipDirectory(int start, int end, int shift)
    {
        this.start = start;
        this.end = end;
        Shift = shift;
    }

    /// <summary>Bytes that stand before the zip proper; local headers move by as much.</summary>
    public int Shift { get; }

    /// <exception cref="InvalidDataException">There is no directory where the zip says.</exception>
    public static ZipDirectory Find(ReadOnlySpan<byte> file)
    {
        var tail = Math.Max(0, file.Length - EndBytes - MaxComment);
        for (var length = file.Length - tail; ; )
        {
            var found = file.Slice(tail, length).LastIndexOf("PK\u0005\u0006"u8);
            if (found < 0)
            {
                throw new InvalidDataException();
            }

            if (tail + found + EndBytes <= file.Length)
            {
                return FromEnd(file, tail + found);
            }

            length = found;
        }
    }

    /// <summary>Goes to the next entry; <paramref name="position"/> starts at 0.</summary>
    /// <exception cref="InvalidDataException">The directory is damaged.</exception>
    public bool Next(ReadOnlySpan<byte> file, ref int position, out ZipEntry entry)
    {
        var at = start + position;
        entry = default;
        if (at >= end)
        {
            return false;
        }

        if (at + EntryBytes > end || ReadUInt32LittleEndian(file[at..]) != EntrySignature)
        {
            throw new InvalidDataException();
        }

        var fixedPart = file.Slice(at, EntryBytes);
        var nameLength = ReadUInt16LittleEndian(fixedPart[28..]);
        var extraLength = ReadUInt16LittleEndian(fixedPart[30..]);
        var length = EntryBytes + nameLength + extraLength + ReadUInt16LittleEndian(fixedPart[32..]);
        if (at + length > end)
        {
            throw new InvalidDataException();
        }

        entry = Entry(fixedPart, at + EntryBytes, nameLength, file.Slice(at + EntryBytes + nameLength, extraLength));
        position += length;
        return true;
    }

    private static ZipDirectory FromEnd(ReadOnlySpan<byte> file, int at)
    {
        long size = ReadUInt32LittleEndian(file[(at + 12)..]);
        long offset = ReadUInt32LittleEndian(file[(at + 16)..]);
        var end = at;
        if ((size == uint.MaxValue || offset == uint.MaxValue) && TryZip64(file, at, out var end64))
        {
            end = end64;
            size = ReadInt64LittleEndian(file[(end + 40)..]);
            offset = ReadInt64LittleEndian(file[(end + 48)..]);
        }

        // The directory ends where its end record starts; what its offset lacks to that are bytes in front of the zip.
        var start = end - size;
        if (size < 0 || start < 0 || offset < 0 || offset > start)
        {
            throw new InvalidDataException();
        }

        return new ZipDirectory((int)start, end, (int)(start - offset));
    }

    private static bool TryZip64(ReadOnlySpan<byte> file, int end, out int end64)
    {
        end64 = 0;
        var locator = end - Zip64LocatorBytes;
        if (locator < 0 || ReadUInt32LittleEndian(file[locator..]) != Zip64LocatorSignature)
        {
            return false;
        }

        // Bytes in front of the zip move the end record; then it is looked for where all writers put it, before its locator.
        var said = ReadInt64LittleEndian(file[(locator + 8)..]);
        end64 = IsZip64End(file, said) ? (int)said : locator - Zip64EndBytes;
        return IsZip64End(file, end64);
    }

    private static bool IsZip64End(ReadOnlySpan<byte> file, long at)
        => at >= 0 && at <= file.Length - Zip64EndBytes && ReadUInt32LittleEndian(file[(int)at..]) == Zip64EndSignature;

    private static ZipEntry Entry(ReadOnlySpan<byte> entry, int nameStart, int nameLength, ReadOnlySpan<byte> extra)
    {
        long size = ReadUInt32LittleEndian(entry[24..]);
        long compressed = ReadUInt32LittleEndian(entry[20..]);
        long local = ReadUInt32LittleEndian(entry[42..]);
        var wide = Zip64Extra(extra);
        Widen(ref size, ref wide);
        Widen(ref compressed, ref wide);
        Widen(ref local, ref wide);
        return new ZipEntry(nameStart, nameLength, ReadUInt16LittleEndian(entry[8..]), ReadUInt16LittleEndian(entry[10..]), ReadUInt32LittleEndian(entry[16..]), compressed, size, local);
    }

    /// <summary>The zip64 field holds, in this order, only the values that did not fit.</summary>
    private static void Widen(ref long value, ref ReadOnlySpan<byte> wide)
    {
        if (value == uint.MaxValue && wide.Length >= 8)
        {
            value = ReadInt64LittleEndian(wide);
            wide = wide[8..];
        }
    }

    private static ReadOnlySpan<byte> Zip64Extra(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var length = Math.Min(ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (ReadUInt16LittleEndian(extra) == 1)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }
}
