import type { Outcome } from '../anchoring/resolution.js';
import type { CodebookEntry } from '../codebook/codebook.js';
import { hasExample } from '../codebook/example.js';
import type { Coding } from '../coding/coding.js';
import { type Evidence, evidenceOf } from '../coding/evidence.js';
import type { CodingFile } from '../coding/file.js';
import type { Cancellation } from '../ports.js';
import type { UseInFile } from '../study/codeUses.js';
import { CODEBOOK_FILE, PARTICIPANTS_FILE, transcriptName } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';
import { grouped } from '../text/grouped.js';
import { codesFor, usesOf } from './codeUse.js';
import { type EntryDetails, entryDetails } from './entryDetails.js';
import { type Excerpt, excerptsOf } from './excerpts.js';
import { interviewersOf, participantsOf, type WhoSpeaks } from './people.js';

/** An excerpt as a list shows it: plain data, ready to be sent to a page. */
export interface ListedExcerpt {
  /** Id of the coding. */
  readonly id: string;
  readonly coder: string;
  /** Path of the transcript. */
  readonly transcript: string;
  /** What people call the transcript. */
  readonly name: string;
  /** Line of its start, from 1; missing where its place is not certain. */
  readonly line?: number;
  readonly speakers: readonly string[];
  /** Who of the declared participants speaks in it. */
  readonly participants: readonly string[];
  /** Who else speaks in it: neither a declared participant nor somebody who asks. Missing where nobody does. */
  readonly undeclared?: readonly string[];
  /** Its words as a reader sees them; the quote as coded where its place is not certain. */
  readonly text: string;
  /** How it stands to its code, where somebody said so. */
  readonly evidence?: Evidence;
  readonly memo?: string;
  /** When it was coded, as written. */
  readonly created?: string;
  readonly outcome: Outcome;
  /** Id of the code it has today: the listed one, or one of those in the listed theme. */
  readonly code: string;
  /** Id of the code it was made with, where that is another one than it has now. */
  readonly madeWith?: string;
  /** Whether the codebook has it as an example of its code. */
  readonly isExample: boolean;
}

/** All that a page says about a code or theme. */
export interface ExcerptList {
  readonly entry: EntryDetails;
  /** For a theme, and for a code that holds others: all codes in it, in the order of the codebook. */
  readonly codes: readonly EntryDetails[];
  /** By transcript, then position. */
  readonly excerpts: readonly ListedExcerpt[];
  /** False where the reading was cancelled: `excerpts` then holds what had been read. */
  readonly complete: boolean;
}

/** How far reading has come, in transcripts. `soFar` makes a list of what has been read. */
export type ReadingProgress = (done: number, total: number, soFar: () => ExcerptList) => void;

/** What was read of one coding file; good as long as the file, the transcript and the declared participants stay. */
interface Kept {
  readonly file: CodingFile;
  readonly excerpts: Map<Coding, Excerpt>;
  readonly people: People;
}

/** Who is who among the speakers of a transcript. */
interface People {
  readonly whoSpeaks: WhoSpeaks;
  readonly isInterviewer: (speaker: string) => boolean;
}

/**
 * Reads the excerpts of a code or theme, one transcript after the other, and keeps them, so that a change of one file
 * costs one reading. One reader is for one list; drop it with the list.
 */
