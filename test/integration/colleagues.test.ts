import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { countCodings } from '../../src/core/analysis/codeUse';
import { formatCodingLine, formatRecord } from '../../src/core/coding/line';
import { codingsOf } from '../../src/core/manuscript/coded';
import type { Cancellation } from '../../src/core/ports';
import type { ChangesNode } from '../../src/extension/changes/nodes';
import { reviewUri } from '../../src/extension/changes/reviewUri';
import { CodeList } from '../../src/extension/coding/codeList';
import { describeThread } from '../../src/extension/discussion/describe';
import { EvidenceContent } from '../../src/extension/evidence/evidenceContent';
import { ExcerptsContent, type KeptForPages } from '../../src/extension/excerpts/content';
import type { ExcerptServices } from '../../src/extension/excerpts/services';
import type { Host } from '../../src/extension/host';
import { ManuscriptChecks } from '../../src/extension/manuscripts/manuscriptChecks';
import type { Page } from '../../src/extension/pages/page';
import { ReviewContent, type SharedByPages } from '../../src/extension/reviewList/content';
import type { ReviewServices } from '../../src/extension/reviewList/services';
import { Corpora } from '../../src/extension/study/corpora';
import type { OpenStudy } from '../../src/extension/study/openStudy';
import { HistoryContent, type HistoryLinks, type HistoryScope } from '../../src/extension/studyHistory/historyContent';
import { HistoryReader } from '../../src/extension/studyHistory/historyReader';
import { MapContent } from '../../src/extension/themeMap/mapContent';
import type { ThemesNode } from '../../src/extension/themes/nodes';
import type { TranscriptsNode } from '../../src/extension/transcripts/nodes';
import { beCoder, open, read, until, uriOf, verbatim, write } from './support/study';

