import { baseOf } from '../../../../src/core/coding/blobId.js';
import { encodeUtf8 } from '../../../../src/core/text/utf8.js';
import type { Chance } from './chance.js';

/** A theme or code of the model. */
export interface Node {
  id: string;
  title: string;
  kind: 'theme' | 'code';
  color?: string;
  definition?: string;
  include: string[];
  exclude: string[];
  example: string[];
  phase?: string;
  classes: string[];
  text: string[];
  formerly: string[];
  attributes: string[];
  /** Records of merged codes: heading and text. */
  merged: { heading: string; text: string }[];
  children: Node[];
}

export type Line = Record<string, unknown> & {
  quote: string;
  at: [number, number];
  context: [string, string];
  base: string;
  id: string;
};

/** A line of a coder's file. */
export interface Owned {
  coder: string;
  transcript: string;
  line: Line;
}

export interface ModelTranscript {
  facts: Record<string, string>;
  paragraphs: string[];
}

/** A study as plain data, which knows nothing of how Verbatim reads it. */
export interface Model {
  intro: string;
  roots: Node[];
  transcripts: Record<string, ModelTranscript>;
  codings: Owned[];
  notes: Owned[];
  /** State by coder and transcript. */
  states: { coder: string; transcript: string; state: string; since: string }[];
  broken: { coder: string; transcript: string; line: string }[];
  comments: { coder: string; line: Record<string, unknown> & { id: string } }[];
  participants: Record<string, Record<string, string>>;
  memos: Record<string, { title: string; text: string }>;
  config: Record<string, unknown>;
}

export const CODERS = ['EA', 'MB', 'Zoë'];
const TITLES = [
  'Hope',
  'Own story',
  'Trust',
  'Plain words',
  'Slowing down',
  'Humour',
  'Pace',
  'Tokenism',
  'Being heard',
];
const THEMES = ['Influence', 'Relationship', 'Culture', 'Role'];

/** The text of a transcript as it is written without noise. Front matter and paragraphs, turns in turn. */
export function textOf({ facts, paragraphs }: ModelTranscript): string {
  const front = Object.entries(facts).map(([key, value]) => `${key}: ${value}\n`);
  const body = paragraphs.map((text, i) => `**${i % 2 ? 'PP3' : 'INT'}:** ${text}\n`).join('\n');
  return `---\n${front.join('')}---\n\n${body}`;
}

/** What makes a record find its passage: words `from` to `to` (exclusive) of a paragraph, in a text. */
export function anchored(transcript: ModelTranscript, paragraph: number, from: number, to: number) {
  const text = textOf(transcript);
  const words = (transcript.paragraphs[paragraph] as string).split(' ');
  const start =
    text.indexOf(transcript.paragraphs[paragraph] as string) +
    words.slice(0, from).join(' ').length +
    (from > 0 ? 1 : 0);
  const quote = words.slice(from, to).join(' ');
  const end = start + quote.length;
  return {
    quote,
    at: [start, end] as [number, number],
    context: [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32)] as [string, string],
    base: baseOf(encodeUtf8(text)),
  };
}

export function node(kind: Node['kind'], title: string, chance: Chance, over: Partial<Node> = {}): Node {
  const id = title.toLowerCase().replaceAll(' ', '-');
  return {
    id,
    title,
    kind,
    definition: chance.sentence(6),
    include: chance.is(0.5) ? [chance.sentence(3)] : [],
    exclude: chance.is(0.3) ? [chance.sentence(3), chance.sentence(2)] : [],
    example: chance.is(0.3) ? [chance.sentence(4)] : [],
    classes: [],
    text: chance.is(0.4) ? [chance.sentence(5)] : [],
    formerly: [],
    attributes: [],
    merged: [],
    children: [],
    ...over,
  };
}

