import type {
  Corpus as CorpusClass,
  CorpusExcerpt,
  CorpusTranscript,
} from '../../../../src/core/analysis/corpus/corpus.js';
import { Corpus } from '../../../../src/core/analysis/corpus/corpus.js';
import { namesIn } from '../../../../src/core/analysis/corpus/names.js';
import type { Pieces } from '../../../../src/core/pieces.js';

/** Counts the looks that are taken at excerpts. */
export class Meter {
  looks = 0;

  /** The same corpus, every look at whose excerpts is counted. @param times so many times, each time under other paths */
  over(corpus: CorpusClass, times = 1): CorpusClass {
    const transcripts: CorpusTranscript[] = [];
    for (let time = 0; time < times; time++) {
      for (const transcript of corpus.transcripts) {
        const excerpts: CorpusExcerpt[] = [];
        const copy = { ...transcript, path: transcript.path.replace('.md', `-${time}.md`), excerpts };
        for (const excerpt of transcript.excerpts) excerpts.push(this.watched({ ...excerpt, transcript: copy }));
        // As in a corpus that was read: its names are there.
        namesIn(copy);
        transcripts.push(copy);
      }
    }
    this.looks = 0;
    return new Corpus(corpus.study as CorpusClass['study'], transcripts, corpus.complete);
  }

  private watched(excerpt: CorpusExcerpt): CorpusExcerpt {
    return new Proxy(excerpt, {
      get: (target, key, receiver) => {
        this.looks++;
        return Reflect.get(target, key, receiver);
      },
    });
  }

  /** Does work piece by piece. @returns what came of it, and the most looks of a piece */
  run<T>(work: Pieces<T>): { value: T; most: number; all: number } {
    let [before, most] = [this.looks, 0];
    const first = before;
    for (;;) {
      const piece = work.next();
      most = Math.max(most, this.looks - before);
      before = this.looks;
      if (piece.done === true) return { value: piece.value, most, all: before - first };
    }
  }
}
