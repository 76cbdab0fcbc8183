import { formatCodingLine } from '../../../../src/core/coding/line.js';
import type { MergeSide } from '../../../../src/core/merge/merge.js';
import { mergeFile } from '../../../../src/core/merge/mergeFile.js';
import type { Decide } from '../../../../src/core/versions/together.js';
import { coding } from '../../support/coding.js';
import { FakeHost } from './fakeHost.js';
import { FakeWork } from './fakeWork.js';

export const BOOK = '# Codebook\n\n## Hope {#hope}\n';
export const TEXT = '**INT:** How was it?\n\n**PP3:** I think it got better after that.\n';
export const START = { 'codebook.md': BOOK, 'transcripts/pp-03.md': TEXT, 'transcripts/pp-05.md': TEXT };

/** A file of one coding of somebody. */
export function coded(coder: string, name: string, id = `${coder}${name}`): Record<string, string> {
  const line = formatCodingLine(coding({ id: id.replace(/\W/g, '').padEnd(10, '0').toLowerCase() }));
  return { [`codings/${coder}/transcripts/${name}.jsonl`]: `${line}\n` };
}

/** A place at which two people exchange versions of one study, which both have. */
export async function team(): Promise<{ host: FakeHost; ea: FakeWork; mb: FakeWork }> {
  const host = new FakeHost();
  const ea = new FakeWork(host, 'EA').put(START);
  await ea.saved('The study');
  await ea.work.push();
  const mb = new FakeWork(host, 'MB');
  await mb.work.fetch();
  mb.branches.set('main', host.branches.get('main') ?? '');
  await mb.work.switchTo('main');
  for (const one of [ea, mb]) one.calls.length = 0;
  return { host, ea, mb };
}

/** Somebody who is not to be asked. */
export const nobody: Decide = async () => {
  throw new Error('nobody was to be asked');
};

/** Decides every question in favour of one side. */
export const inFavourOf =
  (side: MergeSide): Decide =>
  async ({ files }) =>
    new Map(
      files.map(versions => {
        const keys = mergeFile(versions).conflicts.map(({ key }) => key);
        return [versions.path, new Map(keys.map(key => [key, side]))];
      }),
    );
