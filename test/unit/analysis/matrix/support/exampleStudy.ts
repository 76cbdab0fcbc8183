type Files = Readonly<Record<string, string>>;

const TEXTS: Files = {
  a: '---\ndate: 2026-02-01\ninterviewer: I\n---\n\n**I:** How was it?\n\n**PP1:** It got better slowly. I trusted them, and more.\n\n**NP1:** We did. So did I.\n',
  b: '---\ndate: 2026-01-20\ninterviewer: I\n---\n\n**PP2:** In the end there was a way.\n\n**NP2:** Yes.\n\n**PP10:** No.\n',
  c: '---\ninterviewer: I\n---\n\n**I:** Tell me about yourself.\n\n**I:** Please.\n',
  d: '---\ndate: 2025-01-01\n---\n\nNothing is coded here.\n',
};

let made = 0;

/** The line of a coding of a passage in one of the transcripts of `FILES`; one that is not there is lost. */
export function lineIn(transcript: string, code: string, quote: string): string {
  const start = Math.max(0, (TEXTS[transcript] ?? '').indexOf(quote));
  const id = `example${String(made++).padStart(3, '0')}`;
  return `${JSON.stringify({ code, quote, at: [start, start + quote.length], id })}\n`;
}

/** The same files with more lines in one of them. */
export function withLines(files: Files, path: string, lines: string): Files {
  return { ...files, [path]: (files[path] ?? '') + lines };
}

/** A study in which people of two roles and sites speak together, two coders overlap, and a passage is lost. */
export const FILES: Files = {
  'codebook.md':
    '# Codebook\n\n## Influence {#influence .theme}\n\n### Meetings {#meetings .theme}\n\n#### Hope {#hope formerly="optimism"}\n\n### Trust {#trust}\n\n## Disclosure {#disclosure}\n\n## Silence {#silence}\n',
  'participants.csv':
    'participant,role,site\nPP1,peer,north\nPP2,peer,north\nNP1,nurse,south\nNP2,nurse,north\nPP10,,\nPP11,peer,south\nI,interviewer,\n',
  ...Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`transcripts/${name}.md`, text])),
  'codings/EA/transcripts/a.jsonl':
    lineIn('a', 'hope', 'It got better slowly') + lineIn('a', 'trust', 'I trusted them, and more.\n\n**NP1:** We did.'),
  'codings/MB/transcripts/a.jsonl': lineIn('a', 'optimism', 'got better slowly'),
  'codings/MB/transcripts/b.jsonl':
    lineIn('b', 'hope', 'there was a way') + lineIn('b', 'silence', 'nobody ever said so'),
  'codings/EA/transcripts/c.jsonl': lineIn('c', 'disclosure', 'Tell me about yourself'),
};
