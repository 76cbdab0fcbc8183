import type { CodebookEntry } from '../../../codebook/codebook.js';
import { isScopeEntry } from '../../../codebook/scope.js';
import type { Corpus } from '../../corpus/corpus.js';
import { exactly, term } from '../questions.js';
import { type AxisHeader, axisByKey, type ReadAxis } from './axis.js';

/** The codes in the order of the codebook. A code does not count what is coded with a code nested in it. */
export function codeAxis(corpus: Corpus, withScopeCodes: boolean): ReadAxis {
  const codes = entriesOf(corpus, 'code', withScopeCodes);
  const headers = codes.map(({ entry, depth }) => headerOf(entry, depth, exactly(corpus, entry)));
  return axisByEntry(corpus, headers, entry => (entry.kind === 'code' ? [entry.id] : []));
}

/** The themes in the order of the codebook; each counts what is coded with any code below it. */
export function themeAxis(corpus: Corpus, withScopeCodes: boolean): ReadAxis {
  const themes = entriesOf(corpus, 'theme', withScopeCodes);
  const headers = themes.map(({ entry, depth }) => headerOf(entry, depth, term('theme', entry.id)));
  return axisByEntry(corpus, headers, entry => [...themesOver(entry)]);
}

/** @param keysOf is asked once for each entry */
function axisByEntry(
  corpus: Corpus,
  headers: readonly AxisHeader[],
  keysOf: (entry: CodebookEntry) => readonly string[],
): ReadAxis {
  const known = new Map<CodebookEntry | undefined, readonly string[]>([[undefined, []]]);
  return axisByKey({ isOfCodes: true, isOfPersons: false, headers }, excerpt => {
    const entry = corpus.codeOf(excerpt);
    const keys = known.get(entry) ?? (entry === undefined ? [] : keysOf(entry));
    known.set(entry, keys);
    return keys;
  });
}

function headerOf({ id, title }: CodebookEntry, depth: number, query: AxisHeader['query']): AxisHeader {
  return { key: id, label: title, depth, query };
}

function* themesOver(entry: CodebookEntry | undefined): Generator<string> {
  for (let at = entry; at !== undefined; at = at.parent) if (at.kind === 'theme') yield at.id;
}

/** Codes or themes as the tree shows them; of two with the same id the first one, which has the codings. */
function entriesOf(corpus: Corpus, kind: CodebookEntry['kind'], withScopeCodes: boolean): InTree[] {
  const { codebook } = corpus.study;
  const found: InTree[] = [];
  const walk = (entries: readonly CodebookEntry[], depth: number): void => {
    for (const entry of entries) {
      const isWanted = entry.kind === kind && (withScopeCodes || !isScopeEntry(entry));
      if (isWanted && codebook.find(entry.id) === entry) found.push({ entry, depth });
      walk(entry.children, depth + 1);
    }
  };
  walk(codebook.roots, 0);
  return found;
}

interface InTree {
  readonly entry: CodebookEntry;
  readonly depth: number;
}
