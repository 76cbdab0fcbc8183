import { GitObjects } from '../../../../src/node/gitObjects.js';

// Started by a test: reads one blob and prints how many milliseconds it takes until the program ends after the answer.
const [, , folder = '', id = ''] = process.argv;
void new GitObjects(folder).read(id).then(bytes => {
  const answered = performance.now();
  process.on('exit', () => console.log(JSON.stringify([bytes?.length, performance.now() - answered])));
});
