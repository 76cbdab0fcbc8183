import assert from 'node:assert/strict';
import { onCaselessDisk } from './support/caselessDisk.js';
import { dieAnywhere } from './support/dieAnywhere.js';
import { FAULTS, failAnywhere } from './support/failAnywhere.js';
import { Trials } from './support/watchedStudy.js';

/** The name of each transcript, and of the folder they are in, changes in letter case only. */
const ACTION = 'rename transcripts in letter case';

describe('names that change in letter case only, where the disk minds none', () => {
  it('change whole, with those of the codings', async () => {
    const trials = new Trials();
    const outcome = await onCaselessDisk(() => trials.run(ACTION, () => undefined));
    assert.ok(outcome.is === 'done');
    assert.deepEqual(
      Object.keys(outcome.value).filter(file => /pp-/i.test(file)),
      [
        'Transcripts/PP-03.md',
        'Transcripts/PP-04.md',
        'codings/Bo/Transcripts/PP-03.jsonl',
        'codings/Bo/Transcripts/PP-04.jsonl',
        'codings/EA/Transcripts/PP-03.jsonl',
        'codings/EA/Transcripts/PP-03.reading.ndjson',
        'codings/EA/Transcripts/PP-04.jsonl',
      ],
    );
    trials.remove();
  });

  it('are as they were, or all new, when the process dies at a call to the file system', function () {
    this.timeout(120_000);
    return onCaselessDisk(() => dieAnywhere(ACTION, number => number % 4 === 0));
  });

  it('are as they were when the disk refuses', async function () {
    this.timeout(120_000);
    for (const [i, fault] of FAULTS.entries())
      await onCaselessDisk(() => failAnywhere(ACTION, fault, number => number % 6 === (i + 2) % 6));
  });
});
