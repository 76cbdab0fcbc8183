import { baseOf } from '../../src/core/coding/blobId.js';
import { CodePoints } from '../../src/core/text/codePoints.js';
import { normaliseText } from '../../src/core/text/normalise.js';
import { encodeUtf8 } from '../../src/core/text/utf8.js';
import type { Characters } from './characters.js';
import { type Document, fileOf, render } from './document.js';

/** A version of a transcript as a method sees it, and what only the judge may look at. */
export interface Version {
  /** Text as positions count it: no byte order mark, line ends LF. */
  readonly points: CodePoints;
  /** First 12 hex digits of the git blob id. */
  readonly base: string;
  readonly characters: Characters;
}

/** The version that a document is as a file. */
export function versionOf(document: Document): Version {
  const characters = render(document.blocks, document.gap);
  const file = fileOf(document, characters);
  return {
    points: new CodePoints(normaliseText(file)),
    base: baseOf(encodeUtf8(file)),
    characters,
  };
}
