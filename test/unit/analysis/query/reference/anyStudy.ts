import fc from 'fast-check';
import type { Query } from '../../../../../src/core/analysis/query/query.js';
import { baseOf } from './study.js';

const WORDS = [
  'hope',
  'hoped',
  'Hoping',
  'été',
  "don't",
  'self-help',
  'selfish-help',
  'a',
  'door',
  '😀',
  'straße',
  'no.',
  'Why?',
  '👩‍👧',
  'naïve',
];
const SPEAKERS = ['PP1', 'PP1', 'PP2', 'NP1', 'INT', 'X', 'A', 'Peer One'];
const CODES = [
  'hope',
  'optimism',
  'being-heard',
  'room',
  'doors',
  'peer-talk',
  'stray',
  'Stray-2',
  'influence',
  'old-room',
];

const BOOK = (scope: string): string =>
  [
    '# Codebook\n',
    '## Influence {#influence .theme}\n',
    '### Hope {#hope .reviewed formerly="optimism better-days"}\n',
    'Example: “hope a door”\n',
    'Example: “hope”\n',
    '### The room {#room-theme .theme}\n',
    '#### Room {#room formerly="old-room" .candidate}\n',
    '#### Being heard\n',
    '## Culture {#culture .theme}\n',
    '### Doors {#doors .candidate .defined}\n',
    '#### Hope {#hope-2}\n',
    `## Peers {#peer-talk${scope}}\n`,
  ].join('\n');

const PEOPLE = [
  'participant,role,site,years in role,labels,sessions',
  'PP1,peer,North,3,Peer One;Peer Two,',
  'pp2,Peer,South; East,5,,np-02',
  'NP1,non-peer,North,,Peer Two,',
  'NP9,other,,,,',
  'INT,interviewer,North,,,',
  '',
].join('\n');

const FRONTS = [
  '',
  '---\nkind: interview\ndate: 2026-02-14\nparticipants: [PP1, NP1]\n---\n\n',
  '---\nkind: focus group\ndate: 2026-03\ninterviewer: PP2\nsite: North\ntags: [quiet, Late]\n---\n\n',
  '---\ndate: around Easter\nsession: Second round\nparticipants: [X]\nspeakers: {A: PP1, Peer One: NP9}\n---\n\n',
];

/** A passage of a transcript: from so many words into a turn, so many words, over so many turns. */
interface Passage {
  readonly turn: number;
  readonly over: number;
  readonly from: number;
  readonly length: number;
  /** It goes on to where the next word begins, so that it touches what begins there. */
  readonly touches: boolean;
}

interface Marked {
  readonly passage: Passage | 'gone' | 'as before';
  readonly code: string;
  readonly coder: string;
  readonly more: Readonly<Record<string, string>>;
}

const anyTranscript = fc.record({
  front: fc.constantFrom(...FRONTS),
  turns: fc.array(
    fc.record({
      speaker: fc.constantFrom(...SPEAKERS),
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
      breaks: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  ),
});

const anyMarked: fc.Arbitrary<Marked> = fc.record({
  passage: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        turn: fc.nat(8),
        over: fc.constantFrom(0, 0, 0, 1, 2),
        from: fc.nat(5),
        length: fc.integer({ min: 1, max: 4 }),
        touches: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.constant('as before' as const) },
    { weight: 1, arbitrary: fc.constant('gone' as const) },
  ),
  code: fc.constantFrom(...CODES),
  coder: fc.constantFrom('EA', 'MB', 'Zoë'),
  more: fc.record(
    {
      evidence: fc.constantFrom('supports', 'contradicts', 'nuances', 'proves'),
      memo: fc.constantFrom('Hope again', 'Why no door?', 'été'),
      orphan: fc.constant('2026-03-04T00:00:00Z'),
      created: fc.constantFrom(
        '2026-02-28T23:59:59Z',
        '2026-03-01T00:00:00Z',
        '2026-03-31T10:00:00Z',
        '2025-12-31T23:59:59Z',
      ),
    },
    { requiredKeys: [] },
  ),
});

