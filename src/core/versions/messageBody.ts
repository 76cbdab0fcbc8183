import type { Change } from '../review/change.js';
import { describeChange } from '../review/sentence.js';
import { transcriptName } from '../study/layout.js';
import { shorten } from '../text/shorten.js';
import { type Deed, deedsOf, phraseOf } from './deeds.js';

/** So many sentences are written out; a codebook may be made anew. */
const MOST = 20;
/** Code points of a sentence. */
const LINE = 160;

/** What changed, in lines: transcript by transcript, then what became of the codebook, then the rest. */
export function bodyOf(changes: readonly Change[]): string {
  const ofTranscripts = new Map<string, Change[]>();
  const ofEntries: Change[] = [];
  const others: Change[] = [];
  for (const change of changes) {
    if (change.transcript !== undefined && isDoneInText(change)) {
      const name = transcriptName(change.transcript);
      ofTranscripts.set(name, [...(ofTranscripts.get(name) ?? []), change]);
    } else if (change.what.startsWith('entry-') || change.what === 'codebook-text') ofEntries.push(change);
    else others.push(change);
  }
  const lines = [...ofTranscripts].map(([name, these]) => `${name}: ${saidOf(deedsOf(these))}`);
  const sentences = ofEntries.map(change => shorten(describeChange(change).text, LINE));
  const rest = deedsOf(others).map(deed => (deed.by === undefined ? capital(saidOf([deed])) : saidOf([deed])));
  const parts = [lines, withinMost(sentences), rest].filter(part => part.length > 0);
  return parts.map(part => part.join('\n')).join('\n\n');
}

function isDoneInText({ what }: Change): boolean {
  return what.startsWith('coding-') || what.startsWith('note-');
}

/** What was done, each doer named where it changes: `EA coded 14 excerpts, recoded 2 excerpts`. */
function saidOf(deeds: readonly Deed[]): string {
  let named: string | undefined;
  const doers = [...new Set(deeds.map(({ by }) => by))];
  const inOrder = doers.flatMap(doer => deeds.filter(({ by }) => by === doer));
  return inOrder
    .map(deed => {
      const isNew = deed.by !== named;
      named = deed.by;
      // The line begins with the transcript.
      const phrase = phraseOf({ ...deed, transcripts: [] });
      return isNew && deed.by !== undefined ? `${deed.by} ${phrase}` : phrase;
    })
    .join(', ');
}

function withinMost(sentences: readonly string[]): string[] {
  if (sentences.length <= MOST) return [...sentences];
  return [...sentences.slice(0, MOST - 1), `And ${sentences.length - MOST + 1} more changes of the codebook`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
