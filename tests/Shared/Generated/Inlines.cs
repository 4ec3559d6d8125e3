using CsCheck;

namespace Laminar.Tests.Generated;

/// <summary>What may stand in a line around a run: revisions, ranges, fields, controls, notes.</summary>
internal static class Inlines
{
    public static Gen<string> Of(string[] pieces) => pieces.Aggregate(
        Gen.Const(""), static (line, piece) => Gen.Select(line, Of(piece), static (before, next) => before + next));

    public static Gen<string> Plain(string[] pieces) => pieces.Aggregate(
        Gen.Const(""), static (line, piece) => Gen.Select(line, Gen.Frequency((3, Runs.Of(piece)), (1, Runs.Of(piece).Select(Revision))), static (before, next) => before + next));

    private static Gen<string> Of(string piece) => Gen.Frequency(
        (12, Runs.Of(piece)),
        (3, Gen.Select(Runs.Of(piece), Gen.OneOf(Wrappers), static (run, wrap) => wrap(run))),
        (1, Gen.Select(Runs.Of(piece), Gen.OneOf(Wrappers), Gen.OneOf(Wrappers), static (run, inner, outer) => Holds(outer, inner) ? outer(inner(run)) : inner(run))),
        (1, Runs.Deleted(piece).Select(static run => $"<w:del {Change}>{run}</w:del>")),
        (1, Runs.Deleted(piece).Select(static run => $"<w:ins {Change}><w:del {Change}>{run}</w:del></w:ins>")),
        (1, Runs.Of(piece).Select(static run => $"{run}<w:r><w:footnoteReference w:id=\"{IdStamp.New("footnote")}\"/></w:r>")));

    private static string Change => $"w:id=\"{IdStamp.New("change")}\" {Runs.Changed}";

    private static readonly Func<string, string> Revision = static run => $"<w:ins {Change}>{run}</w:ins>";

    private static readonly Func<string, string> Moved = static run =>
        $"<w:moveFromRangeStart w:id=\"{IdStamp.Open("change")}\" {Runs.Changed} w:name=\"move{IdStamp.Same("change")}\"/><w:moveFrom {Change}>{run}</w:moveFrom><w:moveFromRangeEnd w:id=\"{IdStamp.Close("change")}\"/>";

    private static readonly Func<string, string> MovedHere = static run =>
        $"<w:moveToRangeStart w:id=\"{IdStamp.Open("change")}\" {Runs.Changed} w:name=\"move{IdStamp.Same("change")}\"/><w:moveTo {Change}>{run}</w:moveTo><w:moveToRangeEnd w:id=\"{IdStamp.Close("change")}\"/>";

    private static readonly Func<string, string>[] Wrappers =
    [
        Revision,
        Moved,
        MovedHere,
        static run => $"<w:commentRangeStart w:id=\"{IdStamp.Open("comment")}\"/>{run}<w:commentRangeEnd w:id=\"{IdStamp.Same("comment")}\"/><w:r><w:commentReference w:id=\"{IdStamp.Close("comment")}\"/></w:r>",
        static run => $"<w:bookmarkStart w:id=\"{IdStamp.Open("bookmark")}\" w:name=\"_mark{IdStamp.Same("bookmark")}\"/>{run}<w:bookmarkEnd w:id=\"{IdStamp.Close("bookmark")}\"/>",
        static run => $"<w:proofErr w:type=\"spellStart\"/>{run}<w:proofErr w:type=\"spellEnd\"/>",
        static run => $"<w:hyperlink w:anchor=\"_top\">{run}</w:hyperlink>",
        static run => $"<w:fldSimple w:instr=\" DOCPROPERTY Title \">{run}</w:fldSimple>",
        static run => $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> REF _top </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{run}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        static run => Controls.Around("", run),
        static run => Controls.Around("<w:text/>", run),
        static run => Controls.Around("<w:lock w:val=\"sdtContentLocked\"/>", run),
        static run => Controls.Around("<w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText=\"left\" w:value=\"left\"/></w:dropDownList>", run),
    ];

    private static bool Holds(Func<string, string> outer, Func<string, string> inner)
        => outer != Revision && outer != MovedHere && outer != Moved && inner != Moved;
}
