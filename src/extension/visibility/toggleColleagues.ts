import * as vscode from 'vscode';
import type { Coder } from '../coding/coder.js';
import { announce } from '../common/report.js';
import { mayLift } from '../rounds/lift.js';
import type { Studies } from '../study/studies.js';
import type { Colleagues } from './colleagues.js';

/** What hiding colleagues' codings needs. */
export interface ColleagueServices {
  readonly studies: Studies;
  readonly colleagues: Colleagues;
  readonly coder: Coder;
}

/** Hides what colleagues coded, noted and said of codings. Who codes must be known: it asks where nobody said so. */
export async function hideColleaguesCodings({ studies, colleagues, coder }: ColleagueServices): Promise<void> {
  const opened = await studies.current();
  const me = opened === undefined ? coder.name : await coder.ensure(opened);
  if (me === undefined) {
    announce(vscode.l10n.t('$(info) Say who is coding first: colleagues are all the others.'));
    return;
  }
  await colleagues.hide();
  announce(vscode.l10n.t('$(eye-closed) Only codings by {0} are shown, everywhere', me));
}

/** Shows them again; while a blind round is open for the person, only where they really want that. */
export async function showColleaguesCodings({ studies, colleagues }: ColleagueServices): Promise<void> {
  const opened = await studies.current();
  const rounds = opened === undefined ? [] : colleagues.roundsIn(opened.study);
  if (colleagues.areHidden && rounds.length > 0) {
    // What the person asked to be hidden is one thing, what the round hides another.
    await colleagues.show([]);
    announce(vscode.l10n.t('$(lock) Colleagues’ codings are shown, but for those that a blind round hides'));
    return;
  }
  if (rounds.length > 0 && !(await mayLift(rounds))) return;
  await colleagues.show(rounds);
  announce(vscode.l10n.t('$(eye) Colleagues’ codings are shown'));
}
