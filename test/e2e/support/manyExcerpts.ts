import { baseOf } from '../../../src/core/coding/blobId';
import { formatCodingLine } from '../../../src/core/coding/line';

const CLAUSES = [
  'We waited for the others to come back to it.',
  'Nobody had asked before.',
  'It was quieter then, and slower, and I could hear what the sister had been saying all along.',
  'I said I did not know either.',
  'That was the week they changed the plan.',
];

/** A study with a number of excerpts of one code, `Patience`, each of another length, in transcripts of 200. */
export function manyExcerpts(count: number): Record<string, string> {
  const files: Record<string, string> = {
    'codebook.md':
      '# Codebook\n\n## Time {#time .theme}\n\n### Patience {#patience color=teal}\n\nLetting things take the time they take.\n',
  };
  for (let from = 0, number = 1; from < count; from += 200, number++) {
    const name = `pp-${String(number).padStart(2, '0')}`;
    const quotes = Array.from({ length: Math.min(200, count - from) }, (_, i) => passage(from + i));
    let text = `---\nparticipants: [PP${number}]\ninterviewer: EA\n---\n\n`;
    const at = quotes.map(quote => {
      text += '**EA:** And then?\n\n';
      const start = text.length + `**PP${number}:** `.length;
      text += `**PP${number}:** ${quote} So it went.\n\n`;
      return [start, start + quote.length] as const;
    });
    const base = baseOf(new TextEncoder().encode(text));
    const lines = quotes.map((quote, i) => {
      const [start, end] = at[i] as readonly [number, number];
      const id = `e${String(from + i).padStart(9, '0')}`;
      const context = [text.slice(start - 32, start), text.slice(end, end + 32)] as const;
      return formatCodingLine({
        code: 'patience',
        quote,
        at: [start, end],
        context,
        base,
        created: '2026-03-02T10:03:11Z',
        id,
      });
    });
    files[`transcripts/${name}.md`] = text;
    files[`codings/EA/transcripts/${name}.jsonl`] = `${lines.join('\n')}\n`;
  }
  return files;
}

/** The words of an excerpt by its number, from 0. */
function passage(number: number): string {
  const more = Array.from({ length: number % 4 }, (_, i) => CLAUSES[(number + i) % CLAUSES.length]);
  return [`Passage ${number + 1} of what we talked about.`, ...more].join(' ');
}
