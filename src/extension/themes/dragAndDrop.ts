import * as vscode from 'vscode';
import { decideDrop } from '../../core/codebook/drop.js';
import { entriesOf } from '../../core/codebook/selection.js';
import { type CodebookEditing, refusalsAsErrors } from '../codebook/editing.js';
import { excerptCount } from '../codebook/words.js';
import { announce, orReport } from '../common/report.js';
import { View } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ThemesNode } from './nodes.js';

const ROWS = `application/vnd.code.tree.${View.themes.toLowerCase()}`;

/**
 * Dragging rows of the Themes view: themes and codes onto a theme, beside a code or to the top; excerpts onto a code.
 * Nothing is handed to editors: a row that slips into a transcript must not leave words there.
 */
export class ThemesDragAndDrop implements vscode.TreeDragAndDropController<ThemesNode> {
  readonly dropMimeTypes = [ROWS];
  readonly dragMimeTypes = [];

  constructor(private readonly editing: CodebookEditing) {}

  handleDrag(rows: readonly ThemesNode[], data: vscode.DataTransfer): void {
    data.set(ROWS, new vscode.DataTransferItem(new DraggedRows(rows)));
  }

  async handleDrop(target: ThemesNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged: unknown = data.get(ROWS)?.value;
    // What another window drags arrives as text: its rows are not ours.
    if (dragged instanceof DraggedRows) await orReport(() => this.drop(target, dragged.rows));
  }

  /** Does what dropping rows on another, or on the empty area, means; as one action. */
  async drop(target: ThemesNode | undefined, rows: readonly ThemesNode[]): Promise<void> {
    const opened = rows[0]?.opened;
    if (opened === undefined) return;
    if ([...rows, target ?? rows[0]].some(row => row?.opened !== opened)) {
      throw new Error(
        vscode.l10n.t('Themes, codes and excerpts stay in their study: drop them on a row of the same one.'),
      );
    }
    const entries = rows.filter(row => row.kind === 'entry').map(row => row.entryId);
    if (entries.length > 0) await this.dropEntries(opened, entries, target);
    else await this.dropExcerpts(opened, rows, target);
  }

  private async dropEntries(opened: OpenStudy, ids: readonly string[], target: ThemesNode | undefined): Promise<void> {
    const book = opened.study.codebook;
    const onto = target && entryAt(target);
    if (target !== undefined && target.kind !== 'study' && onto === undefined) {
      announce(vscode.l10n.t('$(info) Drop themes and codes on a theme, or on a code to put them beside it.'));
      return;
    }
    const decision = decideDrop(book, ids, onto);
    if (decision.kind === 'into-itself') {
      throw new Error(vscode.l10n.t('“{0}” cannot be moved into what is in it.', decision.entry.title));
    }
    const { move } = await import('../codebook/loaded.js');
    if (decision.kind === 'move') await move(this.editing, opened, entriesOf(book, decision.entries), decision.to);
  }

  /** Excerpts, those of one transcript, or those of a code that the codebook does not have get the code they are dropped on. */
  private async dropExcerpts(
    opened: OpenStudy,
    rows: readonly ThemesNode[],
    target: ThemesNode | undefined,
  ): Promise<void> {
    const { study } = opened;
    const code = study.entry((target && entryAt(target)) ?? '');
    if (code?.kind !== 'code') {
      announce(vscode.l10n.t('$(info) Drop excerpts on the code they are to have.'));
      return;
    }
    const codings = rows.flatMap(row => [...codingsAt(row)]);
    const others = codings.filter(id => study.entry(study.index.find(id)?.coding.code ?? '') !== code);
    const wishes = new Map(others.map(id => [id, [code.id]] as const));
    const { recodeCodings } = await import('../../core/coding/recode.js');
    const { edits, codings: recoded } = await refusalsAsErrors(() => recodeCodings(study, wishes));
    if (recoded.length === 0) return;
    const title = vscode.l10n.t('Moved {0} to “{1}”', excerptCount(recoded.length), code.title);
    await this.editing.finish(opened, title, edits, [code.id], 'arrow-right');
  }
}

/** What is dragged. VS Code writes it as JSON on the way, which rows, linked to all of their study, cannot be. */
class DraggedRows {
  constructor(readonly rows: readonly ThemesNode[]) {}

  toJSON(): readonly string[] {
    return this.rows.map(({ key }) => key);
  }
}

/** The theme or code that a row belongs to: its own, or the one it is an excerpt of. */
function entryAt(row: ThemesNode): string | undefined {
  if (row.kind === 'entry') return row.entryId;
  return row.kind === 'transcript' || row.kind === 'excerpt' ? entryAt(row.parent) : undefined;
}

function* codingsAt(row: ThemesNode): Generator<string> {
  if (row.kind === 'excerpt') yield row.id;
  if (row.kind === 'transcript') for (const use of row.uses) for (const { id } of use.codings) yield id;
  if (row.kind === 'unknown') for (const { coding } of row.opened.seen.index.codingsWith(row.code)) yield coding.id;
}
