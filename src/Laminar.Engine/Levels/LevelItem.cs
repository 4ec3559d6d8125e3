using Laminar.Engine.Analysis;
using Laminar.Engine.Text;

namespace Laminar.Engine.Levels;

/// <summary>"C5-6 right: same." An item of a list of levels tells of the operation also where it has no verb of its own.</summary>
internal static class LevelItem
{
    private const int LongestHead = 8;

    /// <summary>Whether the sentence opens with a level and perhaps a side, and then a colon.</summary>
    public static bool Opens(Reading reading, int sentence)
    {
        var all = reading.Sentences[sentence];
        var head = Head(reading, all);
        if (head < 0)
        {
            return false;
        }

        var (named, at) = (false, all.First);
        for (var h = reading.Clauses[all.FirstClause].FirstHit; h < reading.Hits.Count && reading.Hits[h].First < head; h++)
        {
            var level = reading.Levels.TryGetValue(h, out var mention) && mention.Interspaces != 0;
            if ((level || reading.Pack.SideContext.Sides.ContainsKey(reading.Hits[h].Term)) && reading.Hits[h].First <= at)
            {
                named |= level;
                at = Math.Max(at, reading.Hits[h].End);
            }
        }

        return named && at == head;
    }

    private static int Head(Reading reading, Sentence sentence)
    {
        for (var i = sentence.First + 1; i < sentence.End && i <= sentence.First + LongestHead; i++)
        {
            if (reading.Tokens[i].Kind == TokenKind.Colon)
            {
                return i;
            }
        }

        return -1;
    }
}
