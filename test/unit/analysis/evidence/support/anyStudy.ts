import fc from 'fast-check';
import { formatCodingLine } from '../../../../../src/core/coding/line.js';

/** A study as plain data, so that it can be counted by hand. */
export interface PlainStudy {
  readonly hasScope: boolean;
  readonly transcripts: readonly PlainTranscript[];
}

export interface PlainTranscript {
  readonly kind: string;
  /** Who speaks in each turn. */
  readonly turns: readonly string[];
  /** Turns that are marked as in scope: from one to another, both included. */
  readonly scope: readonly Range[];
  readonly codings: readonly PlainCoding[];
}

export interface PlainCoding extends Range {
  readonly code: string;
  readonly mark: string | undefined;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Roles by participant; `X` is declared nowhere, `I` asks. */
export const ROLES: Readonly<Record<string, string>> = {
  PP1: 'peer',
  PP2: 'Peer',
  NP1: 'non-peer',
  NP10: 'non-peer',
  Z: '',
};

export const BOOK =
  '# Codebook\n\n## Theme {#theme .theme}\n\n### Hope {#hope formerly=optimism}\n\n#### Plans {#plans}\n\n### Fear {#fear}\n\n## In scope {#in-scope .scope}\n';

/** The codes that count for each entry, by hand. */
export const CODES: Readonly<Record<string, readonly string[]>> = {
  theme: ['hope', 'optimism', 'plans', 'fear'],
  hope: ['hope', 'optimism', 'plans'],
  plans: ['plans'],
  fear: ['fear'],
};

const TURNS = 8;

const anyRange: fc.Arbitrary<Range> = fc
  .tuple(fc.nat(TURNS - 1), fc.nat(2))
  .map(([from, more]) => ({ from, to: Math.min(TURNS - 1, from + more) }));

export function anyStudy(): fc.Arbitrary<PlainStudy> {
  const coding = fc.record({
    range: anyRange,
    code: fc.constantFrom('hope', 'optimism', 'plans', 'fear'),
    mark: fc.constantFrom(undefined, 'supports', 'nuances', 'contradicts', 'contradicts', 'unheard-of'),
  });
  const transcript = fc.record({
    kind: fc.constantFrom('', 'interview', 'focus group'),
    turns: fc.array(fc.constantFrom('PP1', 'PP2', 'NP1', 'NP10', 'Z', 'X', 'I'), {
      minLength: TURNS,
      maxLength: TURNS,
    }),
    scope: fc.array(anyRange, { maxLength: 2 }),
    codings: fc.array(
      coding.map(({ range, code, mark }) => ({ ...range, code, mark })),
      { maxLength: 6 },
    ),
  });
  return fc.record({ hasScope: fc.boolean(), transcripts: fc.array(transcript, { minLength: 1, maxLength: 4 }) });
}

/** The same study as files. Every turn has words of its own. */
export function filesOf({ hasScope, transcripts }: PlainStudy): Record<string, string> {
  const people = Object.entries(ROLES).map(([id, role]) => `${id},${role}\n`);
  const files: Record<string, string> = {
    'codebook.md': hasScope ? BOOK : BOOK.replace(' .scope', ''),
    'participants.csv': `participant,role\n${people.join('')}I,interviewer\n`,
  };
  transcripts.forEach(({ kind, turns, scope, codings }, t) => {
    const head = kind === '' ? '' : `---\nkind: ${kind}\n---\n\n`;
    // Each label recurs, so that it is one.
    const said = [...turns, 'X', 'X'].map((speaker, i) => ({
      label: `**${speaker}:** `,
      words: `Words ${t} of ${i}.`,
    }));
    let text = head;
    const places = said.map(({ label, words }) => {
      const start = text.length + label.length;
      text += `${label}${words}\n\n`;
      return { start, end: start + words.length };
    });
    const line = ({ from, to }: Range, code: string, id: string, evidence?: string): string => {
      const [start, end] = [places[from]?.start ?? 0, places[to]?.end ?? 0];
      const mark = evidence === undefined ? {} : { evidence };
      return `${formatCodingLine({ code, quote: text.slice(start, end), at: [start, end], ...mark, id })}\n`;
    };
    files[`transcripts/t${t}.md`] = text;
    files[`codings/EA/transcripts/t${t}.jsonl`] = codings
      .map((one, i) => line(one, one.code, `coding${t}${i}000`, one.mark))
      .join('');
    if (hasScope)
      files[`codings/MB/transcripts/t${t}.jsonl`] = scope
        .map((one, i) => line(one, 'in-scope', `scope${t}${i}0000`))
        .join('');
  });
  return files;
}
