import type { AgreementOptions, RowKind } from '../../../../../src/core/analysis/agreement/agreement.js';
import type { Ratings } from '../../../../../src/core/analysis/agreement/measures/ratings.js';
import type { CorpusTranscript } from '../../../../../src/core/analysis/corpus/corpus.js';
import { sentenceAt } from '../../../../../src/core/transcript/sentence.js';
import type { Opened } from './studies.js';

/** One character, sentence or turn, and what each coder who coded the transcript gave it. */
export interface PlainUnit {
  readonly transcript: CorpusTranscript;
  /** Coders who coded the transcript, with the codes (as they go today) they gave the unit. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a row is about. */
export interface PlainRow {
  readonly kind: RowKind;
  readonly key: string;
  readonly coders: readonly string[];
  readonly questions: readonly Ratings[];
  readonly units: number;
}

/** All units that are compared, found by looking at every character of every transcript. */
export async function plainUnits({ study, corpus }: Opened, options: AgreementOptions): Promise<PlainUnit[]> {
  const units: PlainUnit[] = [];
  for (const transcript of corpus.transcripts) {
    const analytic = transcript.excerpts.filter(excerpt => !corpus.isScopeMark(excerpt));
    const coders = ['EA', 'JS', 'MB'].filter(
      coder =>
        (options.coders === undefined || options.coders.includes(coder)) &&
        (analytic.some(excerpt => excerpt.coder === coder) ||
          study.readings.filesOf(transcript.path).some(file => file.coder === coder && file.said?.state === 'done')),
    );
    const text = await study.transcripts.get(transcript.path);
    if (coders.length < 2 || text === undefined) continue;
    const byUnit = new Map<string, number[]>();
    for (let position = 0; position < transcript.length; position++) {
      const turn = transcript.turns.findIndex(({ body }) => body.start <= position && position < body.end);
      if (turn < 0) continue;
      const isMarked = corpus.scopeOf(transcript).some(({ start, end }) => start <= position && position < end);
      if (options.inScope && !isMarked) continue;
      const sentence = options.unit === 'sentence' ? sentenceAt(text, position) : undefined;
      const isInSentence = sentence !== undefined && sentence.start <= position && position < sentence.end;
      if (options.unit === 'sentence' && !isInSentence) continue;
      const name = { character: position, turn, sentence: sentence?.start }[options.unit];
      byUnit.set(String(name), [...(byUnit.get(String(name)) ?? []), position]);
    }
    for (const positions of byUnit.values()) {
      const given = new Map(coders.map(coder => [coder, new Set<string>()]));
      for (const excerpt of analytic) {
        const { span } = excerpt;
        if (span !== undefined && positions.some(position => span.start <= position && position < span.end))
          given.get(excerpt.coder)?.add(corpus.codeOf(excerpt)?.id ?? excerpt.coding.code);
      }
      units.push({ transcript, given });
    }
  }
  return units;
}

/** The rows that follow from the units, each unit a pattern of its own. */
export function plainRows({ corpus }: Opened, units: readonly PlainUnit[]): PlainRow[] {
  const coders = [...new Set(units.flatMap(({ given }) => [...given.keys()]))].sort();
  const codesIn = (some: readonly PlainUnit[], whose: readonly string[]): string[] => {
    const codes = new Set<string>();
    for (const { given } of some)
      for (const [coder, own] of given) if (whose.includes(coder)) for (const code of own) codes.add(code);
    return [...codes].sort();
  };
  const question = (some: readonly PlainUnit[], whose: readonly string[], codes: readonly string[]): Ratings => ({
    coders: whose,
    categories: ['given', 'not'],
    patterns: some.map(({ given }) => ({
      values: whose.map(coder => {
        const own = given.get(coder);
        return own === undefined ? null : codes.some(code => own.has(code)) ? 'given' : 'not';
      }),
      count: 1,
    })),
  });
  const row = (
    kind: RowKind,
    key: string,
    some: readonly PlainUnit[],
    whose: readonly string[],
    sets: readonly string[][],
  ): PlainRow => {
    return { kind, key, coders: whose, units: some.length, questions: sets.map(codes => question(some, whose, codes)) };
  };
  const single = (codes: readonly string[]): string[][] => codes.map(code => [code]);
  const all = codesIn(units, coders);
  if (all.length === 0) return [];
  const rows = [row('all', 'all', units, coders, single(all))];
  for (const theme of corpus.study.codebook.entries.filter(({ kind }) => kind === 'theme')) {
    const below = corpus.study.codebook.entries.filter(entry => {
      for (let at = entry.parent; at !== undefined; at = at.parent) if (at === theme) return true;
      return false;
    });
    const codes = below.map(({ id }) => id).filter(id => all.includes(id));
    if (codes.length > 0) rows.push(row('theme', theme.id, units, coders, [codes]));
  }
  for (const code of all) rows.push(row('code', code, units, coders, [[code]]));
  for (const transcript of new Set(units.map(unit => unit.transcript))) {
    const some = units.filter(unit => unit.transcript === transcript);
    const whose = [...(some[0]?.given.keys() ?? [])];
    rows.push(row('transcript', transcript.path, some, whose, single(codesIn(some, whose))));
  }
  for (const a of coders) {
    for (const b of coders.filter(coder => coder > a)) {
      const some = units.filter(({ given }) => given.has(a) && given.has(b));
      if (some.length > 0) rows.push(row('pair', `${a} + ${b}`, some, [a, b], single(codesIn(some, [a, b]))));
    }
  }
  return rows;
}