export class ExcerptReader {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly study: Study) {}

  /** Takes note of files that changed: what depends on them is read again the next time. */
  forget(paths: readonly string[]): void {
    if (paths.includes(PARTICIPANTS_FILE)) this.kept.clear();
    const changed = new Set(paths);
    for (const [path, { file }] of this.kept) if (changed.has(file.transcript)) this.kept.delete(path);
  }

  /** Whether changed files may matter to a list. */
  static concerns(paths: readonly string[], list: ExcerptList): boolean {
    const transcripts = new Set(list.excerpts.map(excerpt => excerpt.transcript));
    return paths.some(
      path => path === CODEBOOK_FILE || path === PARTICIPANTS_FILE || path.endsWith('.jsonl') || transcripts.has(path),
    );
  }

  /**
   * The list of a code, former ids included, or of a theme with all codes in it.
   * @param progress counts the transcripts
   */
  async read(entry: CodebookEntry, progress?: ReadingProgress, cancellation?: Cancellation): Promise<ExcerptList> {
    const codes = codesFor(entry);
    const within = entry.kind === 'theme' || codes.length > 1 ? codes.map(entryDetails) : [];
    const listOf = (complete: boolean): ExcerptList => {
      return { entry: entryDetails(entry), codes: within, excerpts: [...excerpts], complete };
    };
    const groups = byTranscript(codes.flatMap(code => usesOf(this.study, code)));
    const excerpts: ListedExcerpt[] = [];
    const pause = this.study.environment.takingTurns?.();
    let done = 0;
    for (const uses of groups) {
      if (cancellation?.cancelled) break;
      excerpts.push(...(await this.readTranscript(uses)));
      done++;
      progress?.(done, groups.length, () => listOf(false));
      await pause?.();
    }
    return listOf(done === groups.length);
  }

  private async readTranscript(uses: readonly UseInFile[]): Promise<ListedExcerpt[]> {
    const found: { readonly excerpt: Excerpt; readonly people: People }[] = [];
    for (const use of uses) {
      const { excerpts, people } = await this.readUse(use);
      for (const coding of use.codings) {
        const excerpt = excerpts.get(coding);
        if (excerpt !== undefined) found.push({ excerpt, people });
      }
    }
    found.sort((a, b) => comparePlaces(a.excerpt, b.excerpt));
    return found.map(({ excerpt, people }) => this.listed(excerpt, people));
  }

  private async readUse({ file, codings }: UseInFile): Promise<Kept> {
    let kept = this.kept.get(file.path);
    if (kept?.file !== file) {
      const { frontMatter } = (await this.study.transcripts.get(file.transcript)) ?? {};
      const people = {
        whoSpeaks: participantsOf(this.study, frontMatter),
        isInterviewer: interviewersOf(this.study, frontMatter),
      };
      kept = { file, excerpts: new Map(), people };
      this.kept.set(file.path, kept);
    }
    const missing = codings.filter(coding => !kept.excerpts.has(coding));
    for (const excerpt of await excerptsOf(this.study, file, missing)) {
      kept.excerpts.set(excerpt.coding, excerpt);
    }
    return kept;
  }

  private listed({ coding, ...excerpt }: Excerpt, { whoSpeaks, isInterviewer }: People): ListedExcerpt {
    const now = this.study.entry(coding.code);
    const evidence = evidenceOf(coding);
    const participants = excerpt.speakers.map(whoSpeaks).filter(person => person !== undefined);
    const undeclared = excerpt.speakers.filter(one => whoSpeaks(one) === undefined && !isInterviewer(one));
    return {
      id: coding.id,
      coder: excerpt.coder,
      transcript: excerpt.transcript,
      name: transcriptName(excerpt.transcript),
      ...(excerpt.line === undefined ? {} : { line: excerpt.line }),
      speakers: excerpt.speakers,
      participants: [...new Set(participants)],
      ...(undeclared.length === 0 ? {} : { undeclared }),
      text: excerpt.text,
      ...(evidence === undefined ? {} : { evidence }),
      ...(coding.memo === undefined ? {} : { memo: coding.memo }),
      ...(coding.created === undefined ? {} : { created: coding.created }),
      outcome: excerpt.outcome,
      code: now?.id ?? coding.code,
      ...(now === undefined || now.id === coding.code ? {} : { madeWith: coding.code }),
      isExample: now !== undefined && hasExample(now, excerpt.text),
    };
  }
}

/** Where codes are used, one group a transcript, sorted by its path. */
function byTranscript(uses: readonly UseInFile[]): UseInFile[][] {
  const groups = grouped(uses, ({ file }) => file.transcript);
  return [...groups].sort(([a], [b]) => compareTexts(a, b)).map(([, group]) => group);
}

/** By position; where that is not certain, the one at which it was coded. */
function comparePlaces(a: Excerpt, b: Excerpt): number {
  const start = ({ span, coding }: Excerpt): number => span?.start ?? coding.at[0];
  const end = ({ span, coding }: Excerpt): number => span?.end ?? coding.at[1];
  return (
    start(a) - start(b) || end(a) - end(b) || compareTexts(a.coder, b.coder) || compareTexts(a.coding.id, b.coding.id)
  );
}
