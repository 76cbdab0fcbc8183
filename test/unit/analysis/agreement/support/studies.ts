import fc from 'fast-check';
import { type AgreementTexts, agreementTexts } from '../../../../../src/core/analysis/agreement/texts.js';
import type { Corpus } from '../../../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../../../src/core/analysis/corpus/corpusReader.js';
import { baseOf } from '../../../../../src/core/coding/blobId.js';
import { readingPath } from '../../../../../src/core/study/layout.js';
import { Study } from '../../../../../src/core/study/study.js';
import { encodeUtf8 } from '../../../../../src/core/text/utf8.js';
import { fixedEnvironment } from '../../../support/environment.js';
import { MemoryStore } from '../../../support/memoryStore.js';

export type Files = Readonly<Record<string, string>>;

/** A study with all that agreement asks of it. */
export interface Opened {
  readonly study: Study;
  readonly corpus: Corpus;
  readonly texts: AgreementTexts;
}

export async function opened(files: Files): Promise<Opened> {
  const study = new Study(new MemoryStore(files), fixedEnvironment());
  await study.refresh();
  return { study, corpus: await new CorpusReader(study).read(), texts: agreementTexts(study) };
}

/** The line of a coding of a passage, which stands in the text once; one that does not is lost. */
export function lineOf(text: string, code: string, quote: string, id: string): string {
  const start = text.indexOf(quote);
  const isThere = start >= 0;
  const from = isThere ? [...text.slice(0, start)].length : 0;
  const record = {
    code,
    quote,
    at: [from, from + [...quote].length],
    ...(isThere ? { base: baseOf(encodeUtf8(text)) } : {}),
    id,
  };
  return `${JSON.stringify(record)}\n`;
}

const BOOK = `# Codebook

## Influence {#influence .theme}

### Meetings {#meetings .theme}

#### Hope {#hope formerly="optimism"}

#### Disclosure {#disclosure}

### Trust {#trust}

## Loose {#loose}

## About peers {#about-peers .scope}
`;
const CODES = ['hope', 'optimism', 'disclosure', 'trust', 'loose', 'stray', 'about-peers'];
const CODERS = ['EA', 'JS', 'MB'];

interface AnyTurn {
  readonly speaker: string;
  /** How many words each sentence has. */
  readonly sentences: readonly number[];
}

const anyTurn: fc.Arbitrary<AnyTurn> = fc.record({
  speaker: fc.constantFrom('I', 'PP1', 'NP1'),
  sentences: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
});

const anyCoding = fc.record({
  transcript: fc.nat(2),
  coder: fc.constantFrom(...CODERS),
  code: fc.constantFrom(...CODES),
  /** Of the characters behind the front matter, so that labels and white space are coded, too. */
  from: fc.nat(1000),
  length: fc.integer({ min: 1, max: 60 }),
  isLost: fc.integer({ min: 0, max: 11 }).map(one => one === 0),
});

/** A study of up to three transcripts and coders, in which anybody coded anything, or said to be done. */
export const anyStudy: fc.Arbitrary<Files> = fc
  .record({
    transcripts: fc.array(fc.array(anyTurn, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
    codings: fc.array(anyCoding, { minLength: 1, maxLength: 24 }),
    done: fc.array(fc.record({ transcript: fc.nat(2), coder: fc.constantFrom(...CODERS) }), { maxLength: 3 }),
  })
  .map(({ transcripts, codings, done }) => {
    const files: Record<string, string> = { 'codebook.md': BOOK, 'participants.csv': 'participant\nPP1\nNP1\nI\n' };
    let words = 0;
    const texts = transcripts.map(turns => {
      return `---\nlanguage: en\n---\n\n${turns.map(turn => turnText(turn, () => `w${words++}`)).join('')}`;
    });
    for (const [i, text] of texts.entries()) files[`transcripts/t${i}.md`] = text;
    for (const [i, { transcript, coder, code, from, length, isLost }] of codings.entries()) {
      const at = transcript % texts.length;
      const text = texts[at] ?? '';
      const points = [...text];
      const body = text.indexOf('**');
      const start = body + (from % (points.length - body));
      const quote = isLost ? `never said ${i}` : points.slice(start, start + length).join('');
      const place = [start, start + [...quote].length];
      const base = isLost ? {} : { base: baseOf(encodeUtf8(text)) };
      const path = `codings/${coder}/transcripts/t${at}.jsonl`;
      const id = `coding${String(i).padStart(4, '0')}`;
      files[path] = `${files[path] ?? ''}${JSON.stringify({ code, quote, at: place, ...base, id })}\n`;
    }
    for (const { transcript, coder } of done)
      files[readingPath(coder, `transcripts/t${transcript % texts.length}.md`)] = '{"state": "done"}\n';
    return files;
  });

/** @param word each occurs once, so that each passage has one place */
function turnText({ speaker, sentences }: AnyTurn, word: () => string): string {
  const said = sentences.map(count => `Word${Array.from({ length: count }, () => ` ${word()}é😀`).join('')}.`);
  return `**${speaker}:** ${said.join(' ')}\n\n`;
}
