import { CODING_RECORDS } from '../../coding/file.js';
import { COMMENT_RECORDS } from '../../discussion/record.js';
import { READING_RECORDS } from '../../reading/record.js';
import { canonical } from '../../review/keys.js';
import { discussionPlaceOf, placeOf, readingPlaceOf } from '../../study/layout.js';
import { compareTexts } from '../../text/compare.js';
import type { RecordKind } from '../../text/records.js';

/** What a line of a file of records holds. `other`: an object with an id that is no whole record of its file. */
export type RecordIs = 'coding' | 'note' | 'reading' | 'comment' | 'other';

/** The value of a record by key; only what is its own is its. */
export type Values = Readonly<Record<string, unknown>>;

/** A line that holds a record. */
export class RecordLine {
  private text: string | undefined;

  /**
   * @param line as it stands in the file, without line end
   * @param id names the record in its file
   */
  constructor(
    readonly line: string,
    readonly id: string,
    readonly is: RecordIs,
    readonly value: Values,
  ) {}

  /** What it says: the same text for two lines that say the same, however they are written. */
  get said(): string {
    this.text ??= canonical(this.value);
    return this.text;
  }

  /** What it says under some keys, as a text. */
  says(keys: readonly string[]): string {
    return keys.map(key => canonical(this.get(key))).join('\n');
  }

  /** The value of a key; undefined where there is none. */
  get(key: string): unknown {
    return Object.hasOwn(this.value, key) ? this.value[key] : undefined;
  }
}

/** Reads the lines of one file of records; a line that stands in several versions is read once. */
export class RecordReader {
  private readonly known = new Map<string, RecordLine | undefined>();
  private readonly kind: RecordKind<unknown> | undefined;
  private readonly noun: RecordIs;

  /** @param path of the file, from the study */
  constructor(path: string) {
    [this.kind, this.noun] = kindOf(path);
  }

  /** The record that a line holds; undefined where it is none, or has nothing to know it by. */
  read(line: string): RecordLine | undefined {
    if (!this.known.has(line)) this.known.set(line, this.parse(line));
    return this.known.get(line);
  }

  /** The order of records in a file. Whole ones stand as their kind says, others by id. */
  compare(a: RecordLine, b: RecordLine): number {
    const byKind = Number(a.is === 'other') - Number(b.is === 'other');
    if (byKind !== 0) return byKind;
    const inKind = a.is === 'other' ? 0 : (this.kind?.compare(a.value, b.value) ?? 0);
    return inKind || compareTexts(a.id, b.id) || compareTexts(a.line, b.line);
  }

  private parse(line: string): RecordLine | undefined {
    const value = objectIn(line);
    if (value === undefined) return undefined;
    const isWhole = this.kind?.isWhole(this.kind.parse(line)) ?? false;
    const is = isWhole ? this.noun : 'other';
    if (is === 'note' && !('quote' in value)) return new RecordLine(line, '', 'reading', value);
    const { id } = value;
    return typeof id === 'string' && id !== '' ? new RecordLine(line, id, is, value) : undefined;
  }
}

function kindOf(path: string): [RecordKind<unknown> | undefined, RecordIs] {
  const known = <T>(kind: RecordKind<T>): RecordKind<unknown> => kind as RecordKind<unknown>;
  if (placeOf(path) !== undefined) return [known(CODING_RECORDS), 'coding'];
  if (readingPlaceOf(path) !== undefined) return [known(READING_RECORDS), 'note'];
  return discussionPlaceOf(path) === undefined ? [undefined, 'other'] : [known(COMMENT_RECORDS), 'comment'];
}

function objectIn(line: string): Values | undefined {
  if (!line.includes('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : undefined;
  } catch {
    return undefined;
  }
}
