import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';
import { speakerKey } from '../transcript/names.js';
import { type Excerpt, excerptsOf } from './excerpts.js';

/** Which excerpts are wanted; a missing entry lets all through. */
export interface ExcerptFilter {
  /** Ids that codings were made with: former ids of a code included. */
  readonly codes?: ReadonlySet<string>;
  readonly coders?: ReadonlySet<string>;
  /** Speaker labels, letter case aside; an excerpt in which any of them speaks is wanted. */
  readonly speakers?: ReadonlySet<string>;
  /** Paths of transcripts. */
  readonly transcripts?: ReadonlySet<string>;
}

/** The excerpts that were asked for. */
export interface ExcerptReport {
  /** In the order of the codebook (unknown codes last), then by transcript, position and coder. */
  readonly excerpts: readonly Excerpt[];
  /** Codings without a certain place that were left out because nobody knows who speaks in them. */
  readonly withoutSpeaker: number;
  /** Everybody who speaks in the excerpts before those of other speakers were left out, sorted. */
  readonly speakers: readonly string[];
}

/** Finds excerpts; reads each transcript that has any once and keeps none. */
export async function excerptReport(study: Study, filter: ExcerptFilter = {}): Promise<ExcerptReport> {
  const { codes, coders, transcripts } = filter;
  const wanted = filter.speakers && new Set([...filter.speakers].map(speakerKey));
  const excerpts: Excerpt[] = [];
  const speakers = new Set<string>();
  let withoutSpeaker = 0;
  for (const path of study.index.codedTranscripts()) {
    if (transcripts !== undefined && !transcripts.has(path)) continue;
    for (const file of study.index.filesOf(path)) {
      if (coders !== undefined && !coders.has(file.coder)) continue;
      const codings = codes === undefined ? file.codings : file.codings.filter(coding => codes.has(coding.code));
      for (const excerpt of await excerptsOf(study, file, codings)) {
        for (const speaker of excerpt.speakers) speakers.add(speaker);
        if (wanted === undefined || excerpt.speakers.some(label => wanted.has(speakerKey(label))))
          excerpts.push(excerpt);
        else if (excerpt.span === undefined) withoutSpeaker++;
      }
    }
  }
  return { excerpts: sorted(study, excerpts), withoutSpeaker, speakers: [...speakers].sort() };
}

function sorted(study: Study, excerpts: readonly Excerpt[]): Excerpt[] {
  const order = new Map(study.codebook.entries.map((entry, i) => [entry.id, i]));
  const keyed = excerpts.map(excerpt => {
    const { code } = excerpt.coding;
    const id = study.idToday(code);
    return { excerpt, id, rank: order.get(id) ?? order.size, start: excerpt.span?.start ?? excerpt.coding.at[0] };
  });
  keyed.sort(
    (a, b) =>
      a.rank - b.rank ||
      compareTexts(a.id, b.id) ||
      compareTexts(a.excerpt.transcript, b.excerpt.transcript) ||
      a.start - b.start ||
      compareTexts(a.excerpt.coder, b.excerpt.coder) ||
      compareTexts(a.excerpt.coding.id, b.excerpt.coding.id),
  );
  return keyed.map(({ excerpt }) => excerpt);
}
