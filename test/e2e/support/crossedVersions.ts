import { execFileSync } from 'node:child_process';
import type { Coding } from '../../../src/core/coding/coding';
import { anchorOf } from '../../../src/core/coding/create';
import { formatCodingLine } from '../../../src/core/coding/line';
import { CodePoints } from '../../../src/core/text/codePoints';
import type { Study } from './study';

export const PP_03 = 'codings/EA/transcripts/pp-03.jsonl';
export const HOPE = 'memos/2026-03-02-hope.md';
const TEXT = 'transcripts/pp-03.md';

/** What somebody may write who means no good: it is to be read, never to run. */
export const HOSTILE = '<img src=x onerror="document.title=1"> [out](command:workbench.action.quit) **bold**';

/** Codings of the sample study that both sides change: by what is changed in them. */
export const IDS = { code: 'g0s484q2qg', memo: 'kdyxzt6jn9', removed: '0j5gfsrpkk', passage: '91w9i8i2yx' } as const;

type Change = (coding: Coding) => Coding | undefined;

/** Runs git in a study as one of its authors. @throws where git refuses */
export function gitAs(study: Study, author: string, ...args: string[]): string {
  const who = { NAME: author, EMAIL: `${author.toLowerCase()}@example.org` };
  const env = {
    ...process.env,
    ...Object.fromEntries(
      Object.entries(who).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]),
    ),
  };
  return execFileSync('git', args, { cwd: study.dir, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** The same where git stops with conflicts, which it must. */
export function gitStops(study: Study, author: string, ...args: string[]): void {
  try {
    gitAs(study, author, ...args);
  } catch (error) {
    if (String((error as { stdout?: unknown }).stdout).includes('CONFLICT')) return;
    throw error;
  }
  throw new Error(`git ${args.join(' ')} met no conflict`);
}

/**
 * EA works on two machines: four codings, a definition, a participant and a memo are changed on both, each in another way. One
 * stays at hand, the other is MB's version on the branch `crossed`.
 */
export function crossVersions(study: Study): void {
  gitAs(study, 'MB', 'checkout', '--quiet', '-b', 'crossed');
  changeStudy(
    study,
    {
      [IDS.code]: coding => ({ ...coding, code: 'choosing-the-moment' }),
      [IDS.memo]: coding => ({ ...coding, memo: `${coding.memo} ${HOSTILE}` }),
      [IDS.removed]: coding => ({ ...coding, memo: 'The sentence of the whole interview.' }),
      [IDS.passage]: coding => ({
        ...coding,
        ...passageOf(study, "There's a check I do. ", 'take it to supervision.'),
      }),
    },
    'told by a colleague or by the peer',
  );
  gitAs(study, 'MB', 'commit', '--quiet', '--all', '--message', 'MB went on at home');
  gitAs(study, 'EA', 'checkout', '--quiet', '-');
  changeStudy(
    study,
    {
      [IDS.code]: coding => ({ ...coding, code: 'hearing-the-unsaid' }),
      [IDS.memo]: coding => ({ ...coding, memo: `${coding.memo} He says so himself.` }),
      [IDS.removed]: () => undefined,
      [IDS.passage]: coding => ({
        ...coding,
        ...passageOf(study, 'I ask myself, who is this for?', 'small piece of mine might fit the gap.'),
      }),
    },
    'told in the first person',
  );
  gitAs(study, 'EA', 'commit', '--quiet', '--all', '--message', 'EA went on in the office');
}

function changeStudy(study: Study, changes: Readonly<Record<string, Change>>, words: string): void {
  const replace = (file: string, from: string, to: string): void => {
    const text = study.read(file) ?? '';
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    study.write(file, text.replace(from, to));
  };
  const lines = (study.read(PP_03) ?? '')
    .trimEnd()
    .split('\n')
    .flatMap(line => {
      const coding = JSON.parse(line) as Coding;
      const change = changes[coding.id];
      const now = change === undefined ? coding : change(coding);
      return now === undefined ? [] : [change === undefined ? line : formatCodingLine(now)];
    });
  study.write(PP_03, `${lines.join('\n')}\n`);
  replace('codebook.md', 'and the speaker describes what was said or what it did.', `${words}.`);
  replace('participants.csv', 'PP1,peer,C', `PP1,peer,${words.includes('colleague') ? 'A' : 'B'}`);
  const [first = ''] = /^[A-Z][^\n#]{20,}$/m.exec(study.read(HOPE) ?? '') ?? [];
  replace(HOPE, first, `${first} It was ${words}.`);
}

/** The passage of pp-03 from the beginning of one text to the end of another. */
function passageOf(study: Study, from: string, to: string): Pick<Coding, 'quote' | 'at' | 'context' | 'base'> {
  const points = new CodePoints(study.read(TEXT) ?? '');
  const start = points.text.indexOf(from);
  const end = points.text.indexOf(to, start) + to.length;
  const { base } = JSON.parse((study.read(PP_03) ?? '').split('\n')[0] ?? '') as Coding;
  return anchorOf(points, { start: points.fromUtf16(start), end: points.fromUtf16(end) }, base as string);
}
