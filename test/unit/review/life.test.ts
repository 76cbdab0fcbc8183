import assert from 'node:assert/strict';
import { type Decision, type Life, type LifeSubject, lifeOf } from '../../../src/core/review/life.js';
import { codebook, id, lines, StoryRepository } from './support/storyRepository.js';

const EA = 'codings/EA/transcripts/pp-03.jsonl';
const code = (id: string): LifeSubject => ({ kind: 'code', id });
const texts = (life: Life | undefined): string[] => life?.events.map(({ text }) => text) ?? [];

describe('the life of a code, theme or coding', () => {
  let repository: StoryRepository;
  beforeEach(() => {
    repository = new StoryRepository();
  });
  afterEach(() => repository.remove());

  const life = async (subject: LifeSubject, decisions: readonly Decision[] = []) =>
    lifeOf(await repository.history(), subject, decisions);

  it('goes through a rename, another id, a merge, taking that back, and a move to another theme', async () => {
    const influence = '## Influence {#influence .theme}';
    const save = (message: string, ...headings: string[]) =>
      repository.save(message, { 'codebook.md': codebook(...headings) });
    save('first codes', influence, '### Role model {#role-model}', '### Hope {#hope}');
    save('a better name', influence, '### Example {#role-model}', '### Hope {#hope}');
    save('its id too', influence, '### Example {#example formerly="role-model"}', '### Hope {#hope}');
    save('one and the same', influence, '### Hope {#hope formerly="example role-model"}');
    save('not quite', influence, '### Hope {#hope}', '### Example {#example formerly="role-model"}');
    save(
      'elsewhere',
      influence,
      '### Hope {#hope}',
      '## Culture {#culture .theme}',
      '### Example {#example formerly="role-model"}',
    );
    const example = await life(code('example'));
    assert.deepEqual(texts(example), [
      'Added the code “Role model” to “Influence”.',
      'Renamed “Role model” to “Example”.',
      'Changed the id of “Example” from role-model to example.',
      'Merged “Example” into “Hope”.',
      'Un-merged “Example” from “Hope”.',
      'Moved “Example” from “Influence” to “Culture”.',
    ]);
    assert.deepEqual(
      example?.events.map(({ reason, by }) => [reason, by]),
      ['first codes', 'a better name', 'its id too', 'one and the same', 'not quite', 'elsewhere'].map(reason => [
        reason,
        'EA',
      ]),
    );
    assert.deepEqual([example?.title, example?.state, example?.formerly], ['Example', 'there', ['role-model']]);
    assert.equal(example?.events[3]?.other?.id, 'hope');
    // By the former id it is the same life.
    assert.deepEqual(texts(await life(code('role-model'))), texts(example));
    // The other code tells of it as well, and leads to it.
    const hope = await life(code('hope'));
    assert.deepEqual(texts(hope), [
      'Added the code “Hope” to “Influence”.',
      'Merged “Example” into “Hope”.',
      'Un-merged “Example” from “Hope”.',
    ]);
    assert.deepEqual(hope?.events[1]?.other, { id: 'example', title: 'Example', kind: 'code', parent: 'influence' });
    // A theme tells what came into it and went.
    const culture = await life({ kind: 'theme', id: 'culture' });
    assert.deepEqual(texts(culture), ['Added the theme “Culture”.', 'Moved “Example” from “Influence” to “Culture”.']);
  });

  it('ends with what a code was merged into', async () => {
    repository.save('first', { 'codebook.md': codebook('## Hope {#hope}', '## Trust {#trust}') });
    repository.save('merged', { 'codebook.md': codebook('## Hope {#hope formerly="trust"}') });
    const trust = await life(code('trust'));
    assert.deepEqual(texts(trust), ['Added the code “Trust”.', 'Merged “Trust” into “Hope”.']);
    assert.deepEqual([trust?.state, trust?.into?.id, trust?.title], ['merged', 'hope', 'Trust']);
    assert.equal((await life(code('hope')))?.state, 'there');
  });

  it('goes on when a code comes back that was gone, and begins anew where its id is given to something else', async () => {
    repository.save('first', { 'codebook.md': codebook('## Hope {#hope}') });
    repository.save('gone', { 'codebook.md': codebook() });
    assert.equal((await life(code('hope')))?.state, 'gone');
    repository.save('back', { 'codebook.md': codebook('## Hope {#hope}') });
    assert.deepEqual(texts(await life(code('hope'))), [
      'Added the code “Hope”.',
      'Removed the code “Hope”.',
      'Added the code “Hope”.',
    ]);
    repository.save('another id', { 'codebook.md': codebook('## Hope {#hopes formerly="hope"}') });
    repository.save('a new code', { 'codebook.md': codebook('## Hope {#hopes}', '## Hoping {#hope}') });
    // As if it were taken out again: the codings made with the old id are its own from now on.
    assert.deepEqual(texts(await life(code('hope'))), ['Un-merged “Hoping” from “Hope”.']);
    assert.equal((await life(code('hopes')))?.events.length, 5);
  });

  it('says what was coded with it, coder by coder, also under the id it has given up', async () => {
    const [a, b, c] = [
      { id: id('a') },
      { id: id('b'), at: [20, 33] as [number, number] },
      { id: id('c'), code: 'fear' },
    ];
    repository.save('first', { 'codebook.md': codebook('## Hope {#hope}', '## Fear {#fear}') });
    repository.save('coded', { [EA]: lines(a, b, c), 'codings/MB/transcripts/pp-03.jsonl': lines({ id: id('m') }) });
    repository.save('renamed', { 'codebook.md': codebook('## Hope {#hopes formerly="hope"}', '## Fear {#fear}') });
    repository.save('recoded', { [EA]: lines(a, { ...c, code: 'hope' }) });
    const hope = await life(code('hopes'));
    assert.deepEqual(
      hope?.events.filter(({ kind }) => kind === 'use').map(({ text, by, reason }) => [by, text, reason]),
      [
        ['EA', 'Coded 2 passages with it.', 'coded'],
        ['MB', 'Coded 1 passage with it.', 'coded'],
        ['EA', 'Recoded 1 passage to it, took it off 1 passage.', 'recoded'],
      ],
    );
    const fear = await life(code('fear'));
    assert.deepEqual(texts(fear).slice(1), ['Coded 1 passage with it.', 'Recoded 1 passage to another code.']);
  });

  it('of a coding is what happened to it, with its quote', async () => {
    repository.save('first', {
      'codebook.md': codebook('## Hope {#hope}', '## Fear {#fear}'),
      [EA]: lines({ id: id('a') }),
    });
    repository.save('recoded', { [EA]: lines({ id: id('a'), code: 'fear' }) });
    repository.save('off', { [EA]: lines({ id: id('z'), at: [90, 99] }) });
    const coding = await life({ kind: 'coding', id: id('a') });
    assert.deepEqual(texts(coding), [
      'EA coded with “Hope”.',
      'EA gave “Fear” instead of “Hope”.',
      'EA removed “Fear” from a passage.',
    ]);
    assert.deepEqual(
      [coding?.state, coding?.title, coding?.events[0]?.quote],
      ['gone', 'it got better', 'it got better'],
    );
    assert.equal(await life({ kind: 'coding', id: id('nobody') }), undefined);
  });

  it('has the decisions of the discussion where they were made, also those on an id it had then', async () => {
    repository.save('first', { 'codebook.md': codebook('## Hope {#hope}') });
    repository.save('renamed', { 'codebook.md': codebook('## Hope {#hopes formerly="hope"}') });
    const decision = (over: Partial<Decision>): Decision => ({
      ...{ on: code('hope'), text: 'Only where it is said.', by: 'MB', id: id('d'), created: '2001-01-01T00:00:00Z' },
      ...over,
    });
    const hope = await life(code('hopes'), [
      decision({ created: '2999-01-01T00:00:00Z', text: 'Later.' }),
      decision({}),
      decision({ on: code('fear'), text: 'Of another code.' }),
      decision({ on: { kind: 'coding', id: 'hope' }, text: 'Of a coding.' }),
    ]);
    assert.deepEqual(
      hope?.events.map(({ kind, text, by }) => [kind, text, by]),
      [
        ['decision', 'Only where it is said.', 'MB'],
        ['told', 'Added the code “Hope”.', 'EA'],
        ['told', 'Changed the id of “Hope” from hope to hopes.', 'EA'],
        ['decision', 'Later.', 'MB'],
      ],
    );
  });

  it('is unknown of what there never was', async () => {
    repository.save('first', { 'codebook.md': codebook('## Hope {#hope}') });
    assert.equal(await life(code('nonsuch')), undefined);
    assert.equal(await life(code('__proto__')), undefined);
  });
});
