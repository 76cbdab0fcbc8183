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
    play: typedIn(TRANSCRIPT),
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
    play: typedIn(TRANSCRIPT, async workbench => {
      await workbench.tree('Themes').expand('Theme 0');
      await workbench.tree('Themes').chooseFromMenu(CODE, 'Show Excerpts');
      await toTheRight(workbench, page => page.locator('.excerpt').first());
      await workbench.chooseFromViewMenu('Themes', 'Show Figures');
      await toTheRight(workbench, page => page.locator('.figure .cells rect').first());
    }),
  },
  {
    name: 'report',
    title: 'the report of the study stands beside it and follows',
    play: typedIn(TRANSCRIPT, async workbench => {
      await workbench.runCommand('Verbatim: Write the Report…');
      await toTheRight(workbench, page => page.getByRole('heading', { level: 2, name: 'Themes' }));
    }),
  },
  {
    name: 'figures',
    title: 'the timeline, the agreement of coders and the sample stand beside it and follow',
    play: typedIn(TRANSCRIPT, async workbench => {
      await workbench.runCommand('Verbatim: Show Timeline…');
      await toTheRight(workbench, page => page.locator('tbody tr').first());
      await workbench.openFile(TRANSCRIPT);
      await workbench.runCommand('Verbatim: Show Agreement');
      await toTheRight(workbench, page => page.locator('.table tbody tr').first());
      await workbench.openFile(TRANSCRIPT);
      await workbench.runCommand('Verbatim: Show the Sample');
      await toTheRight(workbench, page => page.locator('.statements li').first());
    }),
  },
  {
    name: 'manuscript',
    title: 'it is a manuscript, whose quotations are compared with what was said',
    prepare: writeManuscript,
    play: typedIn('manuscript.md'),
  },
  {
    name: 'codebook',
    title: 'it is the codebook',
    play: typedIn('codebook.md'),
  },
];

/** Puts the page that was asked for into the group at the right, once it shows something. */
async function toTheRight(workbench: Workbench, shown: (page: FrameLocator) => Locator): Promise<void> {
  await shown(workbench.webview()).waitFor();
  await workbench.runCommand('View: Move Editor into Right Group');
}

/** Types in a file of the study that is open, with the tree in sight and, where that is said, pages beside it. */
function typedIn(file: string, beside?: (workbench: Workbench) => Promise<void>): Scene['play'] {
  return async ({ workbench, probe, settle }) => {
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Theme 0').waitFor();
    await workbench.openFile(file);
    await beside?.(workbench);
    await settle();
    await workbench.editor.focus();
    await probe.start();
    await typeAsAPerson(workbench);
    return probe.stop();
  };
}
