import * as vscode from 'vscode';
import { read, uriOf, write } from './support/study';

/** Where tests write besides `codebook.md`; other folders are git's and the window's. */
const FOLDERS = ['codings', 'transcripts', 'memos'];
let before: ReadonlyMap<string, string>;

async function filesIn(folder: string): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(uriOf(folder)).then(undefined, () => []);
  const inside = entries.map(async ([name, type]) => {
    const path = `${folder}/${name}`;
    return type === vscode.FileType.Directory ? filesIn(path) : [path];
  });
  return (await Promise.all(inside)).flat();
}

async function allFiles(): Promise<Map<string, string>> {
  const files = ['codebook.md', ...(await Promise.all(FOLDERS.map(filesIn))).flat()];
  const texts = await Promise.all(files.map(async file => [file, await read(file)] as const));
  return new Map(texts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

// One failure must not look like many: what comes after it, or tries it again, finds the study as the test found it.
beforeEach('remember the study', async () => {
  before = await allFiles();
});

afterEach('bring the study back after a failure', async function () {
  if (this.currentTest?.state === 'passed') return;
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  const now = await allFiles();
  for (const file of now.keys()) if (!before.has(file)) await write(file, undefined);
  for (const [file, text] of before) if (now.get(file) !== text) await write(file, text);
});
