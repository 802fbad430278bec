import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Puts focus somewhere once what was asked for has been drawn: where a control goes away with what it removed,
 * or a pane closes whose opener is gone.
 *
 * @returns A function that takes selectors, most wanted first. Focus stays where it is unless it was lost.
 */
export function useFocusTarget(): (...selectors: string[]) => void {
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (wanted === null) return;
    clearTimeout(timer.current);
    // After a closing pane had its own try at its opener.
    timer.current = setTimeout(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      const target = wanted
        .map((selector) => document.querySelector(selector))
        .find((found) => found !== null);
      if (isLost && target instanceof HTMLElement) target.focus();
    }, 60);
  }, [wanted]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback((...selectors) => setWanted(selectors), []);
}
