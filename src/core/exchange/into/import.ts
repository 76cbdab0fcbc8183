import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { parseCodebook } from '../../codebook/parse.js';
import { themePath } from '../../codebook/query.js';
import { writeTitle } from '../../codebook/write.js';
import { EditedLines } from '../../text/composeEdits.js';
import { putTo } from '../../text/grouped.js';
import type { LineEdit } from '../../text/lineEdit.js';
import { textRanges } from '../fromCodebook.js';
import { type ExchangeCodebook, type ExchangeEntry, ExchangeError, type Remark } from '../model.js';
import { isContained } from '../prose.js';
import { type Compared, type Difference, differencesOf } from './compare.js';
import { allotIds } from './ids.js';
import { type Home, insertions } from './newEntries.js';
import { type Change, changesOf, textsOf, verifyUpdated } from './outcome.js';
import { nodesOf, type PlanNode, planImport } from './plan.js';
import { headingEdits, rewriteHeading, textEdits, type Updated } from './update.js';
import { verify } from './verify.js';

/** How a codebook is taken in. */
export interface ImportOptions {
  /** Id of the theme (or code) that what stands at the top of the file goes into. */
  readonly under?: string | undefined;
  /** Entries that are there already take over what the file says of them. */
  readonly update?: boolean;
  /** Ids that codings use: none is given to a new entry by chance. */
  readonly used?: ReadonlySet<string>;
}

/** A theme or code in a report. */
export interface ReportEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: 'theme' | 'code';
  /** Titles of those above it, from the top. */
  readonly path: readonly string[];
}

/** An entry that was there already and of which the file says something else. */
export interface DifferingEntry extends ReportEntry {
  /** In what they differ. */
  readonly differences: readonly Difference[];
  /** Whether it took over something of what the file says. */
  readonly updated: boolean;
  /** Both sides of each difference, and whether the codebook now says what the file does. */
  readonly changes: readonly Change[];
}

/** What an import does, for a person to read. */
export interface ImportReport {
  readonly added: readonly ReportEntry[];
  /** Those that were there already and say the same. */
  readonly same: readonly ReportEntry[];
  /** Those that were there already and say something else. */
  readonly differing: readonly DifferingEntry[];
  /** What of the file could not be taken over, or was changed. */
  readonly remarks: readonly Remark[];
}

/** An import as edits to the codebook, and what it does. */
export interface ImportResult {
  readonly edits: readonly LineEdit[];
  readonly report: ImportReport;
}

/**
 * Works out how a codebook read from a file goes into ours. What is there already stays as it is, unless an update is asked
 * for, and keeps its place in any case; the rest is added at the end of where it belongs.
 * @param raw the codebook as text, undefined where there is none
 * @throws ExchangeError where nothing can be added safely; nothing is changed then
 */
export function importCodebook(
  raw: string | undefined,
  incoming: ExchangeCodebook,
  options: ImportOptions = {},
): ImportResult {
  const book = parseCodebook(raw ?? '');
  const under = options.under === undefined ? undefined : book.find(options.under);
  if (options.under !== undefined && under === undefined)
    throw new ExchangeError(`There is no theme “${options.under}” in the codebook.`, 'Name one that is there.');
  const roots = planImport(book, incoming.entries, under);
  const nodes = nodesOf(roots);
  const added = nodes.filter(node => node.existing === undefined);
  const remarks: Remark[] = [];
  allotIds(book, added, options.used ?? new Set(), remarks);
  for (const { entry } of added)
    if (entry.isReference)
      remarks.push({ entry: entry.title, what: 'Made a theme: the column “parent” names it, and no row is it.' });
  const homes = homesOf(added, under);
  const updates = updatesOf(book, nodes, under, added);
  const lines = book.text === '' ? [] : book.text.replace(/\n$/, '').split('\n');
  const edited = new EditedLines(lines);
  const planned = [
    ...(options.update ? updates.flatMap(each => [...headingEdits(lines, each), ...textEdits(lines, each)]) : []),
    ...idEdits(lines, homes, options.update ? updates : []),
    ...insertions(book, homes, headOf(incoming), remarks),
  ];
  // What is put in before a line goes first where the line itself is changed as well.
  const isChange = ({ remove }: LineEdit): number => (remove.length === 0 ? 0 : 1);
  edited.apply(planned.toSorted((a, b) => a.line - b.line || isChange(a) - isChange(b)));
  const edits = edited.edits();
  const after = edits.length === 0 ? book : parseCodebook(edited.now.join('\n'));
  const now = verify(book, after, added, under, new Set(options.update ? updates.map(each => each.existing) : []));
  const texts = options.update && edits.length > 0 ? textsOf(after) : undefined;
  const differing = updates.flatMap(each => {
    const entry = now.get(each.existing);
    const text = entry && texts?.get(entry);
    const changes = outcomeOf(each, entry, text);
    const differences = [...new Set(changes.map(({ field }) => field))];
    const updated = changes.some(change => change.updated);
    return changes.length === 0 ? [] : [{ ...reportEntry(each.existing), differences, updated, changes }];
  });
  const isDiffering = new Set(updates.filter(({ compared }) => compared.length > 0).map(({ existing }) => existing));
  return {
    edits: edited.edits(),
    report: {
      added: added.map(node => newReportEntry(node, under)),
      same: nodes.flatMap(({ existing, entry }) =>
        existing === undefined || entry.isReference || isDiffering.has(existing) ? [] : [reportEntry(existing)],
      ),
      differing,
      remarks,
    },
  };
}

