import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Corpus } from '../../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../../src/core/analysis/corpus/corpusReader.js';
import { checkManuscript } from '../../../../src/core/manuscript/check.js';
import type { CheckedQuotation } from '../../../../src/core/manuscript/checked.js';
import { type ManuscriptPeople, manuscriptPeople } from '../../../../src/core/manuscript/people.js';
import type { Quotation } from '../../../../src/core/manuscript/quotation.js';
import { readManuscript } from '../../../../src/core/manuscript/read.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { Study } from '../../../../src/core/study/study.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';

/** A study of which manuscripts can be read and checked. */
export class QuotedStudy {
  private constructor(
    readonly files: Readonly<Record<string, string>>,
    readonly corpus: Corpus,
    readonly people: ManuscriptPeople,
  ) {}

  static async of(files: Readonly<Record<string, string>>): Promise<QuotedStudy> {
    const study = new Study(new MemoryStore(files), fixedEnvironment());
    await study.refresh();
    const corpus = await new CorpusReader(study).read();
    return new QuotedStudy(files, corpus, manuscriptPeople(corpus));
  }

  read(manuscript: string): readonly Quotation[] {
    return atOnce(readManuscript('paper/manuscript.md', manuscript, this.people)).quotations;
  }

  async check(manuscript: string): Promise<readonly CheckedQuotation[]> {
    const read = atOnce(readManuscript('paper/manuscript.md', manuscript, this.people));
    const checked = await checkManuscript(read, this.corpus, async transcript => this.files[transcript] ?? '');
    return checked.quotations;
  }
}

/** The files of the sample study that hold what was said, and the codebook. */
export function sampleFiles(): Record<string, string> {
  const root = 'samples/peer-support';
  const files = ['codebook.md', 'participants.csv', 'verbatim.json'];
  for (const name of readdirSync(path.join(root, 'transcripts'))) files.push(`transcripts/${name}`);
  return Object.fromEntries(files.map(file => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/** Two sessions with three people; what tests of reading and checking quote from. */
export const FILES = {
  'participants.csv': 'participant,role\nPP3,peer\nPP4,peer\nNP1,non-peer\n',
  'codebook.md':
    '# Codebook\n\n## Influence {#influence .theme}\n\n### Hope {#hope}\n\nThings get better.\n\n## The role {#the-role .theme}\n\n### Pay {#pay}\n',
  'transcripts/pp-joint.md': `---
kind: joint interview
participants: [PP3, PP4]
interviewer: EA
---

EA: How was it, after that?

PP3: It was, um, it was quieter after that. Nobody shouted [laughs] and my sister said, "You don't have to stay." I didn't stay ... not that night.

PP4: I stayed. There was twenty people, I counted.

PP3: The peers' room was *always* open -- always. I told [name] so. We are not co-workers, are we?
`,
  'transcripts/np-01.md': `---
kind: interview
participants: [NP1]
interviewer: EA
---

EA: And you?

NP1: I don't think they are paid enough. They aren't paid enough.
`,
} as const;
