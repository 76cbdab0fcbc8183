import { withKeys } from '../../coding/keys.js';
import { formatRecord } from '../../coding/line.js';
import { canonical } from '../../review/keys.js';
import type { MergeChoice, MergeSide } from '../merge.js';
import { lesser, quietVerdict } from '../threeWay.js';
import type { RecordLine } from './recordLine.js';
import {
  isDateOfWords,
  isReanchored,
  isReordered,
  laterOf,
  type RecordRespect,
  respectsOf,
  verdictIn,
  WORDS,
} from './respects.js';
import type { RecordVersions } from './versions.js';

/** A question that one record raises. */
export interface RecordQuestion {
  readonly aspect: string;
  readonly keys: readonly string[];
  readonly choices: readonly MergeChoice[];
}

/** What became of a record. */
export interface MergedRecord {
  /** Its line; undefined where it goes. */
  readonly line: string | undefined;
  /** The side that has the line as it is; undefined where it was put together. */
  readonly from: MergeSide | undefined;
  /** Whether it has a place in the file: it stays, or somebody may decide so. */
  readonly hasPlace: boolean;
  /** What is not decided. */
  readonly questions: readonly RecordQuestion[];
}

/** What was decided about an aspect; undefined where nothing was. */
export type Decided = (aspect: string) => MergeChoice | undefined;

const SIDES: readonly MergeSide[] = ['ours', 'theirs'];

const GONE: MergedRecord = { line: undefined, from: undefined, hasPlace: false, questions: [] };

/** Makes one record of its versions. Where a question is not decided it is as ours has it. */
export function mergeRecord(versions: RecordVersions, decided: Decided): MergedRecord {
  const { ours, theirs, bases, isKnown, isInAll } = versions;
  if (ours !== undefined && theirs !== undefined) return mergeBoth(bases, ours, theirs, decided);
  const [there, from] = ours !== undefined ? ([ours, 'ours'] as const) : ([theirs, 'theirs'] as const);
  if (there === undefined) return GONE;
  if (isKnown && bases.length === 0) return { line: there.line, from, hasPlace: true, questions: [] };
  const isLeft = bases.every(base => base.said === there.said || isReanchored(base, there));
  if (isKnown && isInAll && isLeft) return GONE;
  const choice = decided('presence');
  const isKept = (choice ?? 'ours') === from;
  const questions = choice === undefined ? [{ aspect: 'presence', keys: [], choices: SIDES }] : [];
  return { line: isKept ? there.line : undefined, from: isKept ? from : undefined, hasPlace: true, questions };
}

function mergeBoth(bases: readonly RecordLine[], ours: RecordLine, theirs: RecordLine, decided: Decided): MergedRecord {
  if (ours.said === theirs.said) {
    const from = quietVerdict(linesOf(bases), ours.line, theirs.line);
    return { line: (from === 'ours' ? ours : theirs).line, from, hasPlace: true, questions: [] };
  }
  const questions: RecordQuestion[] = [];
  const values = new Map<string, unknown>();
  for (const respect of respectsOf(ours, theirs)) {
    const verdict = verdictIn(respect, bases, ours, theirs);
    let choice: MergeChoice = verdict === 'theirs' ? verdict : 'ours';
    if (verdict === 'conflict') {
      const isDate = isDateOfWords(respect, ours);
      const made = decided(isDate ? WORDS.aspect : respect.aspect);
      if (made === undefined && !isDate) questions.push({ ...respect, choices: choicesOf(respect, ours, theirs) });
      choice = made ?? 'ours';
    }
    for (const key of respect.keys) values.set(key, chosen(key, choice, ours, theirs));
  }
  return { ...written(values, bases, ours, theirs), hasPlace: true, questions };
}

/** Texts of a person's own may stand one after the other. */
function choicesOf({ aspect }: RecordRespect, ours: RecordLine, theirs: RecordLine): readonly MergeChoice[] {
  const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
  const isWords = aspect === 'memo' || aspect === WORDS.aspect;
  return isWords && isText(ours.get(aspect)) && isText(theirs.get(aspect)) ? [...SIDES, 'both'] : SIDES;
}

function chosen(key: string, choice: MergeChoice, ours: RecordLine, theirs: RecordLine): unknown {
  if (choice !== 'both') return (choice === 'ours' ? ours : theirs).get(key);
  const [mine, other] = [ours.get(key), theirs.get(key)];
  if (key === 'edited') return laterOf(key, ours, theirs) === 'theirs' ? other : mine;
  return `${mine}\n\n${other}`;
}

/** A record with these values: as a side has its line where that says the same, else that of one side with what the other one has. */
function written(
  values: ReadonlyMap<string, unknown>,
  bases: readonly RecordLine[],
  ours: RecordLine,
  theirs: RecordLine,
): Pick<MergedRecord, 'line' | 'from'> {
  const said = canonical(Object.fromEntries(values));
  for (const [from, side] of [
    ['ours', ours],
    ['theirs', theirs],
  ] as const) {
    if (side.said === said) return { line: side.line, from };
  }
  const isOther =
    isReordered(bases[0], theirs) === isReordered(bases[0], ours)
      ? lesser(ours.line, theirs.line) === 'theirs'
      : isReordered(bases[0], theirs);
  const [start, other] = isOther ? [theirs, ours] : [ours, theirs];
  const changed = [...values].filter(([key, value]) => canonical(value) !== canonical(start.get(key)));
  return {
    line: formatRecord(withKeys(start.value, Object.fromEntries(changed), Object.keys(other.value))),
    from: undefined,
  };
}

const linesOf = (records: readonly RecordLine[]): string[] => records.map(({ line }) => line);
