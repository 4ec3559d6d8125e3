using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Plain text: UTF-8, UTF-16 (told by its mark or by its zero bytes) or, where it is neither, Windows-1252.</summary>
internal static class TextFile
{
    private const int SampleBytes = 4096;

    // Soft hyphens, which a reader of Word doesn't see, and what XML has no place for.
    private static readonly SearchValues<char> NotInWord = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static code => (char)code).Except("\t\r\n"), '\u00AD', '\uFFFE', '\uFFFF']);

    // Control characters that no text holds; the tab, line ends, form feed and the old end-of-file mark are text.
    private static readonly SearchValues<byte> NotText = SearchValues.Create(
        [1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 29, 30, 31, 127]);

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> LittleEndianMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> BigEndianMark => [0xFE, 0xFF];

    public static Draft Read(ReadOnlySpan<byte> bytes, string name, string sha256, ReadBudget budget)
    {
        var encoding = EncodingOf(bytes);
        var plain = bytes[ByteOrderMark(bytes)..];
        budget.SpendParagraphs(1 + plain.Count((byte)'\n') + plain.Count((byte)'\r'));
        budget.SpendCharacters(encoding.GetCharCount(plain));
        var text = encoding.GetString(plain);
        return Draft.FromText(name, text.AsSpan().ContainsAny(NotInWord) ? InWord(text) : text, sha256);
    }

    /// <summary>The text as a Word file can hold it, so that the same draft has the same offsets in either.</summary>
    private static string InWord(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            // What ends a page or a line parts words.
            _ = character is '\f' or '\v' ? kept.Append(' ') : NotInWord.Contains(character) ? kept : kept.Append(character);
        }

        return kept.ToString();
    }

    /// <summary>Whether the bytes can be text at all: pictures, programs and archives can't.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes, out _))
        {
            return true;
        }

        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var odd = 0;
        for (var at = sample.IndexOfAny(NotText); at >= 0; at = sample.IndexOfAny(NotText))
        {
            odd++;
            sample = sample[(at + 1)..];
        }

        // A dictation system may leave a stray control character; zero bytes are never text.
        return odd <= Math.Min(bytes.Length, SampleBytes) / 100 && !bytes.Contains((byte)0);
    }

    /// <summary>Length of the mark that names the encoding: 0, 2 or 3 bytes.</summary>
    public static int ByteOrderMark(ReadOnlySpan<byte> bytes)
        => bytes.StartsWith(Utf8Mark) ? 3 : bytes.StartsWith(LittleEndianMark) || bytes.StartsWith(BigEndianMark) ? 2 : 0;

    /// <summary>The encoding of a text that <see cref="Is"/> takes.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes, out var bigEndian))
        {
            return bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    /// <summary>
    /// The start of the file with one byte a character, enough to recognise markup: UTF-16 is narrowed into
    /// <paramref name="buffer"/>, anything else is returned as it stands.
    /// </summary>
    public static ReadOnlySpan<byte> NarrowedHead(ReadOnlySpan<byte> bytes, Span<byte> buffer)
    {
        var start = ByteOrderMark(bytes);
        if (!IsUtf16(bytes, out var bigEndian))
        {
            return bytes[start..];
        }

        var length = 0;
        for (var i = start; i + 1 < bytes.Length && length < buffer.Length; i += 2)
        {
            var (low, high) = bigEndian ? (bytes[i + 1], bytes[i]) : (bytes[i], bytes[i + 1]);
            buffer[length++] = high == 0 ? low : (byte)'?';
        }

        return buffer[..length];
    }

    /// <summary>By its mark, or because every second byte of the first characters is zero, as in Western text.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes, out bool bigEndian)
    {
        bigEndian = bytes.StartsWith(BigEndianMark);
        if (bigEndian || bytes.StartsWith(LittleEndianMark))
        {
            return true;
        }

        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return false;
        }

        bigEndian = bytes[0] == 0;
        var zero = bigEndian ? 0 : 1;
        for (var i = 0; i + 1 < bytes.Length && i < 32; i += 2)
        {
            if (bytes[i + zero] != 0 || bytes[i + 1 - zero] == 0)
            {
                return false;
            }
        }

        return true;
    }
}
