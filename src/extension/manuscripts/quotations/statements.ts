import * as vscode from 'vscode';
import type { Balance } from '../../../core/manuscript/balance.js';
import { type CheckedQuotation, isWrong } from '../../../core/manuscript/checked.js';
import { listed } from '../../codebook/words.js';

/** What is said of the quotations of a manuscript before its tables; counts say what of what. */
export function quotationStatements(quotations: readonly CheckedQuotation[], balance: Balance): string[] {
  const { t } = vscode.l10n;
  const attributed = quotations.filter(({ quotation }) => quotation.attribution !== undefined);
  const wrong = quotations.filter(isWrong).length;
  const right = attributed.filter(({ verdict }) => verdict === 'verbatim' || verdict === 'ambiguous').length;
  const { block, short, unattributed, neverQuoted, people } = balance;
  const headline =
    wrong === 0
      ? t('All {0} attributed quotations are what was said.', attributed.length)
      : t('{0} of {1} attributed quotations are what was said; to be put right: {2}.', right, attributed.length, wrong);
  const never = neverQuoted.map(({ name }) => name);
  const elisions = balance.elisions.map(({ mark, count }) => `${mark} ${t('({0} times)', count)}`);
  const more = [
    balance.sic > 0 ? t('{0} [sic]', balance.sic) : '',
    balance.insertions > 0 ? t('{0} clarifications in brackets', balance.insertions) : '',
    balance.redactions > 0 ? t('{0} held back', balance.redactions) : '',
  ].filter(part => part !== '');
  return [
    headline,
    t('{0} block and {1} short.', block, short),
    never.length === 0
      ? t('All {0} people who took part are quoted.', people.length)
      : t(
          '{0} of {1} people who took part are quoted. Never quoted: {2}.',
          people.length - never.length,
          people.length,
          listed(never),
        ),
    ...(elisions.length === 0 ? [] : [t('Words left out are written {0}.', elisions.join(', '))]),
    ...(more.length === 0 ? [] : [`${more.join(', ')}.`]),
    ...(unattributed === 0
      ? []
      : [t('{0} more stand in quotation marks without saying who said it; they are counted apart.', unattributed)]),
  ];
}
