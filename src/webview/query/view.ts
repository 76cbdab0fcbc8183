import { type Grouping, isGrouping } from '../../core/analysis/excerptGroups.js';
import { type Group, NO_CONDITIONS } from './builder/model.js';

/** The question, and how its answer is looked at. VS Code keeps it for a page that is hidden or reloaded. */
export interface View {
  /** The question as it is written, whether it can be read or not. */
  readonly text: string;
  /** The same as rows, those included that are not filled in yet; of the last text that could be read. */
  readonly rows: Group;
  /** Path of the saved question it was made of. */
  readonly from?: string | undefined;
  readonly grouping: Grouping;
  /** Keys of the groups that are folded. */
  readonly collapsed: readonly string[];
  /** Key of the item that has, or last had, the keyboard. */
  readonly current?: string | undefined;
  /** Key of the excerpt that was last shown in the transcript. */
  readonly revealed?: string | undefined;
}

/** The view that was kept, where there is one. */
export function recalled(kept: Partial<View>): View {
  return {
    text: kept.text ?? '',
    rows: kept.rows ?? NO_CONDITIONS,
    from: kept.from,
    grouping: isGrouping(kept.grouping) ? kept.grouping : 'transcript',
    collapsed: kept.collapsed ?? [],
    current: kept.current,
    revealed: kept.revealed,
  };
}
