// npm run bench [-- --sizes S,M | changes | anchoring … | history | query | matrix | agreement]: what the work of a researcher costs at three sizes of study, what telling changes, asking questions, counting and comparing coders costs, and how codings survive edits.
import { parseArgs } from 'node:util';
import { agreement, measureAgreement } from './agreement/main.js';
import { anchoring } from './anchoring/main.js';
import { atHand } from './atHand.js';
import { changes } from './changes/main.js';
import { history } from './history/main.js';
import { matrix, measureMatrix } from './matrix/main.js';
import { cold } from './opening.js';
import { query } from './query/main.js';
import { machine } from './report.js';
import { SIZES } from './sizes.js';
import { type Counted, table } from './table/main.js';
import { SMALLEST_JUDGED } from './table/rows.js';

async function main(): Promise<number> {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'anchoring') return anchoring(rest);
  if (first === 'changes') return changes();
  if (first === 'history') return history();
  if (first === 'query') return query();
  if (first === 'matrix') return matrix();
  if (first === 'agreement') return agreement();
  if (first === 'cold') return cold(rest);
  const { values } = parseArgs({ options: { sizes: { type: 'string' } } });
  const names = (values.sizes ?? 'S,M,L').split(',').map(name => name.trim().toUpperCase());
  const unknown = names.find(name => !SIZES.some(size => size.name === name));
  if (unknown !== undefined) {
    console.error(`There is no size ${unknown}; choose among ${SIZES.map(size => size.name).join(', ')}.`);
    return 2;
  }
  console.log(`${machine()}\n`);
  const sizes = SIZES.filter(({ name }) => names.includes(name));
  // A tiny study is for the tests, which no measured time may decide.
  const isJudged = sizes.some(({ codings }) => codings >= SMALLEST_JUDGED);
  let counted: Counted | undefined;
  const count = async (): Promise<Counted> => {
    counted = { matrix: await measureMatrix(), agreement: await measureAgreement() };
    return counted;
  };
  const holds = await table(sizes, isJudged ? count : undefined);
  console.log();
  const isQuick = isJudged ? await atHand() : true;
  const code = holds && isQuick ? 0 : 1;
  if (values.sizes !== undefined) return code;
  console.log();
  return Math.max(
    code,
    await changes(),
    anchoring([]),
    await history(),
    await query(),
    await matrix(counted?.matrix),
    await agreement(counted?.agreement),
  );
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
