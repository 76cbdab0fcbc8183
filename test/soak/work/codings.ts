import { codePassages, removeCodingsById } from '../../../src/core/coding/actions.js';
import { moveCodings, setMemo } from '../../../src/core/coding/change.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import type { CodingFile } from '../../../src/core/coding/file.js';
import { formatRecord } from '../../../src/core/coding/line.js';
import { recodeCodings } from '../../../src/core/coding/recode.js';
import { keepAsOrphan, reviewAgain } from '../../../src/core/coding/reviewChoices.js';
import { type Action, type Desk, inOrder, somePassage, someTranscript, tried } from './desk.js';

/** Codes of the codebook that codings may get. */
export function codesOf({ study }: Desk): string[] {
  return study.codebook.entries.filter(({ kind }) => kind === 'code').map(({ id }) => id);
}

/** A coding that this person may change: one of the own folder or a shared one. */
export function someCoding(desk: Desk): { file: CodingFile; coding: Coding } | undefined {
  const { study, chance } = desk;
  const folder = desk.folder();
  const files = inOrder(study.index.allFiles()).filter(({ coder }) => coder === folder);
  const file = chance.pick(files);
  const coding = file && chance.pick(file.codings);
  return file === undefined || coding === undefined ? undefined : { file, coding };
}

export const codePassage: Action = async desk => {
  const seen = await someTranscript(desk);
  const span = seen && somePassage(desk, seen);
  const code = desk.chance.pick(codesOf(desk));
  if (seen === undefined || span === undefined || code === undefined) return undefined;
  const choices = [{ id: code }];
  if (desk.chance.percent(8)) choices.push({ id: desk.chance.pick(codesOf(desk)) as string });
  const memo = desk.chance.percent(20) ? desk.words('memo') : undefined;
  const done = await codePassages(desk.study, seen, desk.folder(), [{ span, choices }], memo);
  return `coded ${done.codings.map(({ id }) => id).join(', ')}`;
};

export const codeWithNewCode: Action = async desk => {
  const seen = await someTranscript(desk);
  const span = seen && somePassage(desk, seen);
  if (seen === undefined || span === undefined) return undefined;
  const title = desk.words('Code');
  await codePassages(desk.study, seen, desk.folder(), [{ span, choices: [{ title }] }]);
  return `coded with the new code ${title}`;
};

export const changeMemo: Action = async desk => {
  const found = someCoding(desk);
  if (found === undefined) return undefined;
  const memo = desk.chance.percent(20) ? '' : desk.words('memo');
  await setMemo(desk.study, found.coding.id, memo);
  return `memo of ${found.coding.id}`;
};

export const changePassage: Action = async desk => {
  const found = someCoding(desk);
  const version = found && (await desk.study.transcripts.text(found.file.transcript));
  if (found === undefined || version === undefined) return undefined;
  const seen = { transcript: found.file.transcript, ...version };
  const anchors = await desk.study.anchors(found.file.transcript);
  const now = anchors?.resolve(found.coding).span;
  const other = somePassage(desk, seen);
  if (other === undefined) return undefined;
  // Another passage, or the same one with an end that is elsewhere.
  const span =
    now === undefined || desk.chance.percent(30) ? other : { ...now, end: wordEnd(version.points.text, now.end) };
  const places = new Map([[found.coding.id, span]]);
  return tried(() => moveCodings(desk.study, seen, places), `passage of ${found.coding.id}`);
};

/** The end of the word that comes next in the turn. Texts of the simulation have one unit a code point. */
function wordEnd(text: string, end: number): number {
  return end + (/^ ?\S+/.exec(text.slice(end))?.[0].length ?? 0);
}

export const recode: Action = async desk => {
  const found = someCoding(desk);
  const code = desk.chance.pick(codesOf(desk));
  if (found === undefined || code === undefined) return undefined;
  const codes = [code];
  if (desk.chance.percent(15)) codes.push(desk.chance.pick(codesOf(desk)) as string);
  await recodeCodings(desk.study, new Map([[found.coding.id, codes]]));
  return `recoded ${found.coding.id}`;
};

export const removeCoding: Action = async desk => {
  const found = someCoding(desk);
  if (found === undefined) return undefined;
  await removeCodingsById(desk.study, [found.coding.id]);
  return `removed ${found.coding.id}`;
};

export const keepWithoutPlace: Action = async desk => {
  const found = someCoding(desk);
  if (found === undefined) return undefined;
  const record = { path: found.file.path, id: found.coding.id, line: formatRecord(found.coding) };
  const change = found.coding.orphan === undefined ? keepAsOrphan : reviewAgain;
  return tried(() => change(desk.study, record), `${change.name} ${found.coding.id}`);
};
