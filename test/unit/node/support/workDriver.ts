import { NodeFileStore } from '../../../../src/node/fileStore.js';

// Started by a test, which kills it: saves files of a study, or puts the version of a name into the current one.
const [, , root = '', verb = '', ...words] = process.argv;

async function run(): Promise<void> {
  const work = await new NodeFileStore(root, () => true).work();
  if (work === undefined) throw new Error('no repository');
  if (verb === 'save') await work.save(words, 'from the program that is killed');
  else await work.conclude(await work.merge(words[0] ?? ''), new Map(), 'from the program that is killed');
}

void run();
