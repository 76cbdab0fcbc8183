import { parseCodebook } from '../../src/core/codebook/parse.js';
import type { World } from './clones/world.js';
import { misplaced } from './finalPlaces.js';
import type { Ledger } from './model/ledger.js';
import { kindOf } from './model/state.js';

/** What must hold at the end, when everybody has everything: one sentence for all that does not. */
export async function finalFaults(world: World, ledger: Ledger): Promise<string[]> {
  const { clones, versions, hub } = world;
  const wrong: string[] = [];
  const [first, ...others] = clones;
  if (first === undefined) return ['There is no clone.'];
  const head = first.head();
  versions.load(first.root, [head]);
  const files = versions.files(first.root, head);
  for (const other of others) {
    const same = first.git('rev-parse', 'HEAD^{tree}') === other.git('rev-parse', 'HEAD^{tree}');
    if (!same) wrong.push(`${other.name} has not the same as ${first.name}`);
  }
  for (const clone of clones) {
    if (clone.git('status', '--porcelain') !== '') wrong.push(`${clone.name} has files that are not committed`);
  }
  for (const root of [hub, ...clones.map(clone => clone.root)]) {
    const { code, err } = first.ask('-C', root, 'fsck', '--no-dangling');
    if (code !== 0) wrong.push(`${root} is damaged: ${err}`);
  }
  for (const [file] of files) {
    const text = versions.text(first.root, head, file) ?? '';
    if (/^(<{7}|={7}|>{7}|\|{7})( |$)/m.test(text)) wrong.push(`${file} has marks of a conflict in it`);
    for (const subject of versions.state(first.root, head, file).keys()) {
      if (/ again \d+$/.test(subject)) wrong.push(`${file}: ${subject}: stands twice`);
      if (subject.startsWith('line ')) wrong.push(`${file}: is broken: ${subject}`);
    }
  }
  for (const file of ledger.paths()) wrong.push(...ledger.notLast(file, versions.state(first.root, head, file)));
  for (const { message } of parseCodebook(versions.text(first.root, head, 'codebook.md') ?? '').problems)
    wrong.push(`codebook.md: ${message}`);
  const ids = new Set<string>();
  for (const file of files.keys()) {
    if (kindOf(file) !== 'records') continue;
    for (const id of versions.state(first.root, head, file).keys()) {
      if (id !== 'state' && ids.has(id)) wrong.push(`${id} stands in two files`);
      ids.add(id);
    }
  }
  await first.look();
  wrong.push(...(await misplaced(world, first, head)));
  return wrong;
}
