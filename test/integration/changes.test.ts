import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ChangesFeature } from '../../src/extension/changes/changesFeature';
import type { ChangeNode } from '../../src/extension/changes/nodes';
import { MOST_AT_ONCE } from '../../src/extension/changes/rows';
import { urisOf } from '../../src/extension/changes/showChange';
import type { ComparisonWish } from '../../src/extension/changes/wish';
import { beCoder, read, until, uriOf, verbatim, write } from './support/study';

const BRANCH: ComparisonWish = { is: 'branch', name: 'mb-second-reading' };
const SAVED: ComparisonWish = { is: 'saved' };
const NP7 = 'codings/MB/transcripts/np-07.jsonl';
const isDesktop = (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node !== undefined;

/** Compares in the study of the workspace, as the view does while it is in sight. */
async function compared(wish: ComparisonWish): Promise<ChangesFeature> {
  const { changes, studies } = await verbatim();
  const opened = await studies.of(uriOf('codebook.md'));
  assert.ok(opened);
  changes.comparing.watch(true);
  await changes.tree.getChildren();
  await changes.arrangement.compare(opened, wish);
  await changes.comparing.settled();
  return changes;
}

function nodeOf({ tree }: ChangesFeature, fits: (node: ChangeNode) => boolean): ChangeNode {
  return tree.all().find(fits) ?? assert.fail('no such change is listed');
}

/** The row of a change as it is drawn now. */
function rowOf(changes: ChangesFeature, { key }: ChangeNode): Promise<vscode.TreeItem> {
  return changes.tree.getTreeItem(nodeOf(changes, each => each.key === key));
}

const isAdded = ({ change }: ChangeNode): boolean => change.what === 'coding-added' && change.path === NP7;

if (!isDesktop) {
  describe('coding changes in a browser', () => {
    it('are not there, and the view says why', async () => {
      const { changes } = await verbatim();
      changes.comparing.watch(true);
      await changes.tree.getChildren();
      await changes.comparing.settled();
      const [opened] = changes.tree.studiesShown;
      assert.ok(opened);
      assert.deepEqual(changes.comparing.of(opened), { is: 'refused', why: 'web' });
      assert.deepEqual(await changes.tree.getChildren(), []);
    });
  });
} else {
  describe('coding changes', () => {
    before(async () => {
      await verbatim();
      await beCoder('EA');
    });
    after(async () => {
      await compared(SAVED);
      (await verbatim()).changes.comparing.watch(false);
    });

    it('lists what a branch brings, each change once, whatever it is grouped by', async () => {
      const changes = await compared(BRANCH);
      const keys = new Set(changes.tree.all().map(({ change }) => change.key));
      assert.ok(keys.size >= 13);
      for (const by of ['transcript', 'code', 'theme', 'coder'] as const) {
        await changes.arrangement.groupBy(by);
        const all = changes.tree.all().map(({ change }) => change.key);
        assert.equal(all.length, keys.size, by);
        assert.deepEqual([...new Set(all)].sort(), [...keys].sort(), by);
      }
      const [first] = await changes.tree.getChildren();
      assert.ok(first?.kind === 'group');
      assert.equal((await changes.tree.getTreeItem(first)).label, 'MB');
    });

    it('accepts a change into today’s files; undo takes it back, and it is to be reviewed again', async () => {
      const changes = await compared(BRANCH);
      const before = await read(NP7);
      const node = nodeOf(changes, isAdded);
      await vscode.commands.executeCommand('verbatim.acceptChanges', node);
      assert.ok(node.change.what === 'coding-added');
      const { id } = node.change.after.coding;
      assert.match((await read(NP7)) ?? '', new RegExp(`"id": "${id}"`));
      const accepted = await rowOf(changes, node);
      assert.match(String(accepted.description), /^accepted · /);
      assert.equal((accepted.checkboxState as { state: number }).state, vscode.TreeItemCheckboxState.Checked);
      await vscode.commands.executeCommand('verbatim.undo');
      assert.equal(await read(NP7), before);
      await until('it is open again', async () => !/^accepted/.test(String((await rowOf(changes, node)).description)));
      await vscode.commands.executeCommand('verbatim.redo');
      await until('it is accepted again', async () =>
        /^accepted/.test(String((await rowOf(changes, node)).description)),
      );
      await vscode.commands.executeCommand('verbatim.undo');
    });

    it('rejects what today’s files do not have without touching them', async () => {
      const changes = await compared(BRANCH);
      const before = await read(NP7);
      const node = changes.tree.all().filter(isAdded).at(-1) ?? assert.fail();
      await vscode.commands.executeCommand('verbatim.rejectChanges', node);
      assert.equal(await read(NP7), before);
      assert.match(String((await rowOf(changes, node)).description), /^rejected · /);
      await vscode.commands.executeCommand('verbatim.toggleReviewed', node);
      assert.doesNotMatch(String((await rowOf(changes, node)).description), /^rejected/);
    });

    it('decides on all changes of a group as one action', async () => {
      const changes = await compared(BRANCH);
      const before = await read(NP7);
      await changes.arrangement.groupBy('transcript');
      const roots = await changes.tree.getChildren();
      const labels = await Promise.all(roots.map(async each => (await changes.tree.getTreeItem(each)).label));
      const group = roots[labels.indexOf('np-07')] ?? assert.fail();
      await vscode.commands.executeCommand('verbatim.acceptChanges', group);
      assert.equal((await read(NP7))?.trim().split('\n').length, 3);
      assert.match(String((await changes.tree.getTreeItem(group)).description), /^3 of 3 reviewed/);
      await vscode.commands.executeCommand('verbatim.undo');
      assert.equal(await read(NP7), before);
      await changes.arrangement.groupBy('coder');
    });

    it('follows today’s files, and takes a change out of them again', async () => {
      const path = 'codings/EA/transcripts/np-07.jsonl';
      const before = (await read(path)) ?? '';
      try {
        const [line = ''] = before.split('\n');
        const changes = await compared(SAVED);
        assert.deepEqual(changes.tree.all(), []);
        await write(path, before.replace(line, line.replace(/"created"/, '"memo": "Read again.", "created"')));
        await until('the memo is listed', () => changes.tree.all().length === 1);
        const node = nodeOf(changes, ({ change }) => change.what === 'coding-changed' && change.aspect === 'memo');
        await vscode.commands.executeCommand('verbatim.toggleReviewed', node);
        assert.match(String((await rowOf(changes, node)).description), /^accepted/);
        await write(path, ((await read(path)) ?? '').replace('Read again.', 'Read once more.'));
        await until('it is to be reviewed again', () =>
          changes.tree
            .all()
            .some(({ change }) => change.key === node.change.key && change.fingerprint !== node.change.fingerprint),
        );
        assert.doesNotMatch(String((await rowOf(changes, node)).description), /^accepted/);
        const again = nodeOf(changes, ({ change }) => change.key === node.change.key);
        await vscode.commands.executeCommand('verbatim.rejectChanges', again);
        assert.equal(await read(path), before);
        await until('nothing is left', () => changes.tree.all().length === 0);
      } finally {
        await write(path, before);
      }
    });

    it('compares nothing while nobody looks', async () => {
      const path = 'codings/EA/transcripts/np-07.jsonl';
      const before = (await read(path)) ?? '';
      const changes = await compared(SAVED);
      const [opened] = changes.tree.studiesShown;
      assert.ok(opened);
      const known = changes.comparing.of(opened);
      try {
        changes.comparing.watch(false);
        await write(path, before.split('\n').slice(1).join('\n'));
        await (await verbatim()).studies.refresh();
        changes.comparing.again();
        await changes.comparing.settled();
        assert.equal(changes.comparing.of(opened), known);
        changes.comparing.watch(true);
        await changes.comparing.settled();
        assert.deepEqual(
          changes.tree.all().map(({ change }) => change.what),
          ['coding-removed'],
        );
      } finally {
        await write(path, before);
        await (await verbatim()).studies.refresh();
      }
    });

    it('shows both sides as read-only text with tags, and tells a change at length without trusting it', async () => {
      const changes = await compared(BRANCH);
      const node = nodeOf(changes, isAdded);
      const uris = urisOf(node);
      const before = (await vscode.workspace.openTextDocument(uris.before)).getText();
      const after = await vscode.workspace.openTextDocument(uris.after);
      assert.equal(after.languageId, 'markdown');
      assert.ok(after.getText().includes('· MB⟧') && !before.includes('· MB⟧'));
      const { tooltip } = await changes.tree.resolveTreeItem(await changes.tree.getTreeItem(node), node);
      assert.ok(tooltip instanceof vscode.MarkdownString);
      assert.match(tooltip.value, /Not reviewed yet\. Today’s files do not have it\./);
      assert.notEqual(tooltip.isTrusted, true);
    });

    it('shows nothing but files of a study that is open, whatever an address says', async () => {
      const changes = await compared(BRANCH);
      const { before } = urisOf(nodeOf(changes, isAdded));
      const address = JSON.parse(before.query);
      for (const query of [
        { ...address, study: 'file:///etc' },
        { ...address, before: { ...address.before, path: '../../outside.md' }, as: 'raw' },
        { ...address, before: { ...address.before, state: { commit: '--output=x' } } },
        'no address',
      ]) {
        const uri = before.with({ query: JSON.stringify(query) });
        const text = await vscode.workspace.openTextDocument(uri).then(
          document => document.getText(),
          () => '',
        );
        assert.equal(text, '');
      }
    });

    it('says what is wrong with a name that is gone', async () => {
      const changes = await compared({ is: 'branch', name: '--all' });
      const [row] = await changes.tree.getChildren();
      assert.ok(row?.kind === 'problem');
      assert.match(row.message, /No saved version goes by the name “--all”/);
      assert.equal((await changes.tree.getTreeItem(row)).command?.command, 'verbatim.compareWith');
    });

    it('compares 5,000 changes in pieces, and lists them in parts', async () => {
      const path = 'codings/EA/transcripts/np-07.jsonl';
      const [line = ''] = ((await read(path)) ?? '').split('\n');
      const lines = (coder: number): string[] =>
        Array.from({ length: 1000 }, (_, i) =>
          line.replace(/"id": "\w+"/, `"id": "z${coder}${String(i).padStart(8, '0')}"`),
        );
      const coders = [1, 2, 3, 4, 5].map(coder => `codings/Z${coder}`);
      try {
        for (const [i, coder] of coders.entries())
          await write(`${coder}/transcripts/np-07.jsonl`, `${lines(i + 1).join('\n')}\n`);
        const { studies } = await verbatim();
        await studies.refresh();
        let turns = 0;
        const timer = setInterval(() => turns++);
        const changes = await compared(SAVED);
        clearInterval(timer);
        assert.equal(changes.tree.all().length, 5000);
        assert.ok(turns >= coders.length, `the window had ${turns} turns`);
        const groups = await changes.tree.getChildren();
        assert.equal(groups.length, 5);
        for (const group of groups) {
          const parts = await changes.tree.getChildren(group);
          assert.deepEqual([...new Set(parts.map(({ kind }) => kind))], ['part']);
          for (const part of parts) assert.ok((await changes.tree.getChildren(part)).length <= MOST_AT_ONCE);
        }
        // What is asked for later takes the place of what is under way.
        const [opened] = changes.tree.studiesShown;
        assert.ok(opened);
        changes.comparing.again();
        changes.comparing.stop();
        assert.deepEqual(changes.comparing.of(opened)?.is, 'failed');
        await changes.comparing.settled();
        assert.deepEqual(changes.comparing.of(opened)?.is, 'failed');
      } finally {
        for (const coder of coders) await vscode.workspace.fs.delete(uriOf(coder), { recursive: true });
        await (await verbatim()).studies.refresh();
      }
    });
  });
}
