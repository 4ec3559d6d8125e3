using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Laminar.Web;

/// <summary>
/// Puts names of files and lines of results into a form that nobody reads who has the database alone: packed, and under the keys of data
/// protection. What somebody has changed there is refused.
/// </summary>
internal sealed class ArchiveSeal(IDataProtectionProvider keys)
{
    private readonly IDataProtector names = keys.CreateProtector("Laminar.Archive.Names");
    private readonly IDataProtector lines = keys.CreateProtector("Laminar.Archive.Lines");

    public byte[] SealNames(string[] plain) => names.Protect(Packed(JsonSerializer.SerializeToUtf8Bytes(plain, ArchiveStatusJson.Default.StringArray)));

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key is not there, or the bytes are not those that were kept.</exception>
    public string[] Names(byte[] kept) => JsonSerializer.Deserialize(Unpacked(names.Unprotect(kept)), ArchiveStatusJson.Default.StringArray)!;

    public byte[] SealLines(ReadOnlySpan<byte> plain) => lines.Protect(Packed(plain));

    /// <inheritdoc cref="Names(byte[])"/>
    public byte[] Lines(byte[] kept) => Unpacked(lines.Unprotect(kept));

    private static byte[] Packed(ReadOnlySpan<byte> plain)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            brotli.Write(plain);
        }

        return bytes.ToArray();
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            brotli.CopyTo(bytes);
        }

        return bytes.ToArray();
    }
}
