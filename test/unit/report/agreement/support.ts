import type { DisagreementWords } from '../../../../src/core/report/agreement/disagreements.js';
import type { StatementWords } from '../../../../src/core/report/agreement/statement.js';
import type { AgreementWords } from '../../../../src/core/report/figures/agreementWords.js';

const measure = (name: string, meaning = '', source = '') => ({ name, short: name, meaning, source });

/** Words as short as they can be. */
export const AGREEMENT_WORDS: AgreementWords = {
  rows: { all: 'All', theme: 'Theme', code: 'Code', transcript: 'Transcript', pair: 'Coders' },
  measures: {
    ...{ percent: measure('%', 'Share.'), cohen: measure('κ'), scott: measure('π'), fleiss: measure('Fleiss') },
    ...{ alpha: measure('α', 'Beyond chance.', 'Krippendorff'), ac1: measure('AC1'), anyAlpha: measure('|u|α') },
    ...{ uAlpha: measure('uα'), cuAlpha: measure('cuα'), kuAlpha: measure('(k)uα') },
  },
  ...{ title: '{0} by {1}', gist: '{0}: {1}. Least {2} {3}, most {4} {5}.', noneGist: '{0}: {1}, none.' },
  ...{ caption: 'Lines.', percentCaption: 'No chance.', chanceCaption: '0 is chance.', units: 'Compared' },
  ...{ codings: 'Codings', none: 'none', notApplied: 'No sense.', warning: 'Care', lower: '{0} low' },
  ...{ upper: '{0} high', reason: '{0} why' },
};

export const STATEMENT_WORDS: StatementWords = {
  ...{ both: '{0} both: {1} of {2}.', several: '{0} several: {1} of {2}.', agree: '{0} of {1}.', alpha: 'Alpha {0}.' },
  ...{ noAlpha: 'No alpha: {0}', noPercent: 'No share: {0}', inScope: 'In scope.' },
  units: { character: 'characters', sentence: 'sentences', turn: 'turns' },
  ...{ compared: 'Compared {0}.', uncoded: '{0} uncoded' },
  listed: names => names.join(' and '),
};

export const DISAGREEMENT_WORDS: DisagreementWords = {
  ...{ only: '{0} yes, {1} no.', instead: '{0}: {1}.', otherExtent: '{0} both: {1}.', extentOf: '{0} {1} words' },
  listed: names => names.join(' and '),
};
