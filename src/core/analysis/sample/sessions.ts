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
  const add = (key: string, name: string, transcript: T): void => {
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { name, transcripts: [transcript] });
    else known.transcripts.push(transcript);
  };
  for (const one of sorted) {
    const { session } = one.frontMatter;
    if (session !== undefined) add(foldPath(session), session, one);
    else own.set(nameKey(one), [...(own.get(nameKey(one)) ?? []), one]);
  }
  const alone: Session<T>[] = [];
  for (const [key, all] of own) {
    const [first] = all;
    if (all.length === 1 && first !== undefined && joined.has(key)) add(key, '', first);
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
 * The sessions that a name may mean: that of the session itself, or the name or path of one of its transcripts.
 * @returns none where there is no such session, several where the name does not tell which is meant
 */
export function sessionsNamed<T extends OfSession>(sessions: readonly Session<T>[], name: string): Session<T>[] {
  const wanted = foldPath(name.trim());
  const called = sessions.filter(session => foldPath(session.name) === wanted);
  if (called.length > 0) return called;
  return sessions.filter(({ transcripts }) =>
    transcripts.some(one => nameKey(one) === wanted || foldPath(one.path) === wanted),
  );
}
