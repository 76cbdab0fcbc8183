import type { Pacing } from '../../../pieces.js';
import { compareTexts } from '../../../text/compare.js';
import { putTo } from '../../../text/grouped.js';
import type { Corpus, CorpusTranscript } from '../../corpus/corpus.js';
import type { AgreementOptions, NotCompared } from '../agreement.js';
import type { AgreementTexts } from '../texts.js';
import { codeIdOf, comparedCodes } from './codes.js';
import type { Compared, ComparedTranscript, Mark } from './compared.js';
import type { Ruler } from './ruler.js';
import { rulerOf } from './units.js';
import { whoCoded } from './whoCoded.js';

/**
 * Finds out who coded what, and in which units. Near-linear in codings and text.
 * @param pacing its progress counts the transcripts
 */
export async function readCompared(
  corpus: Corpus,
  options: AgreementOptions,
  texts: AgreementTexts,
  { progress, cancellation, pause }: Pacing = {},
): Promise<Compared> {
  const { unit, inScope = false, round } = options;
  const wanted = corpus.transcripts.filter(({ path }) => round === undefined || round.transcripts.includes(path));
  const transcripts: ComparedTranscript[] = [];
  const left = { alone: [], empty: [], inDoubt: 0, outside: 0 } as Changing<NotCompared>;
  const codes = options.codes === undefined ? undefined : new Set(options.codes);
  let done = 0;
  for (const transcript of wanted) {
    if (cancellation?.cancelled) break;
    const coders = whoCoded(corpus, transcript, texts, options);
    const { path, name } = transcript;
    const [only, second] = coders;
    if (only !== undefined && second === undefined) left.alone = [...left.alone, { path, name, coder: only }];
    else if (only !== undefined) {
      const ruler = await rulerOf(transcript, unit, inScope ? corpus.scopeOf(transcript) : undefined, texts, { pause });
      const found = marksIn(corpus, transcript, coders, ruler, codes);
      left.inDoubt += found.inDoubt;
      left.outside += found.outside;
      if (ruler.units === 0) left.empty = [...left.empty, { path, name }];
      else transcripts.push({ transcript, coders, ruler, marks: found.marks });
    }
    progress?.(++done, wanted.length);
    await pause?.();
  }
  const isWanted = (code: string): boolean => codes === undefined || codes.has(code);
  const used = new Set(transcripts.flatMap(({ marks }) => [...marks.keys()].filter(isWanted)));
  return {
    unit,
    inScope,
    coders: [...new Set(transcripts.flatMap(({ coders }) => coders))].sort(compareTexts),
    transcripts,
    codes: comparedCodes(corpus, used),
    left,
    complete: corpus.complete && done === wanted.length,
  };
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** @param codes whose codings without a unit are counted; all without */
function marksIn(
  corpus: Corpus,
  { excerpts }: CorpusTranscript,
  coders: readonly string[],
  ruler: Ruler,
  codes: ReadonlySet<string> | undefined,
): { marks: Map<string, Map<string, Mark[]>>; inDoubt: number; outside: number } {
  const marks = new Map<string, Map<string, Mark[]>>();
  const those = new Set(coders);
  let [inDoubt, outside] = [0, 0];
  for (const excerpt of excerpts) {
    if (!those.has(excerpt.coder) || corpus.isScopeMark(excerpt)) continue;
    const code = codeIdOf(corpus, excerpt);
    const at = excerpt.span && ruler.at(excerpt.span);
    if (at === undefined) {
      const isCounted = codes === undefined || codes.has(code);
      if (isCounted && excerpt.span === undefined) inDoubt++;
      else if (isCounted) outside++;
      continue;
    }
    const byCoder = marks.get(code) ?? new Map<string, Mark[]>();
    marks.set(code, byCoder);
    putTo(byCoder, excerpt.coder, { at, excerpt });
  }
  return { marks, inDoubt, outside };
}
