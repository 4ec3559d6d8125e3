namespace Laminar.Word;

internal enum FileKind
{
    Other,
    Empty,
    Zip,
    FlatOpc,
    XmlWithDtd,
    CompoundFile,
    Text,
}

/// <summary>Tells what a file is from its bytes; a name's ending proves nothing.</summary>
internal static class FileKinds
{
    public static FileKind Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || (bytes.Length <= 3 && TextFile.ByteOrderMark(bytes) == bytes.Length))
        {
            return FileKind.Empty;
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8) || bytes.StartsWith("PK\u0007\u0008"u8))
        {
            return FileKind.Zip;
        }

        if (CompoundFile.Is(bytes))
        {
            return FileKind.CompoundFile;
        }

        return SniffMarkup(bytes) ?? (TextFile.Is(bytes) ? FileKind.Text : FileKind.Other);
    }

    /// <summary>The kind where the file starts as markup of some sort; null where it doesn't, so that it can be text.</summary>
    private static FileKind? SniffMarkup(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("{\\rtf"u8) || bytes.StartsWith("%PDF"u8))
        {
            return FileKind.Other;
        }

        Span<byte> narrowed = stackalloc byte[2048];
        var prolog = XmlProlog.Of(TextFile.NarrowedHead(bytes, narrowed));
        if (prolog.HasDoctype)
        {
            return prolog.IsHtml ? FileKind.Other : FileKind.XmlWithDtd;
        }

        if (prolog.RootIs("package"u8))
        {
            return FileKind.FlatOpc;
        }

        return prolog.HasDeclaration || prolog.IsHtml ? FileKind.Other : null;
    }
}
