import type { AgreementRow, CodedBy, Disagreement, DisagreementKind } from '../../analysis/agreement/agreement.js';
import type { Codebook } from '../../codebook/codebook.js';
import { colorOf } from '../../codebook/colors.js';
import { entriesAbove } from '../../codebook/query.js';
import { shorten } from '../../text/shorten.js';
import { fill } from '../figures/words.js';

/** What one coder did with a passage. */
export interface DisagreementCoder {
  readonly coder: string;
  /** What of the text the coder gave the code, to be compared with others; empty where none. */
  readonly extent: string;
}

/** A passage about which coders disagree, as plain data. */
export interface ShownDisagreement {
  readonly key: string;
  /** Id of the code, and what people call it. */
  readonly code: string;
  readonly label: string;
  readonly color?: string;
  /** Ids of the themes it stands in. */
  readonly themes: readonly string[];
  /** Path and name. */
  readonly transcript: string;
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Shortened. */
  readonly quote: string;
  readonly kind: DisagreementKind;
  /** Who did what, in a sentence. */
  readonly who: string;
  readonly by: readonly DisagreementCoder[];
  /** Id of a coding to go to. */
  readonly coding: string;
}

/** The words of the list; `{0}`, `{1}`, … stand for what is filled in. */
export interface DisagreementWords {
  /** `{0}`: who gave the code, `{1}`: who did not. */
  readonly only: string;
  /** `{0}`: a coder, `{1}`: the other codes. */
  readonly instead: string;
  /** `{0}`: who gave the code, to different stretches: `{1}`. */
  readonly otherExtent: string;
  /** `{0}`: a coder, `{1}`: how many words. */
  readonly extentOf: string;
  listed(names: readonly string[]): string;
}

/** How much of a passage stands in the list, in code points. */
const QUOTE_SHOWN = 280;

/** A disagreement as a page lists it. */
export function shownDisagreement(
  disagreement: Disagreement,
  codebook: Codebook,
  words: DisagreementWords,
): ShownDisagreement {
  const { code, label, transcript, span, line, quote, kind, by } = disagreement;
  const entry = codebook.find(code);
  return {
    key: `${transcript.path} ${code} ${span.start}-${span.end}`,
    ...{ code, label, line, kind, transcript: transcript.path, name: transcript.name },
    ...(entry === undefined ? {} : { color: colorOf(entry) }),
    themes: entry === undefined ? [] : entriesAbove(entry).map(({ id }) => id),
    quote: shorten(quote, QUOTE_SHOWN),
    who: whoDid(kind, by, codebook, words),
    by: by.map(one => ({ coder: one.coder, extent: extentOf(one) })),
    coding: by.flatMap(({ excerpts }) => excerpts)[0]?.coding.id ?? '',
  };
}

/** Whether a disagreement is one of those that are counted in a row. */
export function isOfRow(
  { code, themes, transcript, by }: ShownDisagreement,
  { kind, key, coders }: Pick<AgreementRow, 'kind' | 'key' | 'coders'>,
): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'code':
      return code === key;
    case 'theme':
      return themes.includes(key);
    case 'transcript':
      return transcript === key;
    case 'pair': {
      const extents = by.filter(({ coder }) => coders.includes(coder)).map(({ extent }) => extent);
      return extents.length === 2 && extents[0] !== extents[1];
    }
  }
}

function whoDid(kind: DisagreementKind, by: readonly CodedBy[], codebook: Codebook, words: DisagreementWords): string {
  const given = by.filter(({ excerpts }) => excerpts.length > 0);
  const others = by.filter(({ excerpts }) => excerpts.length === 0);
  const names = (of: readonly CodedBy[]): string => words.listed(of.map(({ coder }) => coder));
  if (kind === 'other-extent') {
    const each = given.map(one => fill(words.extentOf, one.coder, wordsOf(one)));
    return fill(words.otherExtent, names(given), each.join('; '));
  }
  const said = fill(words.only, names(given), names(others));
  const instead = others.flatMap(({ coder, others: codings }) => {
    const ids = codings.map(({ coding }) => codebook.find(coding.code)?.title ?? coding.code);
    return ids.length === 0 ? [] : [fill(words.instead, coder, [...new Set(ids)].map(one => `“${one}”`).join(', '))];
  });
  return [said, ...instead].join(' ');
}

function extentOf({ excerpts }: CodedBy): string {
  return excerpts.map(({ span }) => (span === undefined ? '' : `${span.start}-${span.end}`)).join(' ');
}

function wordsOf({ excerpts }: CodedBy): number {
  return excerpts.reduce((sum, { words }) => sum + words, 0);
}
