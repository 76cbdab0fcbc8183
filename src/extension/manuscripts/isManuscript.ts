import type * as vscode from 'vscode';
import { manuscriptFilter, type StudyConfig } from '../../core/study/config.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

const filters = new WeakMap<StudyConfig, (path: string) => boolean>();

/** Whether a file of a study is a manuscript, as its study file says. */
export function isManuscript({ study }: OpenStudy, path: string): boolean {
  const filter = filters.get(study.config) ?? manuscriptFilter(study.config);
  filters.set(study.config, filter);
  return filter(path);
}

/** A manuscript in an editor. */
export interface ManuscriptPlace {
  readonly opened: OpenStudy;
  /** Relative to the study. */
  readonly path: string;
}

/** The manuscript that a document is; undefined where it is none, or its study is not open yet. */
export function manuscriptPlace(studies: Studies, document: vscode.TextDocument): ManuscriptPlace | undefined {
  const opened = document.languageId === 'markdown' ? studies.peek(document.uri) : undefined;
  const path = opened?.path(document.uri);
  return opened !== undefined && path !== undefined && isManuscript(opened, path) ? { opened, path } : undefined;
}
