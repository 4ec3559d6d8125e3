using System.Text;

namespace Laminar.Word;

/// <summary>
/// Complex fields, which are marked by three characters in the flow of runs: begin, separate, end. Between the first two
/// stands the instruction, which no reader sees; fields nest.
/// </summary>
internal sealed class FieldStack
{
    private readonly Stack<Field> fields = new();
    private int instructions;

    /// <summary>Whether the text here belongs to a field's instruction.</summary>
    public bool InInstruction => instructions > 0;

    /// <summary>How many fields are open here.</summary>
    public int Depth => fields.Count;

    public Field? Current => fields.Count > 0 ? fields.Peek() : null;

    public void Begin()
    {
        fields.Push(new Field());
        instructions++;
    }

    public void Separate()
    {
        if (Current is { InResult: false } field)
        {
            field.InResult = true;
            instructions--;
        }
    }

    /// <summary>The field that ends here; null for an end without a beginning.</summary>
    public Field? End()
    {
        if (!fields.TryPop(out var field))
        {
            return null;
        }

        instructions -= field.InResult ? 0 : 1;
        return field;
    }

    internal sealed class Field
    {
        public bool InResult { get; set; }

        public FormField Form { get; set; }

        /// <summary>Null until some of it is read: Word splits it into runs as it does any text.</summary>
        public StringBuilder? Instruction { get; set; }

        /// <summary>Where the result starts: the frame, its paragraph's number, and the offset.</summary>
        public (ParagraphFrame Frame, int Paragraph, int Start)? Result { get; set; }
    }
}
