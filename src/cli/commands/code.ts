import { excerptsOf } from '../../core/analysis/excerpts.js';
import { type CodeChoice, codePassage, type Passage } from '../../core/coding/actions.js';
import type { Coding } from '../../core/coding/coding.js';
import { canBeCoded } from '../../core/study/config.js';
import { whyNoCoderName } from '../../core/study/layout.js';
import type { Study } from '../../core/study/study.js';
import { LineStarts } from '../../core/text/lines.js';
import { type ExitCode, type Io, writeJson } from '../io.js';
import { codersOf, findEntry, findTranscript, sameName } from '../names.js';
import { spanAt, spanOfQuote } from '../passage.js';
import { Refusal } from '../refusal.js';
import { plain, wrap } from '../table.js';
import { type Call, runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'code',
  leaving: 'team',
  summary: 'Add a coding: this passage, this code, this coder.',
  positionals: 'TRANSCRIPT',
  writes: true,
  options: {
    quote: { value: 'TEXT', help: 'The passage in the words of the file; it must stand there once.' },
    at: { value: 'START-END', help: 'The passage by its position in code points, the end exclusive.' },
    code: { value: 'ID', multiple: true, help: 'The code: its id, a former id or its title.' },
    'new-code': { value: 'TITLE', help: 'Make a new code of this title in codebook.md and use it.' },
    theme: { value: 'ID', help: 'The theme to put the new code in: its id or title.' },
    coder: { value: 'NAME', help: 'Who codes; also the name of the folder in codings/.' },
    memo: { value: 'TEXT', help: 'A note on this coding.' },
  },
  notes: [
    'TRANSCRIPT is named from the study or from the current folder. It is never changed. A code that the coder already',
    'gave to the very passage is not given again. Write --quote=TEXT where TEXT begins with a hyphen.',
  ],
  examples: [
    ['transcripts/pp-03.md --quote "the room got quieter" --code own-story --coder EA', 'code a passage by its words'],
    ['transcripts/pp-03.md --at 1204-1255 --code hope --coder EA --memo "compare NP7"', 'by its position, with a note'],
    ['transcripts/pp-03.md --at 1204-1255 --new-code "Small talk" --theme culture --coder EA', 'with a new code'],
  ],
  exits: ['The coding is on disk, or was there already.', undefined, 'Refused; nothing was written.'],
};

/** `verbatim code` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const { study } = call;
    const passage = await findPassage(call);
    const coder = coderOf(call);
    const choices = choicesOf(call);
    const wanted = await notYetGiven(study, passage, coder, choices);
    const done =
      wanted.length === 0 ? undefined : await codePassage(study, passage, coder, wanted, call.args.one('memo'));
    print(call, passage, coder, done?.codings ?? [], choices.length);
    return 0;
  });
}

async function findPassage({ args, study, root, io }: Call): Promise<Passage> {
  const [name] = args.positionals;
  if (name === undefined || name === '') throw missing('No transcript is named.', 'Write verbatim code TRANSCRIPT …');
  const quote = args.one('quote');
  const at = args.one('at');
  if ((quote === undefined) === (at === undefined)) {
    throw missing('A passage is named by either --quote or --at.', 'Give one of them.');
  }
  const path = findTranscript(study, { root, cwd: io.cwd }, name, each => canBeCoded(each) && study.exists(each));
  const transcript = await study.transcripts.get(path);
  if (transcript === undefined) throw missing(`${path} is gone.`, 'Put it back and try again.');
  const span = at === undefined ? spanOfQuote(transcript, quote ?? '') : spanAt(transcript, at);
  return { transcript: path, points: transcript.points, base: transcript.base, span };
}

function coderOf({ args, study }: Call): string {
  const name = args.one('coder');
  if (name === undefined) throw missing('No coder is named.', 'Say who codes with --coder NAME.');
  const why = whyNoCoderName(name);
  if (why !== undefined) throw new Refusal('bad-coder', `“${name}” cannot be a coder’s name.`, why);
  const known = codersOf(study);
  const other = known.includes(name) ? undefined : known.find(each => sameName(each, name));
  if (other === undefined) return name;
  throw new Refusal(
    'bad-coder',
    `There is a coder “${other}”; on some systems “${name}” would be the same folder.`,
    `Write --coder "${other}".`,
  );
}

function choicesOf({ args, study }: Call): CodeChoice[] {
  const title = args.one('new-code');
  const theme = args.one('theme');
  if (theme !== undefined && title === undefined)
    throw missing('--theme says where a new code goes.', 'Give --new-code TITLE as well.');
  if (!args.has('code') && title === undefined)
    throw missing('No code is named.', 'Give --code ID or --new-code TITLE.');
  const ids = new Set(args.all('code').map(name => findEntry(study, 'code', name).id));
  const choices: CodeChoice[] = [...ids].map(id => ({ id }));
  if (title === undefined) return choices;
  const folded = title.replace(/\s+/g, ' ').trim();
  if (folded === '') throw missing('The new code has no title.', 'Give --new-code TITLE.');
  const there = study.codebook.entries.find(entry => entry.title.toLowerCase() === folded.toLowerCase());
  if (there !== undefined) {
    throw new Refusal(
      'code-exists',
      `There is a ${there.kind} “${there.title}” already.`,
      `Use --code ${there.id}, or choose another title.`,
      { near: [there.id] },
    );
  }
  return [
    ...choices,
    { title: folded, ...(theme === undefined ? {} : { theme: findEntry(study, 'theme', theme).id }) },
  ];
}

/** The choices that this coder has not made for the very passage, in today's text and by what codes are called today. */
async function notYetGiven(
  study: Study,
  passage: Passage,
  coder: string,
  choices: readonly CodeChoice[],
): Promise<CodeChoice[]> {
  const files = study.index.filesOf(passage.transcript).filter(each => each.coder === coder);
  const excerpts = (await Promise.all(files.map(file => excerptsOf(study, file, file.codings)))).flat();
  const there = excerpts.filter(({ span }) => span?.start === passage.span.start && span.end === passage.span.end);
  const given = new Set(there.map(({ coding }) => study.entry(coding.code)?.id));
  return choices.filter(choice => !('id' in choice && given.has(choice.id)));
}

function print(
  { json, study, io }: Call,
  passage: Passage,
  coder: string,
  codings: readonly Coding[],
  asked: number,
): void {
  const line = new LineStarts(passage.points.text).lineAt(passage.points.toUtf16(passage.span.start)) + 1;
  const { start, end } = passage.span;
  const already = asked - codings.length;
  if (json) {
    const rows = codings.map(({ id, code, quote, memo }) => {
      const title = study.entry(code)?.title ?? null;
      return {
        id,
        code,
        title,
        quote,
        transcript: passage.transcript,
        line,
        position: [start, end],
        coder,
        memo: memo ?? null,
      };
    });
    writeJson(io, { codings: rows, counts: { added: codings.length, already } });
    return;
  }
  const place = `${plain(passage.transcript)}:${line}  ${start}-${end}  ${coder}`;
  for (const { code, id } of codings) io.stdout(`Coded as ${plain(study.titleOf(code))} [${code}]: ${place}  ${id}\n`);
  if (codings.length > 0) io.stdout(wrap(passage.points.slice(start, end), 84, '    '));
  if (already > 0)
    io.stdout(`${already === asked ? 'Already coded so' : 'The other codes were given already'}: ${place}\n`);
}

function missing(message: string, remedy: string): Refusal {
  return new Refusal('arguments', message, remedy);
}
