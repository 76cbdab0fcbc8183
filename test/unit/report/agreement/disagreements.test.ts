import assert from 'node:assert/strict';
import type { CodedBy, Disagreement, DisagreementKind } from '../../../../src/core/analysis/agreement/agreement.js';
import type { CorpusExcerpt, CorpusTranscript } from '../../../../src/core/analysis/corpus/corpus.js';
import { parseCodebook } from '../../../../src/core/codebook/parse.js';
import {
  isOfRow,
  type ShownDisagreement,
  shownDisagreement,
} from '../../../../src/core/report/agreement/disagreements.js';
import { DISAGREEMENT_WORDS } from './support.js';

const CODEBOOK = parseCodebook(
  '# Codebook\n\n## Trust {#trust .theme}\n\n### Early {#early .theme}\n\n#### Hope {#hope color=teal}\n\nHope.\n\n## Fear {#fear}\n\nFear.\n',
);

const excerpt = (id: string, code: string, start: number, end: number, words: number): CorpusExcerpt =>
  ({ coding: { id, code }, span: { start, end }, words }) as CorpusExcerpt;
const by = (coder: string, excerpts: readonly CorpusExcerpt[], others: readonly CorpusExcerpt[] = []): CodedBy => ({
  ...{ coder, excerpts, others },
});
const HOPE = excerpt('aaaaaaaaaa', 'hope', 10, 40, 6);

function shown(kind: DisagreementKind, coders: readonly CodedBy[], quote = 'So we hoped.'): ShownDisagreement {
  const disagreement: Disagreement = {
    ...{ code: 'hope', label: 'Hope', line: 3, quote, kind, units: 1, by: coders, span: { start: 10, end: 40 } },
    transcript: { path: 'transcripts/pp-03.md', name: 'pp-03' } as CorpusTranscript,
  };
  return shownDisagreement(disagreement, CODEBOOK, DISAGREEMENT_WORDS);
}

describe('a disagreement in a list', () => {
  it('says who gave the code and who did not, and leads to the coding of one who did', () => {
    const { who, coding, label, name, line, color } = shown('only-one', [by('EA', []), by('MB', [HOPE])]);
    assert.deepEqual(
      [who, coding, label, name, line, color],
      ['MB yes, EA no.', 'aaaaaaaaaa', 'Hope', 'pp-03', 3, 'teal'],
    );
  });

  it('says what others gave instead, by the name of the code, each once', () => {
    const fear = [excerpt('b', 'fear', 10, 20, 2), excerpt('c', 'fear', 22, 30, 2), excerpt('d', 'gone', 30, 40, 2)];
    const { who } = shown('other-code', [by('EA', [HOPE]), by('JS', []), by('MB', [], fear)]);
    assert.equal(who, 'EA yes, JS and MB no. MB: “Fear”, “gone”.');
  });

  it('says how many words each gave the code where it is not the same text', () => {
    const { who } = shown('other-extent', [by('EA', [HOPE]), by('MB', [excerpt('b', 'hope', 10, 20, 2)])]);
    assert.equal(who, 'EA and MB both: EA 6 words; MB 2 words.');
  });

  it('shortens a long passage', () => {
    const { quote } = shown('only-one', [by('EA', [HOPE]), by('MB', [])], 'so much to say '.repeat(100));
    assert.ok([...quote].length <= 281, quote);
  });
});

describe('the disagreements of a row', () => {
  const one = shown('only-one', [by('EA', [HOPE]), by('JS', [HOPE]), by('MB', [])]);
  const is = (kind: Parameters<typeof isOfRow>[1]['kind'], key: string, coders: readonly string[] = []): boolean =>
    isOfRow(one, { kind, key, coders });

  it('are those of its code, its theme and what is above it, its transcript, or all', () => {
    assert.deepEqual([is('all', 'all'), is('code', 'hope'), is('code', 'fear')], [true, true, false]);
    assert.deepEqual([is('theme', 'early'), is('theme', 'trust'), is('theme', 'other')], [true, true, false]);
    assert.deepEqual([is('transcript', 'transcripts/pp-03.md'), is('transcript', 'hope')], [true, false]);
  });

  it('are, of a pair, those in which these two did not do the same', () => {
    assert.equal(is('pair', 'EA + MB', ['EA', 'MB']), true);
    assert.equal(is('pair', 'EA + JS', ['EA', 'JS']), false);
    assert.equal(is('pair', 'EA + XX', ['EA', 'XX']), false);
  });
});
