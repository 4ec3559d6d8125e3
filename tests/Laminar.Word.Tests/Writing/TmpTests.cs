using Laminar.Tests.Generated;
using static Laminar.Word.Tests.Markup;
namespace Laminar.Word.Tests;
public class TmpTests
{
    [Fact]
    public void X()
    {
        var docx = SamplePackage.Of(P(R("ab")) + P(R("cd")));
        var e = Written.Open(docx).Edit([new TextEdit(new TextPlace(0, 1), new TextPlace(1, 1), "X")], "C. Typist", Written.At);
        var a = new Laminar.Tests.Laws.Additions(Laminar.Tests.Laws.DocxFile.Read(docx), Laminar.Tests.Laws.DocxFile.Read(e.Bytes!), ["C. Typist"]);
        var x = a.WithoutThem(Laminar.Tests.Laws.DocxFile.Read(e.Bytes!).Xml("word/document.xml")!);
        Assert.Fail(x.ToString()[^900..] + string.Concat(Laminar.Tests.Laws.MarkupTokens.Of(x)));
    }
}
