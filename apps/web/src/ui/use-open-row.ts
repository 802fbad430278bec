import { useEffect, useRef } from 'react';

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
