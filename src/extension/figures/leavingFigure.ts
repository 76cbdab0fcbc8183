import * as vscode from 'vscode';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { axesOf } from '../../core/analysis/matrix/axes/axes.js';
import { parseQuery } from '../../core/analysis/query/parse.js';
import { sessionsOf } from '../../core/analysis/sample/sessions.js';
import type { Pieces } from '../../core/pieces.js';
import { heldBackStatement, heldBesides } from '../../core/report/disclosure/heldBack.js';
import { type PublicCorpus, publicCorpus } from '../../core/report/disclosure/publicCorpus.js';
import { whyByAttribute, whyHeldBack } from '../../core/report/disclosure/whyHeldBack.js';
import type { FigureChoices, FigureData } from '../../webview/figures/protocol.js';
import { figureData, narrowedBy, transcriptOf } from './figureData.js';

/** A figure as it may leave: without a policy the one that the page shows. */
export interface LeavingFigure {
  /** By the names that people and transcripts have outside. */
  readonly choices: FigureChoices;
  readonly data: FigureData;
  /** What is wrong with the question; then the figures are those without it. */
  readonly problem?: string;
  /** What is held back, in sentences. */
  readonly heldBack: readonly string[];
  /** A text with the ids of the study replaced. */
  text(words: string): string;
}

/**
 * Works out what was chosen once more, of what may leave.
 * @throws Error where it may not leave whatever is held back of it: the question or the rows are about something that is withheld
 * @throws DisclosureRefused where the policy cannot be followed
 */
export function* leavingFigure(inside: Corpus, chosen: FigureChoices): Pieces<LeavingFigure> {
  const open = yield* publicCorpus(inside);
  const { corpus, held, text } = open;
  const policy = inside.study.config.disclosure;
  const choices = outsideChoices(chosen, inside, open);
  const { query, problem } = narrowedBy(choices.query, corpus);
  const { figure } = choices;
  if (policy !== undefined && (figure === 'heat' || figure === 'bars' || figure === 'network')) {
    const asked = parseQuery(choices.query).query;
    // A question about somebody by an id of the study is not understood outside; without it the figure would be another one.
    const why = asked === undefined ? problem : (whyHeldBack(asked, policy) ?? problem);
    const whyNoTable = figure === 'network' ? whyByAttribute(query, policy) : whyNoAxis(corpus, choices);
    if (why !== undefined || whyNoTable !== undefined) throw new Error(why ?? whyNoTable);
  }
  const data = yield* figureData(corpus, choices, query, policy?.smallestCell ?? 0);
  const cells = data.is === 'matrix' ? data.matrix.held : 0;
  return {
    choices,
    data,
    ...(problem === undefined ? {} : { problem }),
    heldBack: heldBackStatement(heldBesides(held, cells)),
    text,
  };
}

function outsideChoices(choices: FigureChoices, inside: Corpus, open: PublicCorpus): FigureChoices {
  const { rows, row } = choices;
  const transcript = open.transcript(transcriptOf(inside, choices));
  return { ...choices, transcript, ...(row === undefined ? {} : { row: outsideRow(rows, row, inside, open) }) };
}

/** The key that a row has outside. */
function outsideRow(axis: string, row: string, inside: Corpus, { corpus, name, transcript }: PublicCorpus): string {
  if (axis === 'participant') return name(row);
  if (axis !== 'session') return row;
  const session = sessionsOf(inside.transcripts).find(one => one.name === row);
  const path = session && transcript(session.transcripts[0].path);
  const outside = sessionsOf(corpus.transcripts).find(one => one.transcripts.some(part => part.path === path));
  return outside?.name ?? row;
}

function whyNoAxis(corpus: Corpus, { rows, columns }: FigureChoices): string | undefined {
  const axes = axesOf(corpus);
  const withheld = [rows, columns].find(name => !axes.includes(name));
  if (withheld === undefined) return undefined;
  return vscode.l10n.t(
    '“{0}” is held back by the study’s disclosure policy, so this figure is not saved. Choose other rows and columns.',
    withheld,
  );
}
