import * as vscode from 'vscode';
import type { Balance } from '../../../core/manuscript/balance.js';
import { type CheckedQuotation, isWrong, type Verdict } from '../../../core/manuscript/checked.js';
import { namedIn } from '../../../core/manuscript/named.js';
import type { ManuscriptPeople } from '../../../core/manuscript/people.js';
import { shownPieces } from '../../../core/manuscript/written.js';
import { transcriptName } from '../../../core/study/layout.js';
import { shorten } from '../../../core/text/shorten.js';
import type { QuotationsTable, ShownCell, ShownColumn } from '../../../webview/quotations/protocol.js';
import { numberWords } from '../../common/numberWords.js';

const LONGEST = 160;

/** The tables of the page; those without rows are left out. Keys of rows: the place of a quotation in the list, the id of a person. */
export function quotationTables(
  quotations: readonly CheckedQuotation[],
  balance: Balance,
  people: ManuscriptPeople,
): QuotationsTable[] {
  const all = [wrong(quotations), everyone(balance), roles(balance), themes(balance), list(quotations, people)];
  return all.filter(({ rows }) => rows.length > 0);
}

/** What became of a quotation, in a few words. */
export function verdictLabel(verdict: Verdict): string {
  const { t } = vscode.l10n;
  switch (verdict) {
    case 'verbatim':
      return t('word for word');
    case 'ambiguous':
      return t('word for word, in several places');
    case 'changed':
      return t('not what was said');
    case 'other-speaker':
      return t('said by somebody else');
    case 'not-found':
      return t('not found');
    case 'unattributed':
      return t('not attributed');
  }
}

function wrong(quotations: readonly CheckedQuotation[]): QuotationsTable {
  const { t } = vscode.l10n;
  const columns = [
    column('quotation', t('Quotation')),
    column('line', t('Line'), true),
    column('why', t('Why')),
    column('remedy', t('What to do')),
  ];
  const rows = quotations.flatMap((checked, i) => {
    if (!isWrong(checked)) return [];
    const remark = checked.remarks.find(one => one.isWrong);
    const { message, remedy } =
      checked.verdict === 'verbatim' || checked.verdict === 'ambiguous' ? (remark ?? checked) : checked;
    const cells = [cell(wordsOf(checked)), figure(checked.quotation.line), cell(message), cell(remedy)];
    return [{ key: String(i), opens: opens(checked), cells }];
  });
  return { key: 'wrong', heading: t('To be put right'), columns, rows };
}

function list(quotations: readonly CheckedQuotation[], people: ManuscriptPeople): QuotationsTable {
  const { t } = vscode.l10n;
  const columns = [
    column('quotation', t('Quotation')),
    column('line', t('Line'), true),
    column('role', t('Who')),
    column('form', t('Form')),
    column('verdict', t('Compared')),
    column('source', t('Where it was said')),
  ];
  const rows = quotations.map((checked, i) => {
    const { quotation, source, verdict } = checked;
    const { attribution, kind } = quotation;
    const who = namedIn(attribution).map(one => people.named(one.person ?? '')?.name ?? one.participant);
    const where = source === undefined ? '' : t('{0}, line {1}', transcriptName(source.transcript), source.line);
    return {
      key: String(i),
      opens: opens(checked),
      cells: [
        cell(wordsOf(checked)),
        figure(quotation.line),
        cell(who.join(', ')),
        cell(kind === 'block' ? t('block') : t('short')),
        cell(verdictLabel(verdict)),
        cell(where),
      ],
    };
  });
  return { key: 'quotations', heading: t('All quotations'), columns, rows };
}

function everyone({ people }: Balance): QuotationsTable {
  const { t } = vscode.l10n;
  const columns = [column('participant', t('Participant')), column('role', t('Role')), ...counts()];
  const rows = people.map(({ id, name, role, block, short }) => ({
    key: id,
    opens: t('Show the excerpts of {0}', name),
    cells: [
      cell(name),
      block + short === 0 ? { text: role ?? '', aside: t('never quoted') } : cell(role ?? ''),
      ...figures(block, short),
    ],
  }));
  return { key: 'people', heading: t('Who is quoted'), columns, rows };
}

function roles({ roles: all }: Balance): QuotationsTable {
  const { t } = vscode.l10n;
  const columns = [column('role', t('Role')), column('people', t('People quoted')), ...counts()];
  const rows = all.map(({ role, of, people, block, short }) => ({
    key: role,
    cells: [cell(role === '' ? t('no role') : role), cell(t('{0} of {1}', people, of)), ...figures(block, short)],
  }));
  return { key: 'roles', heading: t('By role'), columns, rows: all.length > 1 ? rows : [] };
}

function themes({ themes: all }: Balance): QuotationsTable {
  const { t } = vscode.l10n;
  const columns = [column('theme', t('Theme')), column('people', t('People quoted'), true), ...counts()];
  const rows = all.map(({ theme, people, block, short }) => ({
    key: theme.id,
    opens: t('Show the excerpts of “{0}”', theme.title),
    cells: [
      cell(theme.title),
      { ...figure(people), ...(block + short === 0 ? { aside: t('never quoted') } : {}) },
      ...figures(block, short),
    ],
  }));
  return { key: 'themes', heading: t('By theme'), columns, rows };
}

const wordsOf = ({ quotation }: CheckedQuotation): string => shorten(shownPieces(quotation.pieces), LONGEST);
const opens = ({ quotation }: CheckedQuotation): string =>
  vscode.l10n.t('Show “{0}” in the manuscript', shorten(shownPieces(quotation.pieces), 60));

function counts(): ShownColumn[] {
  const { t } = vscode.l10n;
  return [column('block', t('Block'), true), column('short', t('Short'), true), column('all', t('All'), true)];
}

const figures = (block: number, short: number): ShownCell[] => [block, short, block + short].map(figure);
const column = (key: string, label: string, isNumber = false): ShownColumn => ({ key, label, isNumber });
const cell = (text: string): ShownCell => ({ text });
const figure = (value: number): ShownCell => ({ text: numberWords(value), value });
