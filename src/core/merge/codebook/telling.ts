import { themePath } from '../../codebook/query.js';
import type { ConflictSide, ConflictSubject } from '../merge.js';
import type { Section } from './outline.js';
import { anySection, type Subject } from './subjects.js';

/** What a conflict about an entry is about; of a code that was merged long ago only its id is known. */
export function entrySubject(subject: Subject): ConflictSubject {
  const { kind, id, title } = anySection(subject)?.entry ?? { kind: 'code', id: subject.name, title: subject.name };
  return { is: 'entry', kind, id, title };
}

/** What a side says in a respect. */
export function says(text: string | undefined): ConflictSide {
  return { isThere: text !== undefined, text: text ?? '' };
}

/** What a side says of an entry as a whole: its title and the text below it. */
export function wholeEntry(section: Section): ConflictSide {
  const text = section.body.join('\n').trim();
  return says(text === '' ? section.entry.title : `${section.entry.title}\n\n${text}`);
}

/** That an entry is not there, and where it went. */
export function goneInto(into: Section | undefined): ConflictSide {
  return { isThere: false, text: into === undefined ? '' : `Merged into “${into.entry.title}”.` };
}

/** Where an entry stands. */
export function placeOf(section: Section): ConflictSide {
  const path = themePath(section.entry);
  return says(path.length === 0 ? 'At the top' : path.join(' › '));
}
