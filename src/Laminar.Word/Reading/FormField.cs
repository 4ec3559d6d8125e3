namespace Laminar.Word;

/// <summary>A field of an old form (<c>w:ffData</c>): the kinds of which a reader sees something that no run holds.</summary>
/// <param name="IsText">A text field, whose blank result means that nobody filled it.</param>
/// <param name="Shown">What a check box or a drop-down list shows, or null.</param>
/// <param name="IsChosen">False where nobody has touched a drop-down list: what it shows is no answer.</param>
/// <param name="IsPrompt">A macro button, whose text asks to be clicked and written over.</param>
internal readonly record struct FormField(bool IsText, string? Shown, bool IsChosen, bool IsPrompt = false)
{
    private const string MacroButton = "MACROBUTTON";
    public const string Checked = "\u2612";
    public const string Unchecked = "\u2610";

    /// <summary>What a field's instruction says: <c>FORMTEXT</c>, or <c>MACROBUTTON</c> with a macro and the text to show.</summary>
    public static FormField Of(string instruction)
    {
        var words = instruction.AsSpan().Trim();
        if (!words.StartsWith(MacroButton, StringComparison.OrdinalIgnoreCase))
        {
            return words.Contains("FORMTEXT", StringComparison.OrdinalIgnoreCase) ? new FormField(true, null, true) : default;
        }

        var macro = words[MacroButton.Length..].TrimStart();
        var end = macro.IndexOfAny(" \t\r\n\u00A0");
        return new FormField(false, end < 0 ? "" : macro[end..].Trim().ToString(), false, IsPrompt: true);
    }

    /// <summary>Reads a <c>w:ffData</c> and passes over it.</summary>
    public static FormField Read(XmlCursor xml)
    {
        var field = default(FormField);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "textInput":
                    field = new FormField(true, null, true);
                    xml.Skip();
                    break;
                case "checkBox":
                    field = ReadCheckBox(xml);
                    break;
                case "ddList":
                    field = ReadList(xml);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return field;
    }

    private static FormField ReadCheckBox(XmlCursor xml)
    {
        bool? standard = null, now = null;
        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
        {
            standard = xml.Name == "default" ? xml.IsOn() : standard;
            now = xml.Name == "checked" ? xml.IsOn() : now;
        }

        return new FormField(false, now ?? standard ?? false ? Checked : Unchecked, true);
    }

    private static FormField ReadList(XmlCursor xml)
    {
        string? result = null, standard = null;
        var entries = new List<string>();
        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
        {
            var value = xml.Attribute("val") ?? "";
            switch (xml.Name)
            {
                case "result":
                    result = value;
                    break;
                case "default":
                    standard = value;
                    break;
                case "listEntry":
                    entries.Add(value);
                    break;
            }
        }

        var shown = int.TryParse(result ?? standard, out var index) && index >= 0 && index < entries.Count ? index : 0;
        return new FormField(false, entries.Count == 0 ? null : entries[shown], result is not null);
    }
}
