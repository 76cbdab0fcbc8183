import assert from 'node:assert/strict';
import { said } from './support/corner.js';

describe('people, the study file and memos in corners', () => {
  it('compares rows by person and cells by column', async () => {
    const before = { 'participants.csv': 'participant,role,site\nPP1,peer,north\nPP2,peer,\n' };
    assert.deepEqual(
      await said(before, { 'participants.csv': 'participant;site;role;age\nPP2;;peer;\nPP1;north;peer;\n' }),
      [],
    );
    assert.deepEqual(await said(before, { 'participants.csv': 'participant,role,site\npp1,peer,north\nPP3,peer,\n' }), [
      'Changed participant of the participant pp1',
      'Added the participant PP3',
      'Removed the participant PP2',
    ]);
    assert.deepEqual(await said(before, {}), ['Removed the participant PP1', 'Removed the participant PP2']);
  });

  it('compares the labels and sessions of people, in whatever letters their columns are written', async () => {
    const before = { 'participants.csv': 'participant,Labels,sessions\nPP1,Anna; A,\nPP2,,one\n' };
    assert.deepEqual(await said(before, { 'participants.csv': 'participant,labels\nPP1,Anna;A\nPP2,B\n' }), [
      'Changed sessions and labels of the participant PP2',
    ]);
  });

  it('names the keys of the study file, and says that one cannot be read', async () => {
    const before = { 'verbatim.json': '{"title": "A", "questions": ["x"]}' };
    assert.deepEqual(await said(before, { 'verbatim.json': '{\n  "questions": ["x"],\n  "title": "A"\n}\n' }), []);
    assert.deepEqual(
      await said(before, { 'verbatim.json': '{"title": "A", "questions": ["x", "y"], "stance": "reflexive"}' }),
      ['Changed questions and stance in the study file'],
    );
    assert.deepEqual(await said({ 'verbatim.json': '{"title"' }, { 'verbatim.json': '{"titles"' }), [
      'Changed the study file',
    ]);
  });

  it('knows a memo by what it says', async () => {
    const long = Array.from({ length: 40 }, (_, i) => `thought${i}`).join(' ');
    const before = { 'memos/a.md': `# On hope\n\n${long}\n` };
    assert.deepEqual(await said(before, { 'memos/b.md': `# On hope\n\n${long} And more.\n` }), [
      'Moved the memo “On hope” from memos/a.md to memos/b.md',
      'Edited the memo “On hope”',
    ]);
    assert.deepEqual(await said(before, { 'memos/b.md': '# Other\n\nQuite something else, which is new.\n' }), [
      'Removed the memo “On hope”',
      'Wrote the memo “Other”',
    ]);
  });
});
