import type { RoundRecord } from '../../rounds/record.js';
import { transcriptName } from '../../study/layout.js';
import type { Change, CodebookTextChange, CodingChange, EntryChange, NoteChange, TranscriptChange } from '../change.js';
import { counted, listed, named } from './words.js';

/** What happened to anything but codings, notes and the codebook. */
export function furtherSentence(
  change: Exclude<Change, CodingChange | NoteChange | EntryChange | CodebookTextChange>,
): string {
  switch (change.what) {
    case 'reading-state': {
      const name = transcriptName(change.transcript ?? change.path);
      if (change.after === undefined) return `${change.coder} took back that ${name} is ${change.before}`;
      return `${change.coder} marked ${name} as ${change.after}${change.before === change.after ? ' again' : ''}`;
    }
    case 'participant-added':
      return `Added the participant ${change.participant}`;
    case 'participant-removed':
      return `Removed the participant ${change.participant}`;
    case 'participant-changed':
      return `Changed ${listed(change.attributes)} of the participant ${change.participant}`;
    case 'memo-added':
      return `Wrote the memo ${named(change.title)}`;
    case 'memo-removed':
      return `Removed the memo ${named(change.title)}`;
    case 'memo-edited':
      return `Edited the memo ${named(change.title)}`;
    case 'memo-renamed':
      return `Moved the memo ${named(change.title)} from ${change.from} to ${change.path}`;
    case 'comment-added':
      return `${change.coder} ${deedOf(change.after)}${textOf(change.after)}`;
    case 'comment-removed':
      return `${change.coder} removed a comment${textOf(change.before)}`;
    case 'comment-edited':
      return `${change.coder} changed a comment${textOf(change.after)}`;
    case 'round-added':
      return `${change.coder} ${roundDeed(change.after)}`;
    case 'round-removed':
      return `${change.coder} took back: ${roundDeed(change.before)}`;
    case 'round-edited':
      return `${change.coder} changed a line of a blind round`;
    case 'study-file':
      return change.facts.length === 0 ? 'Changed the study file' : `Changed ${listed(change.facts)} in the study file`;
    case 'broken-lines':
      return linesSentence(change.path, change.before.length, change.after.length);
    default:
      return transcriptSentence(change);
  }
}

function transcriptSentence(change: TranscriptChange): string {
  const name = transcriptName(change.path);
  switch (change.what) {
    case 'transcript-added':
      return `Added the transcript ${name}`;
    case 'transcript-removed':
      return `Removed the transcript ${name}`;
    case 'transcript-renamed': {
      const old = transcriptName(change.from);
      return old === name
        ? `Moved ${name} from ${change.from} to ${change.path}`
        : `Renamed the transcript ${old} to ${name}`;
    }
    case 'transcript-edited':
      return `${name} was edited: ${wordsSentence(change.removed, change.added)}`;
    case 'transcript-facts':
      return `Changed ${listed(change.facts)} of ${name}`;
  }
}

function wordsSentence(removed: number, added: number): string {
  if (removed === 0 && added === 0) return 'only marks and punctuation';
  if (removed === 0) return `${counted(added, 'word')} came`;
  return added === 0 ? `${counted(removed, 'word')} went` : `${counted(removed, 'word')} went, ${added} came`;
}

function linesSentence(path: string, went: number, came: number): string {
  const lines = (count: number): string => `${counted(count, 'line')} that cannot be read`;
  if (went === 0) return `${lines(came)} came into ${path}`;
  return came === 0 ? `${lines(went)} went from ${path}` : `${lines(went)} went from ${path}, ${came} came`;
}

function roundDeed(record: RoundRecord | undefined): string {
  if (record?.does !== 'open') return 'closed a blind round';
  return `opened the blind round ${named(record.round)} for ${listed(record.coders)}`;
}

/** What a line of a discussion does besides saying something. */
function deedOf(line: Readonly<Record<string, unknown>> | undefined): string {
  if (line?.does === 'resolve') return 'resolved a discussion';
  if (line?.does === 'reopen') return 'reopened a discussion';
  if (line?.decision === true) return 'recorded a decision';
  return line?.reply === undefined ? 'commented' : 'replied';
}

/** What a comment says: it is what the sentence is about. */
function textOf(line: Readonly<Record<string, unknown>> | undefined): string {
  return typeof line?.comment === 'string' && line.comment !== '' ? `: ${line.comment}` : '';
}
