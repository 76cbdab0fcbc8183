import type { QuotePiece } from '../../../../src/core/manuscript/quotation.js';
import type { Made, Random } from './quotations.js';

type Words = Extract<QuotePiece, { kind: 'words' }>;

/** Ways to make a quotation say what was not said. Each takes the words of a piece and answers others, or nothing where it cannot. */
const OF_WORDS: Readonly<Record<string, (words: string[], at: number) => string[] | undefined>> = {
  'another word': (words, at) => words.with(at, 'zwoxel'),
  'a word less': (words, at) =>
    words[at] === words[at - 1] || words[at] === words[at + 1] ? undefined : words.toSpliced(at, 1),
  'a word more': (words, at) => words.toSpliced(at, 0, 'hardly'),
  'two words swapped': (words, at) => {
    const [one, other] = [words[at] as string, words[at + 1] as string];
    return one === other ? undefined : words.with(at, other).with(at + 1, one);
  },
  'another number': (words, at) => words.toSpliced(at, 0, '23').map(word => word.replace(/^\d+/, '24')),
  'no negation': words => {
    const not = words.findIndex((word, i) => i > 1 && i < words.length - 2 && /^(?:not|never|no)$|n['’]t$/i.test(word));
    if (not === -1) return undefined;
    const word = words[not] as string;
    return /t$/.test(word) && word.length > 3 ? words.with(not, word.replace(/n['’]t$/i, '')) : words.toSpliced(not, 1);
  },
  'a negation': (words, at) => words.toSpliced(at, 0, 'not'),
  'three words left out without a mark': (words, at) => words.toSpliced(at, 3),
  'a comma moved': (words, at) =>
    words.with(at, /[,.]/.test(words[at] as string) ? (words[at] as string).replace(/[,.]/, '') : `${words[at]},`),
  'a name': (words, at) => words.with(at, 'Xaver'),
};

/** What the falsified quotation is, in one word or some, and what it says now. */
export interface Falsified extends Made {
  readonly how: string;
}

/** Every way to falsify a quotation that is possible with it. */
export function falsifications(random: Random, made: Made, others: readonly string[]): Falsified[] {
  const found: Falsified[] = [];
  const places = made.pieces.flatMap((piece, i) => (piece.kind === 'words' ? [i] : []));
  const index = places[Math.floor(random() * places.length)] as number;
  const words = (made.pieces[index] as Words).text.split(' ');
  // Never at an end: what a quotation begins and ends with is its writer's choice.
  const at = 2 + Math.floor(random() * (words.length - 5));
  for (const [how, change] of Object.entries(OF_WORDS)) {
    const changed = change(words, at);
    if (changed === undefined) continue;
    found.push({ ...made, how, pieces: made.pieces.with(index, { kind: 'words', text: changed.join(' ') }) });
  }
  const [first, second] = places;
  if (first !== undefined && second !== undefined)
    found.push({ ...made, how: 'the wrong order', pieces: swapped(made.pieces, first, second) });
  found.push({ ...made, how: 'another speaker', speaker: others.find(one => one !== made.speaker) ?? 'PP99' });
  // Few words may well stand at that distance once more.
  const middle = Math.max(at, 5);
  const [before, after] = [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
  const nothing: QuotePiece[] = [
    { kind: 'words', text: before },
    { kind: 'redaction', label: 'name' },
    { kind: 'words', text: after },
  ];
  found.push({ ...made, how: 'a redaction of nothing', pieces: made.pieces.toSpliced(index, 1, ...nothing) });
  return found;
}

function swapped(pieces: readonly QuotePiece[], first: number, second: number): QuotePiece[] {
  return pieces.with(first, pieces[second] as QuotePiece).with(second, pieces[first] as QuotePiece);
}
