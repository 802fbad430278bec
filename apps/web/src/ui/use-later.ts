import { useEffect, useState } from 'react';

/**
 * A value as it was when it last stood still.
 *
 * @param milliseconds How long it must stand still.
 */
export function useLater<T>(value: T, milliseconds: number): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return later;
}
