import { firstWhere } from '../../../text/firstWhere.js';
import type { Span } from '../../../text/span.js';
import type { CorpusExcerpt } from '../../corpus/corpus.js';
import type { ComparedTranscript, Mark } from '../compared/compared.js';

interface CodeMark extends Mark {
  readonly code: string;
  /** The last unit, exclusive, of this mark and all before it. */
  readonly reach: number;
}

/** Which codings a coder has on some units of a transcript, whatever their codes. */
export class MarksOn {
  private readonly byCoder = new Map<string, CodeMark[]>();

  constructor({ coders, marks }: ComparedTranscript) {
    for (const coder of coders) {
      const own = [...marks].flatMap(([code, byCoder]) => (byCoder.get(coder) ?? []).map(mark => ({ ...mark, code })));
      own.sort((a, b) => a.at.start - b.at.start);
      let reach = 0;
      this.byCoder.set(
        coder,
        own.map(mark => {
          reach = Math.max(reach, mark.at.end);
          return { ...mark, reach };
        }),
      );
    }
  }

  /** A coder's codings with other codes than one that have something of some units, in order. */
  of(coder: string, { start, end }: Span, except: string): CorpusExcerpt[] {
    const own = this.byCoder.get(coder) ?? [];
    const found: CorpusExcerpt[] = [];
    for (let i = firstWhere(own, ({ at }) => at.start >= end) - 1; i >= 0; i--) {
      const mark = own[i] as CodeMark;
      if (mark.reach <= start) break;
      if (mark.at.end > start && mark.code !== except) found.push(mark.excerpt);
    }
    return found.reverse();
  }
}
