// A process of its own that works in a study until it is killed, and says of each thing when it is done, a line each.
// Arguments: the study's folder, where its transcripts are in it, a number that all its choices follow from.
import { writeSync } from 'node:fs';
import { seeded } from '../../../bench/random.js';
import { codePassage } from '../../../src/core/coding/actions.js';
import { recodeTo } from '../../../src/core/coding/recode.js';
import { moveTranscripts } from '../../../src/core/renames/moveTranscripts.js';
import { openStudy } from '../../../src/node/studies.js';
import { GROUP, NAMES, PLACES } from './support/killedNames.js';

const [root = '', place = '', seed = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
  const study = await openStudy(root);
  const random = seeded(Number(seed));
  let folder = place;
  // Not console.log: what was said must be said before the process can be killed.
  const done = (...words: string[]): void => void writeSync(1, `${words.join(' ')}\n`);
  for (let i = 0; ; i++) {
    const kind = Math.floor(random() * 4);
    if (kind === 0) {
      const code = `round-${seed}-${i}`;
      await recodeTo(study, GROUP, [{ title: code }]);
      done('code', code);
    } else if (kind === 1) {
      const to = PLACES.find(each => each !== folder) as string;
      await moveTranscripts(
        study,
        NAMES.map(name => ({ from: `${folder}/${name}`, to: `${to}/${name}` })),
      );
      folder = to;
      done('place', to);
    } else {
      const transcript = `${folder}/${NAMES[i % NAMES.length]}`;
      const version = await study.transcripts.text(transcript);
      if (version === undefined) throw new Error(`${transcript} is not there.`);
      const start = Math.floor(random() * 10_000);
      const span = { start, end: start + 1 + Math.floor(random() * 100) };
      const { codings } = await codePassage(study, { transcript, ...version, span }, 'Cy', [{ id: 'trust' }]);
      for (const { id } of codings) done('coding', id);
    }
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
