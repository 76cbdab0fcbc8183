import type { Document } from '../document.js';

/** A way in which transcripts are edited. It answers the edited document and leaves the one it is given alone. */
export interface Edit {
  readonly name: string;
  /** Whether it changes how the text is written and nothing of what is said: it must never cost a coding. */
  readonly isMechanical?: boolean;
  readonly apply: (document: Document, random: () => number) => Document;
}
