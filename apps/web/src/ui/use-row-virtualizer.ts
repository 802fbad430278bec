import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  useVirtualizer,
  windowScroll,
} from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

export interface RowVirtualizerOptions {
  /** The element that holds the rows, placed absolutely. */
  rows: RefObject<HTMLElement | null>;
  /** The grid, which scrolls unless `scrollsWithPage`. */
  grid: RefObject<HTMLElement | null>;
  scrollsWithPage: boolean;
  count: number;
  /** Pixels; a first guess where rows are measured. */
  rowHeight: number;
  keyOf: (index: number) => string;
  /** A row that stays in the document although it is out of sight: the one that has focus. */
  keptIndex: number | null;
  /** Height of the header that sticks to the top and must not cover the focused row. */
  stickyHeight: number;
}

type Scroller = Element | Window;

/** Which rows are to be drawn, and where; the grid, a scrolling part of the page or the window scrolls. */
export function useRowVirtualizer(options: RowVirtualizerOptions) {
  const { rows, grid, scrollsWithPage, keptIndex } = options;
  const [scroller, setScroller] = useState<Scroller | null>(null);
  const [margin, setMargin] = useState(options.stickyHeight);

  useLayoutEffect(() => {
    setScroller(scrollsWithPage ? scrollerAround(grid.current) : grid.current);
  }, [scrollsWithPage, grid]);

  // Without dependencies: what stands above the rows may change at any time, and reading it is cheap.
  useLayoutEffect(() => {
    if (scroller !== null && rows.current !== null) setMargin(distanceBelowTop(rows.current, scroller));
  });

  const isWindow = scroller === window;
  return useVirtualizer<Element, Element>({
    count: options.count,
    getScrollElement: () => scroller as Element | null,
    estimateSize: () => options.rowHeight,
    getItemKey: options.keyOf,
    overscan: 6,
    scrollMargin: margin,
    scrollPaddingStart: options.stickyHeight,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const isMissing = keptIndex !== null && keptIndex < range.count && !indexes.includes(keptIndex);
      return isMissing ? [...indexes, keptIndex].sort((a, b) => a - b) : indexes;
    },
    ...((isWindow
      ? {
          observeElementRect: observeWindowRect,
          observeElementOffset: observeWindowOffset,
          scrollToFn: windowScroll,
        }
      : { observeElementRect, observeElementOffset, scrollToFn: elementScroll }) as object),
  });
}

function scrollerAround(element: Element | null): Scroller {
  for (let outer = element?.parentElement; outer; outer = outer.parentElement) {
    if (outer === document.body) break;
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer;
  }
  return window;
}

function distanceBelowTop(rows: Element, scroller: Scroller): number {
  const top = rows.getBoundingClientRect().top;
  const distance =
    scroller instanceof Element
      ? top - scroller.getBoundingClientRect().top - scroller.clientTop + scroller.scrollTop
      : top + window.scrollY;
  return Math.round(distance);
}
