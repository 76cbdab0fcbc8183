import type { FrameLocator, Locator, Page } from 'playwright-core';
import { appears, clickSoon, fillSoon } from './appears';
import { Editor } from './editor';
import { openAndChoose, openedMenu } from './menu';
import { Notifications } from './notifications';
import { QuickInput } from './quick-input';
import { Tree } from './tree';
import { waitUntil } from './waiting';
import { isKept } from './window-state';

/** The themes by name: the label, the class of a window that has it, and what its webviews are told. */
const themes = {
  light: { label: 'Light Modern', class: 'vs', kind: 'vscode-light' },
  dark: { label: 'Dark Modern', class: 'vs-dark', kind: 'vscode-dark' },
  'high contrast': { label: 'Dark High Contrast', class: 'hc-black', kind: 'vscode-high-contrast' },
  'high contrast light': { label: 'Light High Contrast', class: 'hc-light', kind: 'vscode-high-contrast-light' },
} as const;
/** Milliseconds that a window may take to start, also where conditions are given less. */
const START = 60_000;

/** The whole window. Every method returns once what it asks for can be seen; nothing waits for a time. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly editor: Editor;

  constructor(readonly page: Page) {
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.editor = new Editor(page);
  }

  /** The window has started when its parts are drawn and what comes last has come: the count of problems. */
  async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .activitybar .action-label').first().waitFor({ timeout: START });
    await this.page.locator('.statusbar-item#status\\.problems').waitFor({ timeout: START });
  }

  /** Loads the window anew, once the browser has kept the state of it that holds these texts. */
  async reload(...texts: string[]): Promise<void> {
    await this.waitUntilKept(...texts);
    await this.page.reload();
    await this.waitUntilReady();
  }

  /** Waits until the browser has kept one state of the window that holds all of these texts. */
  async waitUntilKept(...texts: string[]): Promise<void> {
    await waitUntil(
      () => this.page.evaluate(isKept, texts),
      () => `the browser did not keep ${texts.join(', ')}`,
    );
  }

  /** Opens a file of the study by typing its name, and waits for its editor. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.quickInput.type(name);
    const file = name.split('/').at(-1) ?? name;
    // The list may still be the one from before the typing: Enter takes what is focused.
    await this.quickInput.row(file).and(this.page.locator('.focused')).waitFor();
    await this.quickInput.accept();
    await this.activeTab(file).waitFor();
    await this.editor.waitUntilShown();
  }

  /** Runs a command from the palette by its full title, such as `Verbatim: Code Selection`. */
  async runCommand(title: string): Promise<void> {
    const row = this.quickInput.row(title);
    const isChosen = async () => {
      await this.page.keyboard.press('F1');
      const isTyped = await fillSoon(this.quickInput.input(), `>${title}`);
      if (isTyped && (await appears(row)) && (await clickSoon(row))) return true;
      // A palette that was opened while the window still started does not learn of commands that come later, nor does it
      // when it is asked for again while it is open. One that was opened while an editor closed may lose the keyboard and close.
      await this.page.keyboard.press('Escape');
      await this.quickInput.waitUntilClosed();
      return false;
    };
    await waitUntil(isChosen, () => `the palette does not list ${title}`);
    // The command may open a quick pick of its own in the same place: what is read there must not be the palette's.
    await this.page.waitForFunction(() => {
      const input = document.querySelector<HTMLInputElement>('.quick-input-widget .quick-input-box input');
      return !input?.checkVisibility() || !input.value.startsWith('>');
    });
  }

  /** Whether the palette offers a command. */
  async offersCommand(title: string): Promise<boolean> {
    await this.page.keyboard.press('F1');
    await this.quickInput.type(`>${title}`);
    // What has no exact match gets similar commands offered, or none.
    const answer = this.quickInput.row(title).or(this.quickInput.text(/^similar commands$|^No matching/));
    await answer.first().waitFor();
    const offered = (await this.quickInput.row(title).count()) > 0;
    await this.quickInput.cancel();
    return offered;
  }

  /** The tab of an editor, by the name on it; the first, where a file is open in several groups. */
  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`).first();
  }

  /**
   * Brings the page with this title to the front. After a reload as well: the browser may have kept the window as it was before the
   * last change, with another editor in front of the page.
   */
  async showPage(title: string): Promise<void> {
    await this.page.locator('.tabs-container .tab', { hasText: title }).click();
  }

  /** The tab of the editor that one works in, the active one of the active group, if it has this name. */
  activeTab(name: string): Locator {
    const ofGroup = '.editor-group-container.active .tabs-container .tab.active';
    return this.page.locator(`${ofGroup}[data-resource-name="${name}"]`);
  }

  /** A status bar item that shows a text. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** What was said of the last action: an alert, so that a screen reader reads it out. */
  said(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item [role="alert"]', { hasText: text });
  }

  /** Opens a container of the activity bar, such as `Explorer`; leaves it open if it is. */
  async openContainer(title: string): Promise<void> {
    const action = this.page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${title}"])`);
    const isOpen = async () => {
      // While a window still starts it may open the one it had, and a click would close it.
      if (!(await action.getAttribute('class'))?.includes('checked')) await action.click();
      return appears(this.page.locator('.sidebar .composite.title', { hasText: title }));
    };
    await waitUntil(isOpen, () => `${title} does not open`);
  }

  /** A tree view by its name. Its container must be open. */
  tree(name: string): Tree {
    return new Tree(this.page, this.page.locator(`.pane-body .monaco-list[aria-label^="${name}"]`));
  }

  /** Opens a view of the container that is open, if it is closed. */
  openView(name: string): Promise<void> {
    return this.expandView(name, true);
  }

  /** Closes a view of the container that is open, to leave its room to the others. */
  closeView(name: string): Promise<void> {
    return this.expandView(name, false);
  }

  private async expandView(name: string, isWanted: boolean): Promise<void> {
    const header = this.page.locator(`.sidebar .pane-header[aria-label^="${name} Section"]`);
    const isDone = async () => {
      if ((await header.getAttribute('aria-expanded')) !== String(isWanted))
        await header.click({ position: { x: 40, y: 8 } });
      return appears(header.and(this.page.locator(`[aria-expanded="${isWanted}"]`)));
    };
    await waitUntil(isDone, () => `${name} does not ${isWanted ? 'open' : 'close'}`);
  }

  /** Presses a button in the title of a view; it must be in sight. */
  async pressViewAction(view: string, action: string): Promise<void> {
    const header = this.page.locator(`.sidebar .pane-header[aria-label^="${view} Section"]`);
    // The buttons of one of several views show while the mouse is over its title.
    await header.hover({ position: { x: 40, y: 8 } });
    await header.locator(`.actions-container .action-label[aria-label^="${action}"]`).first().click();
  }

  /** Opens the menu behind the three dots of a view, and one of its submenus. */
  async openViewMenu(view: string, submenu: string): Promise<void> {
    await this.pressViewAction(view, 'More Actions');
    const menu = openedMenu(this.page);
    await menu.getByRole('menuitem', { name: submenu, exact: true }).hover();
    await menu.locator('.monaco-submenu').waitFor();
  }

  /** Chooses from the menu behind the three dots of a view. */
  async chooseFromViewMenu(view: string, item: string): Promise<void> {
    await openAndChoose(this.page, item, () => this.pressViewAction(view, 'More Actions'));
  }

  /** The welcome content of an empty view (the text and buttons it shows instead of rows). */
  welcome(): Locator {
    return this.page.locator('.welcome-view-content');
  }

  /** Opens the Problems panel; its rows are files and, below them, their problems. */
  async problems(): Promise<Tree> {
    await this.runCommand('Problems: Focus on Problems View');
    const list = this.page.locator('.markers-panel .monaco-list');
    await this.page.locator('.markers-panel').waitFor();
    return new Tree(this.page, list);
  }

  /** The content of the webview that is shown: two frames deep. While one takes the place of another there may be two for a moment. */
  webview(): FrameLocator {
    const shown = this.page.locator('iframe.webview.ready').filter({ visible: true }).last();
    return shown.contentFrame().frameLocator('#active-frame');
  }

  /** Switches the colour theme and waits until it is on, in the webviews too, which are told a moment later. */
  async setTheme(theme: keyof typeof themes): Promise<void> {
    const { label, class: className, kind } = themes[theme];
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.type(label);
    await this.quickInput.pick(label);
    await this.quickInput.waitUntilClosed();
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
    for (const view of await this.page.locator('iframe.webview.ready').all()) {
      const content = view.contentFrame().frameLocator('#active-frame');
      await content.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor({ state: 'attached' });
    }
  }

  /** Presses keys, such as `ControlOrMeta+Z`. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }
}
