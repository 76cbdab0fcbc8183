import type { Outcome } from '../../anchoring/resolution.js';
import type { CodebookEntry } from '../../codebook/codebook.js';
import { scopeCodesOf } from '../../codebook/scope.js';
import type { Coding } from '../../coding/coding.js';
import type { Study } from '../../study/study.js';
import { firstWhere } from '../../text/firstWhere.js';
import { overlaps, type Span, union } from '../../text/span.js';
import type { FrontMatter } from '../../transcript/transcript.js';

/** A turn of a transcript, as questions are asked of it. */
export interface CorpusTurn {
  /** The label; missing where there is none. */
  readonly speaker?: string;
  /** The declared participant it stands for; missing for those who ask and those whom nobody declared. */
  readonly participant?: string;
  /** What was said, in code points. */
  readonly body: Span;
  readonly words: number;
}

/** What one speaker says in an excerpt. */
export interface Voice {
  readonly speaker: string;
  readonly participant?: string;
  /** How many words of the excerpt are theirs. */
  readonly words: number;
}

/** A coding with everything that questions ask of it, so that no transcript has to be read again for an answer. */
export interface CorpusExcerpt {
  readonly coding: Coding;
  readonly coder: string;
  readonly transcript: CorpusTranscript;
  readonly outcome: Outcome;
  /** Today's place in code points; missing where it is not certain. */
  readonly span?: Span;
  /** Line of its start, from 1; missing where its place is not certain. */
  readonly line?: number;
  /** Index of the first and the last turn it has something of; missing where it is in none, or its place is not certain. */
  readonly turns?: { readonly first: number; readonly last: number };
  /** Who speaks in it, in order, each once; empty where labels are absent or its place is not certain. */
  readonly voices: readonly Voice[];
  /** Who of the declared participants speaks in it, each once. */
  readonly participants: readonly string[];
  /** Its words as a reader sees them; the quote as coded where its place is not certain. */
  readonly text: string;
  /** How many words are said in it; 0 where its place is not certain. */
  readonly words: number;
}

/** A transcript with everything that questions ask of it. */
export interface CorpusTranscript {
  readonly path: string;
  /** What people call it. */
  readonly name: string;
  /** Coded, but the file is not there. */
  readonly missing: boolean;
  readonly frontMatter: FrontMatter;
  /** Length of its text in code points. */
  readonly length: number;
  /** Where its body begins, in code points. */
  readonly bodyStart: number;
  readonly turns: readonly CorpusTurn[];
  /** Where the words begin that are said in it: code points, in order. */
  readonly wordStarts: Uint32Array;
  /** All its codings, by position, end, coder, id; those without a certain place at the one they were coded at. */
  readonly excerpts: readonly CorpusExcerpt[];
}

/** Everything that was said and coded in a study, ready to be asked. It is of one moment and never changes. */
export class Corpus {
  /** What each code id that codings have stands for today. */
  private readonly entries = new Map<string, CodebookEntry | undefined>();
  private readonly scopes = new Map<CorpusTranscript, readonly Span[]>();
  /** The codes that mark what is in scope; none where the study does not say. */
  readonly scopeCodes: ReadonlySet<CodebookEntry>;

  /**
   * @param study gives codebook, participants and study file as they are now
   * @param transcripts sorted by path
   * @param complete false where reading was cancelled: some transcripts are missing
   */
  constructor(
    readonly study: Pick<Study, 'codebook' | 'participants' | 'config'>,
    readonly transcripts: readonly CorpusTranscript[],
    readonly complete: boolean,
  ) {
    // The study goes on; what was read of it stays as it was.
    this.study = { codebook: study.codebook, participants: study.participants, config: study.config };
    this.scopeCodes = scopeCodesOf(study.codebook);
  }

  /** All excerpts, transcript after transcript. */
  *excerpts(): Generator<CorpusExcerpt> {
    for (const { excerpts } of this.transcripts) yield* excerpts;
  }

  /** The code of an excerpt as the codebook has it today; undefined where it does not know it. */
  codeOf({ coding }: CorpusExcerpt): CodebookEntry | undefined {
    const known = this.entries.get(coding.code);
    if (known !== undefined || this.entries.has(coding.code)) return known;
    const entry = this.study.codebook.find(coding.code);
    this.entries.set(coding.code, entry);
    return entry;
  }

  /** Whether an excerpt marks what is in scope instead of saying something about it. */
  isScopeMark(excerpt: CorpusExcerpt): boolean {
    const code = this.codeOf(excerpt);
    return code !== undefined && this.scopeCodes.has(code);
  }

  /** Whether the study says what of its transcripts it is about. If not, all of them are in scope. */
  get hasScope(): boolean {
    return this.scopeCodes.size > 0;
  }

  /** What of a transcript is in scope, in order and apart; all of its body where the study does not say. */
  scopeOf(transcript: CorpusTranscript): readonly Span[] {
    let scope = this.scopes.get(transcript);
    if (scope === undefined) {
      const marks = transcript.excerpts.filter(excerpt => this.isScopeMark(excerpt)).map(({ span }) => span);
      const whole = [{ start: transcript.bodyStart, end: transcript.length }];
      scope = this.hasScope ? union(marks.filter(span => span !== undefined)) : whole;
      this.scopes.set(transcript, scope);
    }
    return scope;
  }

  /** Whether something of a stretch of a transcript is in scope. */
  isInScope(transcript: CorpusTranscript, span: Span): boolean {
    const scope = this.scopeOf(transcript);
    // They are in order and apart: only the first one that does not end before it comes into question.
    const next = scope[firstWhere(scope, ({ end }) => end > span.start)];
    return next !== undefined && overlaps(next, span);
  }
}
