import { scopeSignature } from '../codebook/scope.js';
import { CODEBOOK_FILE, PARTICIPANTS_FILE, STUDY_FILE } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { common, type Span } from '../text/span.js';
import { words } from '../transcript/query.js';
import { type CoderFigures, coderFigures, codersOf } from './coderFigures.js';
import { saidByParticipants, shareOf } from './coverage.js';
import { scopedSpans } from './scope.js';

/** What is in scope of what participants say in a transcript. */
export interface ScopeFigures {
  /** From 0 to 1, counted in characters a reader sees. */
  readonly share: number;
  readonly words: number;
}

/** What the text of a transcript tells about it and about its coding. */
export interface TranscriptFigures {
  readonly path: string;
  /** Coded or noted on, but the file is not there. */
  readonly missing: boolean;
  readonly kind?: string;
  /** As the front matter declares them. */
  readonly participants: readonly string[];
  readonly date?: string;
  readonly duration?: string;
  /** All words that are said. */
  readonly words: number;
  /** Those that participants say. */
  readonly participantWords: number;
  /** What of that is in scope; missing where the study has no scope. */
  readonly inScope?: ScopeFigures;
  /** Every coder who has left something in this transcript, sorted. */
  readonly coders: readonly CoderFigures[];
}

/**
 * Figures of transcripts, each worked out when somebody asks for it and again only when it, its codings, its notes or the
 * participants changed. Of a transcript nothing is kept but its figures.
 */
export class TranscriptFiguresOf {
  private readonly kept = new Map<string, TranscriptFigures>();
  /** What is kept of before a change, until it is worked out again: better shown than a gap. */
  private readonly stale = new Set<string>();

  /** Transcripts that are being read. */
  private readonly reading = new Set<string>();
  /** The scope codes that figures were worked out with. */
  private scope: string;

  constructor(private readonly study: Study) {
    this.scope = scopeSignature(study.codebook);
  }

  /** What is known of a transcript without reading it; may be of before the last change. */
  known(path: string): TranscriptFigures | undefined {
    return this.kept.get(path);
  }

  /** Whether a transcript has to be read to know its figures of today. */
  isDue(path: string): boolean {
    return this.stale.has(path) || !this.kept.has(path);
  }

  /** The figures of a transcript; reads it where they are due. A file that cannot be read counts as missing. */
  async get(path: string): Promise<TranscriptFigures> {
    const known = this.kept.get(path);
    if (known !== undefined && !this.stale.has(path)) return known;
    // What changes while it is read makes it due again.
    this.stale.delete(path);
    this.reading.add(path);
    const figures = await this.read(path).finally(() => this.reading.delete(path));
    this.kept.set(path, figures);
    return figures;
  }

  /**
   * Takes note that files changed.
   * @returns paths of the transcripts whose figures may be others now; undefined: of all
   */
  changed(paths: readonly string[]): readonly string[] | undefined {
    const scope = paths.includes(CODEBOOK_FILE) ? scopeSignature(this.study.codebook) : this.scope;
    const isScopeOther = scope !== this.scope;
    this.scope = scope;
    const concernsAll = paths.some(path => path === PARTICIPANTS_FILE || path === STUDY_FILE);
    if (concernsAll || isScopeOther || paths.length === 0) {
      for (const path of [...this.kept.keys(), ...this.reading]) this.stale.add(path);
      return undefined;
    }
    const concerned = paths.filter(path => path !== CODEBOOK_FILE).map(path => this.study.transcriptOf(path) ?? path);
    for (const path of concerned) if (this.kept.has(path) || this.reading.has(path)) this.stale.add(path);
    return concerned;
  }

  private async read(path: string): Promise<TranscriptFigures> {
    const transcript = await this.study.transcripts.glance(path).catch(() => undefined);
    const { study } = this;
    const anchors = transcript && (await study.places.in(path, transcript));
    const coders = coderFigures(study, codersOf(study), path, transcript, anchors).filter(
      ({ codings, notes, state }) => codings > 0 || notes > 0 || state !== 'unread',
    );
    if (transcript === undefined) {
      return { path, missing: true, participants: [], words: 0, participantWords: 0, coders };
    }
    const { kind, participants, date, duration } = transcript.frontMatter;
    const said = saidByParticipants(study, transcript);
    const wordsOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + words(transcript, span), 0);
    const scope = anchors && scopedSpans(study, path, anchors);
    return {
      path,
      missing: false,
      ...(kind === undefined ? {} : { kind }),
      participants,
      ...(date === undefined ? {} : { date }),
      ...(duration === undefined ? {} : { duration }),
      words: words(transcript),
      participantWords: wordsOf(said),
      ...(scope === undefined
        ? {}
        : { inScope: { share: shareOf(transcript, said, scope), words: wordsOf(common(said, scope)) } }),
      coders,
    };
  }
}
