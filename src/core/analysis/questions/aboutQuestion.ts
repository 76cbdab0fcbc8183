import { parseMemo } from '../../memos/parse.js';
import type { FileVersions, MergeConflict } from '../../merge/merge.js';
import {
  CODEBOOK_FILE,
  discussionPlaceOf,
  isMemo,
  PARTICIPANTS_FILE,
  STUDY_FILE,
  transcriptName,
} from '../../study/layout.js';
import type { Study } from '../../study/study.js';
import type { Books } from './books.js';
import type { QuestionAbout, QuestionGroup } from './question.js';

/** What a conflict is about, as it is shown. */
export function aboutOf({ subject, aspect, ours }: MergeConflict, books: Books): QuestionAbout {
  // What was removed here is called what the side calls it that has it.
  const side = ours.isThere ? 'ours' : 'theirs';
  switch (subject.is) {
    case 'coding': {
      const code = aspect === 'code' ? {} : { code: books.code(subject.coding.code, side) };
      return { is: 'coding', coder: subject.coder, ...code };
    }
    case 'note':
    case 'reading':
      return { is: subject.is, coder: subject.coder };
    case 'comment':
      return { is: 'comment', coder: subject.author, comment: subject.comment };
    case 'entry':
      return { is: subject.kind, title: subject.title, ...books.place(subject.id, side) };
    case 'passage':
      return { is: 'passage', line: subject.line + 1 };
    default:
      return subject;
  }
}

/** What a conflict is listed under. */
export function groupOf({ subject, path }: MergeConflict, file: FileVersions, study: Study): QuestionGroup {
  switch (subject.is) {
    case 'coding':
    case 'note':
    case 'reading': {
      const transcript = study.transcriptOf(path) ?? subject.transcript;
      return { is: 'transcript', path: transcript, name: transcriptName(transcript) };
    }
    case 'comment':
      return { is: 'discussion', path: 'discussion', name: '' };
    case 'entry':
    case 'codebook-text':
      return { is: 'codebook', path, name: path };
    case 'participant':
      return { is: 'participants', path, name: path };
    case 'study-file':
      return { is: 'study-file', path, name: path };
    default:
      return groupOfFile(path, file, study);
  }
}

/** Files with a heading of their own, also where no more is known than that their texts differ. */
const OWN: ReadonlyMap<string, QuestionGroup['is']> = new Map([
  [CODEBOOK_FILE, 'codebook'],
  [PARTICIPANTS_FILE, 'participants'],
  [STUDY_FILE, 'study-file'],
]);

function groupOfFile(path: string, file: FileVersions, study: Study): QuestionGroup {
  const own = OWN.get(path);
  if (own !== undefined) return { is: own, path, name: path };
  if (isMemo(path)) return { is: 'memo', path, name: parseMemo(file.ours ?? file.theirs ?? '', path).title };
  if (discussionPlaceOf(path) !== undefined) return { is: 'discussion', path: 'discussion', name: '' };
  const transcript = study.transcriptOf(path) ?? (study.isTranscript(path) ? path : undefined);
  if (transcript !== undefined) return { is: 'transcript', path: transcript, name: transcriptName(transcript) };
  return { is: 'file', path, name: path };
}
