import { useState } from 'react';
import { remember, remembered } from '../../app/browser-memory.ts';

/** The columns that may be hidden: without name and actions no row makes sense. */
export const OPTIONAL_COLUMNS = ['status', 'signInEmail', 'businessEmail', 'roles'] as const;
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];

const KEPT_AS = 'assignments:hidden-columns';

/** Which columns of the list are hidden, as this browser was told last. */
export function useHiddenColumns() {
  const [hidden, setHidden] = useState(readHidden);
  const hide = (columns: readonly OptionalColumn[]) => {
    remember(KEPT_AS, columns.join(','));
    setHidden(columns);
  };
  return [hidden, hide] as const;
}

function readHidden(): readonly OptionalColumn[] {
  const kept = remembered(KEPT_AS)?.split(',') ?? [];
  return OPTIONAL_COLUMNS.filter((column) => kept.includes(column));
}
