import type { Codebook } from '../src/core/codebook/codebook.js';
import { parseCodebook } from '../src/core/codebook/parse.js';
import { themePath } from '../src/core/codebook/query.js';
import { CodeOffers } from '../src/core/coding/codeOffers.js';
import { parseCodingFile } from '../src/core/coding/file.js';
import { formatCodingLine } from '../src/core/coding/line.js';
import { codingPath } from '../src/core/study/layout.js';
import { Study } from '../src/core/study/study.js';
import { NodeFileStore } from '../src/node/fileStore.js';
import { median, timed } from './measure.js';
import { below, seeded } from './random.js';
import { CODERS } from './sizes.js';

const FEW = 1_000;
const CODES = 2_000;
const MANY = 4_000;
const CODINGS = 60_000;
const TRANSCRIPTS = 200;
const RUNS = 15;
const LETTERS = 12;

/** What the code picker costs of our own work, in milliseconds. */
export interface PickerFigures {
  readonly codes: number;
  readonly codings: number;
  /** The list before anything is typed, with counts. */
  readonly open: number;
  /** What is prepared for the first search in a codebook, in steps, once the picker is open; and the dearest step. */
  readonly prepare: number;
  readonly dearestStep: number;
  /** A letter of a name that is typed with a slip: the middle one, and the dearest of the twelve. */
  readonly keystroke: number;
  readonly dearest: number;
  /** How many times a pass that puts the same text in lower case and looks for what is typed takes, in the same run. */
  readonly keystrokeToPass: number;
  readonly openToPass: number;
  /** How many times as long a keystroke and the preparation take with four times the codes. */
  readonly growth: number;
  readonly prepareGrowth: number;
}

interface Run {
  readonly open: number;
  readonly steps: readonly number[];
  readonly keys: readonly number[];
  readonly pass: number;
}

/** Opens the picker on three sizes of codebook in turn, types a name letter by letter, and takes the middle of the runs. */
export async function measurePicker(): Promise<PickerFigures> {
  const texts = [FEW, CODES, MANY].map(codebook);
  const study = codedStudy(texts[1] as string);
  const runs: { few: Run; codes: Run; many: Run }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const [few, codes, many] = [
      await measured(study, texts[0]),
      await measured(study, texts[1]),
      await measured(study, texts[2]),
    ];
    // The first run warms up.
    if (run > 0) runs.push({ few, codes, many });
  }
  const middle = (figure: (run: { few: Run; codes: Run; many: Run }) => number): number => median(runs.map(figure));
  return {
    codes: CODES,
    codings: CODINGS,
    open: middle(({ codes }) => codes.open),
    prepare: middle(({ codes }) => sum(codes.steps)),
    dearestStep: middle(({ codes }) => Math.max(...codes.steps)),
    keystroke: middle(({ codes }) => median(codes.keys)),
    dearest: middle(({ codes }) => Math.max(...codes.keys)),
    keystrokeToPass: middle(({ codes }) => median(codes.keys) / codes.pass),
    openToPass: middle(({ codes }) => codes.open / codes.pass),
    growth: middle(({ few, many }) => sum(many.keys) / sum(few.keys)),
    prepareGrowth: middle(({ few, many }) => sum(many.steps) / sum(few.steps)),
  };
}

async function measured(study: Study, text: string | undefined): Promise<Run> {
  // Parsed anew: what is kept for a codebook must not make the next run cheap.
  study.codebook = parseCodebook(text ?? '');
  const recent = ['code-3', 'code-141', 'code-592'];
  let offers = new CodeOffers(study, recent);
  const open = await timed(() => {
    offers = new CodeOffers(study, recent);
    return offers.offer('');
  });
  const preparation = offers.preparation();
  const steps: number[] = [];
  for (let done = false; !done; )
    steps.push(
      await timed(() => {
        done = preparation.next().done === true;
      }),
    );
  const typed = slipped(study.codebook);
  const keys: number[] = [];
  for (let i = 1; i <= typed.length; i++) keys.push(await timed(() => offers.offer(typed.slice(0, i))));
  const found = offers.offer(typed).codes.some(({ code }) => code.id === MEANT);
  if (!found) throw new Error(`“${typed}” did not find the code that was meant.`);
  const pass = await timed(() => plainPass(study.codebook, typed));
  return { open, steps, keys, pass };
}

const MEANT = 'code-700';

/** The beginning of a title, two letters in the wrong order. */
function slipped(book: Codebook): string {
  const title = book.find(MEANT)?.title.toLowerCase().slice(0, LETTERS) ?? '';
  return `${title.slice(0, 2)}${title[3]}${title[2]}${title.slice(4)}`;
}

/** What a search costs that does the least: all text in lower case, and a look for what was typed. */
function plainPass(book: Codebook, typed: string): number {
  let found = 0;
  for (const code of book.entries) {
    if (code.kind !== 'code') continue;
    const { title, id, formerly, definition = '', include, exclude, example } = code;
    const text = [title, id, ...formerly, ...themePath(code), definition, ...include, ...exclude, ...example].join(' ');
    if (text.toLowerCase().includes(typed)) found++;
  }
  return found;
}

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0);

/** Names of two or three words out of as many different ones as a codebook of that length has. */
function codebook(codes: number): string {
  const random = seeded(23);
  const known = Array.from({ length: 300 + codes / 2 }, () => word(random));
  const some = (count: number): string =>
    Array.from({ length: count }, () => known[below(random, known.length)]).join(' ');
  const entries = Array.from({ length: codes }, (_, i) => {
    const theme = i % 20 === 0 ? `## ${some(3)} {#theme-${i} .theme}\n\n${some(15)}.\n\n` : '';
    const former = i % 5 === 0 ? ` formerly="was-${i} ${some(1)}-${i}"` : '';
    return `${theme}### ${some(2 + (i % 2))} {#code-${i}${former}}\n\n${some(22)}.\n\nInclude: ${some(6)}.\n\n`;
  });
  return `# Codebook\n\n${entries.join('')}`;
}

function word(random: () => number): string {
  const syllables = 2 + below(random, 3);
  const letter = (of: string): string => of[below(random, of.length)] ?? '';
  return Array.from({ length: syllables }, () => letter('bcdfghklmnprst') + letter('aeiou')).join('') + letter('nrst');
}

/** A study whose index holds codings of all codes, some used much more than others; nothing of it is on a disk. */
function codedStudy(text: string): Study {
  const study = new Study(new NodeFileStore('.'), { now: Date.now, random: Math.random });
  study.codebook = parseCodebook(text);
  const random = seeded(5);
  const perFile = CODINGS / TRANSCRIPTS / CODERS.length;
  let id = 0;
  for (let i = 0; i < TRANSCRIPTS * CODERS.length; i++) {
    const transcript = `transcripts/pp-${i % TRANSCRIPTS}.md`;
    const coder = CODERS[i < TRANSCRIPTS ? 0 : 1];
    const lines = Array.from({ length: perFile }, (_, at) =>
      formatCodingLine({
        code: `code-${Math.floor(CODES * random() ** 2)}`,
        quote: 'a few words',
        at: [at * 50, at * 50 + 11],
        context: ['', ''],
        base: '0123456789ab',
        created: '2026-03-02T10:03:11Z',
        id: String(id++).padStart(10, '0'),
      }),
    );
    const place = { path: codingPath(coder, transcript), coder, transcript };
    study.index.set(parseCodingFile(`${lines.join('\n')}\n`, place));
  }
  if (study.index.size !== CODINGS) throw new Error('Some generated codings were not read.');
  return study;
}
