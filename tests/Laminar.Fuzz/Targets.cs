using System.Text;
using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Web;
using Laminar.Word;

namespace Laminar.Fuzz;

/// <summary>What is fed with any bytes. Each returns where all is well, refusals included, and throws where the product is at fault.</summary>
internal static class Targets
{
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>
    {
        ["zip"] = static input => File(input),
        ["document"] = static input => File(Materials.Docx(input)),
        ["flat"] = static input => File(input),
        ["text"] = Text,
        ["write"] = WriteTarget.Run,
        ["pack"] = Pack,
        ["archive"] = Archive,
        ["json"] = Json,
    };

    /// <summary>Read with all there is to read, and opened for writing: both refuse, or both read the same.</summary>
    private static void File(byte[] file)
    {
        var limits = ReadLimits.Default;
        var reading = DraftReader.Read(file, "draft", limits, new ReadOptions { ShowsDeleted = true, ReadsProperties = true });
        var (document, error) = DraftDocument.Open(file, "draft", limits);
        if (reading.Draft is null == reading.Error is null || document is null == error is null)
        {
            throw new FaultException("Neither a draft nor a reason, or both.");
        }

        if (document is not null && reading.Draft is null)
        {
            throw new FaultException($"What can't be read ({reading.Error!.Code}) is opened for writing.");
        }

        if (document is not null && !Materials.Texts(document.Draft).SequenceEqual(Materials.Texts(reading.Draft!)))
        {
            throw new FaultException("What is written into is not what is read.");
        }

        if (reading.Draft is { } draft)
        {
            Soundness.Check(draft);
            Soundness.Check(draft, Scanner.Scan(draft, Materials.Packs[0]));
        }
    }

    private static void Text(byte[] input)
    {
        if (DraftReader.Read(input, "draft.txt", ReadLimits.Default).Draft is not { } draft)
        {
            return;
        }

        // With one of the packs, which the input itself chooses: all of them would take as many times as long.
        var pack = Materials.Packs[input.Length % Materials.Packs.Count];
        var scan = Scanner.Scan(draft, pack);
        Soundness.Check(draft, scan);
        if (!Soundness.Json(scan).AsSpan().SequenceEqual(Soundness.Json(Scanner.Scan(draft, pack))))
        {
            throw new FaultException("The same draft was read in two ways.");
        }

        foreach (var repair in FormRepairs.Of(draft, pack))
        {
            _ = draft.Paragraphs[repair.Paragraph].Text.AsSpan(repair.Start, repair.Length);
        }
    }

    /// <summary>The first line says which file of the pack the others are.</summary>
    private static void Pack(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var end = Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal));
        var files = Materials.Source.Files.Where(file => file.Path != text[..end]).Append(new PackFile(text[..end], text[end..]));
        try
        {
            Soundness.Check(Materials.Draft, Scanner.Scan(Materials.Draft, Engine.Pack.Compile(new PackSource([.. files]))));
        }
        catch (PackException refused)
        {
            if (refused.Errors.Count == 0 || refused.Errors.Any(static error => error.Line < 1 || error.Column < 1 || error.Message.Length == 0))
            {
                throw new FaultException("An author's mistake without a place or a sentence.");
            }
        }
    }

    private static void Archive(byte[] input)
    {
        var (content, problem) = PackArchive.Read(new MemoryStream(input));
        if (content is null == problem is null)
        {
            throw new FaultException("Neither a pack nor a reason, or both.");
        }

        if (content is not null && PackArchive.Read(new MemoryStream(PackArchive.Write(content))).Content?.Hash != content.Hash)
        {
            throw new FaultException("The pack is another after it was written.");
        }

        _ = (content?.Version, content?.WithVersion("2.0.0")?.Hash, content?.Source());
    }

    /// <summary>All that comes beside a draft, from the same bytes.</summary>
    private static void Json(byte[] input)
    {
        var (answers, edits, flags) = (GivenAnswers.Parse(input), GivenEdits.Parse(input), GivenFlags.Parse(input));
        if (answers.Answers is null == answers.Problem is null || edits.Edits is null == edits.Problem is null || flags.Flags is null == flags.Problem is null)
        {
            throw new FaultException("Neither what was given nor a reason, or both.");
        }

        var (document, _) = DraftDocument.Open(Materials.File, "draft.docx", ReadLimits.Default, new ReadOptions { Record = input });
        WriteTarget.Given(document!, answers.Answers, edits.Edits, flags.Flags);
    }
}
