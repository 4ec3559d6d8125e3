using System.Text;

namespace Laminar.Word;

/// <summary>The container of old binary Office files, in which Word also wraps a .docx that has a password ([MS-CFB], [MS-OFFCRYPTO]).</summary>
internal static class CompoundFile
{
    private const int DirectoryEntryBytes = 128;
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage\0");
    private static readonly byte[] Binary = Encoding.Unicode.GetBytes("WordDocument\0");

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>The reason for which a compound file is refused: each kind of content has its own way out for the user.</summary>
    public static DraftError WhyNot(ReadOnlySpan<byte> bytes)
    {
        if (HasStream(bytes, Encrypted))
        {
            return DraftErrors.PasswordProtected;
        }

        return HasStream(bytes, Binary) ? DraftErrors.OldBinaryDoc : DraftErrors.NotAWordFile;
    }

    /// <summary>
    /// Looks for a directory entry by its name, in which case doesn't count. Entries stand at multiples of 128 bytes and start
    /// with the name, so the chain of sectors, which a damaged file breaks, need not be followed.
    /// </summary>
    private static bool HasStream(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        for (var at = 0; at + DirectoryEntryBytes <= bytes.Length; at += DirectoryEntryBytes)
        {
            if (Ascii.EqualsIgnoreCase(bytes.Slice(at, name.Length), name))
            {
                return true;
            }
        }

        return false;
    }
}
