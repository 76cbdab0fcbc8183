import assert from 'node:assert/strict';
import fc from 'fast-check';
import { studyHistory } from '../../../src/core/review/history.js';
import type { StudyHistory } from '../../../src/core/review/historyModel.js';
import { type Files, MemoryGit } from './support/memoryGit.js';
import { codebook, id, lines } from './support/storyRepository.js';

const CODERS = ['EA', 'JS', 'MB'] as const;
const TRANSCRIPTS = ['a', 'b'] as const;

/** A step: a coder codes or takes a coding away on the branch of their own, EA renames a code, or a branch gets another one's work. */
type Step =
  | { readonly is: 'code' | 'uncode'; readonly coder: number; readonly transcript: number }
  | { readonly is: 'rename' }
  | { readonly is: 'merge'; readonly into: number; readonly from: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('code' as const), coder: fc.nat(2), transcript: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('uncode' as const), coder: fc.nat(2), transcript: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.constant({ is: 'rename' as const }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('merge' as const), into: fc.nat(2), from: fc.nat(2) }) },
);

/** A team at work: what was done, said once each, and the repository that came of it. */
class Team {
  readonly repository = new MemoryGit();
  readonly done: string[] = [];
  private readonly branches: string[];
  /** Of each file how often it was written: only its owner writes it, so the higher number is the newer file. */
  private readonly written = new Map<string, number>();
  private readonly codings = new Map<string, string[]>();
  private count = 0;
  private writes = 0;

  constructor() {
    const files = new Map([
      ['codebook.md', codebook('## Hope {#hope}')],
      ...TRANSCRIPTS.map(text => [`transcripts/${text}.md`, 'P1: It got better.\n'] as const),
    ]);
    const first = this.repository.commit(files, []);
    this.branches = CODERS.map(() => first);
  }

  take(step: Step): void {
    if (step.is === 'merge') this.merge(step.into, step.from);
    else if (step.is === 'rename') this.rename();
    else this.code(step.coder, step.transcript, step.is === 'code');
  }

  /** Brings all branches together on the first one. */
  finish(): void {
    for (let i = 1; i < CODERS.length; i++) this.merge(0, i);
  }

  private code(coder: number, transcript: number, isNew: boolean): void {
    const name = CODERS[coder] as string;
    const path = `codings/${name}/transcripts/${TRANSCRIPTS[transcript]}.jsonl`;
    const known = this.codings.get(path) ?? [];
    if (!isNew && known.length === 0) return;
    const made = id(`c${this.count++}x`);
    const gone = known[0] as string;
    const next = isNew ? [...known, made] : known.slice(1);
    this.codings.set(path, next);
    this.done.push(isNew ? `+ ${made}` : `- ${gone}`);
    const text = lines(...next.map(each => ({ id: each, at: placeOf(each) })));
    this.write(coder, path, next.length === 0 ? undefined : text);
  }

  private rename(): void {
    const title = `Hope ${this.count++}`;
    this.done.push(`= ${title}`);
    this.write(0, 'codebook.md', codebook(`## ${title} {#hope}`));
  }

  private write(branch: number, path: string, text: string | undefined): void {
    const head = this.branches[branch] as string;
    const files = new Map(this.repository.filesOf(head));
    if (text === undefined) files.delete(path);
    else files.set(path, text);
    this.commit(branch, files, [head], CODERS[branch] as string);
    this.written.set(`${this.branches[branch]} ${path}`, ++this.writes);
  }

  private merge(into: number, from: number): void {
    const [ours, theirs] = [this.branches[into] as string, this.branches[from] as string];
    if (ours === theirs) return;
    const [mine, other] = [this.repository.filesOf(ours), this.repository.filesOf(theirs)];
    const files = new Map(mine);
    for (const path of new Set([...mine.keys(), ...other.keys()])) {
      const owner = CODERS.findIndex(coder => path.startsWith(`codings/${coder}/`));
      // A coder's own branch has the newest of what is theirs; the others have what they got last.
      const isNewer =
        owner === from ||
        (path === 'codebook.md' && from === 0) ||
        (owner !== into && !(path === 'codebook.md' && into === 0) && this.isNewer(path, theirs, ours));
      if (!isNewer) continue;
      const text = other.get(path);
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    }
    this.commit(into, files, [ours, theirs], CODERS[into] as string);
  }

  /** Whether one commit has a newer version of a file than another. */
  private isNewer(path: string, one: string, than: string): boolean {
    return this.latest(path, one) > this.latest(path, than);
  }

  private latest(path: string, at: string): number {
    const open = [at];
    const seen = new Set<string>();
    let latest = -1;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      latest = Math.max(latest, this.written.get(`${next} ${path}`) ?? -1);
      open.push(...(this.repository.log[Number(next)]?.parents ?? []));
    }
    return latest;
  }

  private commit(branch: number, files: Files, parents: readonly string[], author: string): void {
    this.branches[branch] = this.repository.commit(files, parents, author);
  }
}

/** Each coding stands elsewhere: its number is in its id. */
function placeOf(coding: string): [number, number] {
  const start = Number.parseInt(coding.slice(1), 10) * 20;
  return [start, start + 9];
}

/** All that a history tells of what the team did, as the team said it. */
function toldIn({ versions }: StudyHistory): string[] {
  return versions.slice(1).flatMap(({ told }) =>
    told.map(({ what, aspect, coding, after }) => {
      if (what === 'coding-added') return `+ ${coding}`;
      if (what === 'coding-removed') return `- ${coding}`;
      return aspect === 'title' ? `= ${after?.title}` : `? ${what}`;
    }),
  );
}

describe('the history of a team', () => {
  it('tells everything that anybody did once, whatever was merged when, and has the figures of every version', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
        const team = new Team();
        for (const one of steps) team.take(one);
        team.finish();
        const { repository, done } = team;
        const history = await studyHistory(repository.git, repository.last);
        assert.deepEqual(toldIn(history).sort(), [...done].sort());
        for (const { commit, figures, isMerge, told } of history.versions) {
          const files = repository.filesOf(commit?.id ?? '');
          const codings = [...files]
            .filter(([path]) => path.endsWith('.jsonl'))
            .map(([, text]) => text.split('\n').length - 1);
          assert.equal(
            figures.codings,
            codings.reduce((sum, count) => sum + count, 0),
          );
          assert.equal(
            figures.transcripts,
            new Set([...files.keys()].filter(path => path.endsWith('.jsonl')).map(path => path.split('/').at(-1))).size,
          );
          if (isMerge) assert.deepEqual(told, []);
        }
      }),
      { numRuns: 150 },
    );
  });
});
