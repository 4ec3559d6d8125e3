namespace Laminar.Word;

/// <summary>A part of a Flat OPC file.</summary>
/// <param name="Name">As in the file, without a leading slash.</param>
/// <param name="Type">The content type, as in the file.</param>
internal readonly record struct FlatPart(string Name, string Type, Range Place);
