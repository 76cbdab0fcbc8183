import type { QuoteStyle } from '../style.js';
import type { Composition } from './composition.js';
import type { Passage } from './passage.js';
import { type ComposedQuotation, composedQuotation } from './result.js';

/** How much an attribution says: as is due at this place, spelled out, the name alone, or nothing. */
export type AttributionChoice = 'auto' | 'first' | 'later' | 'none';

/** All that is decided of a quotation in the making. */
export interface Draft {
  readonly composition: Composition;
  readonly style: QuoteStyle;
  readonly choice: AttributionChoice;
}

/** How somebody is named in a manuscript. */
export interface NamedInManuscript {
  readonly name: string;
  /** Spelled out: `PP3, peer practitioner, joint interview`. */
  readonly first: string;
  /** Whether the manuscript mentions them for the first time. */
  readonly isFirst: boolean;
}

/** How those who speak in a passage are named in a manuscript. */
export interface PassageNames {
  /** One for each turn of the passage; undefined where nobody knows who speaks. */
  readonly turns: readonly (NamedInManuscript | undefined)[];
  /** What the session is called behind a dialogue. */
  readonly session?: string;
}

/** How somebody is named behind their words, as it was chosen; undefined: not at all. */
export function attributionText(who: NamedInManuscript, choice: AttributionChoice): string | undefined {
  if (choice === 'none') return undefined;
  return choice === 'first' || (choice === 'auto' && who.isFirst) ? who.first : who.name;
}

/** The quotation as it will stand in the manuscript; undefined where no word of it was said. */
export function draftResult(
  passage: Passage,
  { turns, session }: PassageNames,
  { composition, style, choice }: Draft,
): ComposedQuotation | undefined {
  const named = turns.map(who => {
    const text = who && attributionText(who, choice);
    return who && { name: who.name, ...(text === undefined ? {} : { text }) };
  });
  const isSaid = session !== undefined && choice !== 'none';
  return composedQuotation(passage, composition, style, { turns: named, ...(isSaid ? { session } : {}) });
}
