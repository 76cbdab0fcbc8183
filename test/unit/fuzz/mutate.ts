import type { Chance } from '../../soak/support/chance.js';

/** Words that mean something to one of our parsers, and such as programs trip over. */
const TOKENS: readonly string[] = [
  ...[
    '{#',
    '}',
    '.theme',
    ' formerly="',
    'parent=hope',
    'color=',
    '#',
    '######',
    '---',
    '---\n',
    '\n---\n',
    '**',
    '**:',
    ': ',
  ],
  ...['[[', ']]', '[[../../x#', '> ', '```', '|', '<!--', '-->', '<script>', '&#0;', '\\', '"', "'", ',', ';', '\t'],
  ...[
    '"at": [',
    '"id": "',
    '"code": ',
    '"quote": ""',
    '{}',
    '[]',
    'null',
    'true',
    '-1',
    '0',
    '1e309',
    '9007199254740993',
    'NaN',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '"__proto__": {"a": 1}'],
  ...[
    '../../x',
    '/etc/passwd',
    'C:\\x',
    '\\\\host\\x',
    'CON',
    'nul.md',
    'a/../../b',
    '.git/config',
    '%2e%2e/',
    'file:///etc/passwd',
  ],
  ...['&a [*a, *a]', '!!js/function', '<<: *a', '? x', '- - - -', '{a: {a: {a: ', 'participants: [', 'speakers: {'],
  ...['<<<<<<< HEAD\n', '=======\n', '>>>>>>> theirs\n', '||||||| base\n'],
  ...[
    '\0',
    '\r',
    '\r\n',
    '\n',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u202e',
    '\u0301',
    '\u200d',
    '😀',
    'İ',
    'ß',
    'ﬁ',
    '：',
    '\ud800',
  ],
  ...[
    '[00:12:31]',
    '#00:12:31-4#',
    '99:99:99',
    'Q:',
    'A:',
    '### PP3:',
    'PP3:',
    'a'.repeat(300),
    '('.repeat(200),
    '['.repeat(200),
  ],
  ...[
    '*'.repeat(120),
    '> '.repeat(60),
    '{"a":'.repeat(100),
    '(a|a)*',
    '**/*',
    '!(',
    '{a,b}'.repeat(20),
    ' '.repeat(300),
  ],
];

const BYTES: readonly (readonly number[])[] = [
  [0xff],
  [0xfe, 0xff],
  [0xc3],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0],
];

/** The longest file that comes of it: what is cut in and doubled must not grow without an end. In bytes. */
const LONGEST = 20_000;

/**
 * A file as damage, another program or somebody with ill will might leave it: one to five small changes, of bytes or of tokens.
 * @param other another file, from which pieces are taken
 */
export function mutate(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  let now = Buffer.from(bytes);
  for (let left = 1 + chance.below(5); left > 0; left--) now = once(now, other, chance);
  return new Uint8Array(now.subarray(0, LONGEST));
}

function once(now: Buffer<ArrayBuffer>, other: Uint8Array, chance: Chance): Buffer<ArrayBuffer> {
  const [from, to] = stretch(now, chance);
  const piece = now.subarray(from, to);
  const put = (what: Uint8Array, end = from): Buffer<ArrayBuffer> =>
    Buffer.concat([now.subarray(0, from), what, now.subarray(end)]);
  return chance.weighted<() => Buffer<ArrayBuffer>>([
    [4, () => put(Buffer.from(chance.pick(TOKENS) ?? ''))],
    [3, () => put(Buffer.from(chance.pick(TOKENS) ?? ''), to)],
    [2, () => put(Buffer.from(chance.pick(BYTES) ?? []))],
    [2, () => put(Buffer.of(chance.below(256)), from + 1)],
    [2, () => put(Buffer.alloc(0), to)],
    [2, () => put(Buffer.concat([piece, piece]))],
    [1, () => put(Buffer.concat(Array.from({ length: 2 + chance.below(30) }, () => piece)))],
    [2, () => put(otherPiece(other, chance))],
    [1, () => now.subarray(0, from)],
    [1, () => Buffer.concat([now.subarray(from), now.subarray(0, from)])],
    [
      1,
      () =>
        put(
          Buffer.from(
            piece.toString('latin1').replace(/\d+/g, () => extreme(chance)),
            'latin1',
          ),
          to,
        ),
    ],
    [1, () => Buffer.from(now.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')],
  ])();
}

const extreme = (chance: Chance): string =>
  chance.pick(['-1', '0', '1e9', '4294967296', '99999999999999999999', '0.5']) ?? '';

/** Bounds of a piece: mostly a line, else a few bytes, which may cut a character. */
function stretch(now: Uint8Array, chance: Chance): [number, number] {
  const at = chance.below(now.length + 1);
  if (chance.percent(40)) return [at, Math.min(now.length, at + chance.below(40))];
  const from = now.lastIndexOf(0x0a, at - 1) + 1;
  const end = now.indexOf(0x0a, at);
  return [from, end === -1 ? now.length : end + 1];
}

function otherPiece(other: Uint8Array, chance: Chance): Uint8Array {
  const [from, to] = stretch(other, chance);
  return other.subarray(from, to);
}
