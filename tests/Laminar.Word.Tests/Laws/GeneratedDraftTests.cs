using CsCheck;
using Laminar.Tests.Generated;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>What the properties are tried on: a generator that makes invalid files would prove nothing.</summary>
public class GeneratedDraftTests
{
    [Fact]
    public void Generated_drafts_have_no_schema_error()
        => GeneratedDraft.Docx.Sample(static docx => Lawful.Kept(SchemaLaw.Errors(docx) ?? ["The SDK can't open it."]), iter: 150);

    [Fact]
    public void The_product_reads_them()
        => GeneratedDraft.Docx.Sample(static docx => Assert.Null(DraftReader.Read(docx, "draft.docx", ReadLimits.Default, CancellationToken.None).Error), iter: 150);

    [Fact]
    public void A_file_that_is_written_as_it_was_keeps_all_laws()
        => GeneratedDraft.Docx.Sample(static docx => Lawful.Kept(WritingLaws.Check(docx, Repacked.Of(docx))), iter: 150);
}
