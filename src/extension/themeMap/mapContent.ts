import * as vscode from 'vscode';
import { CodedPlaces } from '../../core/analysis/codedPlaces.js';
import { type ThemeMap, themeMapOf } from '../../core/analysis/themeMap.js';
import type { Cancellation } from '../../core/ports.js';
import { assertTitlesMayLeave } from '../../core/report/disclosure/codebookText.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { FromPage, PictureFormat, ToPage } from '../../webview/themeMap/protocol.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { inTurns } from '../common/turns.js';
import { Command } from '../ids.js';
import type { Page, PageContent } from '../pages/page.js';
import { PagePicture } from '../pages/pagePicture.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { CodeReference } from '../themes/register.js';
import { mapTexts } from './texts.js';

/** Several changes in one go, a checkout for example, draw the map once. Milliseconds. */
const PAUSE = 100;

/** The theme map of one study as its page sees it; drawn again whenever the study changes. */
export class MapContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly places: CodedPlaces;
  /** Whose codings are counted; everybody's where it is missing. */
  private coder: string | undefined;
  private map: ThemeMap | undefined;
  private readonly picture: PagePicture;

  constructor(
    private readonly opened: OpenStudy,
    studies: Studies,
    private readonly page: Page<ToPage, FromPage>,
  ) {
    this.picture = new PagePicture(opened, mapPicture());
    this.places = new CodedPlaces(opened.seen);
    const soon = this.disposables.add(new Delayed(() => page.refresh(), PAUSE));
    this.disposables.add(
      studies.onDidChange(change => {
        if (change.opened !== opened) return;
        this.places.changed(change.paths);
        soon.trigger();
      }),
    );
  }

  async state(cancellation: Cancellation): Promise<ToPage | undefined> {
    const { seen: study, name } = this.opened;
    const map = await inTurns(themeMapOf(study.codebook, await this.places.all(), this.coder), cancellation);
    if (map === undefined) return undefined;
    this.map = map;
    return { type: 'state', title: name, map: this.map, coder: this.coder, texts: mapTexts() };
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'open':
        return this.open(message.key);
      case 'coder':
        this.coder = message.coder;
        this.page.refresh();
        return;
      case 'save':
        await this.draw(message.format, undefined);
        return;
      case 'picture':
        return this.picture.save(message.format, message.bytes);
      case 'failed':
        this.picture.giveUp();
        throw new Error(message.message);
    }
  }

  /** Asks the page for its picture and saves it; answers where it is, or undefined where nothing was saved. */
  draw(format: PictureFormat, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    const ask = async (): Promise<boolean> => {
      const { study, name, seen } = this.opened;
      assertTitlesMayLeave(
        study,
        name,
        seen.codebook.entries.map(({ title }) => title),
      );
      await this.page.post({ type: 'draw', format });
      return true;
    };
    return this.picture.draw(ask, target);
  }

  dispose(): void {
    this.picture.giveUp();
    this.disposables.dispose();
  }

  private async open(key: string): Promise<void> {
    const node = this.map?.nodes.find(it => it.key === key);
    if (node === undefined) return;
    const reference: CodeReference = { uri: this.opened.uri(CODEBOOK_FILE).toString(), code: node.id };
    await vscode.commands.executeCommand(Command.showExcerpts, reference);
  }
}

const mapPicture = () => ({
  suffix: 'theme-map',
  title: vscode.l10n.t('Save the Theme Map'),
  saved: (name: string) => vscode.l10n.t('$(check) The theme map is saved as {0}.', name),
});
