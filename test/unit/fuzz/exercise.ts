import assert from 'node:assert/strict';
import { checkStudy } from '../../../src/core/analysis/check.js';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { type CodeChoice, codePassage } from '../../../src/core/coding/actions.js';
import { addComment } from '../../../src/core/discussion/write.js';
import { notePassages } from '../../../src/core/reading/notes.js';
import { setReadingState } from '../../../src/core/reading/setState.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { Study } from '../../../src/core/study/study.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import type { Chance } from '../../soak/support/chance.js';
import { rawLines } from '../support/byteFiles.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { mutate } from './mutate.js';
import { type Seeds, TRANSCRIPT } from './sampleFiles.js';

/** Files that the actions of a case may write, and none else. */
const MAY_WRITE = /^(codebook\.md|codings\/EA\/(transcripts\/a(\.reading\.ndjson|\.jsonl)|discussion\.ndjson))$/;

/** So many times a case may ask for a file or write one: work that does not end is a finding before it takes time. */
const MOST_CALLS = 600;

/** A study of mutated files: mostly one of them, the others as they are in the sample. */
function studyOf(seeds: Seeds, chance: Chance): MemoryStore {
  const store = new MemoryStore();
  const paths = Object.keys(seeds);
  const picked = new Set([chance.pick(paths), ...(chance.percent(20) ? [chance.pick(paths)] : [])]);
  for (const path of paths) {
    const bytes = pick(seeds, path, chance);
    const other = pick(seeds, chance.percent(80) ? path : (chance.pick(paths) ?? path), chance);
    store.put(
      path,
      picked.has(path) ? mutate(bytes, other, chance) : path === TRANSCRIPT ? (seeds[path]?.[0] as Uint8Array) : bytes,
    );
  }
  return store;
}

const pick = (seeds: Seeds, path: string, chance: Chance): Uint8Array => chance.pick(seeds[path] ?? []) as Uint8Array;

/**
 * Reads a study of mutated files, checks it, and writes into it what a person might.
 * @throws where something is thrown that is no refusal, where a file is written that none of this is about, or where a line is lost
 */
export async function exercise(seeds: Seeds, chance: Chance): Promise<void> {
  const store = studyOf(seeds, chance);
  const study = new Study(store, fixedEnvironment(1 + chance.below(1_000_000)));
  await study.refresh();
  await study.followRenames();
  const { problems } = await checkStudy(study);
  for (const { file, line, message, remedy } of problems) {
    assert.ok(Number.isSafeInteger(line) && line >= 1, `${file}: ${message} is said of line ${line}`);
    assert.ok(message !== '' && remedy !== '', `${file}: nothing is said of line ${line}`);
  }
  const before = new Map(store.paths().map(path => [path, store.bytes(path) as Uint8Array]));
  for (const write of writesOf(study, chance)) await write().catch(refused);
  for (const path of store.writtenPaths) assert.match(path, MAY_WRITE);
  for (const [path, bytes] of before) if (path !== 'codebook.md') assertKept(bytes, store.bytes(path), path);
  const { list, read, replace } = store.calls;
  assert.ok(list + read + replace < MOST_CALLS, `${list} lists, ${read} reads, ${replace} writes`);
  const again = new Study(store, fixedEnvironment());
  await again.refresh();
  assert.equal(again.index.size, study.index.size, 'what is written is not what is known');
}

function writesOf(study: Study, chance: Chance): (() => Promise<unknown>)[] {
  const span = async (): Promise<{ start: number; end: number; points: CodePoints; base: string }> => {
    const found = await study.transcripts.get(TRANSCRIPT);
    const points = new CodePoints(found?.text ?? '');
    const start = chance.below(Math.max(1, points.length));
    const end = Math.min(points.length, start + 1 + chance.below(80));
    if (start >= end) throw new ChangeRefused('There is no text to code.', 'Choose another.');
    return { start, end, points, base: found?.base ?? '' };
  };
  const choice: CodeChoice = chance.percent(50) ? { id: 'hope' } : { title: 'Something new' };
  const entry = chance.pick(study.codebook.entries)?.id ?? 'hope';
  return [
    async () => {
      const { start, end, points, base } = await span();
      await codePassage(study, { transcript: TRANSCRIPT, points, base, span: { start, end } }, 'EA', [choice]);
    },
    async () => {
      const { start, end, points, base } = await span();
      await notePassages(study, { transcript: TRANSCRIPT, points, base }, 'EA', [{ start, end }], 'A thought');
    },
    () => changeCodebookOf(study, { do: 'note', entry, as: 'example', text: 'For example.' }),
    () => changeCodebookOf(study, { do: 'rename', entry, title: 'Renamed' }),
    () => setReadingState(study, 'EA', [TRANSCRIPT], 'done'),
    () => addComment(study, 'EA', { kind: 'code', id: entry }, 'A word'),
  ];
}

/** A refusal says why and changes nothing; anything else is a finding. */
function refused(error: unknown): void {
  if (!(error instanceof ChangeRefused)) throw error;
  assert.ok(error.message !== '' && error.remedy !== '');
}

/** Lines of records stay, byte for byte and in their order; what a coder says of the reading state alone takes the place of what was said. */
function assertKept(before: Uint8Array, after: Uint8Array | undefined, path: string): void {
  const now = rawLines(after ?? new Uint8Array()).lines.map(({ text }) => text);
  let at = 0;
  for (const { text } of rawLines(before).lines) {
    if (text.includes('"state"')) continue;
    const found = now.indexOf(text, at);
    assert.ok(found !== -1, `${path} lost ${JSON.stringify(text.slice(0, 200))}`);
    at = found + 1;
  }
}
