import type { Environment } from '../ports.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import { type Anchored, CONTEXT_LENGTH, type Coding } from './coding.js';

const ID_LENGTH = 10;
const ID_CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A new id: 10 characters of `0-9a-z`, none that is taken. */
export function newId(environment: Environment, taken: (id: string) => boolean): string {
  for (;;) {
    let id = '';
    while (id.length < ID_LENGTH) id += ID_CHARACTERS[Math.floor(environment.random() * ID_CHARACTERS.length)];
    if (!taken(id)) return id;
  }
}

/** Now, as `created` says it: UTC, ISO 8601, whole seconds. */
export function timestamp(environment: Environment): string {
  return new Date(environment.now()).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** What a new coding is made of. */
export interface NewCoding {
  /** Text of the transcript: no byte order mark, line ends LF. */
  readonly points: CodePoints;
  /** Passage in code points; not empty. */
  readonly span: Span;
  readonly code: string;
  /** First 12 hex digits of the transcript's git blob id. */
  readonly base: string;
  readonly memo?: string;
}

/** Makes the record of a new coding, keys in their order. */
export function createCoding(passage: NewCoding, environment: Environment, taken: (id: string) => boolean): Coding {
  const { points, span, code, base, memo } = passage;
  return {
    code,
    ...anchorOf(points, span, base),
    ...(memo ? { memo } : {}),
    created: timestamp(environment),
    id: newId(environment, taken),
  };
}

/** What finds a passage again, keys in the order of a record. */
export function anchorOf(points: CodePoints, span: Span, base: string): Required<Anchored> {
  return {
    quote: points.slice(span.start, span.end),
    at: [span.start, span.end],
    context: contextOf(points, span),
    base,
  };
}

/** The text before and after a passage, up to 32 code points each. */
export function contextOf(points: CodePoints, span: Span): [string, string] {
  return [points.slice(span.start - CONTEXT_LENGTH, span.start), points.slice(span.end, span.end + CONTEXT_LENGTH)];
}
