import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  useVirtualizer,
} from '@tanstack/react-virtual';
import { type RefObject, useMemo } from 'react';

export interface ColumnVirtualizerOptions {
  /** It scrolls. */
  grid: RefObject<HTMLElement | null>;
  count: number;
  /** Pixels, of each column. */
  width: number;
  /** Pixels of the column that sticks to the start and must not cover the focused one. */
  stickyWidth: number;
  /** A column that stays in the document although it is out of sight: the one that has focus. */
  keptIndex: number | null;
}

/** Which columns are to be drawn: the same array while the same ones are in sight. */
export function useColumnVirtualizer({
  grid,
  count,
  width,
  stickyWidth,
  keptIndex,
}: ColumnVirtualizerOptions) {
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    horizontal: true,
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => width,
    overscan: 3,
    scrollMargin: stickyWidth,
    scrollPaddingStart: stickyWidth,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const isMissing = keptIndex !== null && keptIndex < range.count && !indexes.includes(keptIndex);
      return isMissing ? [...indexes, keptIndex].sort((a, b) => a - b) : indexes;
    },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
  });
  const inSight = virtualizer
    .getVirtualItems()
    .map(({ index }) => index)
    .join(' ');
  const indexes = useMemo(() => (inSight === '' ? [] : inSight.split(' ').map(Number)), [inSight]);
  return { indexes, reveal: virtualizer.scrollToIndex };
}
