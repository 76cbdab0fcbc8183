import { codePassage, type Passage, removeCodingsById } from '../../../../src/core/coding/actions.js';
import { baseOf } from '../../../../src/core/coding/blobId.js';
import { setMemo } from '../../../../src/core/coding/change.js';
import { formatCodingLine } from '../../../../src/core/coding/line.js';
import { recodeTo } from '../../../../src/core/coding/recode.js';
import { NEW_SORTING } from '../../../../src/core/coding/sorting.js';
import { splitCode } from '../../../../src/core/coding/split.js';
import { takeBack } from '../../../../src/core/coding/takeBack.js';
import { addComment } from '../../../../src/core/discussion/write.js';
import { importCodebook } from '../../../../src/core/exchange/into/import.js';
import { createMemo } from '../../../../src/core/memos/create.js';
import { codeNote, notePassages } from '../../../../src/core/reading/notes.js';
import { setReadingState } from '../../../../src/core/reading/setState.js';
import { moveTranscripts } from '../../../../src/core/renames/moveTranscripts.js';
import { changeCodebookOf } from '../../../../src/core/study/changeCodebook.js';
import { deleteEntries } from '../../../../src/core/study/deleteEntries.js';
import { CODEBOOK_FILE } from '../../../../src/core/study/layout.js';
import type { Study } from '../../../../src/core/study/study.js';
import { CodePoints } from '../../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../../src/core/text/utf8.js';
import { coding } from '../../support/coding.js';

const CODERS = ['EA', 'Bo'] as const;
const TRANSCRIPTS = ['transcripts/pp-03.md', 'transcripts/pp-04.md'] as const;
const TEXT = 'I: How was it?\n\nPP3: I think it got better after that, and slower.\n';
const SPAN = { start: 29, end: 42 };
const NOTE = 'noteaaaaaa';

/** Ids of the codings that the study begins with: of each coder, in each transcript. */
export const IDS = CODERS.flatMap((_, i) => TRANSCRIPTS.map((_, j) => `cod${i}${j}aaaaa`));

/** A study that has something for every action; by path. */
export const FILES: Readonly<Record<string, string>> = {
  'codebook.md': [
    '# Codebook',
    '',
    '## Influence {#influence .theme}',
    '',
    '### Hope {#hope}',
    '',
    'That it gets better.',
    '',
    '### Trust {#trust}',
    '',
    '### Being heard',
    '',
  ].join('\n'),
  ...Object.fromEntries(TRANSCRIPTS.map(path => [path, TEXT])),
  ...Object.fromEntries(
    CODERS.flatMap((coder, i) =>
      TRANSCRIPTS.map((path, j) => [
        `codings/${coder}/${path.replace('.md', '.jsonl')}`,
        `${formatCodingLine(coding({ id: IDS[2 * i + j] as string, at: [29, 42] }))}\nnot a coding\n`,
      ]),
    ),
  ),
  'codings/EA/transcripts/pp-03.reading.ndjson': `{"quote": "it got better", "at": [29, 42], "memo": "So what?", "created": "2026-03-02T10:03:11Z", "id": "${NOTE}"}\n`,
  'memos/2026-03-02-hope.md': '# Hope\n\nSee [[transcripts/pp-03.md]] and [[transcripts/pp-04.md]].\n',
};

const passage = (transcript: string): Passage => ({
  transcript,
  points: new CodePoints(TEXT),
  base: baseOf(encodeUtf8(TEXT)),
  span: SPAN,
});
const recodeAll = (study: Study) => recodeTo(study, IDS, [{ title: 'Turning points' }, { id: 'being-heard' }]);

/** What people do that writes, by what they call it. */
export const ACTIONS: Readonly<Record<string, (study: Study) => Promise<unknown>>> = {
  'add a coding': study => codePassage(study, passage(TRANSCRIPTS[0]), 'EA', [{ id: 'trust' }]),
  'add the first coding of a coder': study => codePassage(study, passage(TRANSCRIPTS[0]), 'Cy', [{ id: 'trust' }]),
  'add a coding with a new code': study => codePassage(study, passage(TRANSCRIPTS[1]), 'Bo', [{ title: 'Loss' }]),
  'change a coding': study => setMemo(study, IDS[0] as string, 'Compare with the second session.'),
  'remove a coding': study => removeCodingsById(study, IDS.slice(0, 1)),
  'remove several codings': study => removeCodingsById(study, IDS),
  'write a memo': study => createMemo(study, { title: 'On hope', about: ['hope'], quotes: [] }),
  'edit the codebook': study => changeCodebookOf(study, { do: 'rename', entry: 'hope', title: 'Hoping' }),
  'import a codebook': study =>
    study.update(CODEBOOK_FILE, text => {
      const none = { classes: [], formerly: [], include: [], exclude: [], example: [], notes: [], children: [] };
      return importCodebook(text, { title: 'Other', entries: [{ ...none, title: 'Fear', kind: 'code' }] }).edits;
    }),
  'merge codes': study => changeCodebookOf(study, { do: 'merge', from: ['trust'], into: 'hope' }),
  'delete a code and recode what it had': study =>
    deleteEntries(study, { entries: ['hope'], contents: 'keep', codings: { do: 'recode', to: 'trust' } }),
  'split a code': study => {
    const choices = new Map(IDS.map((id, i) => [id, i === 0 ? [1, 2] : [2]]));
    return splitCode(study, 'hope', { ...NEW_SORTING, targets: ['Near hope', 'Far hope'], choices });
  },
  'recode many': recodeAll,
  'rename transcripts': study =>
    moveTranscripts(
      study,
      TRANSCRIPTS.map(from => ({ from, to: from.replace('pp-', 'interviews/PP') })),
    ),
  'rename transcripts in letter case': study =>
    moveTranscripts(
      study,
      TRANSCRIPTS.map(from => ({ from, to: from.replace('transcripts/pp', 'Transcripts/PP') })),
    ),
  'mark transcripts as read': study => setReadingState(study, 'Bo', TRANSCRIPTS, 'read'),
  'note a thought': study => notePassages(study, passage(TRANSCRIPTS[1]), 'EA', [SPAN], 'Who is “they”?'),
  'code a note': study => codeNote(study, NOTE, passage(TRANSCRIPTS[0]), [{ id: 'being-heard' }]),
  'comment on a code': study => addComment(study, 'Bo', { kind: 'code', id: 'being-heard' }, 'Is it the same?'),
};

/** Actions that are prepared by another one. */
export const LATER_ACTIONS: Readonly<Record<string, (study: Study) => Promise<() => Promise<unknown>>>> = {
  'undo a recoding': async study => {
    const { edits } = await recodeAll(study);
    return () => takeBack(study, edits);
  },
};
