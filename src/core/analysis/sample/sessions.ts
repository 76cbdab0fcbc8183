import { foldPath, transcriptName } from '../../study/layout.js';
import { compareTexts } from '../../text/compare.js';
import type { FrontMatter } from '../../transcript/transcript.js';

/** A transcript, as far as it tells which session it is of. */
export interface OfSession {
  readonly path: string;
  readonly frontMatter: Pick<FrontMatter, 'session'>;
}

/** Whom people met at one time: one transcript, or several that name the same session. */
export interface Session<T extends OfSession = OfSession> {
  /** What people call it; for a transcript whose name another one has too, its path. */
  readonly name: string;
  /** Sorted by path. */
  readonly transcripts: readonly [T, ...T[]];
}

/**
 * Puts transcripts together that are of one session: those whose front matter says so, and with them the one that the session is
 * called after, if it is the only one of that name. Every other transcript is a session of its own.
 * @returns by the path of their first transcript
 */
export function sessionsOf<T extends OfSession>(transcripts: readonly T[]): Session<T>[] {
  const sorted = [...transcripts].sort((a, b) => compareTexts(a.path, b.path));
  const joined = new Map<string, { name: string; transcripts: [T, ...T[]] }>();
  const own = new Map<string, T[]>();
  const join = (key: string, name: string, transcript: T): void => {
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { name, transcripts: [transcript] });
    else known.transcripts.push(transcript);
  };
  for (const one of sorted) {
    const { session } = one.frontMatter;
    if (session !== undefined) join(foldPath(session), session, one);
    else add(own, nameKey(one), one);
  }
  const alone: Session<T>[] = [];
  for (const [key, all] of own) {
    const [first] = all;
    if (all.length === 1 && first !== undefined && joined.has(key)) join(key, '', first);
    else
      alone.push(
        ...all.map(one => ({ name: all.length > 1 ? one.path : transcriptName(one.path), transcripts: [one] as [T] })),
      );
  }
  for (const session of joined.values()) session.transcripts.sort((a, b) => compareTexts(a.path, b.path));
  return [...joined.values(), ...alone].sort((a, b) => compareTexts(a.transcripts[0].path, b.transcripts[0].path));
}

const nameKey = ({ path }: OfSession): string => foldPath(transcriptName(path));

/**
 * Finds the sessions that a name may mean: that of the session itself, else the name or path of one of its transcripts. It answers
 * none where there is no such session, several where the name does not tell which is meant.
 */
export function sessionFinder<T extends OfSession>(
  sessions: readonly Session<T>[],
): (name: string) => readonly Session<T>[] {
  const byName = new Map<string, Session<T>[]>();
  const byTranscript = new Map<string, Session<T>[]>();
  for (const session of sessions) {
    add(byName, foldPath(session.name), session);
    for (const one of session.transcripts)
      for (const key of new Set([nameKey(one), foldPath(one.path)])) add(byTranscript, key, session);
  }
  return name => {
    const key = foldPath(name.trim());
    return byName.get(key) ?? byTranscript.get(key) ?? [];
  };
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key) ?? [];
  // A session has several transcripts.
  if (group.at(-1) !== item) group.push(item);
  groups.set(key, group);
}
