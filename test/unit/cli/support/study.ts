import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from '../../../../src/cli/cli.js';
import { fixedEnvironment } from '../../support/environment.js';

/** What a call printed and answered. */
export interface Result {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A study in a temporary folder. */
export class TemporaryStudy {
  readonly root = mkdtempSync(path.join(tmpdir(), 'verbatim-cli-'));

  /** @param environment another one for each copy of a study, or they make the same ids */
  constructor(
    files: Readonly<Record<string, string>>,
    private readonly environment = fixedEnvironment(),
  ) {
    for (const [file, text] of Object.entries(files)) this.put(file, text);
  }

  put(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), text);
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  /** Calls the command line with the study (or a folder in it) as current folder. */
  async run(args: readonly string[], folder = '.'): Promise<Result> {
    let out = '';
    let err = '';
    const exit = await runCli(args, {
      cwd: path.join(this.root, folder),
      stdout: text => {
        out += text;
      },
      stderr: text => {
        err += text;
      },
      environment: this.environment,
    });
    return { exit, out, err };
  }

  /** One hash over names and bytes of everything in the folder but Verbatim's own `.verbatim`. */
  hash(): string {
    const hash = createHash('sha256');
    const files = readdirSync(this.root, { recursive: true, withFileTypes: true });
    const paths = files.map(entry => path.join(entry.parentPath, entry.name) + (entry.isDirectory() ? '/' : ''));
    for (const file of paths.sort()) {
      if (path.relative(this.root, file).startsWith('.verbatim')) continue;
      hash.update(`${path.relative(this.root, file)}\0`);
      if (!file.endsWith('/')) hash.update(readFileSync(file));
    }
    return hash.digest('hex');
  }

  /** Names in the folder of the study, hidden ones included. */
  names(): string[] {
    return readdirSync(this.root).sort();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

const CODEBOOK = `# Codebook

## Influence on meetings {#influence .theme}

### Self-disclosure {#self-disclosure formerly="sharing own-story"}

Sharing one's own experience.

### Hope {#hope}

## The role {#the-role .theme}

### Valuing the role

`;

const INTERVIEW = `---
kind: interview
participants: [PP1]
interviewer: I
---

I: What did you do in the meeting?

PP1: I told a bit of *my own story* and it got quiet.

I: How was that?

PP1: It was good. It was good for all of us, I think.
`;

const GROUP = `\ufeff---
kind: focus group
participants: [NP1, NP2]
interviewer: MB
---

**MB:** What do peers bring? 🙂🙃

**NP1:** They bring hope 🌱, quietly.

**NP2:** I want to say =1+1 is not all there is.

**NP1:** True. There is a <b>way</b> out, see https://example.org/x now.
`.replaceAll('\n', '\r\n');

/** Two transcripts (one with byte order mark, CRLF and astral characters) and a codebook; nothing coded. */
export const UNCODED = {
  'codebook.md': CODEBOOK,
  'participants.csv': 'participant,role\nPP1,peer\nNP1,non-peer\nNP2,non-peer\n',
  'transcripts/pp-01.md': INTERVIEW,
  'transcripts/group.md': GROUP,
} as const;

/** Codes a passage by its words. @throws where that is refused */
export async function code(
  study: TemporaryStudy,
  transcript: string,
  quote: string,
  id: string,
  coder: string,
  ...more: string[]
): Promise<void> {
  const { exit, err } = await study.run([
    'code',
    `transcripts/${transcript}`,
    `--quote=${quote}`,
    '--code',
    id,
    '--coder',
    coder,
    ...more,
  ]);
  if (exit !== 0) throw new Error(err);
}

/**
 * The study with eight codings by two coders, among them one under a former id, one orphaned and one with an unknown code,
 * and a broken line.
 */
export async function codedStudy(): Promise<TemporaryStudy> {
  const study = new TemporaryStudy(UNCODED);
  await code(study, 'pp-01.md', 'I told a bit of *my own story*', 'self-disclosure', 'EA', '--memo', 'quiet\nroom');
  await code(study, 'pp-01.md', 'it got quiet', 'hope', 'EA');
  await code(study, 'group.md', 'They bring hope 🌱, quietly', 'hope', 'EA');
  await code(study, 'group.md', '=1+1 is not all there is', 'hope', 'JS');
  await code(study, 'group.md', 'There is a <b>way</b> out, see https://example.org/x now', 'valuing-the-role', 'JS');
  const lines = [
    '{"code": "sharing", "quote": "It was good for all of us", "at": [951, 976], "context": ["It was good. ", ", I think."], "base": "000000000000", "id": "former0001"}',
    '{"code": "hope", "quote": "words that are gone", "at": [900, 919], "base": "000000000000", "id": "orphan0001"}',
    '{"code": "nonsuch", "quote": "What did you do in the meeting?", "at": [1, 32], "context": ["---\\n\\nI: ", "\\n\\nPP1: I told"], "base": "000000000000", "id": "unknown001"}',
    '{"code": "hope", "quote": ',
  ];
  study.put('codings/JS/transcripts/pp-01.jsonl', `${lines.join('\n')}\n`);
  return study;
}
