import { AGREEMENT_UNITS, type AgreementOptions, type RowKind } from '../../core/analysis/agreement/agreement.js';
import { codersOf } from '../../core/analysis/coderFigures.js';
import type { Study } from '../../core/study/study.js';
import type { Arguments } from '../arguments.js';
import { oneOf } from '../matrix/counting.js';
import { findEntry, findName } from '../names.js';
import { Refusal } from '../refusal.js';
import { findRound } from '../rounds.js';

/** Resamples where nothing is said: with so many, both ends of a 95 % interval are one of the figures. */
export const SAMPLES = 999;
const MOST_SAMPLES = 100_000;
const GROUPS = ['code', 'theme', 'transcript', 'pair'] as const;

/** What is to be compared. @throws Refusal where something that is named is not there */
export function agreementOptions(args: Arguments, study: Study): AgreementOptions {
  const codes = args.all('code').map(name => findEntry(study, 'code', name).id);
  const named = (args.one('coders') ?? '').split(',').flatMap(name => (name.trim() === '' ? [] : [name.trim()]));
  const coders = [...new Set(named.map(name => findName('coder', name, codersOf(study))))];
  if (args.has('coders') && coders.length < 2)
    throw new Refusal('arguments', 'Agreement needs at least two coders.', 'Write --coders A,B.');
  const round = args.one('round');
  return {
    unit: oneOf(args, 'unit', AGREEMENT_UNITS),
    inScope: args.has('in-scope'),
    ...(coders.length === 0 ? {} : { coders }),
    ...(codes.length === 0 ? {} : { codes }),
    ...(round === undefined ? {} : { round: findRound(study, round, () => true) }),
    samples: wholeNumber(args, 'samples', SAMPLES, MOST_SAMPLES),
    seed: wholeNumber(args, 'seed', 1, 2 ** 32 - 1),
  };
}

/** Which rows are asked for: that of everything, and the groups that are named; all of them for programs. */
export function rowsIn(args: Arguments, isForPrograms: boolean): readonly RowKind[] {
  if (args.has('by')) return ['all', oneOf(args, 'by', GROUPS)];
  return isForPrograms ? ['all', ...GROUPS] : ['all', 'code'];
}

function wholeNumber(args: Arguments, option: string, otherwise: number, most: number): number {
  const text = args.one(option);
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new Refusal(
    'arguments',
    `--${option} ${text} is no whole number from 0 to ${most}.`,
    `Write --${option} ${otherwise}.`,
  );
}
