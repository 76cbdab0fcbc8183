import { anchorOf } from '../../../src/core/coding/create';
import { formatCodingLine } from '../../../src/core/coding/line';
import { CodePoints } from '../../../src/core/text/codePoints';
import { MARK, PAYLOADS } from './payloads';

const IN_PATH = `<img src=x onerror=console.log('${MARK}')>`;
/** A coder whose name is a payload, and one whose name is not. */
export const CODERS = ['EA', `"><svg onload=console.log('${MARK}')>`] as const;
const TRANSCRIPT = `transcripts/${IN_PATH}.md`;
/** One more, with a name that can be typed. */
const PLAIN = 'transcripts/plain.md';
export const MANUSCRIPT = 'paper/manuscript.md';
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A study with every payload in the names of codes and people, in quotes, memos, comments, paths, and the study's own settings. */
export function hostileStudy(): Record<string, string> {
  const text = transcript();
  const folders = CODERS.map(coder => `codings/${coder}/transcripts`);
  return {
    'verbatim.json': JSON.stringify({
      title: PAYLOADS[0],
      stance: 'reliability',
      questions: PAYLOADS,
      recruitment: PAYLOADS.slice(0, 4).map(group => ({ group, eligible: 99, approached: 99, declined: 2 })),
    }),
    'participants.csv': [
      `participant,role,labels,${cell(IN_PATH)}`,
      ...PAYLOADS.map((payload, i) => [cell(payload), cell(PAYLOADS[i % 4] ?? ''), `P${i}`, cell(payload)].join()),
      '',
    ].join('\n'),
    'codebook.md': codebook(),
    [TRANSCRIPT]: text,
    [PLAIN]: text,
    [`${folders[0]}/${IN_PATH}.jsonl`]: codings(text, 'a', PAYLOADS.length),
    [`${folders[0]}/plain.jsonl`]: codings(text, 'b', 20),
    [`${folders[1]}/${IN_PATH}.jsonl`]: codings(text, 'c', 40),
    'codings/EA/discussion.ndjson': PAYLOADS.slice(0, 30)
      .map((comment, i) => `${JSON.stringify({ comment, on: 'code plain', created: CREATED, id: id('dd', i) })}\n`)
      .join(''),
    'memos/2026-03-02-memo.md': `---\ntitle: ${JSON.stringify(PAYLOADS[1])}\nauthor: ${JSON.stringify(PAYLOADS[2])}\nabout: [plain]\n---\n${lines()}`,
    [MANUSCRIPT]: `# Findings\n\n${PAYLOADS.map((payload, i) => `One said: “${payload}” (P${i})\n\n`).join('')}`,
    'queries/payloads.query': `# ${PAYLOADS[3]}\ncode:plain\n`,
  };
}

const CREATED = '2026-03-02T10:03:11Z';
const id = (first: string, i: number): string => `${first}${String(i).padStart(8, '0')}`;
const lines = (): string => PAYLOADS.map(payload => `${payload}\n\n`).join('');

function codebook(): string {
  const codes = PAYLOADS.map((payload, i) => `### ${payload} {#c${i}}\n\n${payload}\n\nExample: ${payload}\n\n`);
  return `# Codebook\n\n## ${PAYLOADS[0]} {#theme .theme}\n\n### Plain {#plain}\n\n${PAYLOADS[1]}\n\n${codes.join('')}`;
}

function transcript(): string {
  const turns = PAYLOADS.map((payload, i) => `**P${i}:** ${payload}\n\n`);
  return `---\nkind: ${JSON.stringify(PAYLOADS[4])}\nsite: ${JSON.stringify(PAYLOADS[5])}\n---\n\n**I:** Why?\n\n${turns.join('')}`;
}

/** Each payload coded with a code of its own and with one they share; of each tenth the words are gone. */
function codings(text: string, prefix: string, count: number): string {
  const points = new CodePoints(text);
  const lines: string[] = [];
  for (const [i, payload] of PAYLOADS.slice(0, count).entries()) {
    const start = points.fromUtf16(text.indexOf(payload));
    const at = { start, end: start + [...payload].length };
    const { quote, context } = anchorOf(points, at, '000000000000');
    const base = { at: [at.start, at.end] as [number, number], memo: payload, created: CREATED };
    const said = i % 10 === 9 ? `Gone: ${payload}` : quote;
    for (const code of ['plain', `c${i}`])
      lines.push(formatCodingLine({ code, quote: said, context, ...base, id: id(`${prefix}${code[0]}`, i) }));
  }
  return `${lines.join('\n')}\n`;
}
