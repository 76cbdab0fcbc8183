import { canonical } from '../../review/keys.js';
import { compareTexts } from '../../text/compare.js';
import { normaliseText } from '../../text/normalise.js';
import { conflictKey } from '../conflictKey.js';
import { framed, mergedFrame, unframed } from '../frame.js';
import type { ConflictSide, FileVersions, MergeChoice, MergeConflict, MergedFile } from '../merge.js';
import { mergeText } from '../text/mergeText.js';
import { lesser, quietVerdict } from '../threeWay.js';
import { type Clash, mergeValues } from './mergeValues.js';

/**
 * Puts two versions of `verbatim.json` together, key by key. It is written as a side has it where that says the same, else as lines put
 * together say it, else anew.
 * @returns undefined where a version is not there or cannot be read as an object
 */
export function mergeStudyFile(
  versions: FileVersions,
  decisions: ReadonlyMap<string, MergeChoice>,
): MergedFile | undefined {
  if (versions.ours === undefined || versions.theirs === undefined) return undefined;
  // Which base is named first must make no difference.
  const texts = [...new Set(versions.bases)].sort((a, b) => compareTexts(a ?? '', b ?? ''));
  const [ours, theirs] = [objectIn(versions.ours), objectIn(versions.theirs)];
  const bases = texts.map(text => (text === undefined ? {} : objectIn(text)));
  if (ours === undefined || theirs === undefined || bases.includes(undefined)) return undefined;
  const conflicts: MergeConflict[] = [];
  const merged = mergeValues([], bases, ours, theirs, bases.length > 0, clash => {
    const conflict = conflictOf(versions.path, clash);
    const choice = decisions.get(conflict.key);
    if (choice === undefined) conflicts.push(conflict);
    return choice === 'theirs' ? 'theirs' : 'ours';
  });
  conflicts.sort((a, b) => compareTexts(a.key, b.key));
  return { text: written(versions, texts, merged, [canonical(ours), canonical(theirs)]), conflicts };
}

function conflictOf(path: string, { keys, bases, ours, theirs }: Clash): MergeConflict {
  const name = keys.join('.');
  const isOne = new Set(bases.map(canonical)).size === 1;
  return {
    key: conflictKey('study-file', ...keys),
    path,
    subject: { is: 'study-file', name },
    aspect: keys.at(-1) ?? '',
    base: isOne ? sideOf(bases[0]) : undefined,
    ours: sideOf(ours),
    theirs: sideOf(theirs),
    choices: ['ours', 'theirs'],
  };
}

function sideOf(value: unknown): ConflictSide {
  if (value === undefined) return { isThere: false, text: '' };
  return { isThere: true, text: typeof value === 'string' ? value : JSON.stringify(value) };
}

function written(
  versions: FileVersions,
  bases: readonly (string | undefined)[],
  value: unknown,
  [ours, theirs]: readonly [string, string],
): string {
  const said = canonical(value);
  const sides = [versions.ours ?? '', versions.theirs ?? ''] as const;
  if (said === ours && said === theirs) {
    const old = bases.flatMap(text => text ?? []);
    return sides[quietVerdict(old, ...sides) === 'ours' ? 0 : 1];
  }
  if (said === ours || said === theirs) return sides[said === ours ? 0 : 1];
  const byLines = mergeText(versions, new Map());
  const isSame = byLines.conflicts.length === 0 && canonical(objectIn(byLines.text ?? '')) === said;
  if (isSame) return byLines.text ?? '';
  const lines = JSON.stringify(value, null, indentOf(...sides)).split('\n');
  return unframed(
    mergedFrame(versions),
    lines.map(line => ({ line })),
  );
}

/** How the one text of the two is indented that comes first in an order that knows no sides. */
function indentOf(ours: string, theirs: string): string {
  const indents = [ours, theirs].map(text =>
    framed(text)
      .lines.map(line => /^[ \t]+/.exec(line)?.[0])
      .find(each => each),
  );
  const [mine, other] = [indents[0] ?? indents[1] ?? '  ', indents[1] ?? indents[0] ?? '  '];
  return lesser(mine, other) === 'ours' ? mine : other;
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(normaliseText(text));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
