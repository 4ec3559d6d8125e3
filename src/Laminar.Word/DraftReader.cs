using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Xml;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Reads a draft from the bytes of a Word file, Flat OPC XML or plain text.</summary>
public static class DraftReader
{
    /// <summary>
    /// Tells the format from the bytes and reads the text as a reader of the draft sees it. Any bytes are taken: what can't be
    /// read is answered by <see cref="DraftReading.Error"/>. Nothing outside <paramref name="bytes"/> is touched.
    /// </summary>
    /// <param name="bytes">The whole file; not changed and not kept.</param>
    /// <param name="name">The file's name, for display; a folder in it is dropped.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DraftReading Read(ReadOnlyMemory<byte> bytes, string name, ReadLimits limits, CancellationToken cancellation = default)
        => Read(bytes, name, limits, ReadOptions.Default, cancellation);

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string, ReadLimits, CancellationToken)"/>
    public static DraftReading Read(ReadOnlyMemory<byte> bytes, string name, ReadLimits limits, ReadOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return ReadOrRefuse(bytes, NameOnly(name), new ReadBudget(limits, cancellation), options);
        }
        catch (RefusalException refusal)
        {
            return new DraftReading(null, refusal.Error);
        }
        catch (XmlException)
        {
            // Its message can quote the draft, so it goes no further.
            return new DraftReading(null, DraftErrors.DamagedXml);
        }
        catch (InvalidDataException)
        {
            return new DraftReading(null, DraftErrors.DamagedZip);
        }
    }

    private static DraftReading ReadOrRefuse(ReadOnlyMemory<byte> bytes, string name, ReadBudget budget, ReadOptions options)
    {
        budget.Cancellation.ThrowIfCancellationRequested();
        if (bytes.Length > budget.Limits.MaxFileBytes)
        {
            throw new RefusalException(DraftErrors.TooLarge(budget.Limits.MaxFileBytes));
        }

        return FileKinds.Sniff(bytes.Span) switch
        {
            FileKind.Zip => ReadPackage(new ZipPackage(Segment(bytes), budget), bytes, name, budget, options),
            FileKind.FlatOpc => ReadPackage(new FlatPackage(Segment(bytes), budget), bytes, name, budget, options),
            FileKind.Text => ReadText(bytes, name, budget, options),
            FileKind.CompoundFile => throw new RefusalException(CompoundFile.WhyNot(bytes.Span)),
            FileKind.XmlWithDtd => throw new RefusalException(DraftErrors.DtdPresent),
            FileKind.Empty => throw new RefusalException(DraftErrors.EmptyFile),
            _ => throw new RefusalException(DraftErrors.NotAWordFile),
        };
    }

    private static DraftReading ReadText(ReadOnlyMemory<byte> bytes, string name, ReadBudget budget, ReadOptions options)
    {
        var draft = TextFile.Read(bytes.Span, name, Hash(bytes), budget) with { Answers = RecordPart.ReadOrNothing(options.Record, budget) };
        return new DraftReading(draft, null) { Properties = options.ReadsProperties ? DraftProperties.None : null };
    }

    private static DraftReading ReadPackage(WordPackage package, ReadOnlyMemory<byte> bytes, string name, ReadBudget budget, ReadOptions options)
    {
        var document = new WordDocument(package, budget, options);
        document.Read();
        var draft = new Draft(name, Hash(bytes), document.Paragraphs, document.Notices) { Answers = document.Answers };
        return new DraftReading(draft, null) { Properties = document.Properties };
    }

    internal static string Hash(ReadOnlyMemory<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.Span, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Whether a file that begins like this is Flat OPC: other programs' XML stands beside drafts too.</summary>
    public static bool IsFlatOpc(ReadOnlySpan<byte> head) => FileKinds.Sniff(head) == FileKind.FlatOpc;

    /// <summary>The array behind the memory, or a copy where there is none: streams want an array.</summary>
    internal static ArraySegment<byte> Segment(ReadOnlyMemory<byte> bytes)
        => MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : bytes.ToArray();

    // Windows and Unix folders alike: the file may come from another machine than this one.
    internal static string NameOnly(string name) => name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
