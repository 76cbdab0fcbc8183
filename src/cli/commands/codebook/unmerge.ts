import { changeCodebookOf } from '../../../core/study/changeCodebook.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { didYouMean, nearest } from '../../near.js';
import { countOf } from '../../phrases.js';
import { Refusal } from '../../refusal.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'codebook unmerge',
  leaving: 'team',
  summary: 'Make a code that was merged into another one a code again.',
  positionals: 'ID',
  writes: true,
  options: {},
  notes: ['ID is a former id, as verbatim codes --was shows it. What was coded with it counts for it again.'],
  examples: [['sharing', 'take the merge of a code back']],
  exits: ['The code is there again.', undefined, 'Refused; nothing was written.'],
};

/** `verbatim codebook unmerge` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ args, study, json }) => {
    const [id] = args.positionals;
    if (id === undefined)
      throw new Refusal('arguments', 'No former id is named.', 'Write verbatim codebook unmerge ID.');
    const former = study.codebook.entries.flatMap(entry => entry.formerly);
    if (!former.includes(id)) {
      const near = nearest(id, former);
      throw new Refusal(
        'unknown-former-id',
        `“${id}” is no former id of a code.`,
        didYouMean(near, 'verbatim codes --was shows former ids.'),
        { near },
      );
    }
    const from = study.entry(id);
    await changeCodebookOf(study, { do: 'unmerge', id });
    const title = study.titleOf(id);
    const codings = study.index.count(id);
    if (json)
      writeJson(io, {
        code: { id, title },
        from: from === undefined ? null : { id: from.id, title: from.title },
        counts: { codings },
      });
    else io.stdout(`${plain(title)} [${plain(id)}] is a code of its own again: ${countOf(codings, 'coding')}.\n`);
    return 0;
  });
}
