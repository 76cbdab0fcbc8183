import { deletionImpact } from '../analysis/deletionImpact.js';
import type { CodebookChange } from '../codebook/change.js';
import { entriesOf } from '../codebook/selection.js';
import { removeCodingsById } from '../coding/actions.js';
import { recodeCodings } from '../coding/recode.js';
import type { FileEdit } from '../text/lineEdit.js';
import { allOrNothing } from './allOrNothing.js';
import { type CodebookDone, changeCodebookOf, tryCodebookChanges } from './changeCodebook.js';
import type { Study } from './study.js';

/** What becomes of codings whose code is deleted: they go too, they get another code, or their codes are merged into one. */
export type CodingsFate =
  | { readonly do: 'remove' }
  | { readonly do: 'recode'; readonly to: string }
  | { readonly do: 'merge'; readonly into: string };

/** What is to be deleted. */
export interface Deletion {
  /** Ids of themes and codes. */
  readonly entries: readonly string[];
  /** Whether what is in them moves up to where they stood, or goes too. */
  readonly contents: 'keep' | 'delete';
  /** Needed where codings use what is deleted. */
  readonly codings?: CodingsFate;
}

/**
 * Deletes themes and codes, and leaves no coding without its code. The codings are seen to first: should the process die
 * in between, a code without codings is left, never a coding without its code. Where something fails all is put back.
 * @throws ChangeRefused where the codebook cannot be changed so; nothing was changed
 * @throws RangeError where codings use what is deleted and nothing is said of them
 */
export async function deleteEntries(study: Study, { entries, contents, codings }: Deletion): Promise<CodebookDone> {
  const impact = deletionImpact(study, entriesOf(study.codebook, entries), contents);
  if (impact.used.length > 0 && codings === undefined)
    throw new RangeError('It is not said what becomes of the codings.');
  const merged = codings?.do === 'merge' ? impact.used.map(entry => entry.id) : [];
  const gone = impact.entries.map(entry => entry.id).filter(id => !merged.includes(id));
  const changes: CodebookChange[] = [];
  if (codings?.do === 'merge' && merged.length > 0) changes.push({ do: 'merge', from: merged, into: codings.into });
  if (gone.length > 0) changes.push({ do: 'delete', entries: gone, contents });
  tryCodebookChanges(study, changes);
  return allOrNothing(
    study,
    async (made, study) => {
      const edits: FileEdit[] = [];
      const keep = (all: readonly FileEdit[]): void => {
        for (const edit of all) {
          edits.push(edit);
          made(edit);
        }
      };
      if (codings?.do === 'recode')
        keep((await recodeCodings(study, new Map(impact.codings.map(id => [id, [codings.to]])))).edits);
      if (codings?.do === 'remove') keep((await removeCodingsById(study, impact.codings)).edits);
      const done = await changeCodebookOf(study, ...changes);
      keep(done.edits);
      return { edits: edits.filter(edit => edit.edits.length > 0), ids: idsLeft(study, codings, done.ids) };
    },
    impact.codings.length === 0 || codings?.do === 'merge' ? 1 : undefined,
  );
}

/** What is there to go to afterwards: the code that the codings went to. */
function idsLeft(study: Study, codings: CodingsFate | undefined, ids: readonly string[]): readonly string[] {
  const target = codings?.do === 'recode' ? codings.to : codings?.do === 'merge' ? codings.into : undefined;
  return target === undefined ? ids.filter(id => study.entry(id) !== undefined) : [target];
}
