import type { Commit } from '../core/ports.js';

/** A commit as git stores it. */
export interface StoredCommit extends Commit {
  /** When it was committed, in seconds since 1970: what an order by age goes by. */
  readonly committed: number;
}

const SIGNATURE = /^(.*?) ?<[^<>]*> (-?\d+) [+-]\d+$/;

/** Reads a commit from the bytes git stores for it. What is not as git writes it is left empty. */
export function parseCommit(id: string, bytes: Uint8Array): StoredCommit {
  const raw = Buffer.from(bytes);
  const end = raw.indexOf('\n\n');
  const [header, rest] = end === -1 ? [raw, Buffer.alloc(0)] : [raw.subarray(0, end), raw.subarray(end)];
  const lines = header.toString('latin1').split('\n');
  const encoding = valuesOf(lines, 'encoding')[0] ?? 'utf-8';
  const [author, committer] = ['author', 'committer'].map(key => signature(valuesOf(lines, key)[0] ?? ''));
  const [subject = '', ...body] = decode(rest, encoding).trimStart().split('\n');
  return {
    id,
    parents: valuesOf(lines, 'parent'),
    author: printable(decode(Buffer.from(author?.name ?? '', 'latin1'), encoding)),
    date: isoDate(author?.seconds ?? 0),
    subject: printable(subject),
    body: body.join('\n').trim(),
    committed: committer?.seconds ?? 0,
  };
}

function valuesOf(header: readonly string[], key: string): string[] {
  return header.filter(line => line.startsWith(`${key} `)).map(line => line.slice(key.length + 1));
}

function decode(raw: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(raw);
  } catch {
    // An encoding nobody knows.
    return raw.toString('utf8');
  }
}

function signature(value: string): { name: string; seconds: number } | undefined {
  const [, name, seconds] = SIGNATURE.exec(value) ?? [];
  return name === undefined ? undefined : { name, seconds: Number(seconds) };
}

/** UTC; the beginning of 1970 for a time no calendar has. */
function isoDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().replace('.000Z', 'Z');
}

/** Names and subjects are shown in terminals, to which control characters are commands. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
