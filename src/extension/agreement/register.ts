import * as vscode from 'vscode';
import type { AgreementChoices, AgreementFormat, FromPage, ToPage } from '../../webview/agreement/protocol.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { askPictureFormat } from '../pages/askPictureFormat.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import type { Corpora } from '../study/corpora.js';
import type { Studies } from '../study/studies.js';
import type { Colleagues } from '../visibility/colleagues.js';
import { AgreementContent } from './agreementContent.js';
import { ChosenAgreement } from './choices.js';

/** What `Save Agreement` may be told by a program; a person is asked instead. */
export interface AgreementTarget {
  readonly format: AgreementFormat;
  readonly uri?: vscode.Uri;
  /** What is to be compared and drawn; what was chosen last where it is missing. */
  readonly choices?: Partial<AgreementChoices>;
}

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
    new Pages<ToPage, FromPage, AgreementContent>(host, {
      viewType: 'verbatim.agreement',
      bundle: 'agreement',
      icon: 'law',
      open: async (key, page) => {
        const named = parseStudyKey(key);
        const opened = named && (await studyOfKey(studies, named));
        if (opened === undefined) return undefined;
        const content = new AgreementContent(opened, corpora.of(opened), chosen, colleagues, page);
        return { title: vscode.l10n.t('Agreement'), content };
      },
    }),
  );
  const show = async (choices?: Partial<AgreementChoices>): Promise<AgreementContent | undefined> => {
    const opened = await studies.current();
    if (opened === undefined) {
      announce(vscode.l10n.t('$(info) Open the folder of your study first.'));
      return undefined;
    }
    if (choices !== undefined) await chosen.choose(opened, choices);
    const key = JSON.stringify({ root: opened.root.toString() });
    const isOpen = pages.get(key) !== undefined;
    const page = await pages.show(key);
    if (isOpen && choices !== undefined) page?.refresh();
    return page?.content;
  };
  const save = async (target: AgreementTarget | undefined): Promise<vscode.Uri | undefined> => {
    const format = target?.format ?? (await askPictureFormat(vscode.l10n.t('Save the agreement as')));
    return format && (await show(target?.choices))?.draw(format, target?.uri);
  };
  disposables.add(
    vscode.commands.registerCommand(Command.showAgreement, choices =>
      orReport(async () => void (await show(isChoices(choices) ? choices : undefined))),
    ),
    vscode.commands.registerCommand(Command.exportAgreement, target => orReport(() => save(asTarget(target)))),
  );
  return disposables;
}

/** Menus hand over a row of theirs; a program may say what is to be seen. */
function isChoices(value: unknown): value is Partial<AgreementChoices> {
  return typeof value === 'object' && value !== null && ('unit' in value || 'rows' in value);
}

function asTarget(value: unknown): AgreementTarget | undefined {
  return typeof value === 'object' && value !== null && 'format' in value ? (value as AgreementTarget) : undefined;
}
