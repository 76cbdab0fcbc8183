import { formatCodingLine, formatRecord } from '../../../../src/core/coding/line.js';
import { coding } from '../../support/coding.js';
import { FakeHistory, type Tree } from './fakeHistory.js';

export const IN_ROUND = ['transcripts/a.md', 'transcripts/b.md'];
const OUTSIDE = 'transcripts/c.md';
export const OPENING = 'opening000';

/** A working copy, and what whoever works in it has ever had in it. */
interface Copy {
  /** Name of the person's folder; another one once it was renamed. */
  folder: string;
  head: string;
  readonly had: Set<string>;
  isDone: boolean;
}

/** A version that somebody made of their codings while their copy had codings that another one made in the round. */
export interface Tainted {
  readonly coder: string;
  readonly other: string;
}

/**
 * Some people with a working copy each, who code, close the round and exchange their work in every way git has. It knows who had what of whom
 * when, which a history need not tell.
 */
export class RoundModel {
  readonly history = new FakeHistory();
  private readonly copies = new Map<string, Copy>();
  /** Whose each coding is that was made in the round. */
  private readonly owners = new Map<string, string>();
  /** Versions that were made of one's own codings, and whose of others were had. */
  private readonly taints = new Map<string, Tainted[]>();
  private readonly first: string;
  private count = 0;

  /** @param coders who take part */
  constructor(readonly coders: readonly string[]) {
    const texts = [...IN_ROUND, OUTSIDE].map((path): [string, string] => [path, `Text of ${path}\n`]);
    this.first = this.history.make([], new Map(texts), 'team');
    for (const coder of coders) this.copies.set(coder, this.copyAt(coder));
    this.copies.set('team', this.copyAt('team'));
  }

  /** The last version of the team's copy. */
  get head(): string {
    return this.copy('team').head;
  }

  /** The team opens the round in its own copy. */
  open(): void {
    const opening = {
      round: 'pilot',
      does: 'open',
      coders: this.coders,
      transcripts: IN_ROUND,
      created: '2026-03-02T10:03:11Z',
      id: OPENING,
    };
    this.add('team', 'codings/team/rounds.ndjson', formatRecord(opening));
  }

  /** Somebody codes a passage. */
  code(who: string, transcript: number): void {
    const copy = this.copy(who);
    const paths = [...IN_ROUND, OUTSIDE];
    const path = paths[transcript % paths.length] as string;
    const id = `coding${String(this.count++).padStart(4, '0')}`;
    const isInRound = path !== OUTSIDE;
    const where = this.placeOf(copy, path);
    const made = this.add(who, `codings/${copy.folder}/${where}.jsonl`, formatCodingLine(coding({ id })));
    if (!isInRound) return;
    this.owners.set(id, who);
    const others = new Set([...copy.had].flatMap(had => this.owners.get(had) ?? []).filter(other => other !== who));
    if (!copy.isDone)
      this.taints.set(
        made,
        [...others].map(other => ({ coder: who, other })),
      );
    copy.had.add(id);
  }

  close(who: string): void {
    const copy = this.copy(who);
    copy.isDone = true;
    const closing = { does: 'close', of: OPENING, created: '2026-03-03T10:03:11Z', id: `close${this.count++}` };
    this.add(who, `codings/${copy.folder}/rounds.ndjson`, formatRecord(closing));
  }

  /** Takes another copy's work in by a merge; `ours`: keeps nothing of it but the history. */
  merge(who: string, from: string, ours = false): void {
    const [copy, other] = [this.copy(who), this.copy(from)];
    this.hadBy(copy, other.head);
    if (this.history.history(copy.head).has(other.head)) return;
    if (!ours && this.history.history(other.head).has(copy.head)) {
      copy.head = other.head;
      return;
    }
    const tree = ours ? this.history.tree(copy.head) : this.together(copy.head, other.head);
    copy.head = this.history.make([copy.head, other.head], tree, who);
  }

  /** Takes another copy's work in as one version of one's own. */
  squash(who: string, from: string): void {
    const [copy, other] = [this.copy(who), this.copy(from)];
    this.hadBy(copy, other.head);
    copy.head = this.history.make([copy.head], this.together(copy.head, other.head), who);
  }

  /** Makes one's own versions anew on top of another copy's. */
  rebase(who: string, onto: string): void {
    const [copy, other] = [this.copy(who), this.copy(onto)];
    const base = this.history.history(other.head);
    const own = this.history.ordered(this.history.history(copy.head)).filter(id => !base.has(id));
    this.hadBy(copy, other.head);
    copy.head = other.head;
    for (const id of own) this.pick(who, id);
  }

