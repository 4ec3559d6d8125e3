using Laminar.Engine.Analysis;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Assertion;

/// <summary>
/// What waits for an answer although its own words are no blank: the label of one ("Contrast: ***"), and what is left to be
/// decided by a list ("a foraminotomy was [performed | not performed]").
/// </summary>
internal sealed class OpenAnswers
{
    private readonly Reading _reading;

    // By clause, the end of the label in it.
    private readonly Dictionary<int, int> _labels = [];
    private readonly HashSet<int> _undecided = [];

    public OpenAnswers(Reading reading)
    {
        _reading = reading;
        foreach (var residue in reading.Residues)
        {
            var decides = Decides(residue);
            Label(residue, decides);
            if (decides)
            {
                Undecided(reading.Sentences[residue.Sentence], residue.First - 1);
                Undecided(reading.Sentences[residue.Sentence], residue.End);
            }
        }
    }

    /// <summary>Whether the hit stands in the label of a blank.</summary>
    public bool IsLabel(int hit) => _labels.TryGetValue(_reading.Scopes.Clause[hit], out var end) && _reading.Hits[hit].End <= end;

    /// <summary>Whether a list beside the hit's clause offers both that it was done and that it was not.</summary>
    public bool IsUndecided(int hit) => _undecided.Contains(_reading.Scopes.Clause[hit]);

    private bool Decides(Residue residue)
    {
        for (var h = HitFrom(residue.First); h < _reading.Hits.Count && _reading.Hits[h].First < residue.End; h++)
        {
            if (_reading.CueOf(h) is Cue.Deny or Cue.Withhold)
            {
                return true;
            }
        }

        return false;
    }

    private void Label(Residue residue, bool decides)
    {
        var colon = residue.First - 1;
        var sentence = _reading.Sentences[residue.Sentence];
        if (colon > sentence.First && _reading.Tokens[colon].Kind == TokenKind.Colon && ClauseAt(sentence, colon - 1) is >= 0 and var clause
            && (decides || !IsStatement(_reading.Clauses[clause].First, colon)))
        {
            _labels[clause] = colon;
        }
    }

    /// <summary>"A foraminotomy was performed at the following levels: ***" says that one was.</summary>
    private bool IsStatement(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_reading.Pack.Lexicon.Is(_reading.Tokens[i].Word, WordForm.Auxiliary | WordForm.SubjectPronoun))
            {
                return true;
            }
        }

        return false;
    }

    private void Undecided(Sentence sentence, int beside)
    {
        if (beside >= sentence.First && beside < sentence.End && _reading.Tokens[beside].Kind == TokenKind.Word)
        {
            _undecided.Add(ClauseAt(sentence, beside));
        }
    }

    private int HitFrom(int token)
    {
        var (low, high) = (0, _reading.Hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _reading.Hits[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The last clause of the sentence that begins at the token or before it; -1 where none does: marks alone make no clause.</summary>
    private int ClauseAt(Sentence sentence, int token)
    {
        var (low, high) = (sentence.FirstClause, sentence.EndClause);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _reading.Clauses[middle].First <= token ? (middle + 1, high) : (low, middle);
        }

        return low > sentence.FirstClause ? low - 1 : -1;
    }
}
