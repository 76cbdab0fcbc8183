import assert from 'node:assert/strict';
import { codeCounts } from '../../../src/core/analysis/codeCounts.js';
import { countCodings } from '../../../src/core/analysis/codeUse.js';
import { deletionImpact } from '../../../src/core/analysis/deletionImpact.js';
import { entriesOf } from '../../../src/core/codebook/selection.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODEBOOK = `# Codebook

## Meetings {#meetings .theme}

### Slowing down {#slow formerly="pace"}

#### Silence {#silence}

### Hope {#hope}

## Role {#role .theme}

### Pay {#pay}

## Elsewhere {#elsewhere parent=role}
`;
const line = (id: string, code: string): string => `{"code": "${code}", "quote": "x", "at": [0, 1], "id": "${id}"}\n`;

async function study(): Promise<Study> {
  const files = {
    'codebook.md': CODEBOOK,
    'codings/MB/transcripts/a.jsonl': line('m1', 'pace') + line('m2', 'silence'),
    'codings/EA/transcripts/a.jsonl': line('e1', 'slow') + line('e2', 'hope'),
    'codings/EA/transcripts/b.jsonl': line('e3', 'slow') + line('e4', 'elsewhere') + line('e5', 'nowhere'),
  };
  const opened = new Study(new MemoryStore(files), fixedEnvironment());
  await opened.refresh();
  return opened;
}

async function impact(ids: string[], contents: 'keep' | 'delete') {
  const opened = await study();
  const { entries, kept, used, ...rest } = deletionImpact(opened, entriesOf(opened.codebook, ids), contents);
  const names = (list: typeof entries): string[] => list.map(({ id }) => id);
  return { entries: names(entries), kept: names(kept), used: names(used), ...rest, codings: [...rest.codings].sort() };
}

describe('what a deletion would orphan', () => {
  it('are the codings of a code, under former ids as well; its subcodes stay', async () => {
    assert.deepEqual(await impact(['slow'], 'keep'), {
      entries: ['slow'],
      kept: ['silence'],
      used: ['slow'],
      codings: ['e1', 'e3', 'm1'],
      coders: ['EA', 'MB'],
      transcripts: ['transcripts/a.md', 'transcripts/b.md'],
    });
  });

  it('is nothing for a theme whose codes are kept', async () => {
    const { kept, used, codings, coders } = await impact(['meetings'], 'keep');
    assert.deepEqual([kept, used, codings, coders], [['slow', 'silence', 'hope'], [], [], []]);
  });

  it('is all that is in a theme that goes with its codes, also what is in it by parent=', async () => {
    const { entries, used, codings } = await impact(['role', 'meetings'], 'delete');
    assert.deepEqual(entries.sort(), ['elsewhere', 'hope', 'meetings', 'pay', 'role', 'silence', 'slow']);
    assert.deepEqual(used.sort(), ['elsewhere', 'hope', 'silence', 'slow']);
    assert.deepEqual(codings, ['e1', 'e2', 'e3', 'e4', 'm1', 'm2']);
  });

  it('counts nothing twice where an entry and what is in it are both chosen', async () => {
    const { entries, kept, codings } = await impact(['slow', 'silence'], 'delete');
    assert.deepEqual([entries, kept, codings], [['slow', 'silence'], [], ['e1', 'e3', 'm1', 'm2']]);
  });

  it('is nothing for a code that nobody uses', async () => {
    assert.deepEqual((await impact(['pay'], 'keep')).codings, []);
  });
});

describe('counting all codings at once', () => {
  it('gives what counting one by one gives', async () => {
    const opened = await study();
    const counts = codeCounts(opened);
    assert.equal(counts.size, opened.codebook.entries.length);
    for (const entry of opened.codebook.entries) assert.equal(counts.get(entry), countCodings(opened, entry), entry.id);
  });

  it('is done once as long as nothing changes, and again when a coding or the codebook does', async () => {
    const opened = await study();
    const first = codeCounts(opened);
    assert.equal(codeCounts(opened), first);
    await opened.update('codings/EA/transcripts/a.jsonl', () => [
      { line: 0, remove: [], insert: [line('e9', 'pay').trim()] },
    ]);
    const [pay] = entriesOf(opened.codebook, ['pay']);
    assert.ok(pay);
    assert.equal(codeCounts(opened).get(pay), 1);
    await opened.update('codebook.md', () => [{ line: 0, remove: ['# Codebook'], insert: ['# Codes'] }]);
    assert.notEqual(codeCounts(opened), first);
    assert.equal(codeCounts(opened).size, first.size);
  });
});
