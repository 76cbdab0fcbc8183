import type * as vscode from 'vscode';
import type { OpenStudy } from '../study/openStudy.js';

/** How the choices of a page are kept and read. */
export interface ChoiceKind<Choices> {
  /** Where they are kept: one entry for all studies. */
  readonly name: string;
  /** What is shown as long as nobody chose. */
  readonly first: Choices;
  /** Takes from what somebody gave what is a choice: it comes from a page, a program or from before a reload, so anybody may have written it. */
  read(given: Readonly<Record<string, unknown>>, choices: Choices): Partial<Choices>;
}

/** What was chosen last in each study. */
export class ChosenInStudy<Choices extends object> {
  constructor(
    private readonly memory: vscode.Memento,
    private readonly kind: ChoiceKind<Choices>,
  ) {}

  of(opened: OpenStudy): Choices {
    return this.with(this.kind.first, this.all()[opened.root.toString()]);
  }

  /** Takes over what somebody chose; what is no such choice changes nothing. */
  async choose(opened: OpenStudy, changes: unknown): Promise<void> {
    const choices = this.with(this.of(opened), changes);
    await this.memory.update(this.kind.name, { ...this.all(), [opened.root.toString()]: choices });
  }

  private with(choices: Choices, changes: unknown): Choices {
    return isObject(changes) ? { ...choices, ...this.kind.read(changes, choices) } : choices;
  }

  private all(): Readonly<Record<string, unknown>> {
    const kept = this.memory.get<unknown>(this.kind.name);
    return isObject(kept) ? kept : {};
  }
}

/** Of the keys of a table, those whose given value is one of theirs. */
export function takenAmong(
  given: Readonly<Record<string, unknown>>,
  table: Readonly<Record<string, readonly string[]>>,
): Record<string, unknown> {
  const isAmong = ([key, among]: readonly [string, readonly string[]]): boolean => among.includes(given[key] as string);
  return Object.fromEntries(
    Object.entries(table)
      .filter(isAmong)
      .map(([key]) => [key, given[key]]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
