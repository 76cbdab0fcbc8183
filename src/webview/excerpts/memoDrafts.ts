import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import type { MemoDraft } from './view.js';

/** Memos that are being written, by the key of their excerpt. */
export type Drafts = Readonly<Record<string, MemoDraft>>;

/** What happens to memos while they are being written. Each step gives the drafts as they are after it. */
export class MemoDrafts {
  /** Begins one, or goes on with the one that was begun. */
  begun(drafts: Drafts, key: string, text: string): Drafts {
    return drafts[key] === undefined ? { ...drafts, [key]: { text } } : drafts;
  }

  typed(drafts: Drafts, key: string, text: string): Drafts {
    return drafts[key] === undefined ? drafts : { ...drafts, [key]: { text } };
  }

  /** It is on its way. Until the excerpt comes back with it, it stays: should writing fail, no word is lost. */
  sent(drafts: Drafts, key: string): Drafts {
    const draft = drafts[key];
    return draft === undefined ? drafts : { ...drafts, [key]: { ...draft, sent: true } };
  }

  closed(drafts: Drafts, key: string): Drafts {
    const { [key]: _, ...others } = drafts;
    return others;
  }

  /** Ends what was sent and has arrived; the same drafts where nothing has. */
  withoutSaved(drafts: Drafts, keys: ReadonlyMap<ListedExcerpt, string>): Drafts {
    const waiting = Object.entries(drafts).filter(([, { sent }]) => sent);
    if (waiting.length === 0) return drafts;
    const memos = new Map([...keys].map(([excerpt, key]) => [key, excerpt.memo ?? '']));
    return waiting.reduce(
      (left, [key, { text }]) => (memos.get(key) === text.trim() ? this.closed(left, key) : left),
      drafts,
    );
  }
}
