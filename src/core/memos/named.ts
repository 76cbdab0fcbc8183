import type { CodebookEntry } from '../codebook/codebook.js';
import type { Study } from '../study/study.js';
import type { Mention } from './memo.js';
import type { MemoMentions } from './memos.js';
import { memosOfEntry } from './mentioning.js';

/** A memo that mentions something, and where: plain data, ready to be sent to a page. */
export interface NamedMemo {
  /** Path relative to the study. */
  readonly path: string;
  readonly title: string;
  readonly date?: string;
  /** Line (from 0) at which it mentions the thing. */
  readonly line: number;
}

/** The memos that mention a theme or code, and those that mention each of some excerpts, by the ids of their codings. */
export interface NamedMemos {
  readonly entry: readonly NamedMemo[];
  readonly excerpts: Readonly<Record<string, readonly NamedMemo[]>>;
}

export const NO_MEMOS: NamedMemos = { entry: [], excerpts: {} };

/** Looks the memos up for a theme or code and its excerpts, the latest first; excerpts that none mentions are left out. */
export async function namedMemos(study: Study, entry: CodebookEntry, ids: ReadonlySet<string>): Promise<NamedMemos> {
  const excerpts: Record<string, NamedMemo[]> = {};
  for (const memo of await study.memos.all()) {
    const byId = new Map<string, Mention[]>();
    for (const mention of memo.mentions) {
      const { link } = mention;
      if (link.kind !== 'excerpt' || !ids.has(link.id)) continue;
      byId.set(link.id, [...(byId.get(link.id) ?? []), mention]);
    }
    for (const [id, mentions] of byId) {
      const known = excerpts[id] ?? [];
      excerpts[id] = [...known, named({ memo, mentions })];
    }
  }
  return { entry: (await memosOfEntry(study, entry)).map(named), excerpts };
}

function named({ memo: { path, title, date }, mentions }: MemoMentions): NamedMemo {
  // Where it says something of the thing, rather than in its head.
  const line = (mentions.find(({ isAbout }) => !isAbout) ?? mentions[0])?.line ?? 0;
  return { path, title, ...(date === undefined ? {} : { date }), line };
}
