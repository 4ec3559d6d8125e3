namespace Laminar.Engine;

/// <summary>An answer to a finding that is kept with the document, so that the question does not come back.</summary>
/// <param name="Finding">The finding's id.</param>
/// <param name="Answer">An option of the finding, or one of <see cref="AnswerWords"/>. Own words are kept as <c>other</c>: they stand in the draft.</param>
/// <param name="Print">The <see cref="WordingPrint"/> of the sentence that was confirmed; null where the answer wrote none.</param>
public sealed record DraftAnswer(string Finding, string Answer, string? Print);
