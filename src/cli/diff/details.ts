import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { Change } from '../../core/review/change.js';

/** What a change is about, in the words of the study. */
export interface Detail {
  /** `was` and `now` where two wordings differ; else `quote`, `memo`, `means` (a definition). */
  readonly label: 'quote' | 'memo' | 'means' | 'was' | 'now';
  readonly text: string;
}

/**
 * The words a change is about: of one that changed words both wordings, of everything else what it says.
 * @param quote the passage it is about
 */
export function detailsOf(change: Change, quote: string | undefined): Detail[] {
  const passage = detail('quote', quote);
  switch (change.what) {
    case 'coding-added':
      return [...passage, ...detail('memo', change.after.coding.memo)];
    case 'coding-changed':
      if (change.aspect === 'moved' || change.aspect === 'bounds')
        return both(change.before.coding.quote, change.after.coding.quote);
      return change.aspect === 'memo'
        ? [...passage, ...both(change.before.coding.memo, change.after.coding.memo, 'memo')]
        : passage;
    case 'note-added':
      return [...passage, ...detail('memo', change.after.note.memo)];
    case 'note-changed':
      if (change.aspect === 'moved' || change.aspect === 'bounds')
        return both(change.before.note.quote, change.after.note.quote);
      return change.aspect === 'memo'
        ? [...passage, ...both(change.before.note.memo, change.after.note.memo)]
        : passage;
    case 'entry-added':
      return detail('means', change.after.definition);
    case 'entry-changed': {
      const say = SAYS[change.aspect];
      return say === undefined ? [] : both(say(change.before), say(change.after), 'means');
    }
    default:
      return passage;
  }
}

/** The texts of an entry of which both wordings are shown. */
const SAYS: Readonly<Record<string, (entry: CodebookEntry) => string | undefined>> = {
  definition: entry => entry.definition,
  include: entry => joined(entry.include),
  exclude: entry => joined(entry.exclude),
  example: entry => joined(entry.example),
};

const joined = (texts: readonly string[]): string | undefined => (texts.length === 0 ? undefined : texts.join(' / '));

function detail(label: Detail['label'], text: string | undefined): Detail[] {
  return text === undefined || text.trim() === '' ? [] : [{ label, text }];
}

/** @param first what the second is called where there is no first */
function both(before: string | undefined, after: string | undefined, first: Detail['label'] = 'now'): Detail[] {
  const was = detail('was', before);
  return [...was, ...detail(was.length === 0 ? first : 'now', after)];
}
