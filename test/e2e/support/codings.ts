/** One coding of a study that a test writes itself. */
interface Wish {
  readonly quote: string;
  readonly code: string;
}

/** The coding file of one coder for a transcript: each quote where it stands first. */
export function codingFile(coder: string, transcript: string, wishes: readonly Wish[]): string {
  const lines = wishes.map(({ quote, code }, i) => {
    const at = transcript.indexOf(quote);
    if (at < 0) throw new Error(`“${quote}” is not in the transcript`);
    const start = [...transcript.slice(0, at)].length;
    const id = `${coder.toLowerCase().replace(/[^a-z0-9]/g, '')}${i}000000000`.slice(0, 10);
    const record = { code, quote, at: [start, start + [...quote].length], created: '2026-03-02T10:03:11Z', id };
    return { start, line: JSON.stringify(record).replaceAll('":', '": ').replaceAll(',"', ', "') };
  });
  return lines
    .sort((a, b) => a.start - b.start)
    .map(({ line }) => `${line}\n`)
    .join('');
}
