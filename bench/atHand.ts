import { measureCodebook } from './codebook.js';
import { type Gate, gates } from './gates.js';
import { measurePicker } from './picker.js';
import { printGates } from './report.js';
import { measureTogether } from './together.js';
import { measureTyping } from './typing.js';

const TRIES = 3;

/**
 * What somebody waits for with a hand at the keyboard: the codebook, the theme map, the code picker and typing. Prints figures and gates.
 * @returns whether all gates hold, at one of a few tries
 */
export async function atHand(): Promise<boolean> {
  let found: readonly Gate[] = [];
  for (let tries = 0; tries < TRIES && (tries === 0 || found.some(({ holds }) => !holds)); tries++)
    found = await measured();
  return printGates(found);
}

async function measured(): Promise<readonly Gate[]> {
  const ms = (figure: number): string => `${figure.toFixed(1)} ms`;
  const codebook = await measureCodebook();
  console.log(`Codebook: ${codebook.codes} codes parsed in ${ms(codebook.parse)} while one types in it,`);
  console.log(`ten of them dragged to another theme in ${ms(codebook.move)}\n`);
  const together = await measureTogether();
  console.log(
    `Theme map: the codes that stand together among ${together.codings} codings of a transcript found in ${ms(together.find)}\n`,
  );
  const picker = await measurePicker();
  console.log(`Code picker: ${picker.codes} codes with ${picker.codings} codings listed in ${ms(picker.open)},`);
  console.log(`made ready for typing in ${ms(picker.prepare)} after that, ${ms(picker.dearestStep)} at a time,`);
  console.log(`${ms(picker.keystroke)} a letter of a name with a slip, the dearest ${ms(picker.dearest)}\n`);
  const typing = await measureTyping();
  const { codings, letter, undo, replaceAll } = typing;
  console.log(
    `Typing: a letter among ${codings} codings of a transcript followed in ${letter.toFixed(2)} ms, a hundred`,
  );
  console.log(`taken back in ${ms(undo)}, a thousand names replaced at once in ${ms(replaceAll)}\n`);
  return gates(codebook, together, picker, typing);
}
