import { parseTranscript } from '../../../../src/core/transcript/parse.js';

/** One word of a turn as a reader sees it, with the marks around it, and its line (from 1). */
export interface Word {
  readonly text: string;
  readonly line: number;
}

/** What one person says without an interruption. */
export interface SaidTurn {
  readonly transcript: string;
  readonly speaker: string;
  readonly words: readonly Word[];
}

/** Brackets and pauses of who transcribed: no quotation of the tests goes over them. */
const REMARKED = /[[\]()<>#|]|\.\.|…|--|^[-–—>]+$|\d\d:\d\d/u;

/** The turns of transcripts, cut apart where something else than words stands. Worked out from the source alone. */
export function turnsOf(files: Readonly<Record<string, string>>, speakers: ReadonlySet<string>): SaidTurn[] {
  const turns: SaidTurn[] = [];
  for (const [transcript, text] of Object.entries(files)) {
    if (!transcript.startsWith('transcripts/')) continue;
    const parsed = parseTranscript(text, transcript, speakers);
    for (const { speaker, body } of parsed.turns) {
      if (speaker === undefined || !speakers.has(speaker)) continue;
      const start = parsed.points.toUtf16(body.start);
      let words: Word[] = [];
      const close = (): void => {
        if (words.length > 0) turns.push({ transcript, speaker, words });
        words = [];
      };
      for (const match of parsed.text.slice(start, parsed.points.toUtf16(body.end)).matchAll(/\S+/gu)) {
        if (REMARKED.test(match[0])) close();
        else {
          const line = parsed.text.slice(0, start + match.index).split('\n').length;
          words.push({ text: match[0].replace(/[*_\\]/g, ''), line });
        }
      }
      close();
    }
  }
  return turns;
}
