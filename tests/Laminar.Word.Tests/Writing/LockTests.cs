using System.Text;
using Laminar.Tests;

namespace Laminar.Word.Tests;

/// <summary>Documents that must not be edited are refused with a sentence; nothing can be written into them.</summary>
public class LockTests
{
    private static void Refused(string code, byte[] docx)
    {
        var (document, error) = DraftDocument.Open(docx, "draft.docx", ReadLimits.Default, TestContext.Current.CancellationToken);
        Assert.Null(document);
        Assert.Equal(code, error!.Code);
        Assert.Matches("^[A-Z].*\\.$", error.Message);
    }

    private static byte[] With(string setting) => Settings($"<w:settings {WordFile.Namespaces}><w:trackRevisions/>{setting}</w:settings>");

    private static byte[] Settings(string xml) => WordFile.WithBody(Markup.P(Markup.R("It lay prone."))).With("settings", "settings.xml", xml).ToDocx();

    [Theory]
    [InlineData("signed")]
    [InlineData("protected-from-editing")]
    [InlineData("marked-as-final")]
    public void Locked_files_are_refused_and_still_read(string code)
    {
        var docx = LockedFiles.Of(code);
        Refused(code, docx);
        Assert.NotNull(Reading.Of(docx).Draft);
    }

    [Theory]
    [InlineData("readOnly")]
    [InlineData("comments")]
    [InlineData("trackedChanges")]
    [InlineData("forms")]
    public void Every_kind_of_protection_counts(string edit)
    {
        Refused("protected-from-editing", With($"<w:documentProtection w:edit=\"{edit}\" w:enforcement=\"1\"/>"));
        Refused("protected-from-editing", With($"<w:documentProtection w:edit=\"{edit}\" w:enforcement=\"true\" w:hash=\"x\"/>"));
    }

    [Theory]
    [InlineData("<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"0\"/>")]
    [InlineData("<w:documentProtection w:edit=\"readOnly\"/>")]
    [InlineData("<w:documentProtection w:edit=\"none\" w:enforcement=\"1\"/>")]
    [InlineData("<w:documentProtection w:formatting=\"1\" w:enforcement=\"1\"/>")]
    [InlineData("<w:writeProtection w:recommended=\"1\"/>")]
    public void What_forbids_no_edit_is_no_lock(string setting) => Written.Open(With(setting));

    [Theory]
    [InlineData("<w:writeProtection w:hash=\"abc=\" w:salt=\"d=\"/>")]
    [InlineData("<w:writeProtection w:hashValue=\"abc=\"/>")]
    [InlineData("<w:writeProtection w:recommended=\"1\" w:cryptProviderType=\"rsaFull\" w:hash=\"abc=\"/>")]
    public void A_password_to_write_counts(string setting) => Refused("protected-from-editing", With(setting));

    [Fact]
    public void A_signature_that_only_the_package_names_counts()
        => Refused("signed", Repacked.With(LockedFiles.Of("marked-as-final"), "_rels/.rels", static xml => xml.Replace("</Relationships>",
            "<Relationship Id=\"rS\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" Target=\"other/origin.sigs\"/></Relationships>", StringComparison.Ordinal)));

    [Fact]
    public void A_final_mark_that_is_off_is_none()
        => Written.Open(Repacked.With(LockedFiles.Of("marked-as-final"), "docProps/custom.xml", static xml => xml.Replace("true", "false", StringComparison.Ordinal)));

    [Fact]
    public void Encrypted_and_other_files_are_refused_as_for_reading()
    {
        Refused("password-protected", Compound("EncryptedPackage"));
        Refused("old-binary-doc", Compound("WordDocument"));
        Refused("empty-file", []);
        Refused("not-a-word-file", "%PDF-1.7"u8.ToArray());
    }

    [Fact]
    public void Damaged_settings_are_refused_and_not_thrown() => Refused("damaged-xml", Settings("<w:settings"));

    private static byte[] Compound(string stream)
    {
        var bytes = new byte[1536];
        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1".Select(static letter => (byte)letter).ToArray().CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes("Root Entry", bytes.AsSpan(512));
        Encoding.Unicode.GetBytes(stream, bytes.AsSpan(640));
        return bytes;
    }
}
