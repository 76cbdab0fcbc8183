import type { Pacing } from '../../pieces.js';
import { CODEBOOK_FILE, PARTICIPANTS_FILE, STUDY_FILE } from '../../study/layout.js';
import type { Study } from '../../study/study.js';
import { compareTexts } from '../../text/compare.js';
import { Corpus, type CorpusTranscript } from './corpus.js';
import { readCorpusTranscript } from './readTranscript.js';

/**
 * Reads everything that questions are asked of, one transcript after the other, and keeps it: after a change of one file
 * only the transcript that it is about is read again.
 */
export class CorpusReader {
  private readonly kept = new Map<string, CorpusTranscript>();
  /** Counts the changes, so that what changed while it was read is not kept. */
  private changes = 0;

  /** @param study what is seen of it is what can be asked: hidden work is in no answer */
  constructor(private readonly study: Study) {}

  /** Takes note of files that changed: what depends on them is read again the next time. */
  forget(paths: readonly string[]): void {
    this.changes++;
    if (paths.includes(PARTICIPANTS_FILE) || paths.includes(STUDY_FILE)) this.kept.clear();
    for (const path of paths) this.kept.delete(this.study.transcriptOf(path) ?? path);
  }

  /** Whether a changed file may make answers others. */
  concerns(path: string): boolean {
    const isOwn = path === CODEBOOK_FILE || path === PARTICIPANTS_FILE || path === STUDY_FILE;
    return isOwn || this.study.transcriptOf(path) !== undefined || this.study.isTranscript(path);
  }

  /**
   * @param pacing its progress counts the transcripts
   * @returns what was read, now or before; not complete where it was cancelled before all was
   */
  async read(pacing: Pacing = {}): Promise<Corpus> {
    const { progress, cancellation } = pacing;
    const paths = this.study.transcriptPaths().sort(compareTexts);
    const transcripts: CorpusTranscript[] = [];
    for (const [i, path] of paths.entries()) {
      // What is known already costs nothing.
      if (cancellation?.cancelled && !this.kept.has(path)) continue;
      transcripts.push(await this.transcript(path, pacing));
      progress?.(i + 1, paths.length);
      await pacing.pause?.();
    }
    const known = new Set(paths);
    for (const path of this.kept.keys()) if (!known.has(path)) this.kept.delete(path);
    return new Corpus(this.study, transcripts, transcripts.length === paths.length);
  }

  private async transcript(path: string, { pause }: Pacing): Promise<CorpusTranscript> {
    const known = this.kept.get(path);
    if (known !== undefined) return known;
    const before = this.changes;
    const read = await readCorpusTranscript(this.study, path, { pause });
    if (this.changes === before) this.kept.set(path, read);
    return read;
  }
}
