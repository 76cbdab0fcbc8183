import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Anchors } from '../../../src/core/anchoring/anchors.js';
import type { Clone } from '../../soak/clones/clone.js';
import type { World } from '../../soak/clones/world.js';
import { finalFaults } from '../../soak/final.js';
import type { Ledger } from '../../soak/model/ledger.js';
import { simulate } from '../../soak/simulate.js';

const PEOPLE = [
  ['EA', 'EA'],
  ['MB', 'MB'],
] as const;

/** A coding as it stands in a file. */
interface Line {
  readonly file: string;
  readonly text: string;
  readonly id: string;
  readonly code: string;
}

/** What two people have in the end, with means to spoil it. */
class End {
  readonly first: Clone;

  constructor(
    private readonly world: World,
    private readonly ledger: Ledger,
  ) {
    this.first = world.clones[0] as Clone;
  }

  faults(): Promise<string[]> {
    return finalFaults(this.world, this.ledger);
  }

  /** What is found wrong after both got the same change of a file; which is taken back. */
  async with(file: string, change: (text: string) => string): Promise<string[]> {
    for (const clone of this.world.clones) {
      this.write(clone, file, change);
      clone.commit('spoilt');
    }
    const found = await this.faults();
    for (const clone of this.world.clones) clone.git('reset', '--quiet', '--hard', 'HEAD~1');
    return found;
  }

  /** What is found wrong while one of them has another text of a file, committed or not. */
  async apart(who: number, file: string, isCommitted: boolean): Promise<string[]> {
    const clone = this.world.clones[who] as Clone;
    const head = clone.head();
    this.write(clone, file, text => `${text}\n`);
    if (isCommitted) clone.commit('apart');
    const found = await this.faults();
    clone.git('reset', '--quiet', '--hard', head);
    return found;
  }

  /** What is found wrong where an object is missing in the repository of the first one. */
  async damaged(file: string): Promise<string[]> {
    const id = this.first.git('rev-parse', `HEAD:${file}`);
    const object = path.join(this.first.root, '.git', 'objects', id.slice(0, 2), id.slice(2));
    const bytes = readFileSync(object);
    rmSync(object);
    const found = await this.faults();
    writeFileSync(object, bytes);
    return found;
  }

  /** What is found wrong where the product finds all passages a little further on. */
  async misled(): Promise<string[]> {
    const { study } = this.first;
    const find = study.anchors;
    study.anchors = async transcript => {
      const anchors = await find.call(study, transcript);
      if (anchors === undefined) return undefined;
      const resolve: Anchors['resolve'] = record => {
        const { span, ...rest } = anchors.resolve(record);
        return span === undefined ? rest : { ...rest, span: { start: span.start + 3, end: span.end + 3 } };
      };
      return Object.assign(Object.create(anchors) as Anchors, { resolve });
    };
    const found = await this.faults();
    study.anchors = find;
    return found;
  }

  /** Codings that are there, each as its line. */
  there(): Line[] {
    const head = this.first.head();
    const files = [...this.world.versions.files(this.first.root, head).keys()];
    return files.flatMap(file => linesIn(file, this.world.versions.text(this.first.root, head, file) ?? ''));
  }

  /** Lines that codings had and have no more, the last ones first. */
  formerly(): Line[] {
    const log = this.first.git('log', '--no-merges', '--format=', '-p', '--', 'codings');
    const files = log.split(/^--- a\/(?=codings)/m).slice(1);
    return files.flatMap(part => {
      const [file = '', ...lines] = part.split('\n');
      return linesIn(file, lines.flatMap(line => (line.startsWith('-') ? line.slice(1) : [])).join('\n'));
    });
  }

  private write({ root }: Clone, file: string, change: (text: string) => string): void {
    const where = path.join(root, file);
    writeFileSync(where, change(readFileSync(where, 'utf8')));
  }
}

/** The codings in a file. */
function linesIn(file: string, content: string): Line[] {
  return content.split('\n').flatMap(text => {
    if (!text.startsWith('{"code"')) return [];
    const { id, code } = JSON.parse(text) as { id: string; code: string };
    return [{ file, text, id, code }];
  });
}

/** A coding whose place is a little further on. */
function shifted({ text }: Line): string {
  const record = JSON.parse(text) as { at: [number, number] };
  return JSON.stringify({ ...record, at: record.at.map(point => point + 3) });
}

describe('what people who worked on clones have in the end', function () {
  this.timeout(120_000);

  it('is right, and would be found wrong with any one thing spoilt', async () => {
    let looked = 0;
    const atEnd = async (world: World, ledger: Ledger): Promise<void> => {
      const end = new End(world, ledger);
      const [there, formerly] = [end.there(), end.formerly()];
      const one = there[0] as Line;
      const other = there.find(({ file }) => file !== one.file) as Line;
      const removed = formerly.find(({ id }) => there.every(line => line.id !== id)) as Line;
      const recoded = there.find(({ id, code }) => formerly.some(line => line.id === id && line.code !== code)) as Line;
      const before = formerly.find(({ id, code }) => id === recoded.id && code !== recoded.code) as Line;
      const put = (line: Line, text: string) => end.with(line.file, all => all.replace(line.text, text));
      const add = (file: string, text: string) => end.with(file, all => `${all}${text}\n`);
      const finds = (wrong: readonly string[], what: string): void => {
        assert.ok(
          wrong.some(sentence => sentence.includes(what)),
          `not “${what}”, but: ${wrong.join('; ')}`,
        );
        looked++;
      };
      assert.deepEqual(await end.faults(), []);
      finds(await put(one, ''), `${one.id}: is lost, though nobody took it away`);
      finds(await put(one, `${one.text}\n${one.text}`), `${one.id} again 2: stands twice`);
      finds(await add(other.file, one.text), `${one.id} stands in two files`);
      finds(await put(one, one.text.replace(one.id, 'a1b2c3d4e5')), 'a1b2c3d4e5: is there, though nobody wrote it');
      finds(
        await add(removed.file, removed.text),
        `${removed.id}: presence is (there), though (gone) was written over it`,
      );
      finds(
        await put(recoded, recoded.text.replace(recoded.code, before.code)),
        `${recoded.id}: code is "${before.code}", though`,
      );
      finds(await put(one, shifted(one)), `${one.id}: “`);
      finds(await end.misled(), `${one.id}: is found at`);
      finds(await put(one, one.text.slice(1)), 'is broken: line');
      finds(await add('codebook.md', '<<<<<<< ours'), 'codebook.md has marks of a conflict in it');
      finds(await add('codebook.md', '\n## Again {#influence}'), 'codebook.md: ');
      finds(await end.apart(0, 'codebook.md', false), 'EA has files that are not committed');
      finds(await end.apart(1, 'codebook.md', true), 'MB has not the same as EA');
      finds(await end.damaged('codebook.md'), 'is damaged');
      assert.deepEqual(await end.faults(), []);
    };
    const report = await simulate({ seed: 3, rounds: 6, people: PEOPLE, mergesOnly: true, atEnd });
    assert.deepEqual([report.wrong, looked], [[], 14]);
  });
});
