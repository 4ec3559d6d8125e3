namespace Laminar.Word;

/// <summary>Refuses documents that must not be edited, whoever asks.</summary>
internal static class EditingLock
{
    // What Word's Mark as Final leaves among the custom properties ([MS-OE376]).
    private const string FinalMark = "_MarkAsFinal";

    /// <exception cref="RefusalException">The document is signed, protected against editing or marked as final.</exception>
    public static void Refuse(ZipPackage zip, WordDocument document)
    {
        var roots = Relationships.Of(zip, "");
        if (roots.Exists(static root => root.Kind == "origin") || zip.PartNames().Exists(static name => name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusalException(DraftErrors.DigitallySigned);
        }

        if (document.Relationships.FirstOrDefault(static relationship => relationship.Kind == "settings").Part is { } settings && IsProtected(zip, settings))
        {
            throw new RefusalException(DraftErrors.ProtectedFromEditing);
        }

        if (roots.Find(static root => root.Kind == "custom-properties").Part is { } properties && IsFinal(zip, properties))
        {
            throw new RefusalException(DraftErrors.MarkedAsFinal);
        }
    }

    private static bool IsProtected(ZipPackage zip, string settings)
    {
        using var xml = zip.Open(settings);
        var isProtected = false;
        for (var depth = xml?.Enter() ?? 0; xml is not null && xml.NextChild(depth); xml.Skip())
        {
            isProtected |= xml.IsWord("documentProtection") && xml.Attribute("enforcement") is { } enforced && Ooxml.IsOn(enforced) && xml.Attribute("edit") is not (null or "none");

            // A password to modify; a mere recommendation to open read-only has none.
            isProtected |= xml.IsWord("writeProtection") && (xml.Attribute("hash") ?? xml.Attribute("hashValue")) is not null;
        }

        return isProtected;
    }

    private static bool IsFinal(ZipPackage zip, string properties)
    {
        using var xml = zip.Open(properties);
        var isFinal = false;
        for (var depth = xml?.Enter() ?? 0; xml is not null && xml.NextChild(depth);)
        {
            if (xml.PlainAttribute("name") != FinalMark)
            {
                xml.Skip();
                continue;
            }

            for (var inner = xml.Enter(); xml.NextChild(inner);)
            {
                if (xml.Name == "bool")
                {
                    isFinal |= xml.ReadString().Trim() is "true" or "1";
                }
                else
                {
                    xml.Skip();
                }
            }
        }

        return isFinal;
    }
}
