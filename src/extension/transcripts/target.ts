import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { TranscriptNode, TranscriptsNode } from './nodes.js';

/** Transcripts of one study that a command is to work on; at least one. */
export interface TranscriptsMeant {
  readonly opened: OpenStudy;
  readonly paths: readonly string[];
}

/**
 * Finds out which transcripts a command is to work on: the rows it was called on; else what the person was at last, the
 * rows selected in the Transcripts view or the transcript in the editor.
 */
export class TranscriptTargets implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private lastAt: 'view' | 'editor' = 'editor';

  constructor(
    private readonly studies: Studies,
    private readonly view: Pick<vscode.TreeView<TranscriptsNode>, 'selection' | 'visible' | 'onDidChangeSelection'>,
  ) {
    this.disposables.add(
      view.onDidChangeSelection(() => {
        this.lastAt = 'view';
      }),
      vscode.window.onDidChangeActiveTextEditor(editor => {
        if (editor !== undefined) this.lastAt = 'editor';
      }),
      // Without a kind it is not the person who moves the cursor but an edit.
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind !== undefined) this.lastAt = 'editor';
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** @returns undefined where there is none, which is said */
  async of([row, rows]: readonly unknown[]): Promise<TranscriptsMeant | undefined> {
    const given = isTranscriptNode(row)
      ? Array.isArray(rows) && rows.includes(row)
        ? rows.filter(isTranscriptNode)
        : [row]
      : [];
    if (given.length > 0) return meantBy(given);
    const selected = meantBy(this.view.visible ? this.view.selection.filter(isTranscriptNode) : []);
    const inEditor = await this.inEditor();
    const meant = this.lastAt === 'view' ? (selected ?? inEditor) : (inEditor ?? selected);
    if (meant === undefined)
      announce(vscode.l10n.t('$(info) Open a transcript, or select one in the Transcripts view.'));
    return meant;
  }

  /** The transcript in the editor; the first word on it makes the study, if there is none yet. */
  private async inEditor(): Promise<TranscriptsMeant | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || document.languageId !== 'markdown' || document.isUntitled) return undefined;
    const opened = await this.studies.ofOrNew(document.uri);
    const path = opened?.transcriptPath(document);
    return opened && path !== undefined ? { opened, paths: [path] } : undefined;
  }
}

function meantBy(nodes: readonly TranscriptNode[]): TranscriptsMeant | undefined {
  const opened = nodes[0]?.opened;
  if (opened === undefined) return undefined;
  if (nodes.some(node => node.opened !== opened))
    throw new Error(vscode.l10n.t('The selected rows belong to several studies. Select rows of one of them.'));
  return { opened, paths: [...new Set(nodes.map(({ path }) => path))] };
}

function isTranscriptNode(value: unknown): value is TranscriptNode {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'transcript' && 'path' in value
  );
}
