import { ChangeRefused, type CodebookChange, PHASES } from '../../../src/core/codebook/change.js';
import { changeCodebook } from '../../../src/core/codebook/changeCodebook.js';
import type { Codebook } from '../../../src/core/codebook/codebook.js';
import { PALETTE } from '../../../src/core/codebook/colors.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { commonVersions, type FileHistory } from '../../../src/core/merge/commonVersions.js';
import type { FileVersions } from '../../../src/core/merge/merge.js';
import { apply } from '../../unit/codebook/support.js';
import { checkFile } from '../model/checkFile.js';
import { History as Known } from '../model/history.js';
import { Ledger } from '../model/ledger.js';
import { readFile } from '../model/readFile.js';
import type { FileState } from '../model/state.js';
import { Chance } from '../support/chance.js';
import { firstStudy } from '../work/firstStudy.js';
import { History } from './history.js';
import type { Merger } from './simulateFiles.js';

const PATH = 'codebook.md';
const PEOPLE = 4;

/** A merge of codebooks that did not become what it had to. */
export interface BookFault {
  readonly versions: FileVersions;
  readonly got: string | undefined;
  readonly wrong: readonly string[];
}

/** What a simulation did, and what it found wrong. */
export interface BooksReport {
  readonly merges: number;
  /** Merges of histories that had crossed: with several versions that both sides come from. */
  readonly crossed: number;
  /** Those whose bases contradict each other. */
  readonly torn: number;
  readonly conflicts: number;
  readonly fault: BookFault | undefined;
}

/**
 * A few people work on one codebook and take over each other's versions, whoever's it is, so that histories cross: in memory, without git.
 * Stops at the first merge that is not as the ideal model says it must be, or that brings back what somebody has changed since.
 * @param merge what puts files together
 */
export async function simulateBooks(seed: number, rounds: number, merge: Merger): Promise<BooksReport> {
  const chance = new Chance(seed);
  const history = new History<string>();
  const first = history.add([], firstStudy(chance).get(PATH) ?? '');
  const heads = Array.from({ length: PEOPLE }, () => first);
  const ledger = new Ledger();
  const state = (version: string | undefined): FileState => readFile(PATH, version);
  const known = heads.map(() => new Known());
  ledger.wrote(PATH, new Map(), state(history.at(first)), known[0] as Known);
  for (const other of known.slice(1)) other.take(known[0] as Known);
  const side = (version: string | undefined, who: number) => ({
    state: state(version),
    history: known[who] as Known,
  });
  const found = { merges: 0, crossed: 0, torn: 0, conflicts: 0 };
  let words = 0;
  for (let round = 0; round < rounds; round++) {
    for (const who of heads.keys()) {
      let text = history.at(heads[who] as number);
      for (let many = chance.below(4); many > 0; many--) text = changed(text, chance, () => String(++words));
      const own = known[who] as Known;
      ledger.wrote(PATH, state(history.at(heads[who] as number)), state(text), own);
      heads[who] = history.add([heads[who] as number], text);
      const whose = chance.below(PEOPLE);
      const from = heads[whose] as number;
      const [ours, bases] = [heads[who] as number, history.bases(heads[who] as number, from)];
      if (chance.percent(40) || bases.includes(from)) continue;
      if (bases.includes(ours)) {
        heads[who] = from;
        own.take(known[whose] as Known);
        continue;
      }
      const versions = {
        path: PATH,
        bases: await commonVersions(asFile(history), bases),
        ours: text,
        theirs: history.at(from),
      };
      const { text: got, conflicts, wrong: differences, expected, decided } = checkFile(versions, merge, chance);
      const sides = [side(text, who), side(versions.theirs, whose)];
      const wrong = [...differences, ...ledger.merged(PATH, expected, decided, sides, state(got), own)];
      own.take(known[whose] as Known);
      found.merges++;
      found.conflicts += conflicts;
      if (bases.length > 1) found.crossed++;
      if (versions.bases.length > 1) found.torn++;
      if (wrong.length > 0) return { ...found, fault: { versions, got, wrong } };
      heads[who] = history.add([ours, from], got ?? '');
    }
  }
  return { ...found, fault: undefined };
}

function asFile(history: History<string>): FileHistory<number> {
  return {
    path: PATH,
    text: async commit => history.at(commit),
    bases: async (one, others) => history.bases(one, ...others),
  };
}

/** A codebook after a change by chance; as it is where that is refused. */
function changed(text: string, chance: Chance, word: () => string): string {
  try {
    const change = someChange(parseCodebook(text), chance, word);
    return change === undefined ? text : apply(text, changeCodebook(text, change, { used: new Set() }).edits);
  } catch (error) {
    if (error instanceof ChangeRefused) return text;
    throw error;
  }
}

function someChange(book: Codebook, chance: Chance, word: () => string): CodebookChange | undefined {
  const [themes, codes] = [book.entries.filter(({ kind }) => kind === 'theme'), book.entries.filter(isCode)];
  const entry = chance.pick(book.entries)?.id ?? 'none';
  const [code, into] = [chance.pick(codes)?.id ?? 'none', chance.pick(codes)?.id ?? 'none'];
  const under = chance.percent(85) ? chance.pick(themes)?.id : undefined;
  const former = chance.pick(book.entries.flatMap(one => one.formerly));
  const beside = chance.pick(book.entries)?.id ?? 'none';
  const few = codes.length < 6;
  const as = chance.pick(['include', 'exclude', 'example'] as const) ?? 'example';
  const all: readonly (readonly [number, CodebookChange | undefined])[] = [
    [3, { do: 'add', kind: 'code', title: `Code ${word()}`, under }],
    [1, themes.length < 6 ? { do: 'add', kind: 'theme', title: `Theme ${word()}`, under } : undefined],
    [3, { do: 'rename', entry, title: `Title ${word()}` }],
    [2, { do: 'define', entry, definition: `Definition ${word()}` }],
    [1, { do: 'note', entry, as, text: `criterion ${word()}` }],
    [1, { do: 'color', entries: [entry], color: chance.pick(PALETTE) }],
    [1, { do: 'phase', entries: [entry], phase: chance.pick([...PHASES, undefined]) }],
    [3, { do: 'move', entries: [entry], to: { under } }],
    [2, { do: 'move', entries: [entry], to: { after: beside } }],
    [5, few || code === into ? undefined : { do: 'merge', from: [code], into }],
    [4, former === undefined ? undefined : { do: 'unmerge', id: former }],
    [3, few ? undefined : { do: 'delete', entries: [entry], contents: 'keep' }],
  ];
  return chance.weighted(all);
}

const isCode = ({ kind }: { readonly kind: string }): boolean => kind === 'code';
