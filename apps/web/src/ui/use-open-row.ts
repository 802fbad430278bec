import { useEffect, useLayoutEffect, useRef } from 'react';

/** A pane that opens or closes changes how high rows are: the one that it is about stays in sight. */
export function useOpenRowInSight(
  openId: string | null,
  rowHeight: number,
  reveal: (id: string) => void,
): void {
  const lastOpenId = useRef(openId);
  const revealRow = useRef(reveal);
  revealRow.current = reveal;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of the rows moves all of them
  useLayoutEffect(() => {
    const id = openId ?? lastOpenId.current;
    lastOpenId.current = openId;
    if (id !== null) revealRow.current(id);
  }, [openId, rowHeight]);
}

/** When the pane of a row closes and focus is lost with it, the row has it: the control may be a new one. */
export function useFocusOfClosedRow(openId: string | null, focusRow: (id: string) => void): void {
  const lastOpenId = useRef(openId);
  const focus = useRef(focusRow);
  focus.current = focusRow;
  useEffect(() => {
    const closedId = openId === null ? lastOpenId.current : null;
    lastOpenId.current = openId;
    if (closedId === null) return;
    // After the pane had its own try at the control that opened it.
    const timer = setTimeout(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost) focus.current(closedId);
    });
    return () => clearTimeout(timer);
  }, [openId]);
}
