import type { Anchored } from '../../coding/coding.js';
import { whyNoAnchored } from '../../coding/line.js';
import type { ConflictSide, FileVersions, MergeConflict } from '../../merge/merge.js';
import type { Cancellation } from '../../ports.js';
import type { Study } from '../../study/study.js';
import { compareTexts } from '../../text/compare.js';
import { fingerprint } from '../../text/fingerprint.js';
import type { Span } from '../../text/span.js';
import { compareTranscripts } from '../transcriptOrder.js';
import { aboutOf, groupOf } from './aboutQuestion.js';
import { Books } from './books.js';
import { PassagesToday } from './passagesToday.js';
import type { Question, QuestionGroup } from './question.js';
import { sidesOf } from './sidesOfQuestion.js';

/** One file that is merged, and what is in question in it. */
export interface QuestionedFile {
  readonly versions: FileVersions;
  readonly conflicts: readonly MergeConflict[];
}

/** A place in a transcript or another file, in code points. */
export interface QuestionPlace extends Span {
  readonly path: string;
}

/** How far reading has come, in questions. */
export type QuestionProgress = (done: number, total: number) => void;

interface Asked {
  readonly conflict: MergeConflict;
  readonly group: QuestionGroup;
}

const ORDER: readonly QuestionGroup['is'][] = [
  ...(['codebook', 'transcript', 'discussion', 'memo', 'participants', 'study-file', 'file'] as const),
];

/** Lays questions out as they are shown, transcripts read one after the other and none of them kept. */
export class QuestionReader {
  private readonly places = new Map<string, QuestionPlace>();

  constructor(private readonly study: Study) {}

  /** Where the passage of a question is today, as it was read last; undefined where it has none, or none for certain. */
  placeOf(key: string): QuestionPlace | undefined {
    return this.places.get(key);
  }

  /**
   * Reads questions: the codebook first, then transcripts by name, then all else.
   * @returns what was read; not all of it where it was cancelled
   */
  async read(
    files: readonly QuestionedFile[],
    progress?: QuestionProgress,
    cancellation?: Cancellation,
  ): Promise<readonly Question[]> {
    const books = new Books(
      this.study,
      files.map(({ versions }) => versions),
    );
    const groups = this.grouped(files);
    const total = groups.reduce((sum, asked) => sum + asked.length, 0);
    const questions: Question[] = [];
    this.places.clear();
    for (const asked of groups) {
      const [first] = asked;
      if (first === undefined || cancellation?.cancelled) break;
      const isIn = first.group.is === 'transcript';
      const records = isIn ? asked.flatMap(({ conflict }) => anchoredOf(conflict)) : [];
      const passages = records.length === 0 ? undefined : await PassagesToday.in(this.study, first.group.path, records);
      for (const one of asked) {
        questions.push(await this.question(one, books, passages));
        progress?.(questions.length, total);
      }
    }
    return questions;
  }

  private grouped(files: readonly QuestionedFile[]): Asked[][] {
    const groups = new Map<string, Asked[]>();
    for (const { versions, conflicts } of files)
      for (const conflict of conflicts) {
        const group = groupOf(conflict, versions, this.study);
        const key = `${group.is} ${group.path}`;
        groups.set(key, [...(groups.get(key) ?? []), { conflict, group }]);
      }
    return [...groups.values()].sort(([a], [b]) => compareGroups((a as Asked).group, (b as Asked).group));
  }

  private async question(
    { conflict, group }: Asked,
    books: Books,
    passages: PassagesToday | undefined,
  ): Promise<Question> {
    const { path, aspect } = conflict;
    const key = questionKey(conflict);
    const sides = sidesOf(conflict, books);
    return {
      key,
      path,
      conflict: conflict.key,
      group,
      about: aboutOf(conflict, books),
      aspect,
      ...sides,
      ...(passages === undefined ? {} : await this.passage(key, conflict, sides, group.path, passages)),
      choices: conflict.choices,
      fingerprint: fingerprintOf(conflict),
    };
  }

  private async passage(
    key: string,
    { aspect, ours, theirs, base, subject }: MergeConflict,
    sides: Pick<Question, 'ours' | 'theirs'>,
    path: string,
    passages: PassagesToday,
  ): Promise<Partial<Question>> {
    const [here, there] = [anchorOf(ours.record), anchorOf(theirs.record)];
    const of = here ?? there ?? anchorOf(base?.record) ?? ownAnchor(subject);
    if (of === undefined) return {};
    const span = passages.spanOf(of);
    if (span !== undefined) this.places.set(key, { path, ...span });
    if (aspect !== 'passage' || here === undefined || there === undefined) return { passage: await passages.shown(of) };
    const [one, other] = await passages.compared(here, there);
    return { ours: { ...sides.ours, passage: one }, theirs: { ...sides.theirs, passage: other } };
  }
}

/** Names a conflict among those of several files: `Question.key`. */
export function questionKey({ path, key }: MergeConflict): string {
  return JSON.stringify([path, key]);
}

/** Names what both sides of a conflict say: what was decided about them is decided again once one of them says something else. */
export function fingerprintOf({ aspect, ours, theirs }: MergeConflict): string {
  // Of a record that is there or not, and of a passage, the text is not all that is decided about.
  const isWhole = aspect === 'presence' || aspect === 'passage';
  const said = ({ isThere, text, record }: ConflictSide): unknown => [isThere, text, isWhole ? record : undefined];
  return fingerprint(JSON.stringify([said(ours), said(theirs)]));
}

function anchoredOf({ ours, theirs, base, subject }: MergeConflict): Anchored[] {
  const all = [anchorOf(ours.record), anchorOf(theirs.record), anchorOf(base?.record), ownAnchor(subject)];
  return all.filter(one => one !== undefined);
}

function ownAnchor(subject: MergeConflict['subject']): Anchored | undefined {
  if (subject.is === 'coding') return subject.coding;
  return subject.is === 'note' ? subject.note : undefined;
}

/** A record as something that has a passage; undefined where it has none. */
function anchorOf(record: Readonly<Record<string, unknown>> | undefined): Anchored | undefined {
  const isAnchored = record !== undefined && whyNoAnchored({ ...record }, 'record', ['quote']) === undefined;
  return isAnchored ? (record as unknown as Anchored) : undefined;
}

function compareGroups(a: QuestionGroup, b: QuestionGroup): number {
  return (
    ORDER.indexOf(a.is) - ORDER.indexOf(b.is) || compareTranscripts(a.path, b.path) || compareTexts(a.path, b.path)
  );
}