/** A study with something of everything. */
export function baseModel(chance: Chance): Model {
  const codes = TITLES.map(title => node('code', title, chance, chance.is(0.5) ? { color: 'amber' } : {}));
  (codes[2] as Node).children.push(node('code', 'Trusting oneself', chance));
  const old = node('code', 'Optimism', chance);
  codes[0]?.formerly.push('optimism');
  codes[0]?.merged.push({ heading: '{#optimism parent=influence}', text: old.definition ?? '' });
  const themes = THEMES.map((title, i) => node('theme', title, chance, { children: codes.slice(i * 3, i * 3 + 3) }));
  themes[0]?.children.push(node('theme', 'Small things', chance, { children: [node('code', 'A cup of tea', chance)] }));
  const paths = [
    'transcripts/pp-01.md',
    'transcripts/pp-02.md',
    'transcripts/np-01.md',
    'transcripts/fg/group.md',
    'transcripts/bare.md',
  ];
  const transcripts = Object.fromEntries(
    paths.map(path => [
      path,
      {
        facts: { kind: 'interview', date: '2026-03-02' },
        paragraphs: Array.from({ length: 14 }, () => chance.sentence(22)),
      },
    ]),
  );
  const model: Model = {
    intro: chance.sentence(5),
    roots: [...themes, node('code', 'Left over', chance)],
    transcripts,
    codings: [],
    notes: [],
    states: [{ coder: 'EA', transcript: paths[0] as string, state: 'read', since: '2026-03-01T08:00:00Z' }],
    broken: [],
    comments: [],
    participants: Object.fromEntries(
      ['PP1', 'PP2', 'NP1', 'NP2'].map(id => [id, { role: 'peer', site: chance.pick(['north', 'south']) }]),
    ),
    memos: Object.fromEntries(
      ['hope', 'trust', 'method'].map(name => [
        `memos/2026-03-02-${name}.md`,
        { title: name, text: chance.sentence(30) },
      ]),
    ),
    config: { title: 'Peers', stance: 'reflexive', questions: ['What changes?'] },
  };
  const used = allNodes(model.roots).filter(({ kind }) => kind === 'code');
  for (const transcript of paths.slice(0, 4)) {
    for (const coder of CODERS) {
      for (let i = 0; i < 5; i++)
        model.codings.push({
          coder,
          transcript,
          line: codingLine(model, chance, transcript, i * 2 + 1, chance.pick(used).id),
        });
      model.notes.push({ coder, transcript, line: noteLine(model, chance, transcript, 12) });
    }
  }
  for (const coder of CODERS)
    model.comments.push({
      coder,
      line: { comment: chance.sentence(5), on: 'code hope', created: '2026-05-04T09:12:03Z', id: chance.id() },
    });
  return model;
}

export function codingLine(model: Model, chance: Chance, transcript: string, paragraph: number, code: string): Line {
  const from = 3 + chance.below(4);
  const place = anchored(model.transcripts[transcript] as ModelTranscript, paragraph, from, from + 4 + chance.below(6));
  return {
    code,
    ...place,
    ...(chance.is(0.2) ? { evidence: chance.pick(['supports', 'contradicts']) } : {}),
    ...(chance.is(0.3) ? { memo: chance.sentence(4) } : {}),
    ...(chance.is(0.1) ? { orphan: '2026-05-01T08:00:00Z' } : {}),
    created: `2026-03-02T10:03:${10 + chance.below(50)}Z`,
    id: chance.id(),
  };
}

export function noteLine(model: Model, chance: Chance, transcript: string, paragraph: number): Line {
  const place = anchored(model.transcripts[transcript] as ModelTranscript, paragraph, 2, 8);
  return { ...place, memo: chance.sentence(4), created: '2026-03-02T10:03:11Z', id: chance.id() };
}

/** All themes and codes in the order of the document. */
export function allNodes(roots: readonly Node[]): Node[] {
  return roots.flatMap(one => [one, ...allNodes(one.children)]);
}

/** What holds a node; undefined at the top. */
export function parentOf(roots: readonly Node[], child: Node): Node | undefined {
  return allNodes(roots).find(({ children }) => children.includes(child));
}

/** The list that a node stands in. */
export function siblingsOf(model: Model, child: Node): Node[] {
  return parentOf(model.roots, child)?.children ?? model.roots;
}
