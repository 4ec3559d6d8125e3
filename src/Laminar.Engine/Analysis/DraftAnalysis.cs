using Laminar.Engine.Sections;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Analysis;

/// <summary>Takes a draft apart, one linear pass a step: tokens, sections, sentences, clauses, terms, scopes.</summary>
internal static class DraftAnalysis
{
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Reading Analyse(Draft draft, Pack pack, Workspace space, CancellationToken cancellation)
    {
        var reading = new Reading(draft, pack, space);
        for (var p = 0; p < draft.Paragraphs.Count; p++)
        {
            reading.FirstTokens[p] = reading.TokenList.Count;
            Tokenizer.Tokenize(draft.Paragraphs[p].Text, pack.Lexicon, reading.TokenList);
            cancellation.ThrowIfCancellationRequested();
        }

        reading.FirstTokens[^1] = reading.TokenList.Count;
        new SectionReader(pack.Sections, pack.Lexicon).Read(draft, reading.TokenList, reading.FirstTokens, reading.Segments);
        SentenceReader.Read(draft, reading.Tokens, reading.Segments, pack.Lexicon, reading.Sentences);
        ReadClauses(reading, cancellation);
        SectionInference.Refine(reading);
        ScopeReader.Read(reading);
        return reading;
    }

    private static void ReadClauses(Reading reading, CancellationToken cancellation)
    {
        var clauseReader = new ClauseReader(reading.Pack);
        var residues = new ResidueReader(reading);
        for (var s = 0; s < reading.Sentences.Count; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            var sentence = reading.Sentences[s];
            var firstClause = reading.Clauses.Count;
            residues.Read(s, sentence);
            var hit = reading.Hits.Count;
            Match(reading, sentence.First, sentence.End);
            clauseReader.Read(reading.Tokens, sentence.First, sentence.End, s, reading.Phrases(hit), reading.Clauses);
            for (var c = firstClause; c < reading.Clauses.Count; c++)
            {
                var clause = reading.Clauses[c];
                var firstHit = hit;
                while (hit < reading.Hits.Count && (reading.Hits[hit].First < clause.End || c == reading.Clauses.Count - 1))
                {
                    hit++;
                }

                reading.Clauses[c] = clause with { FirstHit = firstHit, EndHit = hit };
            }

            reading.Sentences[s] = sentence with { FirstClause = firstClause, EndClause = reading.Clauses.Count };
        }
    }

    /// <summary>Terms and levels of a sentence, in order. The longer reading wins; a look-alike ("T2 signal") beats a level.</summary>
    private static void Match(Reading reading, int first, int end)
    {
        var pack = reading.Pack;
        var tokens = reading.Tokens[..end];
        for (var i = first; i < end;)
        {
            var before = reading.Hits.Count;
            var free = pack.Trie.Match(tokens, i, pack.Terms, reading.Hits);
            var level = pack.LevelGrammar.Read(tokens, i, end);
            if (level is not null && level.End > free)
            {
                reading.Hits.RemoveRange(before, reading.Hits.Count - before);
                reading.Levels.Add(reading.Hits.Count, level);
                reading.Hits.Add(new Hit(pack.LevelTerm, PhraseForm.Noun, i, level.End));
                free = level.End;
            }

            i = free;
        }
    }
}
