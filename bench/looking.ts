import { countCodings, usesOf } from '../src/core/analysis/codeUse.js';
import { excerptsOf } from '../src/core/analysis/excerpts.js';
import type { CodebookEntry } from '../src/core/codebook/codebook.js';
import type { Study } from '../src/core/study/study.js';
import { NodeFileStore } from '../src/node/fileStore.js';
import { median, timed } from './measure.js';
import { openStudy } from './opening.js';

const RUNS = 3;

/** What looking at a study costs; medians in milliseconds. */
export interface Looking {
  /** Counts of every theme and code, as the Themes view shows them. */
  readonly tree: number;
  readonly entries: number;
  /** Where one code is used: transcripts with counts, as the view shows when the code is opened. */
  readonly uses: number;
  /** All excerpts of one code, readable, with speakers; no transcript parsed before. */
  readonly excerpts: number;
  readonly excerptCount: number;
  readonly excerptTranscripts: number;
}

export async function measureLooking(root: string): Promise<Looking> {
  const study = await openStudy(new NodeFileStore(root));
  const { entries } = study.codebook;
  const code = typicalCode(study);
  const tree: number[] = [];
  const uses: number[] = [];
  const excerpts: number[] = [];
  let excerptCount = 0;
  for (let run = 0; run < RUNS; run++) {
    tree.push(await timed(() => entries.map(entry => countCodings(study, entry))));
    uses.push(await timed(() => usesOf(study, code)));
    study.transcripts.forgetAll();
    excerpts.push(
      await timed(async () => {
        excerptCount = 0;
        for (const { file, codings } of usesOf(study, code)) {
          const found = await excerptsOf(study, file, codings);
          excerptCount += found.filter(excerpt => excerpt.outcome === 'exact' && excerpt.speakers.length > 0).length;
        }
      }),
    );
  }
  if (excerptCount !== countCodings(study, code))
    throw new Error('Some generated codings have no place or no speaker.');
  const excerptTranscripts = new Set(usesOf(study, code).map(use => use.file.transcript)).size;
  return {
    tree: median(tree),
    entries: entries.length,
    uses: median(uses),
    excerpts: median(excerpts),
    excerptCount,
    excerptTranscripts,
  };
}

/** The code in the middle when codes are sorted by how often they are used. */
function typicalCode(study: Study): CodebookEntry {
  const codes = study.codebook.entries.filter(entry => entry.kind === 'code');
  const sorted = [...codes].sort((a, b) => countCodings(study, a) - countCodings(study, b));
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error('The generated study has no codes.');
  return middle;
}
