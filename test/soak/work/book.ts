import type { CodebookChange } from '../../../src/core/codebook/change.js';
import { PHASES } from '../../../src/core/codebook/change.js';
import { PALETTE } from '../../../src/core/codebook/colors.js';
import { assign, NEW_SORTING, nameTarget } from '../../../src/core/coding/sorting.js';
import { splitCode as split } from '../../../src/core/coding/split.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { deleteEntries } from '../../../src/core/study/deleteEntries.js';
import { codesOf } from './codings.js';
import { type Action, type Desk, tried } from './desk.js';

/** An action that makes one change of the codebook. */
function change(what: (desk: Desk) => CodebookChange | undefined): Action {
  return async desk => {
    const one = what(desk);
    return one && tried(() => changeCodebookOf(desk.study, one), JSON.stringify(one));
  };
}

const someEntry = ({ study, chance }: Desk): string | undefined => chance.pick(study.codebook.entries)?.id;

const themesOf = ({ study }: Desk): string[] =>
  study.codebook.entries.filter(({ kind }) => kind === 'theme').map(({ id }) => id);

const someTheme = (desk: Desk): string | undefined => desk.chance.pick(themesOf(desk));

export const addCode = change(desk => {
  const definition = desk.chance.percent(60) ? desk.words('Definition') : undefined;
  return { do: 'add', kind: 'code', title: desk.words('Code'), under: someTheme(desk), definition };
});

export const addTheme = change(desk =>
  themesOf(desk).length < 7
    ? {
        do: 'add',
        kind: 'theme',
        title: desk.words('Theme'),
        under: desk.chance.percent(50) ? someTheme(desk) : undefined,
      }
    : undefined,
);

export const rename = change(desk => {
  const entry = someEntry(desk);
  return entry === undefined ? undefined : { do: 'rename', entry, title: desk.words('Title') };
});

export const define = change(desk => {
  const entry = someEntry(desk);
  return entry === undefined ? undefined : { do: 'define', entry, definition: desk.words('Definition') };
});

export const noteOnEntry = change(desk => {
  const entry = someEntry(desk);
  const as = desk.chance.pick(['include', 'exclude', 'example'] as const) ?? 'example';
  return entry === undefined ? undefined : { do: 'note', entry, as, text: desk.words('criterion') };
});

export const color = change(desk => {
  const entry = someEntry(desk);
  return entry === undefined ? undefined : { do: 'color', entries: [entry], color: desk.chance.pick(PALETTE) };
});

export const phase = change(desk => {
  const entry = someEntry(desk);
  return entry === undefined
    ? undefined
    : { do: 'phase', entries: [entry], phase: desk.chance.pick([...PHASES, undefined]) };
});

export const move = change(desk => {
  const entry = someEntry(desk);
  return entry === undefined
    ? undefined
    : { do: 'move', entries: [entry], to: { under: desk.chance.percent(85) ? someTheme(desk) : undefined } };
});

export const reorder = change(desk => {
  const entry = desk.chance.pick(desk.study.codebook.entries);
  const beside = desk.chance.pick((entry?.parent?.children ?? desk.study.codebook.roots).filter(one => one !== entry));
  return entry === undefined || beside === undefined
    ? undefined
    : { do: 'move', entries: [entry.id], to: { after: beside.id } };
});

export const mergeCodes = change(desk => {
  const [from, into] = [desk.chance.pick(codesOf(desk)), desk.chance.pick(codesOf(desk))];
  return from === undefined || into === undefined || from === into || codesOf(desk).length < 6
    ? undefined
    : { do: 'merge', from: [from], into };
});

export const unmerge = change(desk => {
  const former = desk.chance.pick(desk.study.codebook.entries.flatMap(entry => entry.formerly));
  return former === undefined ? undefined : { do: 'unmerge', id: former };
});

export const deleteEntry: Action = async desk => {
  const entry = someEntry(desk);
  const to = desk.chance.pick(codesOf(desk));
  if (entry === undefined || to === undefined || to === entry || codesOf(desk).length < 6) return undefined;
  const codings = desk.chance.pick([
    { do: 'recode', to } as const,
    { do: 'merge', into: to } as const,
    { do: 'remove' } as const,
  ]);
  const deletion = { entries: [entry], contents: 'keep', ...(codings === undefined ? {} : { codings }) } as const;
  return tried(() => deleteEntries(desk.study, deletion), `deleted ${entry}`);
};

export const splitCode: Action = async desk => {
  const code = desk.chance.pick(codesOf(desk));
  if (code === undefined) return undefined;
  const codings = [...desk.study.index.codingsWith(code)]
    .filter(({ file }) => file.coder === desk.coder)
    .sort((a, b) => (a.coding.id < b.coding.id ? -1 : 1))
    .slice(0, 3);
  if (codings.length === 0) return undefined;
  let sorting = nameTarget(NEW_SORTING, 1, desk.words('Part'));
  for (const { coding } of codings) sorting = assign(sorting, coding.id, 1);
  return tried(() => split(desk.study, code, sorting, desk.coder), `split ${code}`);
};
