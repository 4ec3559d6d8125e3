using Laminar.Engine;

namespace Laminar.Word;

// Tables, and what is left out with a tracked deletion of a row or cell.
internal sealed partial class StoryReader
{
    private (int Table, int Row, int Column)? cell;
    private bool isDropped;

    private DraftCell? Cell => cell is { Row: >= 0, Column: >= 0 } at ? new DraftCell(at.Table, at.Row, at.Column) : null;

    private void ReadTable()
    {
        FlushParagraph();
        var outer = cell;
        cell = (Tables++, -1, -1);
        ReadContent();
        (cell, isDropped) = (outer, false);
    }

    private void ReadRow()
    {
        cell = cell is { } at ? (at.Table, at.Row + 1, -1) : null;
        if (ReadUnlessDropped() && cell is { } dropped)
        {
            cell = (dropped.Table, dropped.Row - 1, -1);
        }
    }

    private void ReadCell()
    {
        cell = cell is { } at ? (at.Table, at.Row, at.Column + 1) : null;
        var isLeftOut = ReadUnlessDropped();
        FlushParagraph();
        if (isLeftOut && cell is { } dropped)
        {
            cell = (dropped.Table, dropped.Row, dropped.Column - 1);
        }
    }

    /// <summary>Reads a row or cell up to properties that say it is deleted, and answers whether they did.</summary>
    private bool ReadUnlessDropped()
    {
        var outerInsertions = insertions;
        ReadContent();
        var dropped = isDropped;
        (isDropped, insertions) = (false, outerInsertions);
        return dropped;
    }

    private void ReadRowOrCellProperties()
    {
        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
        {
            switch (xml.Name)
            {
                case "del" or "cellDel" when cell is not null:
                    isDropped = true;
                    break;
                case "ins" or "cellIns":
                    insertions++;
                    break;
            }
        }
    }
}
