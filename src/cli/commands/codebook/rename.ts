import type { CodebookChange } from '../../../core/codebook/change.js';
import { changeCodebookOf } from '../../../core/study/changeCodebook.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { findEntry } from '../../names.js';
import { Refusal } from '../../refusal.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'codebook rename',
  leaving: 'team',
  summary: 'Give a code or theme another title.',
  positionals: 'CODE TITLE',
  mostPositionals: 2,
  writes: true,
  options: { id: { value: 'NEW', help: 'Give it another id as well; the old one becomes a former id.' } },
  notes: [
    'CODE is an id, former id or title. The id stays unless --id is given; codings are not changed in either case.',
  ],
  examples: [
    ['hope "Hope by being there"', 'another title'],
    ['hope "Role model" --id role-model', 'another title and another id'],
  ],
  exits: ['The code has its new title.', undefined, 'Refused; nothing was written.'],
};

/** `verbatim codebook rename` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ args, study, json }) => {
    const [name, title] = args.positionals;
    if (name === undefined || title === undefined)
      throw new Refusal(
        'arguments',
        'A code and its new title are needed.',
        'Write verbatim codebook rename CODE TITLE.',
      );
    const entry = findEntry(study, 'entry', name);
    const id = args.one('id');
    const rename: CodebookChange = { do: 'rename', entry: entry.id, title };
    if (id === undefined) await changeCodebookOf(study, rename);
    else await changeCodebookOf(study, rename, { do: 'change-id', entry: entry.id, id });
    const now = study.entry(id ?? entry.id);
    const after = { id: now?.id ?? entry.id, title: now?.title ?? title };
    if (json) writeJson(io, { before: { id: entry.id, title: entry.title }, after, counts: { renamed: 1 } });
    else if (after.id === entry.id && after.title === entry.title)
      io.stdout(`${plain(entry.title)} [${plain(entry.id)}] is called that already.\n`);
    else io.stdout(`${plain(entry.title)} [${plain(entry.id)}] is now ${plain(after.title)} [${plain(after.id)}].\n`);
    return 0;
  });
}
