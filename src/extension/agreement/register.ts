import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/agreement/protocol.js';
import { Disposables } from '../common/disposables.js';
import { Command } from '../ids.js';
import { registerDrawn } from '../pages/drawnPages.js';
import type { PageHost } from '../pages/pages.js';
import { StudyPages } from '../pages/studyPages.js';
import type { Corpora } from '../study/corpora.js';
import type { Studies } from '../study/studies.js';
import type { Colleagues } from '../visibility/colleagues.js';
import type { AgreementContent } from './agreementContent.js';
import { ChosenAgreement } from './choices.js';

/** What the page needs from the extension. */
export interface AgreementServices {
  readonly studies: Studies;
  readonly corpora: Corpora;
  readonly colleagues: Colleagues;
  readonly memory: vscode.Memento;
}

/** How far coders agree: a page for each study, and its way into files. */
export function registerAgreement(
  host: PageHost,
  { studies, corpora, colleagues, memory }: AgreementServices,
): vscode.Disposable {
  const disposables = new Disposables();
  const chosen = new ChosenAgreement(memory);
  const pages = disposables.add(
    new StudyPages<ToPage, FromPage, AgreementContent>(host, studies, {
      viewType: 'verbatim.agreement',
      bundle: 'agreement',
      icon: 'law',
      title: vscode.l10n.t('Agreement'),
      contentOf: async (opened, page) => {
        const { AgreementContent } = await import('./agreementContent.js');
        return new AgreementContent(opened, corpora.of(opened), chosen, colleagues, page);
      },
    }),
  );
  disposables.add(
    registerDrawn(pages, {
      ...{ studies, chosen, keys: ['unit', 'rows'] },
      ...{ show: Command.showAgreement, save: Command.exportAgreement },
      asksFormat: vscode.l10n.t('Save the agreement as'),
    }),
  );
  return disposables;
}
