import * as vscode from 'vscode';
import { orReport } from '../common/report.js';
import type { Command } from '../ids.js';
import { currentStudy } from '../study/currentStudy.js';
import type { Studies } from '../study/studies.js';
import { askPictureFormat } from './askPictureFormat.js';
import type { ChosenInStudy } from './chosenInStudy.js';
import type { Message, PageContent } from './page.js';
import type { PictureFormat } from './savePicture.js';
import type { StudyPages } from './studyPages.js';

/** What a command that saves a picture may be told by a program; a person is asked instead. */
interface DrawTarget<Choices> {
  readonly format: PictureFormat;
  readonly uri?: vscode.Uri;
  /** What is to be drawn; what was chosen last where it is missing. */
  readonly choices?: Partial<Choices>;
}

interface Drawable {
  draw(format: PictureFormat, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined>;
}

/** The two commands of a page with pictures that one chooses: to show it, and to save what it shows. */
export interface DrawnCommands<Choices extends object> {
  readonly studies: Studies;
  readonly chosen: ChosenInStudy<Choices>;
  readonly show: (typeof Command)[keyof typeof Command];
  readonly save: (typeof Command)[keyof typeof Command];
  /** The question as what it is to be saved. */
  readonly asksFormat: string;
  /** Keys of which choices have one: menus hand over a row of theirs instead. */
  readonly keys: readonly string[];
}

/** Registers the commands that show and save what one chooses to have drawn. */
export function registerDrawn<
  Out extends Message,
  In extends Message,
  Choices extends object,
  Content extends PageContent<Out, In> & Drawable,
>(
  pages: StudyPages<Out, In, Content>,
  { studies, chosen, show: showCommand, save: saveCommand, asksFormat, keys }: DrawnCommands<Choices>,
): vscode.Disposable {
  const show = async (choices?: Partial<Choices>): Promise<Content | undefined> => {
    const opened = await currentStudy(studies);
    if (opened === undefined) return undefined;
    if (choices !== undefined) await chosen.choose(opened, choices);
    const isOpen = pages.get(opened) !== undefined;
    const page = await pages.show(opened);
    if (isOpen && choices !== undefined) page?.refresh();
    return page?.content;
  };
  const save = async (target: DrawTarget<Choices> | undefined): Promise<vscode.Uri | undefined> => {
    const format = target?.format ?? (await askPictureFormat(asksFormat));
    return format && (await show(target?.choices))?.draw(format, target?.uri);
  };
  const has = (value: unknown, some: readonly string[]): boolean =>
    typeof value === 'object' && value !== null && some.some(key => key in value);
  return vscode.Disposable.from(
    vscode.commands.registerCommand(showCommand, (given: unknown) =>
      orReport(async () => void (await show(has(given, keys) ? (given as Partial<Choices>) : undefined))),
    ),
    vscode.commands.registerCommand(saveCommand, (given: unknown) =>
      orReport(() => save(has(given, ['format']) ? (given as DrawTarget<Choices>) : undefined)),
    ),
  );
}
