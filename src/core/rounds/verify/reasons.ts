import type { Contradiction, NamedVersion, Reason } from './report.js';

/** How many versions a sentence names. */
const MOST_NAMED = 5;

/** A version in a sentence: all of its id, who saved it and when, as it says itself. */
export function versionWords({ id, author, date }: NamedVersion): string {
  return `${id} (${author}, ${date.slice(0, 10)})`;
}

/** What a contradiction says, in one sentence. */
export function contradictionWords({ coder, version, other, holds }: Contradiction): string {
  return (
    `${coder}’s version ${versionWords(version)} was made on a history that holds what ${other} coded in the round, ` +
    `last in ${versionWords(holds)}.`
  );
}

/** Why something cannot be shown, in one or two sentences. */
export function reasonWords(reason: Reason): string {
  switch (reason.why) {
    case 'not-opened':
      return 'The opening of the round is in no version of this history.';
    case 'several-openings':
      return `The opening was recorded more than once, in ${listOf(reason.versions)}: the history was written anew, and nobody can say when the round began.`;
    case 'cut-off':
      return 'This copy does not hold the whole history of the round. Fetch all of it (git fetch --unshallow) and verify again.';
    case 'not-closed':
      return `${reason.coder} has not closed the round.`;
    case 'several-closings':
      return `${reason.coder} closed the round in versions that were not made on each other: ${listOf(reason.versions)}.`;
    case 'closed-elsewhere':
      return `${reason.coder} closed the round in ${versionWords(reason.version)}, on a history without its opening.`;
    case 'nothing-coded':
      return `${reason.coder} coded nothing of these transcripts in the round.`;
    case 'with-opening':
      return `The version that opens the round has work of ${reason.coder} on these transcripts, too: nobody can say which was first.`;
    case 'before':
      return `${reason.coder} had worked on these transcripts before the round was opened; who saw that cannot be told.`;
    case 'aside':
      return `Not made on the opening of the round, so that nobody can say whether in it: ${listOf(reason.versions)}.`;
    case 'together':
      return `One version changed work of both ${reason.coders.join(' and ')}: ${listOf(reason.versions)}. Both worked in one copy, or their work was squashed into one.`;
    case 'one-person':
      return `Work of both ${reason.coders.join(' and ')} was saved by ${reason.authors.join(', ')}: both may have worked in one copy.`;
    case 'copied':
      return `Lines that ${reason.coder} made in the round stand in ${reason.path}, since ${versionWords(reason.version)}.`;
    case 'moved':
      return `${reason.transcript} is not at its path in every version; what was coded elsewhere may be of it.`;
    case 'stranger':
      return `${reason.coder}, who takes no part, began to code these transcripts in ${versionWords(reason.version)}: that may be a coder under another name.`;
  }
}

function listOf(versions: readonly NamedVersion[]): string {
  const words = versions.slice(0, MOST_NAMED).map(versionWords).join(', ');
  return versions.length > MOST_NAMED ? `${words} and ${versions.length - MOST_NAMED} more` : words;
}
