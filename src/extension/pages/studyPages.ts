import type * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';
import { currentStudy } from '../study/currentStudy.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { Message, Page, PageContent } from './page.js';
import { type PageHost, type PageKind, Pages } from './pages.js';
import { keyOfStudy, parseStudyKey, studyOfKey } from './studyKey.js';

/** One kind of webview of which every study has one. */
export interface StudyPageKind<Out extends Message, In extends Message, Content extends PageContent<Out, In>>
  extends Omit<PageKind<Out, In, Content>, 'open'> {
  readonly title: string;
  /** What the page of a study shows. Loads what makes it. */
  contentOf(opened: OpenStudy, page: Page<Out, In>): Promise<Content>;
}

/** The open pages of a kind of which every study has one. */
export class StudyPages<Out extends Message, In extends Message, Content extends PageContent<Out, In>>
  implements Disposable
{
  private readonly pages: Pages<Out, In, Content>;

  constructor(
    host: PageHost,
    private readonly studies: Studies,
    { title, contentOf, ...kind }: StudyPageKind<Out, In, Content>,
  ) {
    this.pages = new Pages<Out, In, Content>(host, {
      ...kind,
      open: async (key, page) => {
        const named = parseStudyKey(key);
        const opened = named && (await studyOfKey(studies, named));
        return opened && { title, content: await contentOf(opened, page) };
      },
    });
  }

  /** Shows the page of a study. @param column where it goes, unless another page of its kind is seen */
  show(opened: OpenStudy, column?: vscode.ViewColumn): Promise<Page<Out, In, Content> | undefined> {
    return this.pages.show(keyOfStudy(opened), column);
  }

  /** Shows the page of the study a person is at; where there is none, says so. */
  async showCurrent(): Promise<Page<Out, In, Content> | undefined> {
    const opened = await currentStudy(this.studies);
    return opened && this.show(opened);
  }

  /** The open page of a study. */
  get(opened: OpenStudy): Page<Out, In, Content> | undefined {
    return this.pages.get(keyOfStudy(opened));
  }

  dispose(): void {
    this.pages.dispose();
  }
}
