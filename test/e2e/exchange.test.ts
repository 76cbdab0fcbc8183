import assert from 'node:assert/strict';
import path from 'node:path';
import { type OpenWindow, screenshot, useWindow, waitUntil } from './support';

const TAGS = 'tag,description\nweather,What it is like outside.\nweather.rain,\nHope,Hope of another kind.\n';
const CODEBOOK = '# Codebook\n\n## Hope {#hope color=green}\n\nSomebody takes heart.\n\n## Pay {#pay}\n';

/** Answers the dialog for a file: puts the name of one in the study. */
async function chooseFile({ workbench, study }: OpenWindow, name: string): Promise<void> {
  // The dialog finds its way to the folder before it takes a name.
  await waitUntil(async () => (await workbench.quickInput.input().inputValue()).startsWith(study.dir));
  await workbench.quickInput.type(path.join(study.dir, name));
  await workbench.quickInput.row(name).or(workbench.quickInput.text('No matching results')).first().waitFor();
  await workbench.quickInput.accept();
}

describe('the codebook in and out', () => {
  const window = useWindow({
    study: { 'transcripts/pp-01.md': 'P1: Hello.\n', 'codebook.md': CODEBOOK, 'tags.csv': TAGS },
  });

  it('is exported from the menu of the Themes view into a file of the chosen format', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope').waitFor();
    await workbench.chooseFromViewMenu('Themes', 'Export Codebook…');
    await workbench.quickInput.row('REFI-QDA').waitFor();
    await screenshot(page, 'exchange-formats');
    await workbench.quickInput.pick('REFI-QDA');
    await waitUntil(async () => (await workbench.quickInput.input().inputValue()).endsWith('codebook.qdc'));
    await workbench.quickInput.accept();
    const text = await study.waitFor('codebook.qdc', written => written.includes('</CodeBook>'));
    assert.match(text, /name="Hope"/);
    await workbench.statusBarItem('Exported the codebook to codebook.qdc').waitFor();
  });

  it('is imported in one step that one undo takes back, with a report of what happened', async () => {
    const opened = window();
    const { workbench, study, page } = opened;
    await workbench.openContainer('Verbatim');
    const tree = workbench.tree('Themes');
    await tree.row('Hope').waitFor();
    await workbench.chooseFromViewMenu('Themes', 'Import Codebook…');
    await chooseFile(opened, 'tags.csv');
    await workbench.quickInput.row('Keep what the codebook says').waitFor();
    await screenshot(page, 'exchange-which-counts');
    await workbench.quickInput.pick('Keep what the codebook says');
    const text = await study.waitFor('codebook.md', now => now.includes('weather'));
    assert.ok(text.includes('Somebody takes heart.'));
    await tree.expand('weather');
    await tree.row('rain').waitFor();
    await workbench.notifications.press('Imported tags.csv', 'Show Report');
    await workbench.webview().getByRole('heading', { name: 'Imported tags.csv' }).waitFor();
    await screenshot(page, 'exchange-report');
    await tree.click('Pay');
    await workbench.press('ControlOrMeta+Z');
    await study.waitFor('codebook.md', now => now === CODEBOOK);
  });
});
