namespace Laminar.Tests;

/// <summary>A fictional draft with one disagreement (the side) and one gap that matters here (the guidance).</summary>
internal static class FictionalDraft
{
    public static IReadOnlyList<string> Paragraphs { get; } =
    [
        "OPERATIVE REPORT",
        "PREOPERATIVE DIAGNOSIS: Thoracic spinal stenosis at T8-T9 with compression of the cord.",
        "PROCEDURE PERFORMED: Percutaneous interlaminar laminotomy, left T8-T9.",
        "INDICATIONS: Stiff legs for a year. MRI of the thoracic spine showed a thickened ligament at T8-T9.",
        "DESCRIPTION OF PROCEDURE:",
        "The patient was positioned prone and the back was prepared and draped. A cannula was advanced percutaneously through a stab incision onto the lower edge of the T8 lamina.",
        "The interlaminar space at T8-T9 was entered on the right, and a laminotomy was made with a rongeur until the thecal sac was free.",
        "The instruments were withdrawn and the skin was closed with a strip.",
    ];

    public static string Text { get; } = string.Join('\n', Paragraphs);
}
