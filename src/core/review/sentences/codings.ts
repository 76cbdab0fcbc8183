import { type Evidence, isEvidence } from '../../coding/evidence.js';
import { transcriptName } from '../../study/layout.js';
import { countWords } from '../../transcript/words.js';
import type { CodingChange, NoteChange } from '../change.js';
import { differingKeys } from '../keys.js';
import { further } from '../recordAspects.js';
import { counted, listed, named } from './words.js';

type Changed = Extract<CodingChange, { what: 'coding-changed' }>;

/** What happened to a coding. */
export function codingSentence(change: CodingChange): string {
  switch (change.what) {
    case 'coding-added':
      return `${change.after.coder} coded with ${named(change.after.code.title)}`;
    case 'coding-removed':
      return `${change.before.coder} removed ${named(change.before.code.title)} from a passage`;
    case 'coding-changed':
      return changedSentence(change);
  }
}

function changedSentence({ aspect, before, after }: Changed): string {
  const title = named(after.code.title);
  if (aspect === 'code') return `${after.coder} gave ${title} instead of ${named(before.code.title)}`;
  if (aspect === 'coder') return `${title} was handed from ${before.coder} to ${after.coder}`;
  return aspectSentence({ aspect, before: sideOf(before), after: sideOf(after) }, `a passage of ${title}`, title);
}

/** What happened to a note without a code. */
export function noteSentence(change: NoteChange): string {
  switch (change.what) {
    case 'note-added':
      return `${change.after.coder} noted on a passage`;
    case 'note-removed':
      return `${change.before.coder} removed a note from a passage`;
    case 'note-changed': {
      const { aspect, before, after } = change;
      if (aspect === 'coder') return `A note was handed from ${before.coder} to ${after.coder}`;
      if (aspect === 'memo') return `${after.coder} changed a note`;
      const sides = {
        aspect,
        before: sideOf({ ...before, coding: before.note }),
        after: sideOf({ ...after, coding: after.note }),
      };
      return aspectSentence(sides, 'the passage of a note', 'a note');
    }
  }
}

/** A coding or note as far as sentences go. */
interface Side {
  readonly coder: string;
  readonly transcript: string;
  readonly record: {
    readonly quote: string;
    readonly evidence?: unknown;
    readonly memo?: string;
    readonly orphan?: string;
  };
}

function sideOf(side: { coder: string; transcript: string; coding: Side['record'] }): Side {
  return { coder: side.coder, transcript: side.transcript, record: side.coding };
}

interface Sides {
  readonly aspect: 'moved' | 'bounds' | 'anchor' | 'evidence' | 'memo' | 'orphan' | 'other';
  readonly before: Side;
  readonly after: Side;
}

/** @param passage what was moved, such as `a passage of “Hope”`; `thing`, what it is one of */
function aspectSentence({ aspect, before, after }: Sides, passage: string, thing: string): string {
  const { coder } = after;
  switch (aspect) {
    case 'moved': {
      const isElsewhere = before.transcript !== after.transcript;
      return `${coder} moved ${passage} to other words${isElsewhere ? `, in ${transcriptName(after.transcript)}` : ''}`;
    }
    case 'bounds':
      return `${coder} ${boundsChange(before.record.quote, after.record.quote, passage.replace(/^a /, 'the '))}`;
    case 'anchor':
      return `${capital(thing)} of ${coder} was anchored anew; its passage is the same`;
    case 'evidence':
      return `${coder} ${evidenceChange(before.record, after.record, passage)}`;
    case 'memo':
      if (before.record.memo === undefined) return `${coder} wrote a memo on ${passage}`;
      return after.record.memo === undefined
        ? `${coder} removed the memo from ${passage}`
        : `${coder} changed the memo on ${passage}`;
    case 'orphan':
      if (before.record.orphan === undefined) return `${coder} keeps ${passage} although its words are gone`;
      return after.record.orphan === undefined
        ? `${coder} no longer keeps ${passage} as one whose words are gone`
        : `${coder} decided again to keep ${passage} although its words are gone`;
    case 'other': {
      const keys = differingKeys(further(before.record), further(after.record));
      return `In the line of ${passage}, ${listed(keys.map(named))} changed`;
    }
  }
}

/** How a passage is marked now; a mark that nobody knows is said as it is written. */
function evidenceChange(
  { evidence: before }: Side['record'],
  { evidence: after }: Side['record'],
  passage: string,
): string {
  const said = (mark: unknown): string =>
    isEvidence(mark) ? EVIDENCE_SAID[mark] : named(typeof mark === 'string' ? mark : JSON.stringify(mark));
  if (after === undefined) return `no longer marks ${passage} as ${said(before)}`;
  return `marked ${passage} as ${said(after)}${before === undefined ? '' : `, no longer as ${said(before)}`}`;
}

const EVIDENCE_SAID: Readonly<Record<Evidence, string>> = {
  supports: 'supporting',
  nuances: 'nuancing',
  contradicts: 'contradicting',
};

/** How a passage grew or shrank, in words; where it did both, only that it did. */
function boundsChange(before: string, after: string, passage: string): string {
  const grown = countWords(after) - countWords(before);
  const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const isWithin = folded(after).includes(folded(before)) || folded(before).includes(folded(after));
  if (!isWithin || grown === 0) return `changed where ${passage} begins or ends`;
  return `${grown > 0 ? 'extended' : 'shortened'} ${passage} by ${counted(Math.abs(grown), 'word')}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
