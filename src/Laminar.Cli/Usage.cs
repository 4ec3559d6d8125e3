using System.Reflection;

namespace Laminar.Cli;

/// <summary>The command line itself can't be followed; the message is for the person who typed it.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal static class Usage
{
    public const string Scan = """
        laminar scan FILE… [--format text|json|jsonl] [--pack ID]

        Reads drafts of operative reports and says what they leave open.
        Files: .docx .docm .dotx .dotm, Flat OPC .xml, .txt (a line is a paragraph).

          --format text    for people (the default): the sentence, the words meant, the question, the reason
          --format json    one indented result; an array where several files are named
          --format jsonl   one result a line, in the order of the files; a file that can't be read gets a line
                           with "error" and the rest go on
          --pack ID        the pack to read with (by default the draft chooses by what it says); the path of a pack's
                           folder, such as ./my-pack, takes one that is not installed

        Exit code 0: nothing required is open and nothing disagrees. 1: something is. 2: a file could not be read.
        """;

    public const string Write = """
        laminar annotate FILE (-o OUT.docx | --in-place) [--as suggestions|questions] [--pack ID]
        laminar apply FILE --answers ANSWERS.json (-o OUT.docx | --in-place) [--pack ID]
        laminar clear FILE (-o OUT.docx | --in-place)
        laminar finalize FILE (-o OUT.docx | --in-place) [--pack ID]

        Write into a draft, and touch nothing else in it.

          annotate    puts what the scan found where it belongs: as phrases with open fields, tracked (suggestions, the
                      default), or as comments with neutral questions (questions)
          apply       writes answers as tracked changes in the answerer's name; an answer that no longer fits is named
                      and the others go on
          clear       takes out what Laminar put in and nobody confirmed
          finalize    refuses while something required, a field, a blank or an unconfirmed insertion is open, and lists
                      each; else takes out the tool's marks and leaves a record of what was checked

          -o OUT      the file to write; never the draft itself. Plain text and Flat OPC become a .docx; a Word file keeps
                      its own kind, and OUT has to end so
          --in-place  write over the draft and keep it beside as FILE.bak (FILE.2.bak, …)
          --pack ID   the pack to read with, or the path of its folder (by default the draft chooses by what it says)
          --answers   { "by": "Dr. A. Name", "role": "surgeon", "answers": [ { "finding": ID, "answer": TEXT } ] }; the
                      role is surgeon, or transcriptionist, who states nothing and may dismiss what is optional; at most
                      1 MB
                      TEXT is an option, own words, "not performed", "unable to state" or "dismissed: REASON"; a finding
                      with several fields takes "fields": { NAME: TEXT, … } instead

        Exit code 0: written. 1: an answer was refused, or the report can't be finalized yet. 2: the file could not be read
        or written.
        """;

    public const string PackTest = """
        laminar pack test DIR [--coverage]

        Compiles the pack in DIR (its shared vocabulary stands beside it, in DIR/../shared) and runs its examples.

          --coverage       also name every vocabulary entry, option and frame of the pack itself that no example exercises

        Exit code 0: all pass. 1: an example fails, the pack has an error, or coverage was asked for and has a gap.
        2: there is no pack in DIR.
        """;

    public const string Template = """
        laminar template new [--pack ID] -o NOTE.dotx|NOTE.docx
        laminar template lint FILE [--pack ID] [--format text|json]

        Standard notes: what new reports are made from.

          new              makes a pack's standard note: its sections, a tagged field for each element, its wording; a .dotx, or
                           the .docx for a Word that does not open the pane with a new document
          lint             says which elements a note covers, and what in it does not belong into a standard note: facts of one
                           patient, conditional sentences, alternatives without a field, unknown or doubled tags, blanks

          --pack ID        the pack of the note (by default the first by id)
          --format text    for people (the default); json for programs

        Exit code of lint, 0: nothing required is open. 1: something is. 2: the file could not be read.
        """;

    public const string PackFiles = """
        laminar pack diff A B
        laminar pack export DIR -o FILE.zip
        laminar pack import FILE.zip -o TEMPLATES [--replace]

        Work on the files of a pack: its folder and the shared vocabulary beside it, or a zip of both, as the studio
        exports and imports it.

          diff         what differs between two packs, each a folder or a zip, line by line
          export       the pack in DIR as a zip, byte for byte
          import       the zip's files in their folders in TEMPLATES, byte for byte; a file that is there with another
                       content stops it, and nothing is written

          --replace    write over such files, and take out files of the pack that the zip does not have; shared files
                       that the zip does not have stay

        Exit code 0: no difference, or written. 1: there are differences. 2: a pack could not be read or written.
        """;

    public const string Audit = """
        laminar audit DIR|LIST [--out RESULTS.jsonl] [--summary SUMMARY.xlsx|.html] [--pack ID] [--jobs N] [--anew]

        Reads all reports of an archive and says what they leave open: ids, statuses and counts, and no word of a report.
        DIR: every .docx .docm .dotx .dotm .txt and Flat OPC .xml below it, in the order of the names (.doc and .rtf get a line
        that they can't be read). Symbolic links are not followed; what begins with ~$ or a dot is left out.
        LIST: a text file with a path a line; - is standard input.

          --out FILE       a line of JSON for each file, in the order of the files (by default on standard output). Run again
                           with the same file, the audit goes on: a file that has its line is not read again unless its length
                           or time of change is another
          --summary FILE   how often each element is documented or missing, by month and by template; .xlsx or .html
          --pack ID        the pack to read with (by default each report chooses); the path of a folder takes one that is
                           not installed
          --jobs N         files read at the same time (by default one for each core)
          --anew           begin the file of --out anew

        The month, in UTC, is that of the document's creation or, without one, of the file's last change ("monthFrom" says).
        Exit code 0: all files were read. 1: some could not be; their lines say why. 2: the audit could not run, or was stopped.
        """;

    public const string AuditVerify = """
        laminar audit verify FILE.jsonl [--head HASH] [--after HASH]

        Checks an audit trail as GET /api/audit exports it: that no entry was changed, taken out, put in or moved. Says how
        many entries there are, from when to when, and the hash of the last one (the head); else names the first that does
        not fit.

          --head HASH      the trail has to end with this entry: the head of a check before, kept where nobody who can
                           write the trail can write. Without it a trail that lost its end looks like a shorter one
          --after HASH     the trail goes on behind this entry, the head of the export before

        Exit code 0: the chain is whole. 1: an entry does not fit. 2: the file could not be read.
        """;

    public const string Manifest = """
        laminar manifest --host https://laminar.example.org [-o FILE]

        Writes the manifest of the Word add-in for the server that serves its pane; manifest/README.md says how Word gets it.

          --host HOST      scheme and name of the server, with a port if it is not 443; https, as Word demands
          -o FILE          the file to write (by default standard output)

        Exit code 0: written. 2: the host can't be used, or the file could not be written.
        """;

    public static string All { get; } = $"""
        laminar: reads a draft of an operative report as a careful colleague would.

        {Scan}

        {Write}

        {Template}

        {PackTest}

        {PackFiles}

        {Audit}

        {AuditVerify}

        {Manifest}

        laminar --version
        """;

    public static string Version =>
        typeof(Usage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static int Print(string text)
    {
        Console.Out.WriteLine(text);
        return ExitCode.Clean;
    }
}
