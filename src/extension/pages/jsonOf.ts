/** What a number, a truth value or nothing weighs. */
const SCALAR = 6;
/** What quotation marks, brackets, colons and commas around something weigh. */
const AROUND = 3;

/** About how long a value is as JSON, in UTF-16 units. Stops as soon as it is more than `most`: what it answers then is more as well. */
export function weightOf(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length + AROUND;
  if (typeof value !== 'object' || value === null) return SCALAR;
  let weight = AROUND;
  if (Array.isArray(value)) {
    for (const item of value) {
      weight += weightOf(item, most - weight);
      if (weight > most) break;
    }
    return weight;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(record)) {
    weight += key.length + AROUND + weightOf(record[key], most - weight);
    if (weight > most) break;
  }
  return weight;
}

/**
 * What `JSON.stringify` makes of a value, text after text, each made in one go.
 * @param value plain data
 * @param length what is made in one go weighs no more, but for a string that does by itself
 */
export function* jsonOf(value: unknown, length: number): Generator<string, void, undefined> {
  if (typeof value !== 'object' || value === null || weightOf(value, length) <= length) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* jsonOfArray(value, length);
  else yield* jsonOfRecord(value as Readonly<Record<string, unknown>>, length);
}

function* jsonOfArray(items: readonly unknown[], length: number): Generator<string, void, undefined> {
  let before = '[';
  for (const { run, isHeavy } of runsOf(items, item => weightOf(item, length), length)) {
    yield before;
    if (isHeavy && typeof run[0] === 'object') yield* jsonOf(run[0], length);
    // As an array they are what they are in this one: null where there is nothing.
    else yield JSON.stringify(run).slice(1, -1);
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

function* jsonOfRecord(record: Readonly<Record<string, unknown>>, length: number): Generator<string, void, undefined> {
  const weigh = (key: string): number => key.length + AROUND + weightOf(record[key], length);
  let before = '{';
  for (const { run, isHeavy } of runsOf(Object.keys(record), weigh, length)) {
    const [key = ''] = run;
    if (isHeavy && typeof record[key] === 'object') {
      yield `${before}${JSON.stringify(key)}:`;
      yield* jsonOf(record[key], length);
    } else {
      // Nothing is left of those that are undefined.
      const entries = JSON.stringify(Object.fromEntries(run.map(one => [one, record[one]]))).slice(1, -1);
      if (entries === '') continue;
      yield before + entries;
    }
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

/** Things one after the other: light ones in runs that weigh no more than `most` together, each heavy one alone. */
function* runsOf<T>(
  things: Iterable<T>,
  weigh: (thing: T) => number,
  most: number,
): Generator<{ readonly run: readonly T[]; readonly isHeavy: boolean }, void, undefined> {
  let run: T[] = [];
  let weight = 0;
  for (const thing of things) {
    const more = weigh(thing);
    if (run.length > 0 && weight + more > most) {
      yield { run, isHeavy: false };
      run = [];
      weight = 0;
    }
    if (more > most) yield { run: [thing], isHeavy: true };
    else {
      run.push(thing);
      weight += more;
    }
  }
  if (run.length > 0) yield { run, isHeavy: false };
}
