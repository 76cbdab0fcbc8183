import { below, seeded } from '../random.js';
import { type Characters, inserted, textOf } from './characters.js';
import { asFirstVersion, type Block, type Document } from './document.js';
import { hardWrapped } from './edits/wrapping.js';
import { LABEL_STYLES, labelOf } from './labels.js';
import { english } from './prose/english.js';
import type { Language } from './prose/language.js';
import { otherLanguages } from './prose/otherLanguages.js';
import { answerLength, Speech } from './prose/speech.js';

const FEWEST_WORDS = 1_500;
const MOST_WORDS = 6_000;
/** Two in three transcripts are English. */
const LANGUAGES: readonly Language[] = otherLanguages.flatMap(language => [english, english, language]);
const SPEAKERS: readonly (readonly string[])[] = [
  ['INT', 'PP3'],
  ['Interviewer', 'NP12'],
  ['Q', 'A'],
  ['Moderator', 'Ann Smith', 'José', 'P4'],
  ['I', 'PP1', 'PP2'],
];
const HEADINGS = ['Beginnings', 'The first weeks', 'In the team', 'What was hard', 'What helped', 'Looking back'];

/**
 * A transcript, the same one for the same seed and number. The number decides its shape, the seed what is said.
 * @param length how many words it has, about; 1,500 to 6,000 where nothing is said
 */
export function transcript(seed: number, number: number, length?: number): Document {
  const random = seeded(seed * 100_003 + number * 7919 + 1);
  const language = LANGUAGES[number % LANGUAGES.length] as Language;
  const speakers = SPEAKERS[Math.floor(number / 2) % SPEAKERS.length] as readonly string[];
  const style = LABEL_STYLES[number % LABEL_STYLES.length] ?? '**A:** text';
  const words = length ?? FEWEST_WORDS + below(random, MOST_WORDS - FEWEST_WORDS);
  const document: Document = {
    blocks: blocks(
      new Speech(language, random),
      { language, speakers, style, words, isDivided: number % 3 === 1 },
      random,
    ),
    language,
    speakers,
    style,
    gap: style.startsWith('###') || number % 4 !== 3 ? '\n\n' : '\n',
    names: language.names,
    lineEnd: number % 7 === 5 ? '\r\n' : '\n',
    byteOrderMark: number % 11 === 4,
  };
  return asFirstVersion(shaped(document, number));
}

/** Every shape in which text is met: hard-wrapped, decomposed accents, curly quotes, no-break spaces. */
function shaped(document: Document, number: number): Document {
  const change = (from: RegExp, to: string) => (one: Characters) => inserted(textOf(one).replace(from, to));
  let result = document;
  const all = (by: (one: Characters) => Characters): void => {
    result = {
      ...result,
      blocks: result.blocks.map(block =>
        block.kind === 'turn' ? { ...block, paragraphs: block.paragraphs.map(by) } : block,
      ),
    };
  };
  if (number % 5 === 2) all(change(/'/g, '’'));
  if (number % 5 === 2) all(change(/"([^"]*)"/g, '“$1”'));
  if (number % 6 === 3) all(change(/… /g, '... '));
  if (number % 8 === 6) all(one => inserted(textOf(one).normalize('NFD')));
  if (number % 9 === 4) all(one => hardWrapped(one, 72));
  return result;
}

interface Shape extends Pick<Document, 'language' | 'speakers' | 'style'> {
  readonly words: number;
  readonly isDivided: boolean;
}

function blocks(speech: Speech, shape: Shape, random: () => number): Block[] {
  const { language, speakers, style, words, isDivided } = shape;
  const result: Block[] = [frontMatter(speakers, language)];
  let left = words;
  let seconds = 4;
  let untilHeading = 0;
  let headings = 0;
  let last = 0;
  const turn = (speaker: number, paragraphs: readonly string[]): void => {
    const block = { kind: 'turn', speaker, seconds, paragraphs: paragraphs.map(inserted) } as const;
    result.push({ ...block, ...labelOf(style, speakers[speaker] ?? '', seconds) });
    const length = paragraphs.reduce((sum, one) => sum + wordsOf(one, language), 0);
    left -= length;
    untilHeading -= length;
    seconds += 1 + Math.ceil(length / 2.5);
    last = speaker;
  };
  while (left > 0) {
    if (isDivided && untilHeading <= 0) {
      const text = `## ${HEADINGS[headings % HEADINGS.length]}${headings >= HEADINGS.length ? ' (2)' : ''}`;
      result.push({ kind: 'heading', before: [], paragraphs: [inserted(text)], after: [] });
      headings++;
      untilHeading = 500 + below(random, 500);
    }
    const isShort = random() < 0.3;
    if (last === 0) {
      const speaker = 1 + below(random, speakers.length - 1);
      const paragraphs = 1 + (random() < 0.2 ? 1 + below(random, 2) : 0);
      turn(
        speaker,
        isShort
          ? [speech.backchannel()]
          : Array.from({ length: paragraphs }, () => speech.answer(answerLength(random))),
      );
    } else turn(0, [isShort ? speech.backchannel() : speech.question()]);
  }
  return result;
}

function frontMatter(speakers: readonly string[], language: Language): Block {
  const text = `---\nkind: interview\nparticipants: [${speakers.slice(1).join(', ')}]\nlanguage: ${language.name}\ndate: 2026-03-02\n---`;
  return { kind: 'front matter', before: [], paragraphs: [inserted(text)], after: [] };
}

/** Roughly how many words a text has; a word of a script without spaces is taken for two characters. */
function wordsOf(text: string, { space }: Language): number {
  return space === '' ? text.length / 2 : text.split(space).length;
}
