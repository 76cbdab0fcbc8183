import { ENGLISH } from '../../../analysis/sample/english.js';
import { sampleStatements } from '../../../analysis/sample/statement.js';
import { namedIn } from '../../../manuscript/named.js';
import { whyNoSaturation } from '../../../study/stance.js';
import { isNameless, type ReportSources } from '../sources.js';
import { listed, period } from '../words.js';

/** What the files of a study say on an item of COREQ; nothing where they say nothing. */
export type KnownOnItem = (sources: ReportSources) => string | undefined;

/** By the number of the item. All others only people know. */
export const KNOWN: ReadonlyMap<number, KnownOnItem> = new Map<number, KnownOnItem>([
  [1, interviewers],
  [
    9,
    ({ corpus }) =>
      `A ${corpus.study.config.stance === 'reflexive' ? 'reflexive' : corpus.study.config.stance} analysis, as declared; the theory behind it is for its authors to say.`,
  ],
  [12, size],
  [13, recruitment],
  [16, sampleInTables],
  [18, repeated],
  [20, notes],
  [21, durations],
  [22, ({ corpus }) => whyNoSaturation(corpus.study.config)],
  [24, coders],
  [25, ({ corpus }) => (corpus.study.codebook.entries.length === 0 ? undefined : 'Yes: see “Codebook”.')],
  [26, origin],
  [27, () => 'Verbatim, with git for the versions.'],
  [29, quotations],
  [
    31,
    ({ corpus }) =>
      listOr(
        corpus.study.codebook.roots.filter(({ kind }) => kind === 'theme').map(({ title }) => title),
        'Yes: ',
      ),
  ],
  [32, minor],
]);

function interviewers({ corpus }: ReportSources): string | undefined {
  const names = new Set(corpus.transcripts.flatMap(({ frontMatter }) => frontMatter.interviewers));
  return listOr([...names], 'By the transcripts: ');
}

function size({ sample }: ReportSources): string | undefined {
  if (sample.total.people === 0) return undefined;
  return `${sampleStatements(sample, ENGLISH)
    .map(({ name, headline }) => `${name}: ${headline}`)
    .join('; ')}.`;
}

function recruitment({ sample }: ReportSources): string | undefined {
  const said = sampleStatements(sample, ENGLISH).flatMap(({ name, recruitment: how }) =>
    how === undefined ? [] : [`${name}: ${how}`],
  );
  return said.length === 0 ? undefined : `${said.join('; ')}. Reasons are for the authors to give.`;
}

function sampleInTables({ sample }: ReportSources): string | undefined {
  const roles = sample.groups.flatMap(({ role, sum }) => (role === undefined ? [] : [`${role} (${sum.people})`]));
  const sites = new Set(sample.sessions.flatMap(({ site }) => site ?? []));
  if (roles.length === 0) return undefined;
  return `Roles: ${listed(roles)}${sites.size > 1 ? `; ${sites.size} sites` : ''}. See “Sample”.`;
}

function repeated(sources: ReportSources): string | undefined {
  const { sample } = sources;
  if (sample.total.people === 0) return undefined;
  const several = sample.people.filter(
    ({ sessions }) => sessions.filter(({ presence }) => presence === 'took-part').length > 1,
  );
  if (several.length === 0) return 'None: everybody took part in one session.';
  const who = isNameless(sources) ? '' : `: ${ENGLISH.list(several.map(({ id }) => id))}`;
  return `${several.length} of ${sample.total.people} people took part in more than one session${who}.`;
}

function notes({ sample }: ReportSources): string | undefined {
  const count = sample.sessions.filter(({ kindKey }) => /field ?notes?|observation/i.test(kindKey)).length;
  return count === 0 ? undefined : `Yes: ${count} of the transcripts.`;
}

/** Minutes that stand at the beginning of an entry such as “52 min”. */
function durations({ corpus }: ReportSources): string | undefined {
  const given = corpus.transcripts.flatMap(({ frontMatter }) => frontMatter.duration ?? []);
  const minutes = given
    .flatMap(one => /^(\d+)\s*(?:min|′|'|minutes|minuten)?\.?$/i.exec(one.trim())?.[1] ?? [])
    .map(Number);
  if (minutes.length === 0) return undefined;
  const sum = minutes.reduce((total, one) => total + one, 0);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return `${least} to ${most} minutes, ${Math.round(sum / minutes.length)} on average, in the ${minutes.length} of ${corpus.transcripts.length} transcripts that say so.`;
}

function coders({ contributors }: ReportSources): string | undefined {
  const own = contributors.filter(({ codings }) => codings > 0);
  if (own.length === 0) return undefined;
  return `${own.length}: ${own.map(({ name, transcripts, from, to }) => `${name} (${transcripts} transcripts; ${period(from, to)})`).join(', ')}.`;
}

function origin({ history }: ReportSources): string | undefined {
  const main = history?.story.versions.filter(({ isMain, commit }) => isMain && commit !== undefined) ?? [];
  const withCodes = main.find(({ figures }) => figures.codes > 0);
  if (withCodes?.commit === undefined) return undefined;
  const before = withCodes.figures.codings === 0 ? 'before anything was coded' : 'together with the first codings';
  return `The first codes were saved on ${withCodes.commit.date.slice(0, 10)}, ${before}; see “History of the framework”.`;
}

function quotations({ manuscripts }: ReportSources): string | undefined {
  const all = manuscripts.flatMap(one => one.quotations);
  const attributed = all.filter(({ quotation }) => quotation.attribution !== undefined);
  if (all.length === 0) return undefined;
  const people = new Set(
    attributed.flatMap(({ quotation }) => namedIn(quotation.attribution).map(({ participant }) => participant)),
  );
  const right = attributed.filter(({ verdict }) => verdict === 'verbatim' || verdict === 'ambiguous').length;
  return `${attributed.length} attributed quotations of ${people.size} people in the manuscript; ${right} of ${attributed.length} stand word for word in the transcripts.`;
}

function minor({ evidence }: ReportSources): string | undefined {
  const against = evidence.filter(({ entry, excerpts }) => entry.kind === 'code' && excerpts.contradicts.length > 0);
  if (against.length === 0) return undefined;
  const count = against.reduce((sum, { excerpts }) => sum + excerpts.contradicts.length, 0);
  return `${count} excerpts are marked as contradicting their code, of ${against.length} codes; see “Themes”.`;
}

function listOr(names: readonly string[], before: string): string | undefined {
  return names.length === 0 ? undefined : `${before}${listed(names)}.`;
}
