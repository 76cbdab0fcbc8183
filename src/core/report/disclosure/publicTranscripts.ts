import type { Corpus } from '../../analysis/corpus/corpus.js';
import type { TranscriptRow } from '../../analysis/transcriptReport.js';
import { atOnce, type Pieces } from '../../pieces.js';
import { compareTexts } from '../../text/compare.js';
import { coarseEnough, saidOfLeft } from './coarser.js';
import { type HeldBack, heldBesides } from './heldBack.js';
import type { PublicCorpus } from './publicCorpus.js';

/** Transcripts with their figures as they may leave, and what was held back. */
export interface PublicTranscripts {
  readonly rows: readonly TranscriptRow[];
  readonly held: HeldBack;
}

/**
 * The list of transcripts names who takes part in which kind of session: where some kind has few people, it does not say of which kind they
 * are.
 */
export function publicTranscripts(
  inside: readonly TranscriptRow[],
  { corpus, held, name, transcript, speaker }: PublicCorpus,
  smallestCell: number,
): PublicTranscripts {
  function* list(of: Corpus): Pieces<TranscriptRow[]> {
    yield;
    const outside = new Map(of.transcripts.map(({ path, frontMatter }) => [path, frontMatter]));
    const rows = inside.flatMap(({ kind: _, ...row }): TranscriptRow[] => {
      const path = transcript(row.path) ?? '';
      const front = outside.get(path);
      if (front === undefined) return [];
      const speakers = row.speakers.map(({ speaker: label, participant, ...figures }) => ({
        ...figures,
        speaker: speaker(label, participant),
        ...(participant === undefined ? {} : { participant: name(participant) }),
      }));
      const kind = front.kind === undefined ? {} : { kind: front.kind };
      return [{ ...row, path, ...kind, participants: front.participants, speakers }];
    });
    return rows.sort((a, b) => compareTexts(a.path, b.path));
  }
  const { of, left } = atOnce(coarseEnough(corpus, smallestCell, list, rows => areKindsLarge(rows, smallestCell)));
  return { rows: of, held: heldBesides(held, 0, ...saidOfLeft(left, smallestCell)) };
}

function areKindsLarge(rows: readonly TranscriptRow[], smallestCell: number): boolean {
  const people = new Map<string, Set<string>>();
  for (const { kind = '', participants, speakers } of rows) {
    const ofKind = people.get(kind) ?? new Set();
    people.set(kind, ofKind);
    for (const id of [...participants, ...speakers.flatMap(({ participant }) => participant ?? [])]) ofKind.add(id);
  }
  const hasKinds = [...people.keys()].some(kind => kind !== '');
  return !hasKinds || [...people.values()].every(({ size }) => size === 0 || size >= smallestCell);
}
