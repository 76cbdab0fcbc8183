import * as vscode from 'vscode';
import { type Thread, threadsOf, threadWith } from '../../core/discussion/threads.js';
import type { Coder } from '../coding/coder.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { FurtherPlaces } from './furtherPlaces.js';
import type { PlaceServices } from './places.js';
import { ShownThread } from './shownThread.js';

/** While somebody types, VS Code moves threads by itself; they are put right when it pauses. Milliseconds. */
const PAUSE = 80;

/** The threads of all open documents in VS Code's comment interface, kept as the files say. */
export class ShownThreads implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly shown = new Map<string, ShownThread>();
  private readonly byWidget = new Map<vscode.CommentThread, ShownThread>();
  private readonly soon = this.disposables.add(new Delayed(() => void orReport(() => this.refresh()), PAUSE));
  private queue: Promise<unknown> = Promise.resolve();
  private further: FurtherPlaces | undefined;

  constructor(
    private readonly services: PlaceServices & { readonly coder: Coder },
    private readonly controller: vscode.CommentController,
  ) {
    const later = (): void => this.soon.trigger();
    this.disposables.add(
      services.studies.onDidChange(later),
      services.documents.onDidChange(later),
      vscode.workspace.onDidOpenTextDocument(later),
      vscode.workspace.onDidCloseTextDocument(later),
      vscode.workspace.onDidChangeConfiguration(later),
    );
    later();
  }

  dispose(): void {
    for (const key of this.shown.keys()) this.drop(key);
    this.disposables.dispose();
  }

  /** Shows threads in these documents, too. */
  showAlsoIn(further: FurtherPlaces): void {
    this.further = further;
    this.soon.trigger();
  }

  /** Brings all threads up to date with the files and the documents. */
  refresh(): Promise<void> {
    return this.inTurn(() => this.update());
  }

  /** The thread that VS Code shows as this; undefined for one that is only being begun. */
  of(widget: vscode.CommentThread): ShownThread | undefined {
    return this.byWidget.get(widget);
  }

  /** The thread with a comment, where its document is open. */
  find(opened: OpenStudy, id: string): ShownThread | undefined {
    return this.shown.get(keyOf(opened, threadWith(opened.seen, id)?.id ?? id));
  }

  /** The thread that a draft is in. */
  withDraft(comment: vscode.Comment): ShownThread | undefined {
    return [...this.shown.values()].find(one => one.isDraft(comment));
  }

  /**
   * Begins a thread in what its first comment was written in, so that it stays before the person's eyes.
   * @param work writes the comment; answers its id, or undefined where there is none after all
   */
  async adopt(widget: vscode.CommentThread, opened: OpenStudy, work: () => Promise<string | undefined>): Promise<void> {
    await this.inTurn(async () => {
      const id = await work();
      const thread = id === undefined ? undefined : threadWith(opened.seen, id);
      if (thread === undefined) return;
      this.put(keyOf(opened, thread.id), new ShownThread(opened, widget, thread));
      await this.update();
    });
  }

  private async update(): Promise<void> {
    const wanted = new Map<string, Wanted>();
    for (const document of vscode.workspace.textDocuments) {
      const { threadsIn } = await import('./loaded.js');
      const here = document.isClosed ? undefined : await threadsIn(document, this.services);
      for (const { thread, range } of here?.placed ?? [])
        if (here !== undefined)
          wanted.set(keyOf(here.opened, thread.id), { ...here, thread, range, uri: document.uri });
    }
    await this.addFurther(wanted);
    for (const [key, { widget }] of this.shown)
      if (wanted.get(key)?.uri.toString() !== widget.uri.toString()) this.drop(key);
    for (const [key, { opened, thread, range, uri, name }] of wanted) {
      const known = this.shown.get(key) ?? this.put(key, new ShownThread(opened, this.widgetAt(uri, range), thread));
      known.update(thread, range, this.services.coder.name, name);
    }
  }

  /** Threads about what today's files do not have stand where another version shows it. */
  private async addFurther(wanted: Map<string, Wanted>): Promise<void> {
    const { further } = this;
    if (further === undefined) return;
    for (const document of vscode.workspace.textDocuments) {
      const isOne = document.uri.scheme === further.scheme && !document.isClosed;
      const here = isOne ? await further.in(document) : undefined;
      if (here === undefined) continue;
      const { opened } = here;
      for (const { subject, range, name } of here.places)
        for (const thread of threadsOf(opened.seen, subject))
          if (thread.today.is === 'gone')
            wanted.set(keyOf(opened, thread.id), { opened, thread, range, name, uri: document.uri });
    }
  }

  private widgetAt(uri: vscode.Uri, range: vscode.Range | undefined): vscode.CommentThread {
    const widget = this.controller.createCommentThread(uri, range ?? new vscode.Range(0, 0, 0, 0), []);
    if (range === undefined) widget.range = undefined;
    return widget;
  }

  private put(key: string, thread: ShownThread): ShownThread {
    this.shown.set(key, thread);
    this.byWidget.set(thread.widget, thread);
    return thread;
  }

  private drop(key: string): void {
    const thread = this.shown.get(key);
    if (thread === undefined) return;
    this.shown.delete(key);
    this.byWidget.delete(thread.widget);
    thread.widget.dispose();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}

interface Wanted {
  readonly opened: OpenStudy;
  readonly thread: Thread;
  readonly range: vscode.Range | undefined;
  readonly uri: vscode.Uri;
  readonly name?: string;
}

const keyOf = ({ root }: OpenStudy, id: string): string => `${root.toString()} ${id}`;
