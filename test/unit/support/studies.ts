import { formatCodingLine } from '../../../src/core/coding/line.js';
import { coding } from './coding.js';

export const CODEBOOK = [
  '# Codebook',
  '',
  '## Influence {#influence .theme}',
  '',
  '### Hope {#hope formerly="optimism"}',
  '',
  'Things getting better.',
  '',
  '### Being heard',
  '',
].join('\n');

export const TRANSCRIPT = '**INT:** How was it?\n\n**PP3:** I think it got better after that. 😀\n';

/** The files of a small study: two transcripts, two coders, two codings. */
export function smallStudy(): Record<string, string> {
  return {
    'verbatim.json': '{"title": "Peers"}',
    'participants.csv': 'participant,role\nPP3,peer\n',
    'codebook.md': CODEBOOK,
    'transcripts/pp-03.md': TRANSCRIPT,
    'transcripts/np-01.md': '**NP1:** We do.\n',
    'codings/EA/transcripts/pp-03.jsonl': `${formatCodingLine(coding({ id: 'aaaaaaaaaa' }))}\n`,
    'codings/Bo/transcripts/pp-03.jsonl': `${formatCodingLine(coding({ id: 'bbbbbbbbbb', code: 'optimism' }))}\n`,
  };
}
