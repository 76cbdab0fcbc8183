import { type Characters, inserted, instead, rewrite, textOf } from '../characters.js';
import { type Document, mapParagraphs } from '../document.js';
import type { Edit } from './edit.js';

/** The file written with other line ends, with a byte order mark or without. */
export const lineEnds: Edit = {
  name: 'line ends and byte order mark',
  isMechanical: true,
  apply: (document, random) => ({
    ...document,
    lineEnd: document.lineEnd === '\n' ? '\r\n' : '\n',
    byteOrderMark: random() < 0.5 ? !document.byteOrderMark : document.byteOrderMark,
  }),
};

/** Accents taken apart (NFD) or, where they are, put together (NFC). */
export const unicodeForm: Edit = {
  name: 'Unicode form',
  isMechanical: true,
  apply: document => {
    const isApart = document.blocks.some(({ paragraphs }) => paragraphs.some(one => /\p{L}\p{M}/u.test(textOf(one))));
    const form = isApart ? 'NFC' : 'NFD';
    return mapParagraphs(document, paragraph =>
      rewrite(paragraph, /[\p{L}\p{N}]\p{M}*/gu, (found, [letter]) =>
        letter.normalize(form) === letter ? found : instead(found, letter.normalize(form)),
      ),
    );
  },
};

type Change = readonly [pattern: RegExp, to: string | ((found: Characters) => Characters)];

/** Each a way of writing the same; the first that finds something to do is done. */
const QUOTES: readonly (readonly Change[])[] = [
  [
    [/[’‘]/gu, "'"],
    [/[“”]/gu, '"'],
  ],
  [
    [/(?<=\p{L})'(?=\p{L})/gu, '’'],
    [/"(?=\p{L})/gu, '“'],
    [/(?<=[\p{L}.])"/gu, '”'],
  ],
];
const DASHES: readonly (readonly Change[])[] = [[[/ [—–] /gu, ' -- ']], [[/ — /gu, ' – ']], [[/ [—–-]{1,2} /gu, '—']]];
const ELLIPSES: readonly (readonly Change[])[] = [[[/\.{3}/gu, '…']], [[/…/gu, '...']]];
const SPACES: readonly (readonly Change[])[] = [[[/\u00A0/gu, ' ']], [[/(?<=\p{L}) (?=\p{L}{1,3}\b)/gu, '\u00A0']]];

/** Quotes, dashes, ellipses and no-break spaces, each written in the other way. */
export const punctuation: Edit = {
  name: 'quotes, dashes, ellipses, spaces',
  isMechanical: true,
  apply: (document, random) => {
    const kinds = [QUOTES, DASHES, ELLIPSES, SPACES].filter(() => random() < 0.6);
    return kinds.reduce((result, ways) => rewritten(result, ways[Math.floor(random() * ways.length)] ?? []), document);
  },
};

const around = (mark: string) => (found: Characters) => [...inserted(mark), ...found, ...inserted(mark)];
const MARKDOWN: readonly (readonly Change[])[] = [
  [[/(?<!\\)[[\]]/gu, found => [...inserted('\\'), ...found]]],
  [[/\\(?=[[\]*_.'-])/gu, () => []]],
  [[/(?<!\*)\*(?!\*)/gu, '_']],
  [[/\*/gu, () => []]],
  [[/(?<= )\p{L}{6,}(?= )/gu, around('*')]],
  [[/(?<= )\p{L}{5,} \p{L}+(?= )/gu, around('**')]],
  [[/[.?](?= )/gu, found => [...inserted('\\'), ...found]]],
];

/** Markdown’s escapes and emphasis: put in, taken out or written in the other way. */
export const markdown: Edit = {
  name: 'Markdown escapes and emphasis',
  isMechanical: true,
  apply: (document, random) => {
    const ways = MARKDOWN.filter(() => random() < 0.3);
    return ways.reduce((result, way) => rewritten(result, way), document);
  },
};

function rewritten(document: Document, changes: readonly Change[]): Document {
  return mapParagraphs(document, paragraph =>
    changes.reduce(
      (text, [pattern, to]) =>
        rewrite(text, pattern, found => (typeof to === 'string' ? instead(found, to) : to(found))),
      paragraph,
    ),
  );
}
