import type { CodebookEntry } from '../../../codebook/codebook.js';
import { compareTexts } from '../../../text/compare.js';
import type { Corpus, CorpusExcerpt } from '../../corpus/corpus.js';
import type { ComparedCode } from './compared.js';

/** The id that the code of an excerpt goes by today: what was merged or renamed is what it is now. */
export function codeIdOf(corpus: Corpus, excerpt: CorpusExcerpt): string {
  return corpus.codeOf(excerpt)?.id ?? excerpt.coding.code;
}

/** What is to be known of codes that are used, in the order of the codebook; those it does not know come last. */
export function comparedCodes({ study: { codebook } }: Corpus, used: ReadonlySet<string>): ComparedCode[] {
  const codes: ComparedCode[] = [];
  const known = new Set<string>();
  const walk = (entries: readonly CodebookEntry[], depth: number): void => {
    for (const entry of entries) {
      if (used.has(entry.id) && codebook.find(entry.id) === entry) {
        known.add(entry.id);
        codes.push({ id: entry.id, label: entry.title, depth, themes: themesOver(entry) });
      }
      walk(entry.children, depth + 1);
    }
  };
  walk(codebook.roots, 0);
  const unknown = [...used].filter(id => !known.has(id)).sort(compareTexts);
  return [...codes, ...unknown.map(id => ({ id, label: id, themes: [] }))];
}

/** A theme of the codebook with the codes below it that are used. */
export interface ComparedTheme {
  readonly id: string;
  readonly label: string;
  readonly depth: number;
  readonly codes: readonly string[];
}

/** The themes that have some of the codes below them, in the order of the codebook. */
export function comparedThemes({ study: { codebook } }: Corpus, codes: readonly ComparedCode[]): ComparedTheme[] {
  const below = new Map<string, string[]>();
  for (const { id, themes } of codes) {
    for (const theme of themes) below.set(theme, [...(below.get(theme) ?? []), id]);
  }
  const found: ComparedTheme[] = [];
  const walk = (entries: readonly CodebookEntry[], depth: number): void => {
    for (const entry of entries) {
      const ids = entry.kind === 'theme' && codebook.find(entry.id) === entry ? below.get(entry.id) : undefined;
      if (ids !== undefined) found.push({ id: entry.id, label: entry.title, depth, codes: ids });
      walk(entry.children, depth + 1);
    }
  };
  walk(codebook.roots, 0);
  return found;
}

function themesOver(entry: CodebookEntry): string[] {
  const themes: string[] = [];
  for (let at: CodebookEntry | undefined = entry; at !== undefined; at = at.parent) {
    if (at.kind === 'theme') themes.push(at.id);
  }
  return themes;
}
