import * as vscode from 'vscode';
import { codePassages } from '../../core/coding/actions.js';
import { recodeTo } from '../../core/coding/recode.js';
import { excerptCount, listed } from '../codebook/words.js';
import { announce } from '../common/report.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import { conclude } from '../history/conclude.js';
import { pickCodes } from './codePicker.js';
import type { CodingServices } from './codeSelection.js';
import { type CodingInStudy, codingAtCursor } from './codingAtCursor.js';
import { placeOfCoding } from './placeOfCoding.js';

/** What changing codings needs. */
export interface ChangeServices extends CodingServices {
  readonly documents: CodedDocuments;
}

/** Gives codings another code: those handed in, else the one at the cursor. Further codes become codings of their own. */
export async function recodeCoding(targets: readonly CodingInStudy[], services: ChangeServices): Promise<void> {
  const question = vscode.l10n.t('Which coding is to get another code?');
  const found = targets.length > 0 ? targets : await oneAtCursor(services, question);
  const [first] = found;
  if (first === undefined) return;
  const { opened } = first;
  const old = opened.study.titleOf(opened.seen.index.find(first.id)?.coding.code ?? '');
  const what = found.length === 1 ? old : excerptCount(found.length);
  const { recent, favorites } = services;
  const asked = vscode.l10n.t('Recode {0} to', what);
  const choices = await pickCodes(opened, recent.of(opened), asked, favorites.digits(opened));
  if (choices === undefined || choices.length === 0) return;
  const { codings, edits } = await recodeTo(
    opened.study,
    found.map(({ id }) => id),
    choices,
  );
  if (codings.length === 0) {
    announce(vscode.l10n.t('$(info) It has this code already.'));
    return;
  }
  const codes = [...new Set(codings.map(({ code }) => code))];
  const title = vscode.l10n.t('Recoded {0} to {1}', what, listed(codes.map(code => opened.study.titleOf(code))));
  await Promise.all([
    conclude(services.history, opened, 'check', { title, edits }),
    services.recent.use(opened, codes),
  ]);
}

/** Gives the passage of a coding another code as well, by the person who asks for it. */
export async function addCodeTo(target: CodingInStudy | undefined, services: ChangeServices): Promise<void> {
  const question = vscode.l10n.t('Which passage is to get another code as well?');
  const found = target ?? (await oneAtCursor(services, question))[0];
  if (found === undefined) return;
  const { opened } = found;
  const { seen, span } = await placeOfCoding(services.documents, found);
  const coder = await services.coder.ensure(opened);
  if (coder === undefined) return;
  const old = opened.study.titleOf(opened.seen.index.find(found.id)?.coding.code ?? '');
  const { recent, favorites } = services;
  const asked = vscode.l10n.t('Add a code beside {0}', old);
  const choices = await pickCodes(opened, recent.of(opened), asked, favorites.digits(opened));
  if (choices === undefined || choices.length === 0) return;
  const { codings, edits } = await codePassages(opened.study, seen, coder, [{ span, choices }]);
  if (codings.length === 0) {
    announce(vscode.l10n.t('$(info) You have given this passage this code already.'));
    return;
  }
  const codes = codings.map(({ code }) => code);
  const title = vscode.l10n.t('Added {0} beside {1}', listed(codes.map(code => opened.study.titleOf(code))), old);
  await Promise.all([
    conclude(services.history, opened, 'check', { title, edits }),
    services.recent.use(opened, codes),
  ]);
}

async function oneAtCursor(services: ChangeServices, question: string): Promise<readonly CodingInStudy[]> {
  const coding = await codingAtCursor(services.documents, services.coder, question);
  return coding === undefined ? [] : [coding];
}