/** What became of the differences of an entry. */
function outcomeOf(update: Matched, now: CodebookEntry | undefined, text: ExchangeEntry | undefined): Change[] {
  if (now === undefined || text === undefined) return changesOf(update.compared, update.compared);
  const place = update.compared.filter(({ field }) => field === 'place');
  const changes = changesOf(update.compared, [...differencesOf(now, text, update.there), ...place]);
  verifyUpdated(update.here, text, changes);
  return changes;
}

/** An entry that is there already, with both sides of every difference. */
interface Matched extends Updated {
  readonly compared: readonly Compared[];
}

/** The first nodes of everything new, by the entry of the codebook they go into. */
function homesOf(added: readonly PlanNode[], under: Home): Map<Home, PlanNode[]> {
  const homes = new Map<Home, PlanNode[]>();
  for (const node of added) {
    if (node.parent !== undefined && node.parent.existing === undefined) continue;
    const home = node.parent?.existing ?? under;
    putTo(homes, home, node);
  }
  return homes;
}

/** The entries that are there already, each with what the file says differently. */
function updatesOf(book: Codebook, nodes: readonly PlanNode[], under: Home, added: readonly PlanNode[]): Matched[] {
  const matched = nodes.filter(({ existing, entry }) => existing !== undefined && !entry.isReference);
  if (matched.length === 0) return [];
  const here = textsOf(book);
  const ranges = textRanges(book);
  const known = new Set([...book.entries.flatMap(entry => [entry.id, ...entry.formerly]), ...added.flatMap(idsOf)]);
  return matched.flatMap(node => {
    const { existing, entry: there } = node;
    const own = existing && here.get(existing);
    const range = existing && ranges.get(existing.line);
    if (existing === undefined || own === undefined || range === undefined) return [];
    const home = node.parent === undefined ? under : node.parent.existing;
    const moved =
      existing.parent !== home && (node.parent !== undefined || under !== undefined || there.id !== undefined);
    const place = {
      field: 'place' as const,
      here: placeOf(existing.parent),
      there: placeOf(home ?? node.parent?.entry),
    };
    const compared = [...differencesOf(existing, own, there), ...(moved ? [place] : [])];
    const formerly = [...existing.formerly];
    for (const id of there.formerly) {
      if (known.has(id)) continue;
      known.add(id);
      formerly.push(id);
    }
    return [{ existing, here: own, there, compared, differences: compared.map(each => each.field), formerly, range }];
  });
}

/** A place by the title above it; none at the top. */
const placeOf = (parent: { readonly title: string } | undefined): string[] =>
  parent === undefined ? [] : [parent.title];

const idsOf = ({ id, formerly }: PlanNode): string[] => [id, ...formerly];

/** Entries of the sixth level are named by `parent=` in what goes into them: their id must be written out. */
function idEdits(lines: readonly string[], homes: ReadonlyMap<Home, unknown>, updates: readonly Updated[]): LineEdit[] {
  const rewritten = new Set(
    updates.filter(each => headingEdits(lines, each).length > 0).map(({ existing }) => existing),
  );
  return [...homes.keys()].flatMap(home =>
    home === undefined || home.level < 6 || home.idWritten || rewritten.has(home)
      ? []
      : rewriteHeading(lines, home, undefined, { id: home.id }),
  );
}

/** What a codebook that did not exist begins with. */
function headOf({ title, intro }: ExchangeCodebook): string[] {
  const text = intro !== undefined && isContained(intro) ? ['', ...intro.split('\n')] : [];
  return [`# ${writeTitle(title ?? '') || 'Codebook'}`, ...text];
}

function reportEntry(entry: CodebookEntry): ReportEntry {
  return { id: entry.id, title: entry.title, kind: entry.kind, path: themePath(entry) };
}

function newReportEntry(node: PlanNode, under: Home): ReportEntry {
  const path: string[] = [];
  let top = node;
  for (let above = node.parent; above !== undefined; above = above.parent) {
    const { existing } = above;
    path.push(existing?.title ?? above.entry.title);
    top = above;
    if (existing !== undefined) return { ...briefly(node), path: [...themePath(existing), ...path.reverse()] };
  }
  const home = under !== undefined && top.parent === undefined ? [...themePath(under), under.title] : [];
  return { ...briefly(node), path: [...home, ...path.reverse()] };
}

function briefly({ id, entry }: PlanNode): Pick<ReportEntry, 'id' | 'title' | 'kind'> {
  return { id, title: entry.title, kind: entry.kind };
}
