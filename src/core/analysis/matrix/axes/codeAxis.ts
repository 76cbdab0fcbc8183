import type { CodebookEntry } from '../../../codebook/codebook.js';
import type { Corpus } from '../../corpus/corpus.js';
import { exactly, term } from '../questions.js';
import { type AxisHeader, axisByKey, type ReadAxis } from './axis.js';

/** The codes in the order of the codebook. A code does not count what is coded with a code nested in it. */
export function codeAxis(corpus: Corpus, withScopeCodes: boolean): ReadAxis {
  const codes = entriesOf(corpus).filter(
    ({ entry }) => entry.kind === 'code' && (withScopeCodes || !corpus.scopeCodes.has(entry)),
  );
  const headers = codes.map(({ entry, depth }) => headerOf(entry, depth, exactly(corpus, entry)));
  return axisByKey({ ...OF_CODES, headers }, excerpt => {
    const entry = corpus.codeOf(excerpt);
    return entry?.kind === 'code' ? [entry.id] : [];
  });
}

/** The themes in the order of the codebook; each counts what is coded with any code below it. */
export function themeAxis(corpus: Corpus): ReadAxis {
  const themes = entriesOf(corpus).filter(({ entry }) => entry.kind === 'theme');
  const headers = themes.map(({ entry, depth }) => headerOf(entry, depth, term('theme', entry.id)));
  return axisByKey({ ...OF_CODES, headers }, excerpt => themesOver(corpus.codeOf(excerpt)));
}

const OF_CODES = { isOfCodes: true, isOfPersons: false } as const;

function headerOf({ id, title }: CodebookEntry, depth: number, query: AxisHeader['query']): AxisHeader {
  return { key: id, label: title, depth, query };
}

function* themesOver(entry: CodebookEntry | undefined): Generator<string> {
  for (let at = entry; at !== undefined; at = at.parent) if (at.kind === 'theme') yield at.id;
}

/** Themes and codes as the tree shows them; of two with the same id the first one, which has the codings. */
function entriesOf(corpus: Corpus): { entry: CodebookEntry; depth: number }[] {
  const { codebook } = corpus.study;
  const found: { entry: CodebookEntry; depth: number }[] = [];
  const walk = (entries: readonly CodebookEntry[], depth: number): void => {
    for (const entry of entries) {
      if (codebook.find(entry.id) === entry) found.push({ entry, depth });
      walk(entry.children, depth + 1);
    }
  };
  walk(codebook.roots, 0);
  return found;
}
