import * as book from './book.js';
import * as codings from './codings.js';
import * as comments from './comments.js';
import type { Action, Desk } from './desk.js';
import * as notes from './notes.js';
import * as transcripts from './transcripts.js';

/** What people do, and how often compared with each other. */
const ACTIONS: readonly (readonly [number, Action])[] = [
  [26, codings.codePassage],
  [2, codings.codeWithNewCode],
  [9, codings.changeMemo],
  [9, codings.changePassage],
  [9, codings.recode],
  [14, codings.removeCoding],
  [2, codings.keepWithoutPlace],
  [4, notes.writeNote],
  [3, notes.rewriteNote],
  [3, notes.removeNote],
  [1, notes.codeFromNote],
  [3, notes.sayReadingState],
  [4, notes.refreshAnchors],
  [4, comments.comment],
  [3, comments.reply],
  [3, comments.rewriteComment],
  [3, comments.takeCommentBack],
  [1, comments.decide],
  [2, book.addCode],
  [1, book.addTheme],
  [3, book.rename],
  [3, book.define],
  [2, book.noteOnEntry],
  [2, book.color],
  [2, book.phase],
  [3, book.move],
  [2, book.reorder],
  [2, book.mergeCodes],
  [2, book.unmerge],
  [3, book.deleteEntry],
  [1, book.splitCode],
  [4, transcripts.correctWord],
  [1, transcripts.addTurn],
  [1, transcripts.removeTurn],
];

/** Does something by chance; answers what was done. */
export async function doSomething(desk: Desk): Promise<string> {
  for (;;) {
    const done = await desk.chance.weighted(ACTIONS)(desk);
    if (done !== undefined) return done;
  }
}
