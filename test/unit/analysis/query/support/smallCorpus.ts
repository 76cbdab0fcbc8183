import type { Corpus } from '../../../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../../../src/core/analysis/corpus/corpusReader.js';
import { Study } from '../../../../../src/core/study/study.js';
import { fixedEnvironment } from '../../../support/environment.js';
import { MemoryStore } from '../../../support/memoryStore.js';

const TEXT =
  '---\nkind: interview\ndate: 2026-02-14\ninterviewer: INT\ntags: [quiet, late]\n---\n\n**INT:** How was it? 😀\n\n**PP3:** It got better. Slowly.\n\n**INT:** Why?\n\n**PP3:** They heard me out.\n\n**INT:** Really?\n';

/** A coding line, of a passage of the transcript in `FILES`. */
export function line(id: string, code: string, quote: string, more: Readonly<Record<string, string>> = {}): string {
  const at = TEXT.indexOf(quote);
  const start = at === -1 ? 3 : [...TEXT.slice(0, at)].length;
  return `${JSON.stringify({ code, quote, at: [start, start + [...quote].length], ...more, id })}\n`;
}

/** The files of a study in which everything can be asked for. */
export const FILES: Readonly<Record<string, string>> = {
  'participants.csv': 'participant,role,site,years in role\nPP3,peer,North,3\nNP1,,,\n',
  'codebook.md':
    '# Codebook\n\n## Influence {#influence .theme}\n\n### Hope {#hope .reviewed formerly="optimism"}\n\nExample: “They heard me out”\n\n### Being heard\n\n## Peers {#peer-talk .scope}\n',
  'transcripts/pp-03.md': TEXT,
  'transcripts/np-01.md': '**NP1:** We do.\n\n**NP1:** We did.\n',
  'codings/EA/transcripts/pp-03.jsonl': [
    line('better0000', 'optimism', 'It got better.', { memo: 'A turning point', created: '2026-03-02T10:03:11Z' }),
    line('slowly0000', 'being-heard', 'Slowly.', { evidence: 'contradicts' }),
    line('heard00000', 'hope', 'They heard me out', { created: '2026-04-01T00:00:00Z' }),
    line('both000000', 'stray', '**PP3:** It got better. Slowly.\n\n**INT:** Why?'),
    line('gone000000', 'hope', 'Nobody ever said that'),
  ].join(''),
  'codings/MB/transcripts/pp-03.jsonl': [
    line('scope00000', 'peer-talk', 'It got better. Slowly.'),
    line('again00000', 'being-heard', 'They heard me out'),
  ].join(''),
};

/** Everything that was said and coded in a study of these files. */
export async function corpusOf(files: Readonly<Record<string, string>>): Promise<Corpus> {
  const study = new Study(new MemoryStore(files), fixedEnvironment());
  await study.refresh();
  return new CorpusReader(study).read();
}
