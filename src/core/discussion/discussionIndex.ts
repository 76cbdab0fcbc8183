import type { DiscussionFile } from './file.js';
import { type CommentRecord, compareComments } from './record.js';

/** A comment, and whose it is. */
export interface PlacedComment {
  readonly comment: CommentRecord;
  readonly file: DiscussionFile;
}

/** A thread as its lines say it, whatever became of its subject. */
export interface Conversation {
  /** Id of the first comment, be it there or not. */
  readonly id: string;
  /** The comment that says what it is about; missing where replies are all that is left. */
  readonly first: PlacedComment | undefined;
  /** All its lines, in the order of time, the first comment first. */
  readonly lines: readonly PlacedComment[];
}

/** Changes of all indexes: no two of them ever have the same number. */
let changesOfAll = 0;

/** All that was said by anybody. Takes in one file at a time; what follows from all of them is worked out when somebody asks. */
export class DiscussionIndex {
  private readonly files = new Map<string, DiscussionFile>();
  private known: { byId: Map<string, PlacedComment>; conversations: Map<string, Conversation> } | undefined;
  private changes = 0;

  /** How many files there are: people who said something. */
  get size(): number {
    return this.files.size;
  }

  /** Another number after every change, and another one than any index that holds something else, for those who keep what they have worked out. */
  get version(): number {
    return this.changes;
  }

  /** Puts a file in, in place of what was there under its path. */
  set(file: DiscussionFile): void {
    this.changes = ++changesOfAll;
    this.known = undefined;
    this.files.set(file.path, file);
  }

  /** Takes a file out. */
  delete(path: string): void {
    if (!this.files.delete(path)) return;
    this.changes = ++changesOfAll;
    this.known = undefined;
  }

  /** The file at a path. */
  file(path: string): DiscussionFile | undefined {
    return this.files.get(path);
  }

  /** All files, in the order they came in. */
  allFiles(): Iterable<DiscussionFile> {
    return this.files.values();
  }

  /** Whether an id is taken by a comment. */
  has(id: string): boolean {
    return this.now.byId.has(id);
  }

  /** The comment with an id; the first of them in time where the id stands more than once. */
  find(id: string): PlacedComment | undefined {
    return this.now.byId.get(id);
  }

  /** The thread that a comment (by its id) begins or belongs to. */
  conversation(id: string): Conversation | undefined {
    const { byId, conversations } = this.now;
    return conversations.get(rootOf(id, byId));
  }

  /** All threads, in the order they began. */
  conversations(): Iterable<Conversation> {
    return this.now.conversations.values();
  }

  private get now(): { byId: Map<string, PlacedComment>; conversations: Map<string, Conversation> } {
    if (this.known !== undefined) return this.known;
    const all = [...this.files.values()].flatMap(file => file.comments.map(comment => ({ comment, file })));
    all.sort((a, b) => compareComments(a.comment, b.comment));
    const byId = new Map<string, PlacedComment>();
    for (const placed of all) if (!byId.has(placed.comment.id)) byId.set(placed.comment.id, placed);
    const conversations = new Map<string, { id: string; first: PlacedComment | undefined; lines: PlacedComment[] }>();
    for (const placed of all) {
      const id = rootOf(placed.comment.id, byId);
      const known = conversations.get(id) ?? { id, first: undefined, lines: [] };
      conversations.set(id, known);
      // Clocks differ: whatever time it has, what was replied to came before.
      const isFirst = known.first === undefined && placed.comment.id === id && placed.comment.on !== undefined;
      if (isFirst) known.first = placed;
      if (isFirst) known.lines.unshift(placed);
      else known.lines.push(placed);
    }
    this.known = { byId, conversations };
    return this.known;
  }
}

/** The first comment that replies lead up to. A reply to a reply, which we do not write, belongs to its thread. */
function rootOf(id: string, byId: ReadonlyMap<string, PlacedComment>): string {
  const above = (one: string): string | undefined => byId.get(one)?.comment.reply;
  const seen = new Set<string>();
  let at = id;
  for (let next = above(at); next !== undefined; next = above(at)) {
    // Where replies go in a circle, all of them agree on the least id in it.
    if (seen.has(at)) return leastInCircle(at, above);
    seen.add(at);
    at = next;
  }
  return at;
}

function leastInCircle(start: string, next: (id: string) => string | undefined): string {
  let least = start;
  for (let at = next(start); at !== undefined && at !== start; at = next(at)) if (at < least) least = at;
  return least;
}
