import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/figures/protocol.js';
import { Disposables } from '../common/disposables.js';
import { Command } from '../ids.js';
import { registerDrawn } from '../pages/drawnPages.js';
import type { PageHost } from '../pages/pages.js';
import { StudyPages } from '../pages/studyPages.js';
import type { Corpora } from '../study/corpora.js';
import type { Studies } from '../study/studies.js';
import { ChosenFigures } from './choices.js';
import type { FiguresContent } from './figuresContent.js';

/** Pictures of the data, with their tables: a page for each study, and its way into files. */
export function registerFigures(
  host: PageHost,
  studies: Studies,
  corpora: Corpora,
  memory: vscode.Memento,
): vscode.Disposable {
  const disposables = new Disposables();
  const chosen = new ChosenFigures(memory);
  const pages = disposables.add(
    new StudyPages<ToPage, FromPage, FiguresContent>(host, studies, {
      viewType: 'verbatim.figures',
      bundle: 'figures',
      icon: 'graph',
      title: vscode.l10n.t('Figures'),
      contentOf: async (opened, page) => {
        const { FiguresContent } = await import('./figuresContent.js');
        return new FiguresContent(opened, corpora.of(opened), chosen, page);
      },
    }),
  );
  disposables.add(
    registerDrawn(pages, {
      ...{ studies, chosen, keys: ['figure'] },
      ...{ show: Command.showFigures, save: Command.exportFigure },
      asksFormat: vscode.l10n.t('Save the figure as'),
    }),
  );
  return disposables;
}
