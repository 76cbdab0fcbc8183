import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../text/utf8.js';

/** How many hex digits of a hash make a fingerprint: enough to tell the states of one subject from each other. */
const LENGTH = 12;

/** A short name for what two sides of a change say; another one as soon as one of them says something else. */
export function fingerprintOf(before: unknown, after: unknown): string {
  const text = `${canonical(before)}\n${canonical(after)}`;
  return bytesToHex(sha1(encodeUtf8(text))).slice(0, LENGTH);
}

/** A value as a text in which the order of keys makes no difference. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? '';
}

/** The keys in which two objects differ, those of the first one first. */
export function differingKeys(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter(key => canonical(before[key]) !== canonical(after[key]));
}
