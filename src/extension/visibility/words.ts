import * as vscode from 'vscode';
import { type CodingWish, idsToday } from '../../core/coding/filter.js';
import { shorten } from '../../core/text/shorten.js';
import { listed, nameOf } from '../codebook/words.js';
import type { OpenStudy } from '../study/openStudy.js';

/** How much of a name a short text has room for. Code points. */
const NAME = 40;

/** What a wish lets be seen, in a few words: “Codings of EA · 2 codes”. */
export function shownInWords(opened: OpenStudy | undefined, wish: CodingWish): string {
  const entries = entriesInWords(opened, wish.entries);
  const first =
    wish.coders.length === 0 ? vscode.l10n.t('Codings') : vscode.l10n.t('Codings of {0}', listed(wish.coders));
  return entries === '' ? first : `${first} · ${entries}`;
}

function entriesInWords(opened: OpenStudy | undefined, wished: readonly string[]): string {
  if (opened === undefined || wished.length === 0) return '';
  const ids = idsToday(opened.study.codebook, wished);
  const entries = ids.map(id => opened.study.entry(id)).filter(entry => entry !== undefined);
  // A code that the codebook does not know goes by its id.
  if (ids.length === 1) return `“${shorten(opened.study.titleOf(ids[0] as string), NAME)}”`;
  return entries.length === ids.length ? nameOf(entries) : vscode.l10n.t('{0} codes', ids.length);
}
