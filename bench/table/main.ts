import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { AgreementCosts } from '../agreement/main.js';
import { measureChanging } from '../changing.js';
import { type GeneratedStudy, generateStudy } from '../generate.js';
import { measureLooking } from '../looking.js';
import type { MatrixCosts } from '../matrix/main.js';
import { measureOpening } from '../opening.js';
import type { Size } from '../sizes.js';
import { bundleRow } from './bundle.js';
import { holds, printed, type Row } from './row.js';
import { changingRows, doublingRow, lookingRows, openingRows } from './rows.js';
import { sameWork } from './sameWork.js';

/** How often a row is measured that does not hold: a machine that others use as well is judged by its quietest moment. */
const TRIES = 5;

/**
 * Generates a study of each size, measures what work in it costs, and prints one table.
 * @param count measures what counting and comparing cost, where that belongs to it
 * @returns whether every row holds
 */
export async function table(sizes: readonly Size[], count?: () => Promise<Counted>): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-'));
  try {
    const studies = sizes.map(size => {
      const generated = generateStudy(path.join(folder, size.name), size);
      console.log(described(size, generated));
      return { size, generated, codingBytes: generated.codingBytes };
    });
    const measured = async <T>(measure: () => Promise<readonly T[]>): Promise<(Studied & T)[]> =>
      (await measure()).map((figures, i) => ({ ...(studies[i] as Studied), ...figures }));
    type Studied = (typeof studies)[number];
    const generated = studies.map(study => study.generated);
    const opening = await settled(async () =>
      openingRows(await measured(async () => inTurn(generated, async one => ({ opening: await measureOpening(one) })))),
    );
    const changing = await settled(async () =>
      changingRows(await measured(async () => (await measureChanging(generated)).map(one => ({ changing: one })))),
    );
    let looked: Awaited<ReturnType<typeof measureLooking>> = [];
    const looking = await settled(async () => {
      looked = await measureLooking(generated);
      return lookingRows(await measured(async () => looked.map(one => ({ looking: one }))));
    });
    const counting = count === undefined ? [] : await settled(async () => countedRows(await count()));
    const rows = [...opening, ...changing, ...looking, ...counting, await bundleRow()];
    console.log(
      `\n${printed(
        rows,
        sizes.map(({ name }) => name),
      )}`,
    );
    const m = studies.findIndex(({ size }) => size.name === 'M');
    if (m !== -1)
      console.log(`\n${await sameWork(generated[m] as GeneratedStudy, looked[m] as (typeof looked)[number])}`);
    return rows.every(holds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What counting and comparing among all codings cost. */
export interface Counted {
  readonly matrix: MatrixCosts;
  readonly agreement: AgreementCosts;
}

function countedRows({ matrix, agreement }: Counted): Row[] {
  return [
    doublingRow('matrices and co-occurrence, the dearest', matrix.costs),
    doublingRow('agreement for all codes, the dearest', agreement.costs),
  ];
}

/** Rows as they are measured, of those that do not hold the best of a few tries. */
export async function settled(measure: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  let rows = await measure();
  for (let tries = 1; tries < TRIES && !rows.every(holds); tries++) {
    const again = await measure();
    rows = rows.map((row, i) => (holds(row) ? row : (again[i] as Row)));
  }
  return rows;
}

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) results.push(await work(one));
  return results;
}

function described(size: Size, { codingFiles, codingBytes }: GeneratedStudy): string {
  const count = (figure: number): string => figure.toLocaleString('en');
  return `${size.name}: ${count(size.transcripts)} transcripts of ${count(size.words)} words, ${count(size.codes)} codes, ${count(size.codings)} codings in ${count(codingFiles.length)} files (${(codingBytes / 2 ** 20).toFixed(1)} MB)`;
}
