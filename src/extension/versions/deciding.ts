import * as vscode from 'vscode';
import { listed } from '../../core/review/sentences/words.js';
import type { Decide } from '../../core/versions/together.js';
import type { Busy } from './busy.js';
import type { AtWork } from './services.js';

/** So many people are named. */
const MOST = 3;

/** Has a person decide what two versions say differently, on the page for that. @param title what it is for */
export function deciding({ conflicts, opened, source, coder }: AtWork, title: string, busy: Busy): Decide {
  return async ({ merged, theirs }) => {
    const head = (await source.git.head()).commit;
    const left = head === undefined ? undefined : await source.git.mergeBase(head, theirs);
    const log = await source.git.log(theirs, left === undefined ? {} : { from: left });
    const people = [...new Set(log.map(({ author }) => author))];
    const who = people.length === 0 || people.length > MOST ? vscode.l10n.t('Colleagues') : listed(people);
    const here = coder.name === undefined ? vscode.l10n.t('Here') : vscode.l10n.t('Here ({0})', coder.name);
    return busy.silentWhile(() => conflicts.decide(opened, { title, ours: here, theirs: who, files: merged }));
  };
}
