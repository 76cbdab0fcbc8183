import * as vscode from 'vscode';
import { type ExampleQuestion, exampleQuestions } from '../../core/analysis/answer/examples.js';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { queryFields } from '../../core/analysis/query/builder.js';
import { themePath } from '../../core/codebook/query.js';
import type { Example, FieldOffer, ValueOffer } from '../../webview/query/protocol.js';
import { fieldLabel, valueLabel } from './fieldLabels.js';

/** What can be asked of a study, in the words of the person. */
export function fieldOffers(corpus: Corpus): FieldOffer[] {
  const offers: FieldOffer[] = [];
  for (const { field, kind, values, label } of queryFields(corpus)) {
    if (kind === 'query') continue;
    // Who can be chosen by what they stand for need not be by their labels.
    offers.push({
      field,
      label: fieldLabel(field, label),
      kind,
      values: values.map(one => valueOffer(corpus, field, one)),
    });
  }
  return offers;
}

function valueOffer(corpus: Corpus, field: string, { value, label }: ValueOffer): ValueOffer {
  if (field !== 'code' && field !== 'theme') return { value, label: valueLabel(field, value, label) };
  const entry = corpus.study.codebook.find(value);
  const path = entry === undefined ? [] : themePath(entry);
  const more = [...(entry?.kind === 'theme' && field === 'code' ? [vscode.l10n.t('theme')] : []), ...path.slice(-1)];
  return { value, label, ...(more.length === 0 ? {} : { more: more.join(' · ') }) };
}

/** Questions to begin with, in the words of the person. */
export function examplesOf(corpus: Corpus): Example[] {
  return exampleQuestions(corpus).map(example => ({ label: labelOf(example), text: example.text }));
}

function labelOf({ kind, about: [first = '', second = ''] }: ExampleQuestion): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'code':
      return t('Where does “{0}” come up, and who says it?', first);
    case 'role':
      return t('What do people with the role “{1}” say about “{0}”?', first, second);
    case 'other':
      return t('Where does “{0}” meet “{1}”?', first, second);
    case 'without':
      return t('Where does “{0}” come up without anybody with the role “{1}”?', first, second);
  }
}
