import type { Study } from '../study/study.js';
import type { Span } from '../text/span.js';
import { excerptsOf } from './excerpts.js';
import { participantsOf } from './people.js';

/** One coding, boiled down to what counting needs. */
export interface CodedPlace {
  /** The code id it was made with. */
  readonly code: string;
  readonly coder: string;
  /** Today's place in code points; missing where it is not certain. */
  readonly span?: Span;
  /** Declared participants who speak in it. */
  readonly participants: readonly string[];
}

/**
 * The coded places of a study, by transcript, for figures that are drawn again after every change: a transcript is read
 * once and looked at again only when it, its codings or the participants changed. What its codes are called today is not
 * part of it, so nothing is read again when the codebook changes.
 */
export class CodedPlaces {
  private readonly byTranscript = new Map<string, Promise<readonly CodedPlace[]>>();

  constructor(private readonly study: Study) {}

  /** All coded places, one list a transcript, in the order of paths. */
  async all(): Promise<(readonly CodedPlace[])[]> {
    const lists: (readonly CodedPlace[])[] = [];
    // One after the other: a study has more transcripts than memory should hold at a time.
    for (const path of [...this.study.index.codedTranscripts()].sort()) {
      let list = this.byTranscript.get(path);
      if (list === undefined) {
        list = this.read(path);
        this.byTranscript.set(path, list);
        // What failed once is tried again at the next look.
        list.catch(() => this.byTranscript.delete(path));
      }
      lists.push(await list);
    }
    return lists;
  }

  /** Takes note that files changed; none: that anything may have. */
  changed(paths: readonly string[]): void {
    if (paths.length === 0) this.byTranscript.clear();
    for (const path of paths) {
      if (path.endsWith('.csv')) this.byTranscript.clear();
      else this.byTranscript.delete(this.study.transcriptOf(path) ?? path);
    }
  }

  private async read(path: string): Promise<readonly CodedPlace[]> {
    const who = participantsOf(this.study, (await this.study.transcripts.get(path))?.frontMatter);
    const places: CodedPlace[] = [];
    for (const file of this.study.index.filesOf(path)) {
      for (const { coding, coder, span, speakers } of await excerptsOf(this.study, file, file.codings)) {
        const people = speakers.map(who).filter(person => person !== undefined);
        places.push({ code: coding.code, coder, participants: [...new Set(people)], ...(span ? { span } : {}) });
      }
    }
    return places;
  }
}
