import { openRound } from '../../../core/rounds/open.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { findTranscript } from '../../names.js';
import { countOf } from '../../phrases.js';
import { Refusal } from '../../refusal.js';
import { nameGiven, personOf, workOf } from '../../rounds.js';
import { plain } from '../../table.js';
import { type Call, runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'round open',
  leaving: 'team',
  summary: 'Open a blind round: some coders code the same transcripts, and none sees what the others do.',
  positionals: 'NAME',
  writes: true,
  options: {
    coders: { value: 'NAMES', help: 'Who takes part: the names of their folders, with commas between them.' },
    transcripts: {
      value: 'FILE',
      multiple: true,
      help: 'What is coded; all transcripts without it. May be given several times.',
    },
    coder: { value: 'NAME', help: 'Who opens it; whoever saves versions here without it.' },
  },
  notes: [
    'The opening is a line in codings/NAME/rounds.ndjson, and a version of its own (a commit). The round begins for',
    'everybody with that version: send it, and let all coders get it before they code.',
  ],
  examples: [
    ['pilot --coders EA,MB', 'a round on all transcripts'],
    ['pilot --coders EA,MB --transcripts transcripts/pp-03.md', 'a round on one of them'],
  ],
  exits: ['The round is open.', undefined, 'Refused, or git failed; nothing was changed.'],
};

/** `verbatim round open` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const { study, json } = call;
    const name = nameGiven(call.args.positionals, verb.name);
    const coders = (call.args.one('coders') ?? '').split(',').map(coder => coder.trim());
    if (coders.length < 2 || coders.includes('')) {
      throw new Refusal('arguments', 'It is not said who takes part.', 'Name two coders or more: --coders EA,MB.');
    }
    const transcripts = transcriptsOf(call);
    const work = await workOf(study);
    const by = await personOf(study, work, call.args.one('coder'));
    const { opening, version } = await openRound(study, work, { name, coders, transcripts, by });
    if (json) writeJson(io, { round: { ...opening, by }, version });
    else {
      const what = countOf(opening.transcripts.length, 'transcript');
      io.stdout(`Opened the blind round “${plain(name)}” for ${opening.coders.map(plain).join(', ')}: ${what}.\n`);
      io.stdout(`It begins with version ${version}. Send that, and let all coders get it before they code.\n`);
    }
    return 0;
  });
}

function transcriptsOf({ args, study, root, io }: Call): readonly string[] {
  const all = study.transcriptPaths().filter(path => study.exists(path));
  const known = new Set(all);
  const named = args.all('transcripts');
  if (named.length === 0) return all;
  return named.map(file => findTranscript(study, { root, cwd: io.cwd }, file, path => known.has(path)));
}
