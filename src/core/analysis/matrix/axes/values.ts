import type { Corpus, CorpusTranscript } from '../../corpus/corpus.js';
import { frontEntries } from '../../query/fields/facts.js';
import { nameKey } from '../../query/fields/field.js';
import { partsOf } from '../../query/fields/others.js';

/** Values as they are written, by what two spellings of one have in common. */
export type Values = ReadonlyMap<string, string>;

/** What `participants.csv` says of a person in a column. */
export function valuesOfPerson(corpus: Corpus, id: string, column: string): Values {
  const person = corpus.study.participants.find(id);
  const key = nameKey(column);
  const cells = Object.entries(person?.attributes ?? {}).flatMap(([name, value]) =>
    nameKey(name) === key ? [value] : [],
  );
  return valuesIn(key === 'role' && person?.role !== undefined ? [person.role, ...cells] : cells);
}

/** What the front matter of a transcript says in an entry. */
export function valuesOfTranscript({ frontMatter }: CorpusTranscript, entry: string): Values {
  const key = nameKey(entry);
  if (key === DATE) return valuesIn(frontMatter.date === undefined ? [] : [dayOf(frontMatter.date)]);
  return valuesIn([...frontEntries(frontMatter)].flatMap(([name, value]) => (nameKey(name) === key ? [value] : [])));
}

export const DATE = 'date';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a date is that of one day: a year would find all of its days. */
export function isDay(date: string): boolean {
  return DAY.test(date);
}

/** A date without its time of day. */
function dayOf(date: string): string {
  const [day = ''] = date.trim().split(/[T\s]/, 1);
  return isDay(day) ? day : date.trim();
}

/** Of a list, such as `quiet, north`, each part is a value. */
function valuesIn(cells: readonly string[]): Values {
  const values = new Map<string, string>();
  for (const value of cells.flatMap(partsOf)) if (!values.has(nameKey(value))) values.set(nameKey(value), value);
  return values;
}
