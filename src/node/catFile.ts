/** One answer of `git cat-file --batch`. */
export type Answer =
  /** The content of the object that was asked for, and its id. */
  | { readonly is: 'content'; readonly id: string; readonly bytes: Uint8Array }
  /** There is no such object, or there are several, or it is of another kind. */
  | { readonly is: 'nothing' }
  /** It is there, and larger than anybody wants; its content is still to come. */
  | { readonly is: 'too large' };

const NEWLINE = 0x0a;

/** Cuts what `git cat-file --batch` writes into its answers. Every byte is copied once at most, however large an object is. */
export class Answers {
  private pieces: Buffer[] = [];
  private length = 0;
  /** Of the answer that is being received: bytes of its first line with the line end, and of its content. */
  private current: { readonly header: number; readonly id: string; readonly size: number } | undefined;

  /** @param largest size in bytes above which an object is not read */
  constructor(private readonly largest: number) {}

  /** Takes in what git wrote next. */
  add(data: Buffer): void {
    this.pieces.push(data);
    this.length += data.length;
  }

  /** The next whole answer; undefined where it is not whole yet. Behind one that is too large there are no more. */
  next(): Answer | undefined {
    this.current ??= this.readHeader();
    if (this.current === undefined) return undefined;
    const { header, id, size } = this.current;
    if (size > this.largest) return { is: 'too large' };
    // The content has a line end behind it; an answer without content is its first line.
    const end = size < 0 ? header : header + size + 1;
    if (this.length < end) return undefined;
    const all = this.joined();
    this.current = undefined;
    this.pieces = [all.subarray(end)];
    this.length = all.length - end;
    if (size < 0) return { is: 'nothing' };
    return { is: 'content', id, bytes: new Uint8Array(all.subarray(header, header + size)) };
  }

  private readHeader(): { header: number; id: string; size: number } | undefined {
    const all = this.joined();
    const end = all.indexOf(NEWLINE);
    if (end === -1) return undefined;
    const [, id = '', size] = /^([0-9a-f]+) (?:blob|commit) (\d+)$/.exec(all.toString('latin1', 0, end)) ?? [];
    // “missing” and “ambiguous” have no content.
    return { header: end + 1, id, size: size === undefined ? -1 : Number(size) };
  }

  private joined(): Buffer {
    const [first] = this.pieces;
    const all = this.pieces.length === 1 && first !== undefined ? first : Buffer.concat(this.pieces);
    this.pieces = [all];
    return all;
  }
}
