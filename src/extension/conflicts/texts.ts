import * as vscode from 'vscode';
import type { Texts } from '../../webview/conflicts/protocol.js';
import { stateLabel } from '../transcripts/words.js';

/** The words of the page of questions in the person's language. */
export function conflictTexts(): Texts {
  const { t } = vscode.l10n;
  return {
    allDecided: t('All is decided. Finish (Ctrl+Enter) carries the decisions out.'),
    allKeys: t('All keys'),
    asCoded: t('Shown as it was coded: where it is today is not certain.'),
    askOther: t('What is “{0}”?'),
    before: t('Before:'),
    beforeMissing: t('it was not there'),
    both: t('Keep both'),
    close: t('Close'),
    codebook: t('Codebook'),
    coding: t('Coding'),
    comment: t('Comment'),
    decidedAs: t('Decided: {0}'),
    decidedBoth: t('Decided: both'),
    discussion: t('Discussion'),
    finish: t('Finish'),
    how: t(
      'Both sides changed the same thing, each in another way. Nothing is chosen for you: look at both and decide. Every choice can be changed until you finish; until then no file is touched.',
    ),
    introduction: t('Beginning of the codebook'),
    keep: t('Keep what is here'),
    keys: t(
      '[↑] [↓] next or previous question\n[1] keep what is here\n[2] take what comes in\n[3] keep both, where that is possible\n[Ctrl+Enter] finish',
    ),
    keysMore: t(
      '[←] [→] mark a side, [Enter] choose it\n[Backspace] open the question again\n[Space] look at it in the transcript or file\n[Page Up] [Page Down] five further\n[Home] [End] to the first or last\n[Tab] to the buttons\n[?] these keys',
    ),
    later: t('Decide Later'),
    laterHow: t('“Decide Later” leaves everything as it was; your choices are remembered.'),
    leaveOut: t('Leave it out'),
    line: t('Line {0}'),
    note: t('Note'),
    nothing: t('nothing'),
    notThere: t('It is not there.'),
    onlyHere: t('only here: '),
    open: t('Show file'),
    orphanNo: t('It is to be reviewed.'),
    orphanYes: t('It is kept without a place, since {0}.'),
    participants: t('Participants'),
    progress: t('{0} of {1} decided'),
    reading: t('Reading what stands around: {0} of {1}'),
    readingOf: t('Reading by {0}'),
    removed: t('It was removed.'),
    restOurs: t('Use what is here for all that are left…'),
    restTheirs: t('Use what comes in for all that are left…'),
    show: t('Show in transcript'),
    studyFile: t('Settings of the study'),
    take: t('Take what comes in'),
    takeOut: t('Take it out'),
    title: t('Questions to Decide'),
    wholeFile: t('The file {0}'),
    asks: asks(),
    aspects: aspects(),
    values: {
      'state.unread': stateLabel('unread'),
      'state.read': stateLabel('read'),
      'state.coded': stateLabel('coded'),
      'state.done': stateLabel('done'),
      'evidence.supports': t('it supports it'),
      'evidence.nuances': t('it nuances it'),
      'evidence.contradicts': t('it contradicts it'),
      'kind.code': t('a code'),
      'kind.theme': t('a theme'),
    },
  };
}

/** What is asked, by what it is about and the respect in which the sides differ. */
function asks(): Texts['asks'] {
  const { t } = vscode.l10n;
  return {
    'coding.code': t('Which code does this passage have?'),
    'coding.passage': t('Which passage is coded?'),
    'note.passage': t('Which passage is the note about?'),
    'coding.evidence': t('How does this passage stand to its code?'),
    'coding.memo': t('What does the memo of this coding say?'),
    'note.memo': t('What does the note say?'),
    'coding.presence': t('Is this coding kept?'),
    'note.presence': t('Is this note kept?'),
    'reading.state': t('How far has the reading come?'),
    'comment.comment': t('What does the comment say?'),
    'comment.presence': t('Is this comment kept?'),
    'codebook-text': t('What does the codebook say at its beginning?'),
    'participant.presence': t('Is this participant listed?'),
    'study-file': t('What is it set to?'),
    passage: t('What does this part of the text say?'),
    'file.presence': t('Is this file kept?'),
    file: t('What does the file say?'),
    presence: t('Is it kept?'),
    orphan: t('Is it kept without a place in the transcript?'),
    title: t('What is it called?'),
    kind: t('Is it a theme or a code?'),
    moved: t('In which theme is it?'),
    order: t('Where does it stand?'),
    definition: t('What is its definition?'),
    include: t('What does it include?'),
    exclude: t('What does it exclude?'),
    example: t('Which examples does it have?'),
    color: t('Which colour does it have?'),
    phase: t('In which phase is it?'),
    text: t('What does the text below it say?'),
    formerly: t('Which codes of before does it stand for?'),
  };
}

/** What respects are called that are shown one below the other, or have no question of their own. */
function aspects(): Texts['aspects'] {
  const { t } = vscode.l10n;
  return {
    attributes: t('further attributes'),
    author: t('author'),
    classes: t('marks'),
    code: t('Code'),
    comment: t('Comment'),
    evidence: t('Evidence'),
    memo: t('Memo'),
    orphan: t('Kept without a place since'),
    passage: t('Passage'),
    state: t('State'),
  };
}
