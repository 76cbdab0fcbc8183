import type {
  Agreement,
  AgreementOptions,
  Disagreement,
} from '../../../../../src/core/analysis/agreement/agreement.js';
import { agreementOf } from '../../../../../src/core/analysis/agreement/agreementOf.js';
import { disagreementsOf } from '../../../../../src/core/analysis/agreement/disagreementsOf.js';
import { type Files, lineOf, opened } from './studies.js';

const BOOK =
  '# Codebook\n\n## Influence {#influence .theme}\n\n### Hope {#hope formerly="optimism"}\n\n### Trust {#trust}\n\n## About peers {#about-peers .scope}\n';
/** Four sentences, two a turn: 8 and 11, then 9 and 12 characters, with a space between. */
export const TEXT = '**PP1:** One two. Three four.\n\n**NP1:** Five six. Seven eight.\n';
export const PATH = 'transcripts/a.md';
/** The file of a coder. */
export const codings = (coder: string): string => `codings/${coder}/transcripts/a.jsonl`;

let made = 0;
/** The line of a coding of the example. */
export const line = (code: string, quote: string): string =>
  lineOf(TEXT, code, quote, `byhand${String(made++).padStart(4, '0')}`);

/** EA: hope in the first and the third sentence. MB: hope in the first, under its former name, and trust in the fourth. */
export const STUDY: Files = {
  'codebook.md': BOOK,
  'participants.csv': 'participant\nPP1\nNP1\n',
  [PATH]: TEXT,
  [codings('EA')]: line('hope', 'One two.') + line('hope', 'Five six.'),
  [codings('MB')]: line('optimism', 'One two.') + line('trust', 'Seven eight.'),
};

export async function agreementIn(files: Files, options: Partial<AgreementOptions> = {}): Promise<Agreement> {
  const { corpus, texts } = await opened(files);
  return agreementOf(corpus, { unit: 'sentence', ...options }, texts);
}

export async function disagreementsIn(
  files: Files,
  options: Partial<AgreementOptions> = {},
): Promise<readonly Disagreement[]> {
  const { corpus, texts } = await opened(files);
  return disagreementsOf(corpus, { unit: 'sentence', ...options }, texts);
}
