import { decisionsOf } from '../../core/review/decisions.js';
import type { StudyHistory } from '../../core/review/historyModel.js';
import { NO_HISTORY } from '../../core/review/historyUnsaved.js';
import { type Life, type LifeSubject, lifeOf } from '../../core/review/life.js';
import { Lives } from '../../core/review/lives.js';
import { wholeHistory } from '../../core/review/wholeHistory.js';
import type { Study } from '../../core/study/study.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { eventRow, lifeHead, versionRow } from '../log/json.js';
import { lifeAsMarkdown, versionsAsMarkdown } from '../log/markdown.js';
import { isSince, select, type Wanted, wantedOf } from '../log/select.js';
import { formatLife, formatVersions } from '../log/text.js';
import { findEntry } from '../names.js';
import { countOf } from '../phrases.js';
import { Refusal } from '../refusal.js';
import { type Call, runVerb, type Verb } from '../verb.js';

const SUBJECTS = ['code', 'theme', 'coding'] as const;

export const verb: Verb = {
  name: 'log',
  leaving: 'team',
  summary: 'Tell what changed in the analysis, version by version, or the life of a code, theme or coding.',
  options: {
    code: { value: 'ID', help: 'The life of this code: its id, a former id or its title.' },
    theme: { value: 'ID', help: 'The life of this theme.' },
    coding: { value: 'ID', help: 'The life of the coding with this id.' },
    since: { value: 'DATE', help: 'Only from this day on, such as 2026-03-02.' },
    limit: { value: 'N', help: 'Only the newest N versions or events.' },
    md: { help: 'Print a Markdown document, the oldest first: an audit trail for an appendix.' },
  },
  notes: [
    'The newest version comes first, as in git log; lives and Markdown documents are told from their beginning. Times',
    'are in UTC. Many passages that one coder coded in one transcript are one line; --json has each of them.',
  ],
  examples: [
    ['', 'the story of the study in the current folder'],
    ['--code hope', 'how a code came to be what it is'],
    ['--md > audit-trail.md', 'an audit trail for the appendix of a paper'],
  ],
  exits: ['The story was printed.', undefined, 'Nothing of that name ever was, or git failed.'],
};

const NO_GIT = 'There is no history: the study is in no git repository, or git is not installed.';
const START_GIT = 'Make the folder a repository with git init, and save a first version with git add and git commit.';
const CUT_OFF = 'Hint: this copy of the repository holds the newer versions only (a shallow clone).\n';

/** `verbatim log` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const subject = subjectOf(call);
    const wanted = wantedOf(call.args.one('since'), call.args.one('limit'));
    if (call.json && call.args.has('md')) {
      throw new Refusal('arguments', '--json and --md do not go together.', 'Ask for one format at a time.');
    }
    const git = await call.study.store.git?.();
    if (git === undefined && subject !== undefined) throw new Refusal('no-git', NO_GIT, START_GIT);
    if (git === undefined) io.stderr(`Hint: ${NO_GIT}\n  ${START_GIT}\n`);
    const history = git === undefined ? NO_HISTORY : await wholeHistory(call.study, git);
    if (history.isCutOff) io.stderr(CUT_OFF);
    if (subject === undefined) printVersions(call, history, wanted);
    else printLife(call, history, find(call.study, history, subject), wanted);
    return 0;
  });
}

function printVersions({ args, json, io }: Call, history: StudyHistory, wanted: Wanted): void {
  const versions = select(history, wanted);
  if (json) writeJson(io, { versions: versions.map(versionRow), counts: { versions: versions.length } });
  else if (args.has('md')) writeAll(io, versionsAsMarkdown(versions));
  else {
    writeAll(io, formatVersions(versions));
    const saved = versions.filter(({ commit }) => commit !== undefined).length;
    io.stdout(`${versions.length > 0 ? '\n' : ''}${countOf(saved, 'version')}.\n`);
  }
}

function printLife({ args, json, io }: Call, history: StudyHistory, life: Life, { since, limit }: Wanted): void {
  const fitting = life.events.filter(({ date }) => isSince(date, since));
  const events = limit === undefined ? fitting : fitting.slice(-limit);
  if (args.has('md')) {
    writeAll(io, lifeAsMarkdown(life, events));
    return;
  }
  if (!json) {
    writeAll(io, formatLife(life, events));
    return;
  }
  const rows = events.map(event => eventRow(history.versions, event));
  writeJson(io, { ...lifeHead(life), events: rows, counts: { events: rows.length } });
}

function subjectOf({ args }: Call): LifeSubject | undefined {
  const given = SUBJECTS.filter(kind => args.has(kind));
  if (given.length > 1) {
    throw new Refusal('arguments', `--${given.join(' and --')} do not go together.`, 'Ask for one life at a time.');
  }
  const [kind] = given;
  return kind && { kind, id: args.one(kind) ?? '' };
}

/**
 * The life of what somebody names: an id there ever was, else a title of today. An id that is a former one leads to the life that had it.
 * @throws Refusal where there is none
 */
function find(study: Study, history: StudyHistory, subject: LifeSubject): Life {
  const lives = new Lives(history);
  const decisions = decisionsOf(study);
  const found = lifeOf(history, subject, decisions, lives);
  if (found !== undefined) return found;
  if (subject.kind === 'coding') {
    throw new Refusal(
      'unknown-coding',
      `No version has a coding “${subject.id}”.`,
      'verbatim excerpts --json lists the ids of the codings there are.',
    );
  }
  const { id } = findEntry(study, subject.kind, subject.id);
  const life = lifeOf(history, { kind: subject.kind, id }, decisions, lives);
  if (life !== undefined) return life;
  throw new Refusal(
    'no-history',
    `Nothing is known of the history of “${subject.id}”.`,
    'It may be in no saved version.',
  );
}
