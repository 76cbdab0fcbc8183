import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Action, History } from './history.js';

/**
 * Remembers what was done, for undo, and says it. Both are begun before anything is waited for: the next key may be
 * pressed already, and what it does comes second.
 * @param icon name of a codicon
 * @param said where there is more to say than the action's title
 */
export async function conclude(
  history: History,
  opened: OpenStudy,
  icon: string,
  action: Action,
  said = action.title,
): Promise<void> {
  const kept = history.remember(opened, action);
  announce(`$(${icon}) ${said}`);
  await kept;
}
