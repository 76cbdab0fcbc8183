import { unzipSync, type Zippable, zipSync } from 'fflate';
import { compareTexts } from '../../../text/compare.js';
import { decodeUtf8, encodeUtf8 } from '../../../text/utf8.js';

/** The times that a file of Word says of itself. */
const TIMES = /(<dcterms:(created|modified) [^>]*>)[^<]*(<\/dcterms:\2>)/g;
const CORE = 'docProps/core.xml';
const BODY = 'word/document.xml';
/** The ends of a bookmark, with its number, which the library counts through all documents that it has ever written. */
const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)(")/g;
/** Said of a document of which nobody knows when it was written. */
const SOME_TIME = '2000-01-01T00:00:00Z';

/**
 * The same file without the time at which it was made, its parts in a fixed order: what says the same is the same bytes.
 * @param date what it is to say of when it was written: ISO 8601, UTC
 */
export function sameBytesZip(bytes: Uint8Array, date = SOME_TIME): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => rank(a) - rank(b) || compareTexts(a, b));
  const kept: Zippable = {};
  for (const [name, content] of parts) {
    const own = name === CORE ? dated(content, date) : name === BODY ? numbered(content) : content;
    // Midday, because ZIP files know no time zones: it is the same day everywhere.
    kept[name] = [own, { mtime: '2000-01-01T12:00:00', level: 9 }];
  }
  return zipSync(kept);
}

function dated(content: Uint8Array, date: string): Uint8Array {
  return encodeUtf8(decodeUtf8(content).replace(TIMES, `$1${date}$3`));
}

/** Counts the bookmarks from 1. */
function numbered(content: Uint8Array): Uint8Array {
  const numbers = new Map<string, number>();
  const counted = decodeUtf8(content).replace(BOOKMARK, (_, before: string, old: string, after: string) => {
    numbers.set(old, numbers.get(old) ?? numbers.size + 1);
    return `${before}${numbers.get(old)}${after}`;
  });
  return encodeUtf8(counted);
}

/** Programs that look at the beginning of a file only want the list of its parts first. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}
