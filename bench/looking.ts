import { countCodings, someUsesOf, usesOf } from '../src/core/analysis/codeUse.js';
import { excerptsOf } from '../src/core/analysis/excerpts.js';
import type { CodebookEntry } from '../src/core/codebook/codebook.js';
import type { Study } from '../src/core/study/study.js';
import { NodeFileStore } from '../src/node/fileStore.js';
import type { GeneratedStudy } from './generate.js';
import { costOf, leastTime, median, timed } from './measure.js';
import { openStudy } from './opening.js';
import { codesByUse, highlights, typicalCode, Views } from './views.js';

const RUNS = 5;
/** Excerpts of a code that a hover shows. */
const SHOWN = 5;

/** What looking at a study costs, the middle of all runs, in milliseconds by the clock. */
export interface Looking {
  /** Counts of every theme and code, as the Themes view shows them. */
  readonly tree: number;
  /** Where one code is used: transcripts with counts, as the view shows when the code is opened. */
  readonly uses: number;
  /** A transcript opened that nobody looked at before: read, every coding placed, everything drawn. */
  readonly open: number;
  /** The same once more, as after every change; on the processor. */
  readonly highlights: number;
  /** What a hover says of a code beside its definition: how often it is used, and a few excerpts; on the processor. */
  readonly hover: number;
  /** Codings of the transcript that was opened. */
  readonly codings: number;
  /** All excerpts of one code, readable, with speakers; no transcript parsed before. */
  readonly excerpts: number;
  readonly excerptCount: number;
  /** The same of a code used at least twice as often, per excerpt and beside that of the first, on the processor; undefined where there is none. */
  readonly excerptGrowth: number | undefined;
}

/** Looks at each study; those in which somebody looks at one transcript take turns, as in `measureChanging`. */
export async function measureLooking(generated: readonly GeneratedStudy[]): Promise<Looking[]> {
  const studies = await Promise.all(generated.map(({ root }) => openStudy(new NodeFileStore(root))));
  const atTranscript = await atTranscripts(studies, generated);
  const looking: Looking[] = [];
  for (const [i, study] of studies.entries()) {
    const views = new Views(study);
    const code = typicalCode(study);
    const more = codesByUse(study).find(other => countCodings(study, other) >= 2 * countCodings(study, code));
    const excerpts = await costOfExcerpts(study, code);
    const ofMore = more && (await costOfExcerpts(study, more));
    looking.push({
      tree: await middle(() => views.tree()),
      uses: await middle(() => usesOf(study, code)),
      ...(atTranscript[i] as AtTranscript),
      excerpts: excerpts.clock,
      excerptCount: excerpts.count,
      excerptGrowth: ofMore && ofMore.processor / ofMore.count / (excerpts.processor / excerpts.count),
    });
  }
  return looking;
}

type AtTranscript = Pick<Looking, 'open' | 'highlights' | 'hover' | 'codings'>;

async function atTranscripts(studies: readonly Study[], generated: readonly GeneratedStudy[]): Promise<AtTranscript[]> {
  const costs = studies.map(() => ({ open: [] as number[], highlights: [] as number[], hover: [] as number[] }));
  // The first few warm up.
  for (let run = -2; run < 4 * RUNS; run++) {
    for (const [i, study] of studies.entries()) {
      const transcripts = generated[i]?.transcripts ?? [];
      const transcript = transcripts[(run + 2) % transcripts.length] as string;
      study.transcripts.forgetAll();
      const open = await timed(async () => {
        await study.transcripts.get(transcript);
        await highlights(study, transcript);
      });
      const again = await leastTime(() => highlights(study, transcript));
      await hover(study, transcript);
      const hovered = await leastTime(() => hover(study, transcript));
      if (run < 0) continue;
      costs[i]?.open.push(open);
      costs[i]?.highlights.push(again);
      costs[i]?.hover.push(hovered);
    }
  }
  return costs.map((cost, i) => ({
    open: median(cost.open),
    highlights: median(cost.highlights),
    hover: median(cost.hover),
    codings: [...(studies[i] as Study).recordsOf(generated[i]?.transcripts[0] as string)].length,
  }));
}

/** What a hover over a passage looks up. */
async function hover(study: Study, transcript: string): Promise<number> {
  const coding = study.index.filesOf(transcript)[0]?.codings[0];
  const entry = coding && study.entry(coding.code);
  if (coding === undefined || entry === undefined) throw new Error('A generated transcript has no codings.');
  let length = countCodings(study, entry);
  for (const { file, codings } of someUsesOf(study, entry, { without: new Set([coding.id]), most: SHOWN })) {
    for (const { text } of await excerptsOf(study, file, codings)) length += text.length;
  }
  return length;
}

async function costOfExcerpts(
  study: Study,
  code: CodebookEntry,
): Promise<{ clock: number; processor: number; count: number }> {
  const costs: { clock: number; processor: number }[] = [];
  let count = 0;
  for (let run = 0; run < RUNS; run++) {
    study.transcripts.forgetAll();
    costs.push(
      await costOf(async () => {
        count = 0;
        for (const { file, codings } of usesOf(study, code)) {
          const found = await excerptsOf(study, file, codings);
          count += found.filter(excerpt => excerpt.outcome === 'exact' && excerpt.speakers.length > 0).length;
        }
      }),
    );
  }
  if (count !== countCodings(study, code)) throw new Error('Some generated codings have no place or no speaker.');
  return {
    clock: median(costs.map(({ clock }) => clock)),
    processor: Math.min(...costs.map(({ processor }) => processor)),
    count,
  };
}

async function middle(work: () => unknown): Promise<number> {
  const costs: number[] = [];
  for (let run = 0; run < RUNS; run++) costs.push(await timed(work));
  return median(costs);
}
