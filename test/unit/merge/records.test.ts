import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileVersions } from '../../../src/core/merge/merge.js';
import { mergeFile } from '../../../src/core/merge/mergeFile.js';
import { anyVersions, type Plain, textOf, type Versions } from './recordFiles.js';
import { expectedMerge } from './recordModel.js';

const PLACE = ['quote', 'at', 'context', 'base'];

function filesOf({ file, bases, ours, theirs }: Versions): FileVersions {
  const [o, t] = [textOf(ours.values()), textOf(theirs.values())];
  return { path: file.path, bases: bases.map(base => textOf(base.values())), ours: o, theirs: t };
}

/** Holds a merge against the plain model: the same records, the same questions, each once. */
function compare(versions: Versions): void {
  const expected = expectedMerge(versions);
  const merged = mergeFile(filesOf(versions));
  const lines = (merged.text ?? '').split('\n').filter(line => line !== '');
  const records = lines.map(line => JSON.parse(line) as Plain);
  const byId = new Map(records.map(record => [record.id as string, record]));
  assert.equal(records.length, byId.size, 'no record twice');
  const settled = new Map(
    [...expected.records].map(([id, { isEitherPlace, ...record }]) => {
      if (isEitherPlace !== true) return [id, record];
      const rest = Object.entries(record).filter(([key]) => !PLACE.includes(key));
      const place = Object.entries(byId.get(id) ?? {}).filter(([key]) => PLACE.includes(key));
      return [id, Object.fromEntries([...rest, ...place])];
    }),
  );
  assert.deepEqual(byId, settled);
  const asked = merged.conflicts.map(({ subject, aspect, ours, theirs }) => {
    const id = 'id' in subject ? subject.id : (ours.record ?? theirs.record)?.id;
    return `${id} ${aspect}`;
  });
  assert.deepEqual([...asked].sort(), [...expected.questions].sort());
}

describe('merging records', () => {
  it('comes to what the rules say, record by record', () => {
    fc.assert(fc.property(anyVersions(), compare), { numRuns: 3000, seed: 7 });
  });

  it('does so where no base is known, and where there are several', () => {
    fc.assert(fc.property(anyVersions(0), compare), { numRuns: 1000, seed: 8 });
    fc.assert(fc.property(anyVersions(2), compare), { numRuns: 1000, seed: 9 });
  });
});
