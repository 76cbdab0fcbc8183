import type { Change } from './change.js';
import { codingSentence, noteSentence } from './sentences/codings.js';
import { bookTextSentence, entrySentence } from './sentences/entries.js';
import { furtherSentence } from './sentences/further.js';

/** A change in words. All of it is plain text: titles and quotes are content and are to be escaped where they are shown. */
export interface Sentence {
  /** What happened, without a full stop: “EA coded with “Own story””. */
  readonly text: string;
  /** The words it is about, whole, with their line ends. */
  readonly quote?: string;
  /** Who did it, where that is known; in the text already where `text` begins with it. */
  readonly by?: string;
}

/** What a change is, in a sentence that a researcher would say. */
export function describeChange(change: Change): Sentence {
  const by = change.by === undefined ? {} : { by: change.by };
  switch (change.what) {
    case 'coding-added':
    case 'coding-changed':
      return { text: codingSentence(change), quote: change.after.coding.quote, ...by };
    case 'coding-removed':
      return { text: codingSentence(change), quote: change.before.coding.quote, ...by };
    case 'note-added':
    case 'note-changed':
      return { text: noteSentence(change), quote: change.after.note.quote, ...by };
    case 'note-removed':
      return { text: noteSentence(change), quote: change.before.note.quote, ...by };
    case 'entry-added':
    case 'entry-removed':
    case 'entry-merged':
    case 'entry-changed':
      return { text: entrySentence(change), ...by };
    case 'codebook-text':
      return { text: bookTextSentence(change), ...by };
    default:
      return { text: furtherSentence(change), ...by };
  }
}
