import { markdownOf } from '../memos/markdown.js';
import type { CheckedQuotation, Difference } from './checked.js';
import { namedIn } from './named.js';
import type { ManuscriptPeople } from './people.js';
import type { Manuscript, NamedPerson } from './quotation.js';

/** A change of the text of a manuscript. */
export interface ManuscriptEdit {
  /** First and last place, in code points of the manuscript, the end excluded. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way to put a quotation right. */
export interface ManuscriptFix {
  /** `words`: says what was said; `attribution`: says who said it; `id`: names them by the id that may leave the study. */
  readonly kind: 'words' | 'attribution' | 'id';
  /** What was said, or who is named then. */
  readonly label: string;
  /** In the order of the text, none touching another. */
  readonly edits: readonly ManuscriptEdit[];
}

/** The ways to put a quotation right that need nobody's judgement but the word to do it. */
export function manuscriptFixes(
  checked: CheckedQuotation,
  { text }: Manuscript,
  people: ManuscriptPeople,
): ManuscriptFix[] {
  const characters = [...text];
  return [...wordsFix(checked, characters), ...attributionFixes(checked, characters, people)];
}

function wordsFix({ verdict, differences }: CheckedQuotation, characters: readonly string[]): ManuscriptFix[] {
  if (verdict !== 'changed' || differences.length === 0) return [];
  const edits = differences.map(difference => editOf(difference, characters)).sort((a, b) => a.start - b.start);
  const isApart = edits.every((edit, i) => i === 0 || (edits[i - 1] as ManuscriptEdit).end <= edit.start);
  const [first] = differences as [Difference];
  return isApart ? [{ kind: 'words', label: first.there === '' ? first.here : first.there, edits }] : [];
}

function editOf({ span, here, there }: Difference, characters: readonly string[]): ManuscriptEdit {
  const before = characters[span.start - 1] ?? '';
  const after = characters[span.end] ?? '';
  const { start, end } = span;
  if (there !== '' && here !== '') return { start, end, text: markdownOf(there) };
  if (there === '') {
    // With what is taken out goes one of the spaces around it.
    if (/\s/u.test(before) && (/\s/u.test(after) || /^[\p{P}]$/u.test(after)))
      return { start: start - 1, end, text: '' };
    return /\s/u.test(after) && !/[\p{L}\p{N}]/u.test(before)
      ? { start, end: end + 1, text: '' }
      : { start, end, text: '' };
  }
  const isMark = /^[\p{P}\s]+$/u.test(there);
  const lead = isMark || before === '' || /[\s\p{Ps}\p{Pi}"]/u.test(before) ? '' : ' ';
  const tail = isMark || after === '' || /[\s\p{P}]/u.test(after) ? '' : ' ';
  return { start, end, text: `${lead}${markdownOf(there)}${tail}` };
}

function attributionFixes(
  { quotation: { attribution }, verdict, places, remarks }: CheckedQuotation,
  characters: readonly string[],
  people: ManuscriptPeople,
): ManuscriptFix[] {
  if (attribution === undefined) return [];
  const { span } = attribution;
  const written = characters.slice(span.start, span.end).join('');
  const rename = (kind: 'attribution' | 'id', { participant }: NamedPerson, name: string): ManuscriptFix[] => {
    const at = written.indexOf(participant);
    const start = span.start + [...written.slice(0, at)].length;
    const edits = [{ start, end: start + [...participant].length, text: markdownOf(name) }];
    return at === -1 ? [] : [{ kind, label: name, edits }];
  };
  if (verdict === 'other-speaker') {
    // Of several who are named, which one is wrong is for a person to say.
    const said = places.flatMap(({ participant, also }) => (also === undefined ? (participant ?? []) : []));
    const isOne = attribution.also === undefined;
    return [...new Set(isOne ? said : [])].flatMap(id =>
      rename('attribution', attribution, people.named(id)?.name ?? id),
    );
  }
  if (!remarks.some(({ kind }) => kind === 'internal-id')) return [];
  return namedIn(attribution).flatMap(one => {
    const name = people.named(one.person ?? '')?.name;
    return name === undefined || !people.isInternal(one.participant) ? [] : rename('id', one, name);
  });
}
