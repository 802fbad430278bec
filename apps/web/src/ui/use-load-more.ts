import { useEffect, useRef } from 'react';

/** How many rows before the end the next ones are asked for. */
const LOAD_AHEAD = 20;

export interface LoadMoreOptions {
  /** Left out when all is loaded. */
  onLoadMore?: (() => void) | undefined;
  isLoadingMore?: boolean | undefined;
}

/** Asks once for each length of the list, when its end comes near. */
export function useLoadMore(
  count: number,
  lastVisible: number,
  { onLoadMore, isLoadingMore }: LoadMoreOptions,
): void {
  const askedAt = useRef(-1);
  useEffect(() => {
    const isNearEnd = lastVisible >= count - LOAD_AHEAD;
    if (!isNearEnd || isLoadingMore || onLoadMore === undefined || askedAt.current === count) return;
    askedAt.current = count;
    onLoadMore();
  }, [count, lastVisible, isLoadingMore, onLoadMore]);
}