const isDesktop = (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node !== undefined;

const TRANSCRIPT = 'transcripts/np-07.md';
const FOLDER = 'codings/ZZ';
const MEMO = 'memos/2026-06-01-blind.md';
/** A code that the colleague alone uses and the codebook does not have, and one that is in it. */
const [ONLY, CODE] = ['zz-only', 'own-story'];
const WORDS = 'That nobody stood up.';
const NOTED = 'keep yourself out of it';
const TALK = 'zztalk0000';
/** Whatever of these stands in a text gives a colleague's work away. */
const MARKS = /ZZ|zz-?[a-z]|ZEBRA/;
const WORK = /zz-?[a-z]|ZEBRA/;

/** What a colleague did in the study. */
async function filesOfColleague(): Promise<Record<string, string>> {
  const text = (await read(TRANSCRIPT)) ?? '';
  const at = (quote: string): [number, number] => {
    const start = [...text.slice(0, text.indexOf(quote))].length;
    return [start, start + [...quote].length];
  };
  const coding = (code: string, quote: string, id: string, place: [number, number]) =>
    `${formatCodingLine({ code, quote, at: place, context: ['', ''], memo: `ZEBRA ${id}`, id })}\n`;
  const talk = { comment: 'ZEBRA said', on: 'coding zzcoding00', created: '2026-05-04T09:12:03Z', id: TALK };
  const note = { quote: NOTED, at: at(NOTED), context: ['', ''], memo: 'ZEBRA noted', id: 'zznote0000' };
  return {
    [`${FOLDER}/transcripts/np-07.jsonl`]:
      coding(CODE, WORDS, 'zzcoding00', at(WORDS)) +
      coding(ONLY, WORDS, 'zzcoding01', at(WORDS)) +
      coding(CODE, 'ZEBRA words that never stood there', 'zzcoding02', [10, 40]),
    [`${FOLDER}/transcripts/np-07.reading.ndjson`]: `{"state": "done"}\n${formatRecord(note)}\n`,
    [`${FOLDER}/discussion.ndjson`]: `${JSON.stringify(talk)}\n`,
  };
}

/** All rows of a tree as they are drawn, with what hovering tells. */
async function rowsOf<T>(tree: {
  getChildren(node?: T): Promise<T[]>;
  getTreeItem(node: T): vscode.TreeItem | Promise<vscode.TreeItem>;
  resolveTreeItem(item: vscode.TreeItem, node: T): vscode.TreeItem | Promise<vscode.TreeItem>;
}): Promise<string> {
  const texts: string[] = [];
  const walk = async (node?: T): Promise<void> => {
    for (const child of await tree.getChildren(node)) {
      const item = await tree.getTreeItem(child);
      await tree.resolveTreeItem(item, child);
      const { label, description, tooltip, accessibilityInformation } = item;
      const told = typeof tooltip === 'string' ? tooltip : tooltip?.value;
      texts.push([label, description, told, accessibilityInformation?.label].join(' | '));
      await walk(child);
    }
  };
  await walk();
  return texts.join('\n');
}

async function hover(path: string, words: string): Promise<string> {
  const { document } = await open(path);
  const position = document.positionAt(document.getText().indexOf(words) + 3);
  const found: vscode.Hover[] = await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return found.flatMap(({ contents }) => contents.map(one => (typeof one === 'string' ? one : one.value))).join('\n');
}

async function completions(path: string, behind: string): Promise<string> {
  const { document } = await open(path);
  const position = document.positionAt(document.getText().indexOf(behind) + behind.length);
  const list: vscode.CompletionList = await vscode.commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return (
    list.items
      // The editor offers words of the open files besides.
      .filter(({ detail }) => detail !== undefined)
      .map(({ label, detail, documentation, insertText }) => JSON.stringify([label, detail, documentation, insertText]))
      .join('\n')
  );
}

/** What a page is sent, without the page. */
const noPage = <P>(): P => {
  const webview = { postMessage: async () => true };
  const panel = {
    visible: true,
    title: '',
    webview,
    onDidChangeViewState: () => new vscode.Disposable(() => undefined),
  };
  return { panel, refresh: () => undefined, post: async () => undefined, tell: () => undefined } as unknown as P;
};

async function stateOf(content: { state(cancellation: Cancellation): unknown; dispose(): void }): Promise<string> {
  const state = await content.state({ cancelled: false });
  content.dispose();
  return JSON.stringify(state);
}

/** Every place in which a colleague’s work can be seen or inferred, as text. */
async function surfaces(opened: OpenStudy): Promise<Record<string, () => Promise<string>>> {
  const api = await verbatim();
  const services = { studies: api.studies, documents: api.documents, coder: { name: 'TT' } };
  const key = { root: opened.root.toString() };
  const grouping = { value: 'none', keep: async () => undefined };
  const kept = { grouping, drafts: { get: () => undefined } } as unknown as KeptForPages;
  return {
    'the Themes view': () => rowsOf<ThemesNode>(api.tree),
    'the Transcripts view': async () => {
      await until('the figures', async () => {
        const node = (await api.transcripts.tree.getChildren()).find(
          one => one.kind === 'transcript' && one.path === TRANSCRIPT,
        );
        api.transcripts.figures.watch(true);
        api.transcripts.figures.want(opened, [TRANSCRIPT]);
        return node !== undefined && !api.transcripts.figures.isBusy;
      });
      return rowsOf<TranscriptsNode>(api.transcripts.tree);
    },
    'what is painted and named in the transcript': async () => {
      const coded = await api.documents.get((await open(TRANSCRIPT)).document);
      const { shown = [], codings = [], lost = [], notes = [] } = coded ?? {};
      const records = [
        ...[...shown, ...codings, ...lost].map(({ coding }) => coding),
        ...notes.map(({ note }) => note),
      ];
      return JSON.stringify(records);
    },
    'the preview': async () => {
      const { document } = await open(TRANSCRIPT);
      await api.documents.get(document);
      const md = new MarkdownIt({ html: true });
      api.extendMarkdownIt(md as unknown as Parameters<typeof api.extendMarkdownIt>[0]);
      return md.render(document.getText(), { currentDocument: document.uri });
    },
    'the hover of a passage': () => hover(TRANSCRIPT, WORDS),
    'the hover of a note': () => hover(TRANSCRIPT, NOTED),
    'the hover of a code in the codebook': () => hover('codebook.md', 'Telling a piece'),
    'the hover of a link in a memo': () => hover(MEMO, '[[np-07#zzcoding00'),
    'completion in a memo': () => completions(MEMO, 'and [[np-07#'),
    'the picker of codes': async () => {
      const [item] = new CodeList(opened, [], new Map()).show('Telling a piece').items;
      const entry = opened.study.entry(CODE) ?? assert.fail();
      const count = countCodings(opened.study, entry);
      // It says no more than a number, and gives the colleague away by counting all.
      return String(item?.description).includes(`${count} `) ? `ZZ is among ${count}` : String(item?.description);
    },
    'the excerpts page': () =>
      stateOf(
        new ExcerptsContent(
          opened,
          { ...key, code: CODE },
          noPage<Page<never, never>>(),
          services as unknown as ExcerptServices,
          kept,
        ),
      ),
    'the passages to review': () =>
      stateOf(
        new ReviewContent(
          opened,
          key,
          noPage<Page<never, never>>(),
          services as unknown as ReviewServices,
          {} as SharedByPages,
        ),
      ),
    'who said it': () => {
      const corpora = new Corpora(api.studies);
      const content = new EvidenceContent(opened, CODE, corpora.of(opened), noPage<Page<never, never>>());
      return stateOf(content).finally(() => corpora.dispose());
    },
    'the theme map': () => stateOf(new MapContent(opened, api.studies, noPage<Page<never, never>>())),
    'the Problems panel': async () => {
      await open(TRANSCRIPT);
      // The panel catches up a moment later.
      return until('the problems', () => {
        const all = vscode.languages.getDiagnostics().map(([uri, found]) => [uri.path, found.map(one => one.message)]);
        const text = JSON.stringify(all.filter(([, found]) => (found as string[]).length > 0));
        return MARKS.test(text) === (opened.hidden === '') && text;
      });
    },
    discussions: async () => {
      await open(TRANSCRIPT);
      await api.discussion.threads.refresh();
      const shown = api.discussion.threads.find(opened, TALK);
      const comments = shown?.widget.comments.map(({ author, body }) => [author.name, body]) ?? [];
      const named = [...opened.seen.discussion.conversations()].flatMap(({ id }) => id);
      return JSON.stringify([comments, named, typeof describeThread]);
    },
    ...(isDesktop
      ? {
          'the Coding Changes view': async () => {
            const { changes } = api;
            changes.comparing.watch(true);
            await changes.tree.getChildren();
            await changes.arrangement.compare(opened, { is: 'saved' });
            await changes.comparing.settled();
            return rowsOf<ChangesNode>(changes.tree);
          },
          'the timeline, and the life of a code': async () => {
            const reader = new HistoryReader({ git: {} } as Host);
            const links = {} as HistoryLinks;
            const scopes: HistoryScope[] = [{}, { subject: { kind: 'code', id: CODE } }];
            const states = scopes.map(scope =>
              stateOf(new HistoryContent(opened, scope, noPage<Page<never, never>>(), reader, api.studies, links)),
            );
            return (await Promise.all(states)).join('\n');
          },
          'the documents of a comparison': async () => {
            const place = { state: 'working' as const, path: TRANSCRIPT };
            const address = { study: opened.root.toString(), before: place, after: place, side: 'after' as const };
            const coded = await vscode.workspace.openTextDocument(reviewUri({ ...address, as: 'coded' }));
            // VS Code hears a moment later that a document says something else.
            return until(
              'the document',
              () => MARKS.test(coded.getText()) === (opened.hidden === '') && coded.getText(),
            );
          },
        }
      : {}),
  };
}

describe('colleagues’ codings', () => {
  let opened: OpenStudy;
  const colleague: string[] = [];

  before(async () => {
    const { studies } = await verbatim();
    await beCoder('TT');
    opened = await until('the study', () => studies.of(uriOf('codebook.md')));
    for (const [path, text] of Object.entries(await filesOfColleague())) {
      colleague.push(path);
      await write(path, text);
    }
    await write(MEMO, '# Blind\n\nSee [[np-07#zzcoding00]] and [[np-07#');
    await until(
      'what the colleague did',
      () =>
        ['zzcoding00', 'zzcoding02'].every(id => opened.study.index.has(id)) &&
        opened.study.readings.has('zznote0000') &&
        opened.study.discussion.has(TALK) &&
        opened.study.exists(MEMO),
    );
  });
  after(async () => {
    await vscode.commands.executeCommand('verbatim.showColleagues');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { changes, transcripts } = await verbatim();
    changes.comparing.watch(false);
    transcripts.figures.watch(false);
    for (const path of colleague) await write(path, undefined);
    for (const folder of [`${FOLDER}/transcripts`, FOLDER]) await write(folder, undefined);
    await write(MEMO, undefined);
    await until('it to be gone', () => !opened.study.index.has('zzcoding00') && !opened.study.discussion.has(TALK));
  });

  it('are seen everywhere, hidden everywhere, and seen again', async () => {
    for (const isHidden of [false, true, false]) {
      await vscode.commands.executeCommand(isHidden ? 'verbatim.hideColleagues' : 'verbatim.showColleagues');
      for (const [name, text] of Object.entries(await surfaces(opened))) {
        const found = await text();
        if (isHidden)
          assert.doesNotMatch(found, MARKS, `${name}, hidden: ${MARKS.exec(found)} in ${found.slice(0, 3000)}`);
        else assert.match(found, MARKS, `${name}, shown: ${found.slice(0, 3000)}`);
      }
    }
  });

  it('are in nothing that is quoted as long as they are hidden', async () => {
    const { studies } = await verbatim();
    const checks = new ManuscriptChecks(studies, new Corpora(studies));
    const quoteTabs = (): number =>
      vscode.window.tabGroups.all
        .flatMap(group => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('verbatim.quote'))
        .length;
    const manuscript = 'paper/colleagues-test.md';
    await write(manuscript, `# Test\n\n“${WORDS.slice(0, -1)}” (NP7).\n`);
    await until('the manuscript', () => opened.study.exists(manuscript));
    try {
      for (const isHidden of [true, false]) {
        await vscode.commands.executeCommand(isHidden ? 'verbatim.hideColleagues' : 'verbatim.showColleagues');
        await until('what can be quoted', async () => {
          const all = [...(await checks.corpus(opened)).excerpts()].map(({ coding }) => coding.id);
          return all.includes('zzcoding00') !== isHidden;
        });
        const { checked, corpus } =
          (await checks.check(await vscode.workspace.openTextDocument(uriOf(manuscript)))) ??
          assert.fail('no manuscript');
        const codings = checked.quotations.flatMap(one => codingsOf(one, corpus)).map(({ coding }) => coding.id);
        assert.equal(checked.quotations[0]?.verdict, 'verbatim');
        assert.equal(codings.includes('zzcoding00'), !isHidden, 'who is quoted, and the hover');
        await vscode.commands.executeCommand('verbatim.quote', { opened, id: 'zzcoding00' });
        assert.equal(quoteTabs(), isHidden ? 0 : 1);
      }
    } finally {
      checks.dispose();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await write(manuscript, undefined);
    }
  });

  it('are hidden by a blind round, on its transcripts and until one has closed it', async () => {
    const file = 'codings/TT/rounds.ndjson';
    const opening = {
      round: 'pilot',
      does: 'open',
      coders: ['TT', 'ZZ'],
      transcripts: [TRANSCRIPT],
      created: '2026-06-01T10:03:11Z',
      id: 'pilot00000',
    };
    const closing = { does: 'close', of: 'pilot00000', created: '2026-06-02T10:03:11Z', id: 'pilot00001' };
    const others = [...opened.study.index.allFiles()].filter(({ transcript }) => transcript !== TRANSCRIPT).length;
    const seen = (): string[] => [...opened.seen.index.allFiles()].map(({ path }) => path);
    try {
      await write(file, `${JSON.stringify(opening)}\n`);
      await until('the round', () => opened.hidden !== '');
      assert.deepEqual(
        seen().filter(path => path.endsWith('np-07.jsonl')),
        [],
      );
      assert.equal(seen().length, others);
      // That ZZ takes part is said.
      for (const [name, text] of Object.entries(await surfaces(opened)))
        assert.doesNotMatch(await text(), WORK, `${name}, in a blind round`);
      await write(file, `${JSON.stringify(opening)}\n${JSON.stringify(closing)}\n`);
      await until('it to be closed', () => opened.hidden === '');
      assert.ok(opened.seen.index.has('zzcoding00'));
    } finally {
      await write(file, undefined);
      await until('no round', () => opened.study.rounds.all().length === 0);
      await write('codings/TT', undefined).catch(() => undefined);
    }
  });

  it('are followed while one types though nobody sees them, and not lost', async () => {
    await vscode.commands.executeCommand('verbatim.hideColleagues');
    const { document, edit } = await open(TRANSCRIPT);
    await edit(builder => builder.insert(document.positionAt(document.getText().indexOf(WORDS)), 'ZEBRA first. '));
    await vscode.commands.executeCommand('verbatim.showColleagues');
    const { documents } = await verbatim();
    const placed = await until('its place', async () =>
      (await documents.get(document))?.codings.find(({ coding }) => coding.id === 'zzcoding00'),
    );
    assert.equal(document.getText(placed.range), WORDS);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
