// npm run bench [-- --sizes S,M | changes | anchoring … | history | query | matrix | agreement]: what the work of a researcher costs at three sizes of study, what telling changes, asking questions, counting and comparing coders costs, and how codings survive edits.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { agreement } from './agreement/main.js';
import { anchoring } from './anchoring/main.js';
import { changes } from './changes/main.js';
import { measureChanging } from './changing.js';
import { measureCodebook } from './codebook.js';
import { gates, SMALLEST_JUDGED } from './gates.js';
import { generateStudy } from './generate.js';
import { history } from './history/main.js';
import { measureLooking } from './looking.js';
import { matrix } from './matrix/main.js';
import { measureOpening } from './opening.js';
import { measurePicker } from './picker.js';
import { query } from './query/main.js';
import { type Figures, heading, machine, printGates, table } from './report.js';
import { SIZES, type Size } from './sizes.js';
import { measureTogether } from './together.js';
import { measureTyping } from './typing.js';

async function main(): Promise<number> {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'anchoring') return anchoring(rest);
  if (first === 'changes') return changes();
  if (first === 'history') return history();
  if (first === 'query') return query();
  if (first === 'matrix') return matrix();
  if (first === 'agreement') return agreement();
  const { values } = parseArgs({ options: { sizes: { type: 'string' } } });
  const names = (values.sizes ?? 'S,M,L').split(',').map(name => name.trim().toUpperCase());
  const unknown = names.find(name => !SIZES.some(size => size.name === name));
  if (unknown !== undefined) {
    console.error(`There is no size ${unknown}; choose among ${SIZES.map(size => size.name).join(', ')}.`);
    return 2;
  }
  console.log(`${machine()}\n`);
  const measured: Figures[] = [];
  for (const size of SIZES.filter(({ name }) => names.includes(name))) measured.push(await measure(size));
  // A tiny study is for the tests, which no measured time may decide.
  const isJudged = measured.some(({ size }) => size.codings >= SMALLEST_JUDGED);
  const codebook = isJudged ? await measureCodebook() : undefined;
  if (codebook !== undefined) {
    const { codes, parse, move } = codebook;
    console.log(`Codebook: ${codes} codes parsed in ${parse.toFixed(1)} ms while one types in it,`);
    console.log(`ten of them dragged to another theme in ${move.toFixed(1)} ms\n`);
  }
  const together = isJudged ? await measureTogether() : undefined;
  if (together !== undefined) {
    const { codings, find } = together;
    console.log(
      `Theme map: the codes that stand together among ${codings} codings of a transcript found in ${find.toFixed(1)} ms\n`,
    );
  }
  const picker = isJudged ? await measurePicker() : undefined;
  if (picker !== undefined) {
    const ms = (figure: number): string => `${figure.toFixed(1)} ms`;
    console.log(`Code picker: ${picker.codes} codes with ${picker.codings} codings listed in ${ms(picker.open)},`);
    console.log(`made ready for typing in ${ms(picker.prepare)} after that, ${ms(picker.dearestStep)} at a time,`);
    console.log(`${ms(picker.keystroke)} a letter of a name with a slip, the dearest ${ms(picker.dearest)}\n`);
  }
  const typing = isJudged ? await measureTyping() : undefined;
  if (typing !== undefined) {
    const { codings, letter, undo, replaceAll } = typing;
    console.log(
      `Typing: a letter among ${codings} codings of a transcript followed in ${letter.toFixed(2)} ms, a hundred`,
    );
    console.log(
      `taken back in ${undo.toFixed(1)} ms, a thousand names replaced at once in ${replaceAll.toFixed(1)} ms\n`,
    );
  }
  const results = gates(measured, codebook, together, picker, typing);
  const holds = printGates(results);
  if (values.sizes !== undefined) return holds ? 0 : 1;
  console.log();
  return Math.max(
    holds ? 0 : 1,
    await changes(),
    anchoring([]),
    await history(),
    await query(),
    await matrix(),
    await agreement(),
  );
}

async function measure(size: Size): Promise<Figures> {
  const root = mkdtempSync(path.join(os.tmpdir(), `verbatim-bench-${size.name}-`));
  try {
    const generated = generateStudy(root, size);
    console.log(heading(size, generated));
    const opening = await measureOpening(generated);
    const changing = await measureChanging(generated);
    const looking = await measureLooking(root);
    const figures = { size, codingBytes: generated.codingBytes, opening, changing, looking };
    console.log(`${table(figures)}\n`);
    return figures;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    console.error(error);
    process.exitCode = 2;
  },
);
