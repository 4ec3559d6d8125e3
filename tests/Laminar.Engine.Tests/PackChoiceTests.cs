namespace Laminar.Engine.Tests;

/// <summary>Which pack reads a draft that nobody has named a pack for.</summary>
public sealed class PackChoiceTests
{
    private const string First = "percutaneous-interlaminar-decompression";
    private const string Lumbar = "percutaneous-interlaminar-decompression-lumbar";
    private const string Injection = "interlaminar-epidural-injection";

    /// <summary>A near miss ships with the pack that it misses; these are another pack's own, the others nobody's.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["near-miss-lumbar"] = Lumbar,
        ["near-miss-injection-alone"] = Injection,
        ["near-miss-lumbar-tubular"] = First,
        ["near-miss-transforaminal"] = First,
    };

    public static TheoryData<string, string> Samples { get; } = [.. Shipped.Samples];

    [Fact]
    public void The_packs_stand_in_their_order()
        => Assert.Equal([First, Lumbar, Injection], Shipped.Packs.Select(p => p.Id));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_chooses_the_pack_that_it_ships_with(string pack, string name)
        => Assert.Equal(Elsewhere.GetValueOrDefault(name, pack), Choose(Shipped.Sample(pack, name)).Pack.Id);

    [Fact]
    public void The_result_is_that_of_the_chosen_pack_and_nothing_else()
    {
        var draft = Shipped.Sample(Lumbar, "lumbar-one-level-complete");

        Assert.Equal(GoldenReport.Of(draft, Scanner.Scan(draft, Shipped.Packs[1], TestContext.Current.CancellationToken)), GoldenReport.Of(draft, Choose(draft)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A shopping list: milk, bread, two lemons.")]
    [InlineData("PROCEDURE: Cataract extraction, right eye.\nDESCRIPTION OF PROCEDURE:\nThe lens was removed.")]
    [InlineData("PROCEDURE: Lumbar epidural steroid injection.\nTECHNIQUE:\nSteroid was injected into the epidural space at L4-5.")]
    [InlineData("PROCEDURE: Percutaneous interlaminar laminotomy, T12-L1.\nTECHNIQUE:\nThe T12-L1 interspace was decompressed.")]
    public void A_draft_that_no_pack_claims_or_two_may_is_read_with_the_first(string text)
        => Assert.Equal(First, Choose(Draft.FromText("draft.txt", text)).Pack.Id);

    [Theory]
    [InlineData("PROCEDURE: Percutaneous interlaminar laminotomy, C5-6.\nINDICATIONS: An interlaminar epidural steroid injection at C7-T1 gave brief relief.\nTECHNIQUE:\nThe C5-6 interspace was decompressed.", First)]
    [InlineData("PROCEDURE: Percutaneous interlaminar laminotomy, L4-5.\nHISTORY: Laminectomy at C5-6 in 2011.\nTECHNIQUE:\nThe L4-5 interspace was decompressed.", Lumbar)]
    [InlineData("PROCEDURE: Interlaminar epidural steroid injection, L4-5.\nHISTORY: L5-S1 laminectomy in 2011.\nTECHNIQUE:\nA Tuohy needle was advanced under fluoroscopy and dexamethasone was injected.\nPLAN: Percutaneous decompression if the pain comes back.", Injection)]
    public void History_and_plans_choose_nothing(string text, string pack)
        => Assert.Equal(pack, Choose(Draft.FromText("draft.txt", text)).Pack.Id);

    [Fact]
    public void No_pack_behind_the_first_that_applies_is_asked_for()
    {
        var asked = 0;
        PackChoice.Scan(Shipped.Sample(First, "cervical-one-level-complete"), Shipped.Packs.Select(p =>
        {
            asked++;
            return p;
        }), TestContext.Current.CancellationToken);

        Assert.Equal(1, asked);
    }

    [Fact]
    public void Without_any_pack_nothing_can_be_read()
        => Assert.Throws<ArgumentException>(() => PackChoice.Scan(Draft.FromText("draft.txt", "A note."), [], TestContext.Current.CancellationToken));

    private static ScanResult Choose(Draft draft) => PackChoice.Scan(draft, Shipped.Packs, TestContext.Current.CancellationToken);
}
