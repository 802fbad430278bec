import { useEffect, useState } from 'react';

const SLOW_MILLISECONDS = 300;

/** Whether something has been pending for longer than 300 ms: before that a skeleton would only flicker. */
export function useIsSlow(isPending: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isPending]);
  return isPending && isSlow;
}
