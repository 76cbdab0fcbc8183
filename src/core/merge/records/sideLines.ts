import { putTo } from '../../text/grouped.js';
import { type FramedLine, type FramedText, framed, lineAt } from '../frame.js';
import type { RecordLine, RecordReader } from './recordLine.js';

/** The lines of one version of a file of records: by record and by their text. */
export class SideLines {
  readonly records = new Map<string, RecordLine[]>();
  private readonly places = new Map<string, number[]>();
  private readonly text: FramedText;

  constructor(text: string | undefined, reader: RecordReader) {
    this.text = framed(text);
    this.text.lines.forEach((line, at) => {
      const record = reader.read(line);
      if (record !== undefined) putTo(this.records, record.id, record);
      putTo(this.places, line, at);
    });
  }

  /** All lines, each once. */
  get texts(): Iterable<string> {
    return this.places.keys();
  }

  /** How many lines there are. */
  get length(): number {
    return this.text.lines.length;
  }

  /** A line with its line end. */
  line(at: number): FramedLine {
    return lineAt(this.text, at);
  }

  /** Where a line stands, in order: the same may stand several times. */
  placesOf(line: string): readonly number[] {
    return this.places.get(line) ?? [];
  }
}
