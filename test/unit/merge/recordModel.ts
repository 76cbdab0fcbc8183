import type { Plain, Versions } from './recordFiles.js';

/** What a merge of records is to come to, worked out without regard to lines. */
export interface Expected {
  readonly records: ReadonlyMap<string, Plain>;
  /** `id aspect` of every question. */
  readonly questions: ReadonlySet<string>;
}

const PLACE = ['quote', 'at', 'context', 'base'];

/** The rules of merging, once more and as plainly as can be: no text, no lines, no order, one record and one value after the other. */
export function expectedMerge({ file, bases, ours, theirs }: Versions): Expected {
  const records = new Map<string, Plain>();
  const questions = new Set<string>();
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const [o, t] = [ours.get(id), theirs.get(id)];
    const old = bases.map(base => base.get(id));
    if (o !== undefined && t !== undefined) {
      records.set(id, both(id, old.filter(isThere), o, t, file.path, questions));
      continue;
    }
    const there = (o ?? t) as Plain;
    const isNew = bases.length > 0 && old.every(base => base === undefined);
    const isLeft = old.every(base => base !== undefined && isAsItWas(base, there, file.path));
    if (isNew) records.set(id, there);
    else if (bases.length > 0 && old.every(isThere) && isLeft) continue;
    else {
      questions.add(`${id} presence`);
      if (o !== undefined) records.set(id, o);
    }
  }
  return { records, questions };
}

const isThere = (record: Plain | undefined): record is Plain => record !== undefined;

/** Equal, or with nothing else than its place in another version of the transcript. */
function isAsItWas(before: Plain, after: Plain, path: string): boolean {
  if (same(before, after)) return true;
  if (!isAnchored(path)) return false;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const rest = [...keys].filter(key => !['at', 'context', 'base'].includes(key));
  if (!rest.every(key => same(before[key], after[key]))) return false;
  return same(before.at, after.at) || !same(before.base, after.base);
}

function both(id: string, old: readonly Plain[], o: Plain, t: Plain, path: string, questions: Set<string>): Plain {
  const result: Record<string, unknown> = {};
  const put = (key: string, value: unknown): void => {
    if (value !== undefined) result[key] = value;
  };
  const ask = (aspect: string): void => void questions.add(`${id} ${aspect}`);
  for (const key of new Set([...Object.keys(o), ...Object.keys(t)])) {
    if (isAnchored(path) && PLACE.includes(key)) continue;
    if (key === 'edited' && path.includes('discussion')) continue;
    const verdict = byEach(old, o[key], t[key], base => base[key]);
    if (verdict === 'open') ask(key);
    put(key, verdict === 'theirs' ? t[key] : o[key]);
  }
  if (path.includes('discussion')) put('edited', editedOf(old, o, t, questions.has(`${id} comment`)));
  if (!isAnchored(path)) return result;
  const place = (record: Plain): unknown => PLACE.map(key => record[key]);
  const isOther = (a: Plain, b: Plain): boolean =>
    !same(a.quote, b.quote) || (!same(a.at, b.at) && same(a.base, b.base));
  const since = (base: Plain): Side => {
    const verdict = byEach([base], place(o), place(t), place);
    if (verdict !== 'open') return verdict;
    const [meant, meantThere] = [o, t].map(side => isOther(base, side));
    return meant === meantThere ? 'open' : meant ? 'ours' : 'theirs';
  };
  const [verdict, ...others] = new Set(old.map(since));
  const from = verdict === 'theirs' && others.length === 0 ? t : o;
  const isOpen = verdict === undefined || verdict === 'open' || others.length > 0;
  if (isOpen && !same(place(o), place(t))) {
    if (isOther(o, t)) ask('passage');
    // Either will do: nobody is asked which.
    else result.isEitherPlace = true;
  }
  for (const key of PLACE) put(key, from[key]);
  return result;
}

type Side = 'ours' | 'theirs' | 'open';

/** Which side holds by each of the bases: the other one says what was before. */
function byEach(old: readonly Plain[], o: unknown, t: unknown, of: (base: Plain) => unknown): Side {
  if (same(o, t)) return 'ours';
  const [verdict, ...others] = new Set(
    old.map((base): Side => (same(of(base), o) ? 'theirs' : same(of(base), t) ? 'ours' : 'open')),
  );
  return others.length > 0 ? 'open' : (verdict ?? 'open');
}

function editedOf(old: readonly Plain[], o: Plain, t: Plain, isAsked: boolean): unknown {
  if (isAsked || same(o.edited, t.edited)) return o.edited;
  const verdict = byEach(old, o.edited, t.edited, base => base.edited);
  if (verdict !== 'open') return verdict === 'theirs' ? t.edited : o.edited;
  return [o.edited, t.edited]
    .filter(each => each !== undefined)
    .sort()
    .at(-1);
}

const isAnchored = (path: string): boolean => path.includes('transcripts');
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}
