import { type FileState, type Respects, said } from './state.js';

const ANCHOR = new Set(['quote', 'at', 'context', 'base']);
const STATE = new Set(['state', 'since']);

/**
 * Reads a file of records as plainly as can be: one JSON object a line. Lines that are none, and second ones with the same id, are
 * subjects of their own, so that nothing that stands in a file is missed.
 */
export function readRecords(text: string | undefined): FileState {
  const found = new Map<string, Respects>();
  const put = (name: string, respects: Respects): void => {
    let at = name;
    for (let n = 2; found.has(at); n++) at = `${name} again ${n}`;
    found.set(at, respects);
  };
  for (const line of (text ?? '').split('\n')) {
    if (line.trim() === '') continue;
    const record = objectIn(line);
    if (record === undefined) put(`line ${line}`, new Map());
    else if (typeof record.id === 'string') put(record.id, respectsOf(record));
    else if ('state' in record) put('state', respectsOf(record));
    else put(`line ${line}`, new Map());
  }
  return found;
}

/**
 * Whether two passages, as a state has them, are others for a person: other words, or the same words elsewhere in one version of the text. The
 * same words in another version are the same passage.
 */
export function isOtherPassage(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  const [one, other] = [JSON.parse(a), JSON.parse(b)] as [Anchor, Anchor];
  return one.quote !== other.quote || (one.base === other.base && said(one.at) !== said(other.at));
}

/** When a reading state, as a state has it, was said: milliseconds since 1970. */
export function timeOf(state: string | undefined): number {
  return state === undefined ? 0 : Date.parse((JSON.parse(state) as { since?: string }).since ?? '');
}

interface Anchor {
  readonly quote: string;
  readonly at: unknown;
  readonly base?: string;
}

function respectsOf(record: Readonly<Record<string, unknown>>): Respects {
  const respects = new Map<string, string>();
  const group = (name: string, keys: ReadonlySet<string>): void => {
    const of = Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)));
    if (Object.keys(of).length > 0) respects.set(name, said(of));
  };
  group('passage', ANCHOR);
  group('state', STATE);
  for (const [key, value] of Object.entries(record)) {
    if (key !== 'id' && !ANCHOR.has(key) && !STATE.has(key)) respects.set(key, said(value));
  }
  return respects;
}

function objectIn(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
