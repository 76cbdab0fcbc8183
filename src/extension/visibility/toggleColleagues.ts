import * as vscode from 'vscode';
import type { Coder } from '../coding/coder.js';
import { announce } from '../common/report.js';
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
  await colleagues.hide(true);
  announce(vscode.l10n.t('$(eye-closed) Only codings by {0} are shown, everywhere', me));
}

/** Shows them again. */
export async function showColleaguesCodings({ colleagues }: ColleagueServices): Promise<void> {
  await colleagues.hide(false);
  announce(vscode.l10n.t('$(eye) Colleagues’ codings are shown'));
}
