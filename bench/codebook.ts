import { changeCodebook } from '../src/core/codebook/changeCodebook.js';
import { parseCodebook } from '../src/core/codebook/parse.js';
import { median, timed } from './measure.js';

/** A codebook is parsed at every keystroke in it; these many codes in six levels, each with a definition, notes and a list. */
const FEW = 500;
const MANY = 2_000;
const RUNS = 9;
const GROUP = 20;
const THEME_LEVELS = 5;

/** What a long codebook costs while one types in it and while one moves its codes, in milliseconds. */
export interface CodebookFigures {
  readonly codes: number;
  readonly parse: number;
  /** How many times as long four times the codes take. */
  readonly growth: number;
  /** Ten codes dragged to another theme. */
  readonly move: number;
  /** How many times as long as parsing that takes, in the same run. */
  readonly moveToParse: number;
  readonly moveGrowth: number;
}

/** Looks at a large and a small codebook in turn, each time with another letter typed, and takes the middle of the pairs. */
export async function measureCodebook(): Promise<CodebookFigures> {
  const runs: { parse: Pair; move: Pair }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const parse = { few: await typing(FEW, run), many: await typing(MANY, run) };
    const move = { few: await moving(FEW, run), many: await moving(MANY, run) };
    // The first run warms up.
    if (run > 0) runs.push({ parse, move });
  }
  const middle = (figure: (run: { parse: Pair; move: Pair }) => number): number => median(runs.map(figure));
  return {
    codes: MANY,
    parse: middle(({ parse }) => parse.many),
    growth: middle(({ parse }) => parse.many / parse.few),
    move: middle(({ move }) => move.many),
    moveToParse: middle(({ move, parse }) => move.many / parse.many),
    moveGrowth: middle(({ move }) => move.many / move.few),
  };
}

interface Pair {
  readonly few: number;
  readonly many: number;
}

function typing(codes: number, letters: number): Promise<number> {
  const text = typedIn(codes, letters);
  return timed(() => parseCodebook(text));
}

function moving(codes: number, letters: number): Promise<number> {
  const text = typedIn(codes, letters);
  const entries = Array.from({ length: 10 }, (_, i) => `code-${21 + 41 * i}`);
  return timed(() => changeCodebook(text, { do: 'move', entries, to: { under: 't0' } }, { used: new Set() }));
}

function typedIn(codes: number, letters: number): string {
  return codebook(codes).replace('What peers', `What peers ${'x'.repeat(letters)}`);
}

/** Themes nest five deep and codes below them: the sixth level is too deep for a heading, `parent=` says where it hangs. */
function codebook(codes: number): string {
  let theme = '';
  const entry = (i: number): string => {
    const depth = 1 + (Math.floor(i / GROUP) % THEME_LEVELS);
    if (i % GROUP === 0) {
      theme = `t${i}`;
      return `${'#'.repeat(depth + 1)} Theme ${i} {#${theme} .theme}\n\nWhat peers change in the room.\n`;
    }
    const isTooDeep = depth === THEME_LEVELS;
    const heading = isTooDeep ? '######' : '#'.repeat(depth + 2);
    const parent = isTooDeep ? ` parent=${theme}` : '';
    return `${heading} Code ${i} {#code-${i} color=amber formerly="old-${i}"${parent}}\n\nSharing one's **own** experience.\n\nInclude: in a meeting.\nExclude: among colleagues.\n\n- a list\n- of notes\n`;
  };
  return `# Codebook\n\n${Array.from({ length: codes }, (_, i) => entry(i)).join('\n')}`;
}
