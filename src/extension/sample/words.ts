import * as vscode from 'vscode';
import { kindsInWords } from '../../core/analysis/sample/english.js';
import type { Presence } from '../../core/analysis/sample/sample.js';
import type { SampleWords } from '../../core/analysis/sample/statement.js';

/** What the sample says, in the language of VS Code. */
export function sampleWords(): SampleWords {
  const { t } = vscode.l10n;
  return {
    sessions: (count, kind) => (kind === '' ? sessionsOf(count) : kindsInWords(count, kind)),
    people: count => (count === 1 ? t('1 person') : t('{0} people', count)),
    places: count => (count === 1 ? t('1 place') : t('{0} places', count)),
    times: count => (count === 2 ? t('twice') : count === 3 ? t('three times') : t('{0} times', count)),
    inKinds: (count, of) => (count === 2 && of === 2 ? t('in both kinds') : t('in {0} kinds', count)),
    list: names =>
      names.length < 2 ? names.join('') : t('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1) ?? ''),
    nobody: t('nobody'),
    ofEligible: (count, eligible) => t('{0} of {1} eligible', count, eligible),
    noRole: t('no role'),
    everybody: t('everybody'),
    approached: count => t('{0} approached', count),
    declined: count => t('{0} declined', count),
    excluded: count => t('{0} excluded', count),
    tookPart: count => t('{0} took part', count),
    addsUp: t('it adds up'),
    missing: count => t('{0} not accounted for', count),
    tooMany: count => t('{0} more than there should be', count),
    notKnown: t('how many were approached is not known'),
  };
}

function sessionsOf(count: number): string {
  return count === 1 ? vscode.l10n.t('1 session') : vscode.l10n.t('{0} sessions', count);
}

/** Why somebody who is known is not in the sample. */
export function whyNot(presence: Exclude<Presence, 'took-part'> | 'absent'): string {
  const { t } = vscode.l10n;
  switch (presence) {
    case 'outside':
      return t('spoke out of scope only');
    case 'unread':
      return t('spoke where nobody has read yet');
    case 'silent':
      return t('named, but says nothing');
    case 'unlabelled':
      return t('named where labels do not say who speaks');
    case 'absent':
      return t('in no session');
  }
}