  /** Takes the last version of another copy alone. */
  cherryPick(who: string, from: string): void {
    const { head } = this.copy(from);
    this.hadBy(this.copy(who), head);
    this.pick(who, head);
  }

  /** Throws all files of a colleague out again. */
  drop(who: string, other: string): void {
    const { folder } = this.copy(other);
    const tree = [...this.history.tree(this.copy(who).head)].filter(([path]) => !path.startsWith(`codings/${folder}/`));
    this.save(who, new Map(tree));
  }

  /** Gives a transcript of the round another name; `along`: and the files of coders with it. */
  renameTranscript(who: string, along: boolean): void {
    const tree = [...this.history.tree(this.copy(who).head)].map(([path, text]): [string, string] => {
      const isMeant = path === IN_ROUND[0] || (along && path.endsWith('/transcripts/a.jsonl'));
      return [isMeant ? path.replace('transcripts/a.', 'transcripts/z.') : path, text];
    });
    this.save(who, new Map(tree));
  }

  /** Gives one's own folder another name and goes on in that. */
  renameFolder(who: string): void {
    const copy = this.copy(who);
    const folder = `${who}-new`;
    const tree = [...this.history.tree(copy.head)].map(([path, text]): [string, string] => [
      path.replace(`codings/${copy.folder}/`, `codings/${folder}/`),
      text,
    ]);
    copy.folder = folder;
    this.save(who, new Map(tree));
  }

  /** What versions in the team’s history were made with what others had coded in the round. */
  tainted(): readonly Tainted[] {
    return [...this.history.history(this.head)].flatMap(id => this.taints.get(id) ?? []);
  }

  private pick(who: string, id: string): void {
    const copy = this.copy(who);
    const [first] = this.history.parents(id);
    const before: Tree = first === undefined ? new Map() : this.history.tree(first);
    const after = this.history.tree(id);
    const tree = new Map(this.history.tree(copy.head));
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      const [old, now] = [before.get(path), after.get(path)];
      if (old === now) continue;
      if (now === undefined) tree.delete(path);
      else tree.set(path, lines(tree.get(path) ?? '', now, old ?? ''));
    }
    const made = this.save(who, tree, this.history.authorOf(id));
    const taints = this.taints.get(id);
    if (taints !== undefined) this.taints.set(made, taints);
  }

  private add(who: string, path: string, line: string): string {
    const tree = new Map(this.history.tree(this.copy(who).head));
    tree.set(path, `${tree.get(path) ?? ''}${line}\n`);
    return this.save(who, tree);
  }

  private save(who: string, tree: Tree, author = who): string {
    const copy = this.copy(who);
    copy.head = this.history.make([copy.head], tree, author);
    return copy.head;
  }

  /** Both sides’ files; of one that both have, the lines of both. */
  private together(a: string, b: string): Tree {
    const base = this.history.ordered(this.history.history(a)).findLast(id => this.history.history(b).has(id));
    const old: Tree = base === undefined ? new Map() : this.history.tree(base);
    const tree = new Map(this.history.tree(a));
    for (const [path, text] of this.history.tree(b)) {
      const here = tree.get(path);
      if (here === undefined) {
        if (old.get(path) !== text) tree.set(path, text);
      } else if (here !== text) tree.set(path, here === old.get(path) ? text : lines(here, text, old.get(path) ?? ''));
    }
    for (const [path, text] of old) if (!this.history.tree(b).has(path) && tree.get(path) === text) tree.delete(path);
    return tree;
  }

  private hadBy(copy: Copy, head: string): void {
    for (const id of this.history.history(head)) {
      for (const text of this.history.tree(id).values()) {
        for (const [, coded = ''] of text.matchAll(/"id": "(coding\d+)"/g)) copy.had.add(coded);
      }
    }
  }

  private placeOf(copy: Copy, path: string): string {
    const isMoved = path === IN_ROUND[0] && !this.history.tree(copy.head).has(path);
    return isMoved ? 'transcripts/z' : path.replace(/\.md$/, '');
  }

  private copyAt(folder: string): Copy {
    return { folder, head: this.first, had: new Set(), isDone: false };
  }

  private copy(who: string): Copy {
    return this.copies.get(who) as Copy;
  }
}

/** The lines of one text, and what another has that neither it nor their common form had. */
function lines(here: string, there: string, old: string): string {
  const known = new Set([...here.split('\n'), ...old.split('\n')]);
  const added = there.split('\n').filter(line => line !== '' && !known.has(line));
  return here + added.map(line => `${line}\n`).join('');
}
