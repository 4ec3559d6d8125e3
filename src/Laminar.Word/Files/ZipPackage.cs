using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using System.Xml;

namespace Laminar.Word;

/// <summary>A .docx, .docm, .dotx or .dotm: parts are unpacked one at a time, and only those that are asked for.</summary>
internal sealed class ZipPackage : WordPackage
{
    private const int LocalHeaderBytes = 30;
    private const int InflatedAtOnce = 64 << 10;
    private const uint LocalHeaderSignature = 0x04034b50;
    // Deflate can't shrink below 1 : 1032, so a part that claims more is not worth the memory it claims.
    private const long MaxRatio = 1032;
    private readonly ArraySegment<byte> file;
    private readonly ZipDirectory directory;
    private readonly HashSet<int> counted = [];

    /// <exception cref="InvalidDataException">The directory is damaged.</exception>
    /// <exception cref="RefusalException">There are too many parts, or this is some other zip.</exception>
    public ZipPackage(ArraySegment<byte> file, ReadBudget budget) : base(budget)
    {
        this.file = file;
        directory = ZipDirectory.Find(file);
        RefuseOtherZips();
    }

    public override XmlCursor? Open(string name, Func<ArraySegment<byte>, ArraySegment<byte>>? trim = null)
    {
        if (!TryFind(name, out var entry))
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw new RefusalException(DraftErrors.PasswordProtected);
        }

        var part = Unpack(entry, out var rented);
        return Open(trim is null ? part : trim(part), rented);
    }

    /// <summary>The names of all parts, in the order of the zip, without a leading slash.</summary>
    public List<string> PartNames()
    {
        var names = new List<string>();
        for (var position = 0; directory.Next(file, ref position, out var entry);)
        {
            names.Add(PartName(Encoding.UTF8.GetString(entry.Name(file))));
        }

        return names;
    }

    /// <summary>Looks at the head of every entry: to write the others anew, all have to be copied.</summary>
    /// <exception cref="InvalidDataException">An entry, read or not, is damaged.</exception>
    public void RefuseDamagedEntries()
    {
        for (var position = 0; directory.Next(file, ref position, out var entry);)
        {
            Packed(entry);
        }
    }

    /// <summary>An entry's name as the name of a part.</summary>
    public static string PartName(string entry) => entry.Replace('\\', '/').TrimStart('/');

    public bool Has(string name) => TryFind(name, out _);

    /// <summary>A part's bytes as they are; null where there is none.</summary>
    /// <exception cref="RefusalException">The part is beyond a limit.</exception>
    /// <exception cref="InvalidDataException">The part is damaged.</exception>
    public byte[]? ReadAll(string name)
    {
        if (!TryFind(name, out var entry))
        {
            return null;
        }

        var part = Unpack(entry, out var rented);
        var bytes = part.ToArray();
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return bytes;
    }

    private XmlCursor Open(ArraySegment<byte> part, byte[]? rented)
    {
        var stream = new PartStream(part, Budget.Cancellation);
        var cursor = new XmlCursor(XmlReader.Create(stream, Settings(ConformanceLevel.Document)), stream, Budget, rented);
        try
        {
            cursor.MoveToRoot();
            return cursor;
        }
        catch (XmlException) when (HasDoctype(part))
        {
            cursor.Dispose();
            throw new RefusalException(DraftErrors.DtdPresent);
        }
    }

    private static bool HasDoctype(ReadOnlySpan<byte> part)
    {
        Span<byte> narrowed = stackalloc byte[2048];
        return XmlProlog.Of(TextFile.NarrowedHead(part, narrowed)).HasDoctype;
    }

    /// <summary>A look over all names: bounds their number, and tells a Word file from a zip of something else.</summary>
    private void RefuseOtherZips()
    {
        var count = 0;
        var isPackage = false;
        for (var position = 0; directory.Next(file, ref position, out var entry);)
        {
            RefuseMoreParts(++count);
            isPackage |= entry.Is(file, "[content_types].xml"u8) || entry.Is(file, "_rels/.rels"u8);
        }

        if (!isPackage)
        {
            throw new RefusalException(DraftErrors.NotAWordFile);
        }
    }

    private bool TryFind(string name, out ZipEntry entry)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var position = 0; directory.Next(file, ref position, out entry);)
        {
            if (entry.Is(file, wanted))
            {
                return true;
            }
        }

        return false;
    }

    private ArraySegment<byte> Unpack(ZipEntry entry, out byte[]? rented)
    {
        var packed = Packed(entry);
        rented = null;
        Spend(entry);
        var part = entry.Method switch
        {
            ZipEntry.Stored => packed,
            ZipEntry.Deflated when entry.Size <= Math.Min(packed.Count * MaxRatio, Array.MaxLength - 1) => Inflate(packed, rented = ArrayPool<byte>.Shared.Rent((int)entry.Size + 1), (int)entry.Size + 1),
            _ => throw new InvalidDataException(),
        };
        // The XML of a flipped byte can be sound, and name another level.
        return part.Count == entry.Size && Crc32.HashToUInt32(part) == entry.Crc ? part : throw new InvalidDataException();
    }

    /// <summary>What is read twice counts once.</summary>
    private void Spend(ZipEntry entry)
    {
        // By its place in the directory: many entries can begin at the same place of the file, and each is unpacked.
        if (counted.Add(entry.NameStart))
        {
            Budget.SpendDecompressed(entry.Size);
        }
    }

    /// <summary>The entry's bytes as they stand in the file.</summary>
    private ArraySegment<byte> Packed(ZipEntry entry)
    {
        var local = entry.LocalHeader + directory.Shift;
        if (local < 0 || local > file.Count - LocalHeaderBytes || entry.Size < 0 || entry.CompressedSize < 0)
        {
            throw new InvalidDataException();
        }

        var header = file.AsSpan((int)local, LocalHeaderBytes);
        var data = local + LocalHeaderBytes
            + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalHeaderSignature || data > file.Count - entry.CompressedSize)
        {
            throw new InvalidDataException();
        }

        return file.Slice((int)data, (int)entry.CompressedSize);
    }

    /// <summary>Fills <paramref name="target"/>, up to <paramref name="count"/> bytes, as far as the entry reaches.</summary>
    private ArraySegment<byte> Inflate(ArraySegment<byte> packed, byte[] target, int count)
    {
        using var source = new MemoryStream(packed.Array!, packed.Offset, packed.Count, writable: false);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        var length = 0;
        for (int read; (read = inflater.Read(target, length, Math.Min(InflatedAtOnce, count - length))) > 0;)
        {
            length += read;
            Budget.Cancellation.ThrowIfCancellationRequested();
        }

        return new ArraySegment<byte>(target, 0, length);
    }
}
