import type { Coding } from '../../../../src/core/coding/coding.js';
import { formatCodingLine } from '../../../../src/core/coding/line.js';
import type { Pacing } from '../../../../src/core/pieces.js';
import type { StudyGit } from '../../../../src/core/ports.js';
import { studyHistory } from '../../../../src/core/review/history.js';
import type { StudyHistory, Version } from '../../../../src/core/review/historyModel.js';
import { historyOf } from '../../node/support/studyInGit.js';
import { coding } from '../../support/coding.js';
import { TemporaryRepository } from '../../support/repository.js';

/** A codebook of headings, each with what stands below it. */
export function codebook(...headings: string[]): string {
  return `# Codebook\n\n${headings.join('\n\n')}\n`;
}

/** A coding file: one line for each coding. */
export function lines(...codings: Partial<Coding>[]): string {
  return codings.map(one => `${formatCodingLine(coding(one))}\n`).join('');
}

/** Ten characters for an id. */
export function id(name: string): string {
  return name.padEnd(10, '0');
}

/** A study in a repository of its own, or in a folder of one, whose history is told. */
export class StoryRepository extends TemporaryRepository {
  constructor(readonly folder = '.') {
    super();
  }

  /** Writes files of the study (undefined: removes them) and saves a version; answers its id. */
  save(message: string, files: Readonly<Record<string, string | undefined>>): string {
    for (const [file, text] of Object.entries(files)) {
      const path = `${this.folder}/${file}`;
      if (text === undefined) this.git('rm', '--quiet', '--', path);
      else this.put(path, text);
    }
    this.commit(message);
    return this.git('rev-parse', 'HEAD');
  }

  studyGit(): Promise<StudyGit> {
    return historyOf(this.root, this.folder);
  }

  async history(options: Pacing = {}): Promise<StudyHistory> {
    const git = await this.studyGit();
    const head = await git.commit('HEAD');
    if (head === undefined) throw new Error('nothing is saved');
    return studyHistory(git, head, options);
  }
}

/** What versions told, by their messages. */
export function toldBy(versions: readonly Version[]): (readonly [string, ...string[]])[] {
  return versions.map(({ commit, told }) => [commit?.subject ?? 'not saved', ...told.map(({ text }) => text)] as const);
}
