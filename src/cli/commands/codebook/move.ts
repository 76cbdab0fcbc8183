import { changeCodebookOf } from '../../../core/study/changeCodebook.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { findEntry } from '../../names.js';
import { Refusal } from '../../refusal.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'codebook move',
  leaving: 'team',
  summary: 'Move codes or themes, with all that is in them, into a theme.',
  positionals: 'CODE…',
  mostPositionals: Number.POSITIVE_INFINITY,
  writes: true,
  options: {
    to: { value: 'THEME', help: 'Where they go: id or title of a theme (or code); "" for the top.' },
    top: { help: 'Move them to the top, into no theme.' },
  },
  notes: ['Codes and themes are named by id, former id or title. Codings are not changed.'],
  examples: [
    ['hope own-story --to self-disclosure', 'move two codes'],
    ['by-video --top', 'take a code out of its theme'],
  ],
  exits: ['They are where they were to go.', undefined, 'Refused; nothing was written.'],
};

/** `verbatim codebook move` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ args, study, json }) => {
    if (args.positionals.length === 0)
      throw new Refusal('arguments', 'Nothing to move is named.', 'Write verbatim codebook move CODE… --to THEME.');
    const to = args.one('to');
    if ((to === undefined) === !args.has('top'))
      throw new Refusal('arguments', 'It is not said where to move to.', 'Give either --to THEME or --top.');
    const entries = [...new Set(args.positionals.map(name => findEntry(study, 'entry', name)))];
    const home = to === undefined || to === '' ? undefined : findEntry(study, 'entry', to);
    const ids = entries.map(({ id }) => id);
    const before = study.codebook.text.trimEnd();
    await changeCodebookOf(study, { do: 'move', entries: ids, to: { under: home?.id } });
    const moved = entries.map(({ id, title, kind }) => ({ id, title, kind }));
    // Taken out and put back in the same place is an edit, yet no change.
    const changed = study.codebook.text.trimEnd() !== before;
    if (json)
      writeJson(io, {
        moved,
        to: home === undefined ? null : { id: home.id, title: home.title },
        changed,
        counts: { moved: moved.length },
      });
    else {
      const [done, to, at] = changed ? ['Moved', 'to', 'to'] : ['Already there:', 'in', 'at'];
      const place = home === undefined ? `${at} the top` : `${to} ${plain(home.title)} [${plain(home.id)}]`;
      for (const each of moved) io.stdout(`${done} ${plain(each.title)} [${plain(each.id)}] ${place}.\n`);
    }
    return 0;
  });
}
