import { kindsOf, WAITING } from '../../core/analysis/reviewFilter.js';
import type { ReviewKind } from '../../core/analysis/reviewKind.js';

/** How the page is looked at. */
export interface View {
  readonly kinds: readonly ReviewKind[];
  /** Whose codings are shown; undefined until somebody chooses: one's own, where one has any. */
  readonly whose?: 'mine' | 'all' | undefined;
  /** Key of the item that has, or last had, the keyboard. */
  readonly current?: string | undefined;
}

/** The view that was kept, where there is one. */
export function recalled({ kinds, whose, current }: Partial<View>): View {
  return {
    kinds: kindsOf(kinds ?? WAITING),
    whose: whose === 'mine' || whose === 'all' ? whose : undefined,
    current,
  };
}
