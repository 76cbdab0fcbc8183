import type { ConflictSide, ConflictSubject, MergeConflict } from '../../core/merge/merge.js';
import { plain, wrap } from '../table.js';
import type { Question } from './questions.js';
import { called, type Sides } from './sides.js';

const WIDTH = 84;

/** A question with what each side says, for people. */
export function questionText({ id, conflict }: Question, sides: Sides): string {
  const says = (label: string, side: ConflictSide | undefined, who: string): string =>
    side === undefined
      ? ''
      : `  ${label}${who === '' ? '' : `  (${plain(who)})`}\n${wrap(words(side), WIDTH, '      ')}`;
  const quote = quoteOf(conflict.subject);
  return [
    `${id}  ${aboutOf(conflict)}  (${plain(conflict.path)})\n`,
    quote === '' ? '' : wrap(`“${quote}”`, WIDTH, '    '),
    says('before', conflict.base, ''),
    says('ours', conflict.ours, called(sides.ours)),
    says('theirs', conflict.theirs, called(sides.theirs)),
    `  verbatim resolve --take ${id}=${conflict.choices.join('|')}\n`,
  ].join('');
}

function words({ isThere, text }: ConflictSide): string {
  if (!isThere) return '(not there)';
  return text.trim() === '' ? '(nothing)' : text;
}

const NAMES: Readonly<Record<string, string>> = {
  code: 'the code',
  passage: 'the passage',
  evidence: 'how it stands to its code',
  memo: 'the memo',
  orphan: 'whether it is kept without a place',
  state: 'the state',
  comment: 'the words',
  presence: 'whether it stays',
  text: 'the words',
  definition: 'the definition',
  title: 'the title',
  theme: 'the theme',
};

function aboutOf({ subject, aspect }: MergeConflict): string {
  return `${NAMES[aspect] ?? plain(aspect)} of ${subjectText(subject)}`;
}

/** What a question is about, in a few words. */
function subjectText(subject: ConflictSubject): string {
  switch (subject.is) {
    case 'coding':
      return `a coding by ${plain(subject.coder)}`;
    case 'note':
      return `a note by ${plain(subject.coder)}`;
    case 'reading':
      return `${plain(subject.coder)}’s reading`;
    case 'comment':
      return `a comment by ${plain(subject.author)}`;
    case 'record':
      return `the line ${plain(subject.id)}`;
    case 'entry':
      return `the ${subject.kind} “${plain(subject.title)}”`;
    case 'codebook-text':
      return 'what stands before the first entry';
    case 'participant':
      return `the participant ${plain(subject.participant)}`;
    case 'study-file':
      return `the key ${plain(subject.name)}`;
    case 'passage':
      return `a passage at line ${subject.line + 1}`;
    case 'file':
      return 'the file';
  }
}

function quoteOf(subject: ConflictSubject): string {
  if (subject.is === 'coding') return plain(subject.coding.quote);
  return subject.is === 'note' ? plain(subject.note.quote) : '';
}
