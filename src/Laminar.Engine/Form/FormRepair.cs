namespace Laminar.Engine;

/// <summary>A slip of the keyboard and what stands there once it is mended. It never changes what the report says.</summary>
/// <param name="Paragraph">Index of the paragraph in <see cref="Draft.Paragraphs"/>; always one of the body.</param>
/// <param name="Start">UTF-16 units into the paragraph's text.</param>
/// <param name="Length">Never 0: where something is missing, the mark beside it belongs to the repair.</param>
/// <param name="Text">What stands there now.</param>
/// <param name="With">What is to stand there.</param>
/// <param name="Why">One sentence for the typist.</param>
public sealed record FormRepair(int Paragraph, int Start, int Length, string Text, string With, string Why);
