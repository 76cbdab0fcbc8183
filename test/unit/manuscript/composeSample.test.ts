import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus } from '../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../src/core/analysis/corpus/corpusReader.js';
import { checkManuscript } from '../../../src/core/manuscript/check.js';
import * as compose from '../../../src/core/manuscript/compose/composition.js';
import { type Passage, passageOf, type WordRange } from '../../../src/core/manuscript/compose/passage.js';
import { recompose } from '../../../src/core/manuscript/compose/reopen.js';
import { composedQuotation } from '../../../src/core/manuscript/compose/result.js';
import { ELISIONS } from '../../../src/core/manuscript/compose/style.js';
import { ELISION } from '../../../src/core/manuscript/marks.js';
import { manuscriptPeople } from '../../../src/core/manuscript/people.js';
import { readManuscript } from '../../../src/core/manuscript/read.js';
import { QUOTE_MARKS, type QuoteStyle } from '../../../src/core/manuscript/style.js';
import { atOnce } from '../../../src/core/pieces.js';
import { Study } from '../../../src/core/study/study.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { fixedEnvironment } from '../support/environment.js';
import { copyOfSample, FIRST_SEVEN, type SampleCopy } from '../support/sample.js';

/** A passage that one participant says, with the name of that person. */
interface Sayable {
  readonly transcript: string;
  readonly person: string;
  readonly passage: Passage;
}

describe('quotations made of the passages of the sample', () => {
  let copy: SampleCopy;
  let study: Study;
  let corpus: Corpus;
  const sayable: Sayable[] = [];
  before(async () => {
    copy = await copyOfSample(FIRST_SEVEN);
    study = new Study(new NodeFileStore(copy.root, () => true), fixedEnvironment());
    await study.refresh();
    corpus = await new CorpusReader(study).read();
    for (const excerpt of corpus.excerpts()) {
      const { span, participants, voices, transcript } = excerpt;
      if (span === undefined || voices.length !== 1 || participants.length !== 1) continue;
      const read = await study.transcripts.get(transcript.path);
      const passage = read && passageOf(read, span);
      if (passage !== undefined && passage.chosen.to - passage.chosen.from > 4)
        sayable.push({ transcript: transcript.path, person: participants[0] as string, passage });
    }
  });
  after(() => copy.remove());

  const check = async (text: string) => {
    const manuscript = atOnce(readManuscript('paper/m.md', text, manuscriptPeople(corpus)));
    return checkManuscript(manuscript, corpus, async path => (await study.transcripts.get(path))?.text ?? '');
  };
  const write = ({ passage, person }: Sayable, made: compose.Composition, style: QuoteStyle) => {
    const turns = passage.turns.map(() => ({ name: person, text: person }));
    return composedQuotation(passage, made, style, { turns })?.text;
  };

  it('are what was said, however they are written', async () => {
    assert.ok(sayable.length > 50);
    const style: QuoteStyle = { marks: 'curly', elision: '. . .', block: 'block', blockFrom: 40 };
    const text = sayable.map(one => write(one, compose.compositionOf(one.passage), style)).join('\n\nAnd then:\n\n');
    const { quotations } = await check(text);
    assert.equal(quotations.length, sayable.length);
    const wrong = quotations.filter(({ verdict }) => verdict !== 'verbatim' && verdict !== 'ambiguous');
    assert.deepEqual(
      wrong.map(({ message, quotation }) => `${quotation.line}: ${message}`),
      [],
    );
  });

  it('are true after anything was done to them, and open again as they were made', async () => {
    const styles = fc.record<QuoteStyle>({
      marks: fc.constantFrom(...(Object.keys(QUOTE_MARKS) as QuoteStyle['marks'][])),
      elision: fc.constantFrom(...ELISIONS),
      block: fc.constantFrom('block' as const, 'short' as const),
      blockFrom: fc.constant(40),
    });
    const steps = fc.array(
      fc.tuple(fc.constantFrom('out', 'sic', 'instead', 'back', 'in', 'bare', 'case'), fc.nat(), fc.nat(2)),
      {
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), styles, steps, async (index, style, done) => {
        const one = sayable[index % sayable.length] as Sayable;
        let made = compose.compositionOf(one.passage);
        for (const [kind, at, length] of done) made = step(made, kind, at, length);
        const text = write(one, made, style);
        if (text === undefined) return;
        const [checked, more] = (await check(style.block === 'block' ? text : `They said ${text}.`)).quotations;
        assert.equal(more, undefined, text);
        assert.ok(checked?.verdict === 'verbatim' || checked?.verdict === 'ambiguous', `${text}: ${checked?.message}`);
        const read = await study.transcripts.get(checked.source?.transcript ?? '');
        const spans = checked.source?.spans.filter(({ start, end }) => start < end) ?? [];
        // Words may have been said elsewhere as well, with other marks around them; a pause written as dots reads as words left out.
        const { words } = one.passage;
        const isMade =
          checked.source?.transcript === one.transcript && spans.every(({ start }) => stands(one, made, start));
        if (!isMade || words.some(({ after }) => ELISION.test(after))) return;
        const whole = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
        const passage = read && passageOf(read, whole);
        const again = passage && recompose(passage, checked.quotation.pieces, checked.source?.spans ?? []);
        assert.ok(passage !== undefined && again !== undefined, text);
        // Marks around a block are no part of it.
        const inner = (written = ''): string => written.replace(/^> "?(.*?)"?(?= \(\S+\)$)/u, '> $1');
        assert.equal(inner(write({ ...one, passage }, again, style)), inner(text));
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether a quotation has the word at a place of the transcript, as it was said. */
function stands({ passage }: Sayable, { from, to, marks }: compose.Composition, start: number): boolean {
  const at = passage.words.findIndex(({ span }) => span.start <= start && start < span.end);
  return from <= at && at < to && !marks.some(mark => 'from' in mark && mark.from <= at && at < mark.to);
}

function step(made: compose.Composition, kind: string, at: number, length: number): compose.Composition {
  const from = made.from + (at % (made.to - made.from));
  const range: WordRange = { from, to: Math.min(made.to, from + 1 + length) };
  if (kind === 'out') return compose.leaveOut(made, range);
  if (kind === 'sic') return compose.markSic(made, range);
  if (kind === 'bare') return compose.toggleLastMark(made);
  if (kind === 'case') return compose.changeCase(made, range);
  if (kind === 'in') return compose.insert(made, range.from, 'the team');
  return kind === 'instead' ? compose.replace(made, range, 'on the ward') : compose.redact(made, range, 'place');
}
