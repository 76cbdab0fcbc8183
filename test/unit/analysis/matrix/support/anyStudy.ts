import fc from 'fast-check';
import type { Corpus } from '../../../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../../../src/core/analysis/corpus/corpusReader.js';
import { baseOf } from '../../../../../src/core/coding/blobId.js';
import { Study } from '../../../../../src/core/study/study.js';
import { encodeUtf8 } from '../../../../../src/core/text/utf8.js';
import { fixedEnvironment } from '../../../support/environment.js';
import { MemoryStore } from '../../../support/memoryStore.js';

type Files = Readonly<Record<string, string>>;

const BOOK = `# Codebook

## Influence {#influence .theme}

### Meetings {#meetings .theme}

#### Hope {#hope formerly="optimism"}

#### Disclosure {#disclosure}

### Trust {#trust}

#### Trust in peers {#trust-peers}

#### Named twice {#hope}

### What to read {#marked .scope}

## Loose {#loose}
`;
const SCOPE = '\n## About peers {#about-peers .scope}\n';
const CODES = ['hope', 'optimism', 'disclosure', 'trust', 'trust-peers', 'loose', 'stray', 'influence'];
const MARKS = ['about-peers', 'marked'];
const SPEAKERS = ['I', 'PP1', 'PP2', 'NP1', 'NP2', 'X'];

interface AnyTranscript {
  readonly front: Readonly<Record<string, string | undefined>>;
  readonly turns: readonly { readonly speaker: string; readonly words: number }[];
}

interface AnyCoding {
  readonly transcript: number;
  readonly coder: string;
  readonly code: string;
  readonly from: number;
  readonly length: number;
  readonly isLost: boolean;
  readonly evidence?: string | undefined;
}

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });

const anyTranscript: fc.Arbitrary<AnyTranscript> = fc.record({
  front: fc.record({
    kind: maybe(fc.constantFrom('interview', 'Interview', 'focus group')),
    site: maybe(fc.constantFrom('north', 'south', '"north, south"')),
    date: maybe(fc.constantFrom('2026-02-01', '2026-02-01T10:00', '2026-03-05', '2026')),
    session: maybe(fc.constantFrom('one', 'two', 't1')),
  }),
  turns: fc.array(fc.record({ speaker: fc.constantFrom(...SPEAKERS), words: fc.integer({ min: 1, max: 6 }) }), {
    minLength: 2,
    maxLength: 7,
  }),
});

const anyCoding: fc.Arbitrary<AnyCoding> = fc.record({
  transcript: fc.nat(2),
  coder: fc.constantFrom('EA', 'MB', 'ea'),
  code: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...CODES) },
    { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
  ),
  from: fc.nat(30),
  length: fc.integer({ min: 1, max: 12 }),
  isLost: fc.integer({ min: 0, max: 9 }).map(one => one === 0),
  evidence: maybe(fc.constantFrom('supports', 'contradicts', 'nuances', 'unheard of')),
});

/** The files of a small study with several coders, nested themes and codes, former and unknown ids, lost passages, scope. */
export const anyStudy: fc.Arbitrary<Files> = fc
  .record({
    transcripts: fc.array(anyTranscript, { minLength: 1, maxLength: 3 }),
    codings: fc.array(anyCoding, { minLength: 1, maxLength: 16 }),
    hasScope: fc.boolean(),
    people: fc.tuple(...['PP1', 'PP2', 'NP1'].map(id => anyPerson(id))),
  })
  .map(({ transcripts, codings, hasScope, people }) => {
    const files: Record<string, string> = {
      'codebook.md': hasScope ? BOOK + SCOPE : BOOK.replace(' .scope', ''),
      'participants.csv': `participant,role,site,Years in role\n${people.join('')}`,
    };
    const texts = transcripts.map(textOf);
    for (const [i, { text }] of texts.entries()) files[`transcripts/t${i}.md`] = text;
    for (const [i, coding] of codings.entries()) {
      const at = coding.transcript % texts.length;
      const path = `codings/${coding.coder}/transcripts/t${at}.jsonl`;
      files[path] = (files[path] ?? '') + lineOf(coding, texts[at] as Written, i);
    }
    return files;
  });

function anyPerson(id: string): fc.Arbitrary<string> {
  const role = fc.constantFrom('peer', 'Peer', 'nurse', '');
  const site = fc.constantFrom('north', 'south', '"south; north"', '');
  return fc.tuple(role, site, fc.constantFrom('3', '12', '')).map(cells => `${id},${cells.join(',')}\n`);
}

interface Written {
  readonly text: string;
  /** Where words begin and end, in UTF-16 units; there is nothing but ASCII. */
  readonly words: readonly (readonly [number, number])[];
}

function textOf({ front, turns }: AnyTranscript): Written {
  const entries = Object.entries(front).filter(([, value]) => value !== undefined);
  let text = `---\ninterviewer: I\nparticipants: [PP1, NP2]\n${entries.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n\n`;
  const words: [number, number][] = [];
  for (const { speaker, words: count } of turns) {
    text += `**${speaker}:**`;
    for (let i = 0; i < count; i++) {
      const word = `word${words.length}x`;
      words.push([text.length + 1, text.length + 1 + word.length]);
      text += ` ${word}`;
    }
    text += '.\n\n';
  }
  return { text, words };
}

function lineOf({ code, from, length, isLost, evidence }: AnyCoding, { text, words }: Written, i: number): string {
  const first = from % words.length;
  const start = words[first]?.[0] ?? 0;
  const end = words[Math.min(words.length, first + length) - 1]?.[1] ?? start;
  const quote = isLost ? `never said ${i}` : text.slice(start, end);
  const base = isLost ? {} : { base: baseOf(encodeUtf8(text)) };
  const id = `coding${String(i).padStart(4, '0')}`;
  return `${JSON.stringify({ code, quote, at: [start, end], ...base, ...(evidence && { evidence }), id })}\n`;
}

/** Everything that was said and coded in a study of these files. */
export async function corpusOf(files: Files): Promise<Corpus> {
  const study = new Study(new MemoryStore(files), fixedEnvironment());
  await study.refresh();
  return new CorpusReader(study).read();
}
