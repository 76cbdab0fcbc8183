import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from '../../test/e2e/support/workbench';
import type { GeneratedStudy } from '../generate';
import { writeManuscript } from './manuscript';
import type { Probe } from './probe';
import type { Recording } from './tasks';
import { typeAsAPerson } from './typist';

/** A window on a study that has just been opened: no view or transcript was looked at yet. */
export interface Stage {
  readonly workbench: Workbench;
  readonly probe: Probe;
  /** Waits until the extension host has nothing of ours to do. */
  settle(): Promise<void>;
}

/** What is on the screen while somebody types. */
export interface Scene {
  readonly name: string;
  readonly title: string;
  /** Adds to the study before it is opened. */
  prepare?(study: GeneratedStudy): void;
  play(stage: Stage): Promise<Recording>;
}

const TRANSCRIPT = 'pp-0000.md';
/** The code that is used most. */
const CODE = 'Code number 0';

export const SCENES: readonly Scene[] = [
  {
    name: 'settled',
    title: 'the study is open, with the tree of themes and a coded transcript',
    async play(stage) {
      await showThemes(stage.workbench);
      await stage.workbench.openFile(TRANSCRIPT);
      return typed(stage);
    },
  },
  {
    name: 'cold',
    title: 'the study is being opened meanwhile',
    async play({ workbench, probe }) {
      await probe.start();
      await workbench.openFile(TRANSCRIPT);
      await workbench.openContainer('Verbatim');
      await workbench.editor.focus();
      await typeAsAPerson(workbench);
      return probe.stop();
    },
  },
  {
    name: 'pages',
    title: 'the excerpts of a code and a matrix stand beside it and follow',
    async play(stage) {
      const { workbench } = stage;
      await showThemes(workbench);
      await workbench.openFile(TRANSCRIPT);
      await workbench.tree('Themes').expand('Theme 0');
      await workbench.tree('Themes').chooseFromMenu(CODE, 'Show Excerpts');
      await workbench.webview().locator('.excerpt').first().waitFor();
      await workbench.runCommand('View: Move Editor into Right Group');
      await workbench.chooseFromViewMenu('Themes', 'Show Figures');
      await workbench.webview().locator('.figure .cells rect').first().waitFor();
      await workbench.runCommand('View: Move Editor into Right Group');
      return typed(stage);
    },
  },
  {
    name: 'report',
    title: 'the report of the study stands beside it and follows',
    async play(stage) {
      const { workbench } = stage;
      await showThemes(workbench);
      await workbench.openFile(TRANSCRIPT);
      await beside(workbench, 'Write the Report…', page => page.getByRole('heading', { level: 2, name: 'Themes' }));
      return typed(stage);
    },
  },
  {
    name: 'figures',
    title: 'the timeline, the agreement of coders and the sample stand beside it and follow',
    async play(stage) {
      const { workbench } = stage;
      await showThemes(workbench);
      await workbench.openFile(TRANSCRIPT);
      await beside(workbench, 'Show Timeline…', page => page.locator('tbody tr').first());
      await workbench.openFile(TRANSCRIPT);
      await beside(workbench, 'Show Agreement', page => page.locator('.table tbody tr').first());
      await workbench.openFile(TRANSCRIPT);
      await beside(workbench, 'Show the Sample', page => page.locator('.statements li').first());
      return typed(stage);
    },
  },
  {
    name: 'manuscript',
    title: 'it is a manuscript, whose quotations are compared with what was said',
    prepare: writeManuscript,
    async play(stage) {
      const { workbench } = stage;
      await showThemes(workbench);
      await workbench.openFile('manuscript.md');
      return typed(stage);
    },
  },
  {
    name: 'codebook',
    title: 'it is the codebook',
    async play(stage) {
      const { workbench } = stage;
      await showThemes(workbench);
      await workbench.openFile('codebook.md');
      return typed(stage);
    },
  },
];

/** Opens a page by its command and puts it into the group at the right. */
async function beside(workbench: Workbench, command: string, shown: (page: FrameLocator) => Locator): Promise<void> {
  await workbench.runCommand(`Verbatim: ${command}`);
  await shown(workbench.webview()).waitFor();
  await workbench.runCommand('View: Move Editor into Right Group');
}

async function showThemes(workbench: Workbench): Promise<void> {
  await workbench.openContainer('Verbatim');
  await workbench.tree('Themes').row('Theme 0').waitFor();
}

async function typed({ workbench, probe, settle }: Stage): Promise<Recording> {
  await settle();
  await workbench.editor.focus();
  await probe.start();
  await typeAsAPerson(workbench);
  return probe.stop();
}
