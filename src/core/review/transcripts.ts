import { asText, findFrontMatter, readYaml } from '../text/frontMatter.js';
import { normaliseText } from '../text/normalise.js';
import type { TranscriptChange } from './change.js';
import { fingerprintOf } from './keys.js';
import { changedWords } from './wordCounts.js';

/** A transcript at one state. */
export interface TranscriptSide {
  readonly path: string;
  /** Says what is in it, as in a snapshot. */
  readonly id: string;
  readonly text: string;
}

/** What changed in one transcript: that it came, went or has another path, its words, and what its front matter says. */
export function transcriptChanges(
  before: TranscriptSide | undefined,
  after: TranscriptSide | undefined,
): TranscriptChange[] {
  const path = (after ?? before)?.path ?? '';
  const common = (respect?: string) => ({
    key: respect === undefined ? `transcript ${before?.path ?? path}` : `transcript ${before?.path ?? path} ${respect}`,
    path,
    transcript: path,
    entries: [],
  });
  if (before === undefined || after === undefined) {
    const what = before === undefined ? 'transcript-added' : 'transcript-removed';
    return [{ what, ...common(), fingerprint: fingerprintOf(before?.id, after?.id) }];
  }
  const changes: TranscriptChange[] = [];
  if (before.path !== path) {
    const fingerprint = fingerprintOf(before.path, path);
    changes.push({ what: 'transcript-renamed', from: before.path, ...common('path'), fingerprint });
  }
  if (before.id === after.id) return changes;
  const [old, now] = [partsOf(before.text), partsOf(after.text)];
  const words = changedWords(old.body, now.body);
  if (words !== undefined) {
    const fingerprint = fingerprintOf(old.body, now.body);
    changes.push({ what: 'transcript-edited', ...words, ...common('words'), fingerprint });
  }
  const facts = [...new Set([...old.facts.keys(), ...now.facts.keys()])].filter(
    key => old.facts.get(key) !== now.facts.get(key),
  );
  if (facts.length > 0) {
    const said = (from: ReadonlyMap<string, string>): unknown => facts.map(key => from.get(key));
    const fingerprint = fingerprintOf(said(old.facts), said(now.facts));
    changes.push({ what: 'transcript-facts', facts, ...common('facts'), fingerprint });
  }
  return changes;
}

/** A transcript cut at the end of its front matter. */
interface Parts {
  /** What the front matter says, by key; one that cannot be read is one text. */
  readonly facts: ReadonlyMap<string, string>;
  readonly body: string;
}

function partsOf(raw: string): Parts {
  const text = normaliseText(raw);
  const front = findFrontMatter(text);
  if (front === undefined || front === 'unclosed') return { facts: new Map(), body: text };
  const read = readYaml(front.yaml);
  const body = text.slice(front.bodyStart);
  if (!('entries' in read)) return { facts: new Map([['front matter', front.yaml.trim()]]), body };
  // A list and the same words with commas between them say the same.
  return { facts: new Map([...read.entries].map(([key, value]) => [key, listed(value)])), body };
}

function listed(value: unknown): string {
  return asText(value)
    .split(',')
    .map(part => part.trim())
    .join(', ');
}
