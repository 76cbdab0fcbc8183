// A process of its own that adds codings to one file of a study and says which of them are acknowledged, a line each.
// Arguments: the study's folder, a prefix for ids, how many codings.
import { writeSync } from 'node:fs';
import { addCodings } from '../../../src/core/coding/file.js';
import { updateFile } from '../../../src/core/study/write.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { coding } from '../support/coding.js';

const [root = '', prefix = '', count = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
  const store = new NodeFileStore(root);
  for (let i = 0; i < Number(count); i++) {
    const id = `${prefix}${String(i).padStart(10 - prefix.length, '0')}`;
    await updateFile(store, 'codings/EA/pp-03.jsonl', text => addCodings(text, [coding({ id, at: [i, i + 13] })]));
    // Not console.log: what was said must be said before the process can be killed.
    writeSync(1, `${id}\n`);
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
