import { codersOf as codersIn } from '../core/analysis/coderFigures.js';
import type { StudyWork } from '../core/ports.js';
import type { Round } from '../core/rounds/round.js';
import { proposeCoderName } from '../core/study/layout.js';
import type { Study } from '../core/study/study.js';
import { Refusal } from './refusal.js';

/** What makes versions of a study. @throws Refusal where it is in no repository */
export async function workOf(study: Study): Promise<StudyWork> {
  const work = await study.store.work?.();
  if (work !== undefined) return work;
  throw new Refusal(
    'no-git',
    'A round is recorded in versions, and none are kept here: the study is in no git repository, or git is not installed.',
    'Make the folder a repository with git init, and save a first version.',
  );
}

/**
 * Who does something with a round: who is named, else whoever saves versions here, by their name or the coder of that name.
 * @throws Refusal where nobody is known
 */
export async function personOf(study: Study, work: StudyWork, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const { identity } = await work.standing();
  const name = proposeCoderName(identity?.name ?? '');
  if (name === '') throw new Refusal('no-coder', 'It is not known who you are.', 'Say so with --coder NAME.');
  return codersIn(study).find(coder => coder.toLowerCase() === name.toLowerCase()) ?? name;
}

/**
 * The round that somebody names by its name or id; the newest of that name where only one fits `isMeant`.
 * @throws Refusal where there is none, or several
 */
export function findRound(study: Study, name: string, isMeant: (round: Round) => boolean): Round {
  const all = study.rounds.all().filter(round => round.id === name || round.name === name);
  const fitting = all.filter(isMeant);
  const [only] = fitting.length === 0 ? all : fitting;
  if (only !== undefined && (fitting.length === 1 || all.length === 1)) return only;
  if (only !== undefined) {
    const near = all.map(({ id }) => id);
    throw new Refusal(
      'ambiguous-round',
      `There are several rounds “${name}”.`,
      `Name one by its id: ${near.join(', ')}.`,
      { near },
    );
  }
  const known = study.rounds.all().map(round => round.name);
  const rounds = known.length === 0 ? 'There is none yet.' : `There is ${[...new Set(known)].join(', ')}.`;
  throw new Refusal('unknown-round', `There is no round “${name}” in this study.`, rounds);
}

/** The name that a verb was given. @throws Refusal where there is none */
export function nameGiven(positionals: readonly string[], verb: string): string {
  const [name] = positionals;
  if (name !== undefined && name.trim() !== '') return name;
  throw new Refusal('arguments', 'The name of the round is missing.', `Write verbatim ${verb} NAME.`);
}