/** The files of a study in which all that can be asked for occurs, now and then. */
export const anyFiles: fc.Arbitrary<Record<string, string>> = fc
  .record({
    scope: fc.constantFrom(' .scope', ' .scope', ''),
    transcripts: fc.array(fc.tuple(anyTranscript, fc.array(anyMarked, { maxLength: 14 })), {
      minLength: 1,
      maxLength: 3,
    }),
    hasTable: fc.boolean(),
  })
  .map(({ scope, transcripts, hasTable }) => {
    const files: Record<string, string> = { 'codebook.md': BOOK(scope) };
    if (hasTable) files['participants.csv'] = PEOPLE;
    let made = 0;
    transcripts.forEach(([{ front, turns }, marked], i) => {
      const path = ['transcripts/pp-01.md', 'transcripts/deep/np-02.md', 'transcripts/Ä b.md'][i] as string;
      const paragraphs = turns.map(
        ({ speaker, words, breaks }) => `**${speaker}:** ${words.join(breaks ? '\n\n' : ' ')}`,
      );
      // Labels that nobody declared are trusted where they recur.
      const recurring = ['INT', 'PP1', 'PP2', 'NP1', 'X', 'A', 'Peer One'].flatMap(label => [
        `**${label}:** ${label} one.`,
        `**${label}:** two`,
      ]);
      const text = `${front}${[...paragraphs, ...recurring].join('\n\n')}\n`;
      files[path] = text;
      const lines = new Map<string, string[]>();
      let last: readonly [number, number] = [0, 0];
      for (const { passage, code, coder, more } of marked) {
        if (typeof passage === 'object') last = placeOf(text, passage);
        const isGone = passage === 'gone' || last[1] === 0;
        const quote = isGone ? `never said ${made}` : [...text].slice(...last).join('');
        const at = isGone ? [made, made + 5] : last;
        const id = `id${String((made++ * 7919) % 100_000).padStart(8, '0')}`;
        const line = JSON.stringify({ code, quote, at, base: baseOf(text), ...more, id });
        lines.set(coder, [...(lines.get(coder) ?? []), line]);
      }
      for (const [coder, list] of lines)
        files[`codings/${coder}/${path.replace('.md', '.jsonl')}`] = `${list.join('\n')}\n`;
    });
    return files;
  });

/** Whole words of a transcript, in code points. */
function placeOf(text: string, { turn, over, from, length, touches }: Passage): readonly [number, number] {
  const first = wordsOf(text, turn);
  const last = over === 0 ? first : wordsOf(text, turn + over);
  const [opening] = first[Math.min(from, first.length - 1)] as Units;
  const closing = Math.min(over === 0 ? from + length - 1 : length - 1, last.length - 1);
  const [, end] = last[closing] as Units;
  const [next] = last[closing + 1] ?? [end];
  const points = (units: number): number => [...text.slice(0, units)].length;
  return [points(opening), points(touches ? next : end)];
}

type Units = readonly [start: number, end: number];

/** Where the words of a turn are, or of the last one there is, in UTF-16 units. */
function wordsOf(text: string, turn: number): Units[] {
  const labels = [...text.matchAll(/^\*\*.+?:\*\* /gm)].map(
    ({ index = 0, 0: label }) => [index, index + label.length] as const,
  );
  const n = Math.min(turn, labels.length - 1);
  const start = labels[n]?.[1] ?? 0;
  const end = labels[n + 1]?.[0] ?? text.length;
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ index = 0, 0: word }) => [
    start + index,
    start + index + word.length,
  ]);
}

/** What can be asked of such a study, and of none. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  code: [...CODES, 'Hope', 'HOPE', 'Being heard', 'room-theme', 'culture', 'better-days', 'nonsuch', 'STRAY', '*'],
  theme: ['influence', 'The room', 'CULTURE', 'hope', '*'],
  coder: ['EA', 'mb', 'zoe', 'nobody', '*'],
  participant: ['PP1', 'pp2', 'NP1', 'NP9', 'INT', 'X', 'A', '*'],
  speaker: ['INT', 'x', 'PP1', 'peer one', '*'],
  role: ['peer', 'PEER', 'non-peer', 'interviewer', '*'],
  site: ['North', 'East', 'south; east', '*'],
  'years in role': ['3', '5'],
  session: ['pp-01', 'second round', 'transcripts/deep/np-02.md', 'a b', 'nothing'],
  kind: ['interview', 'Focus Group', '*'],
  tags: ['late', 'quiet, late', 'loud'],
  interviewer: ['pp2'],
  date: ['2026', '2026-02', '2026-02-14', '2026-03', '2026-03-01', '..2026-02', '2026-02-15..', '*'],
  created: ['2026-03', '2026-02-28..2026-03-01', '2025', '..2026-02', '2026-03-31..', '*'],
  words: ['hope', 'hop*', 'dont', 'self help', 'self-h*', 'hope a*', '😀', 'NAIVE', 'ete', 'strasse', 'one two', '*'],
  memo: ['hope', 'no door', 'door no', '*'],
  phase: ['candidate', 'reviewed', 'defined', 'none', '*'],
  evidence: ['supports', 'contradicts', 'nuances', 'none', '*'],
  is: ['in-scope', 'doubtful', 'example', 'certain'],
};

/** Terms of some fields with some values. */
export function anyTermOf(values: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Query> {
  const terms = Object.entries(values).map(([field, some]) =>
    fc.constantFrom(...some).map((value): Query => ({ is: 'term', field, value })),
  );
  return fc.oneof(...terms);
}

/** Terms that such studies may have an answer to. */
export const anyKnownTerm = anyTermOf(VALUES);
