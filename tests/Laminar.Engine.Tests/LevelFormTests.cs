namespace Laminar.Engine.Tests;

/// <summary>How people write, say and mishear levels. Each form stands in a sentence about the operation itself.</summary>
public sealed class LevelFormTests
{
    [Theory]
    [InlineData("C5-C6")]
    [InlineData("C5-6")]
    [InlineData("c5-c6")]
    [InlineData("C5 - C6")]
    [InlineData("C5- C6")]
    [InlineData("C5\u2010C6")]
    [InlineData("C5\u2011C6")]
    [InlineData("C5\u2012C6")]
    [InlineData("C5\u2013C6")]
    [InlineData("C5\u2014C6")]
    [InlineData("C5\u2212C6")]
    [InlineData("C5\u2013\u00A06")]
    [InlineData("C5/C6")]
    [InlineData("C5/6")]
    [InlineData("C5\\C6")]
    [InlineData("C5 to C6")]
    [InlineData("C5 to 6")]
    [InlineData("C5 thru C6")]
    [InlineData("C5 through C6")]
    [InlineData("C5 on C6")]
    [InlineData("C5 over C6")]
    [InlineData("C-5/C-6")]
    [InlineData("C.5-C.6")]
    [InlineData("C 5-6")]
    [InlineData("C5-\u00A0C6")]
    [InlineData("cervical 5-6")]
    [InlineData("cervical five-six")]
    [InlineData("C five six")]
    [InlineData("C five to C six")]
    [InlineData("fifth and sixth cervical")]
    public void One_cervical_interspace(string form) => AssertLevels($"The {form} interspace was entered and the lamina was removed in part.", "documented C5-C6");

    [Theory]
    [InlineData("T8-T9")]
    [InlineData("T8-9")]
    [InlineData("Th8-Th9")]
    [InlineData("D8-D9")]
    [InlineData("D8-9")]
    [InlineData("D8/9")]
    [InlineData("thoracic 8-9")]
    [InlineData("thoracic eight nine")]
    [InlineData("dorsal 8-9")]
    [InlineData("T eight nine")]
    [InlineData("T eight to nine")]
    public void One_thoracic_interspace(string form) => AssertLevels($"The {form} interspace was entered and the lamina was removed in part.", "documented T8-T9");

    [Theory]
    [InlineData("C7-T1", "C7-T1")]
    [InlineData("C7/T1", "C7-T1")]
    [InlineData("T12-L1", "T12-L1")]
    [InlineData("T9-10", "T9-T10")]
    [InlineData("T11-12", "T11-T12")]
    public void Junctions_and_two_digits(string form, string level)
        => AssertLevels($"The {form} interspace was entered and the lamina was removed in part.", "documented " + level);

    [Theory]
    [InlineData("C5-6-7", "C5-C6 C6-C7")]
    [InlineData("C5-C6-C7", "C5-C6 C6-C7")]
    [InlineData("C5-6 and C6-7", "C5-C6 C6-C7")]
    [InlineData("C5-6 and 6-7", "C5-C6 C6-C7")]
    [InlineData("C5-6 & C6-7", "C5-C6 C6-C7")]
    [InlineData("C5-6 + C6-7", "C5-C6 C6-C7")]
    [InlineData("C5-6, C6-7", "C5-C6 C6-C7")]
    [InlineData("C4-5, 5-6 and 6-7", "C4-C5 C5-C6 C6-C7")]
    [InlineData("C4-C7", "C4-C5 C5-C6 C6-C7")]
    [InlineData("C4 through C7", "C4-C5 C5-C6 C6-C7")]
    [InlineData("T7 to T9", "T7-T8 T8-T9")]
    [InlineData("C6-T1", "C6-C7 C7-T1")]
    [InlineData("T1-T3", "T1-T2 T2-T3")]
    public void Lists_chains_and_ranges(string form, string levels)
        => AssertLevels($"The {form} interspaces were entered and the laminae were removed in part.", "documented " + levels);

    [Theory]
    [InlineData("C56", "C5-C6")]
    [InlineData("C67", "C6-C7")]
    [InlineData("T89", "T8-T9")]
    [InlineData("T910", "T9-T10")]
    [InlineData("T1011", "T10-T11")]
    [InlineData("T1112", "T11-T12")]
    [InlineData("T ate nine", "T8-T9")]
    [InlineData("tee eight nine", "T8-T9")]
    [InlineData("tea eight nine", "T8-T9")]
    [InlineData("see five six", "C5-C6")]
    [InlineData("sea five six", "C5-C6")]
    [InlineData("C for five", "C4-C5")]
    public void A_collapsed_or_misheard_level_is_asked_with_its_candidate(string form, string candidate)
        => AssertLevels($"The {form} interspace was entered and the lamina was removed in part.", "ambiguous " + candidate);

    [Theory]
    [InlineData("C8-T1")]
    [InlineData("T13-L1")]
    [InlineData("C5-C5")]
    [InlineData("T112")]
    [InlineData("T1 2")]
    [InlineData("C5-C6/C6-C7")]
    public void A_level_that_does_not_exist_or_can_be_read_in_two_ways_is_asked(string form)
        => Assert.Equal("ambiguous", Shipped.Describe($"The {form} interspace was entered and the lamina was removed in part.").Element("levels").Status);

    [Theory]
    [InlineData("T2 signal was seen in the cord on the sagittal images.")]
    [InlineData("The T1-weighted images were reviewed on the wall.")]
    [InlineData("Hyperintensity on T2 was noted.")]
    [InlineData("D5W was running.")]
    [InlineData("A notch of 5-6 mm was made.")]
    [InlineData("The skin was closed with 4-0 Vicryl.")]
    [InlineData("The patient was ASA III.")]
    [InlineData("The C-arm was brought in.")]
    [InlineData("A C-collar was put on.")]
    [InlineData("S1 and S2 were heard without a murmur.")]
    [InlineData("The T4 and TSH were normal.")]
    [InlineData("C3 and C4 complement were normal.")]
    [InlineData("C5 palsy was not seen.")]
    [InlineData("A T4 sensory level was found before the operation.")]
    [InlineData("The C6 dermatome was numb.")]
    public void Look_alikes_and_nerves_are_no_treated_level(string sentence)
        => Assert.Equal("missing", Shipped.Describe(sentence).Element("levels").Status);

    [Theory]
    [InlineData("Counting was done from the C2 dens down to the C5-C6 interspace, where the lamina was removed in part.", "C2", "counting")]
    [InlineData("The epidural needle was placed at C7-T1 for contrast. The C5-C6 interspace was entered.", "C7-T1", "access")]
    [InlineData("She had a fusion at C3-C4 in the past. The C5-C6 interspace was entered.", "C3-C4", "historical")]
    public void A_level_that_was_not_treated_has_another_role(string sentence, string level, string role)
    {
        var levels = Shipped.Describe(sentence).Element("levels");

        Assert.Equal(["C5-C6"], levels.Values);
        Assert.Contains(levels.Evidence, e => e.Text.Contains(level, StringComparison.Ordinal) && e.Role == role);
    }

    [Fact]
    public void A_lone_lamina_counts_where_no_interspace_is_stated()
        => AssertLevels("The T12 lamina was removed in part through the cannula.", "documented T12");

    [Fact]
    public void A_count_that_does_not_fit_the_range_is_asked()
        => Assert.Equal("ambiguous", Shipped.Describe("A two-level laminotomy was done at C4-C7.").Element("levels").Status);

    private static void AssertLevels(string sentence, string expected)
        => Assert.Equal(expected, Shipped.Describe(sentence).Reads("levels"));
}
