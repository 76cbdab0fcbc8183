import { createHash } from 'node:crypto';

/** That a file is about to be changed. */
export interface JournalEntry {
  /** Path from the study, with `/`. */
  readonly path: string;
  /** What it says before; undefined: it is not there. */
  readonly before: Uint8Array | undefined;
  /** `digest` of what it is about to say. */
  readonly after: string;
  /** The path that it is about to have instead, where that is the same entry on the disk and differs in letter case only. */
  readonly renamed?: string;
}

/** What stands for the content of a file; of one that is not there as well. */
export function digest(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? 'none' : createHash('sha256').update(bytes).digest('hex');
}

/** The first line of a journal. @param writer as `signature` has it */
export function formatHead(writer: string): string {
  return JSON.stringify({ writer });
}

/** An entry as it is appended: behind a line end, so that one that was cut off spoils no other. */
export function formatEntry({ path, before, after, renamed }: JournalEntry): string {
  const bytes = before === undefined ? null : Buffer.from(before).toString('base64');
  return `\n${JSON.stringify({ path, before: bytes, after, renamed })}`;
}

/** Who wrote a journal; undefined where it was killed before it said so, and so before it changed anything. */
export function writerOf(text: string): string | undefined {
  const { writer } = readLine(text.split('\n')[0] ?? '');
  return typeof writer === 'string' ? writer : undefined;
}

/** What a journal says, in its order. A line that is not whole was being written when all ended: nothing was changed after it. */
export function parseEntries(text: string): JournalEntry[] {
  return text.split('\n').flatMap(line => {
    const { path, before, after, renamed } = readLine(line);
    if (typeof path !== 'string' || typeof after !== 'string') return [];
    if (before !== null && typeof before !== 'string') return [];
    const bytes = before === null ? undefined : new Uint8Array(Buffer.from(before, 'base64'));
    return [{ path, before: bytes, after, ...(typeof renamed === 'string' ? { renamed } : {}) }];
  });
}

function readLine(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
