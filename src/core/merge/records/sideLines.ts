import { type FramedLine, type FramedText, framed, lineAt } from '../frame.js';
import type { RecordLine, RecordReader } from './recordLine.js';

/** The lines of one version of a file of records: records by id, and all others by their text. */
export class SideLines {
  readonly records = new Map<string, RecordLine[]>();
  /** Where each record stands, the first place first: the same line may stand twice. */
  private readonly places = new Map<RecordLine, number[]>();
  /** Where each line that is no record stands. */
  readonly loose = new Map<string, number[]>();
  private readonly text: FramedText;

  constructor(text: string | undefined, reader: RecordReader) {
    this.text = framed(text);
    this.text.lines.forEach((line, at) => {
      const record = reader.read(line);
      if (record === undefined) push(this.loose, line, at);
      else {
        push(this.records, record.id, record);
        push(this.places, record, at);
      }
    });
  }

  /** How many lines there are. */
  get length(): number {
    return this.text.lines.length;
  }

  /** A line with its line end. */
  line(at: number): FramedLine {
    return lineAt(this.text, at);
  }

  /** Where a record stands. Each place is given once. */
  takePlace(record: RecordLine): number | undefined {
    return this.places.get(record)?.shift();
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
