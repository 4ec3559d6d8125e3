using Laminar.Engine;

namespace Laminar.Word;

internal static class Placements
{
    /// <summary>A placement's offset within the text that the paragraph has.</summary>
    public static int OffsetOf(this DraftParagraph paragraph, Placement at) => Math.Min(at.Offset, paragraph.Text.Length);
}
