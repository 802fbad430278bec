import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

type Items = readonly { readonly id: string }[];

export interface SteadyRowsOptions {
  virtualizer: Virtualizer<Element, Element>;
  visible: readonly VirtualItem[];
  items: Items;
  /** Pixels of each row; another height moves all of them. */
  rowHeight: number;
  /** The row that matters most: that whose pane is open. It is brought into sight when the pane opens. */
  openId: string | null;
  /** Names what is listed. Another list begins at its top; the same one stays where it is read. */
  viewKey: string | undefined;
}

/**
 * Keeps what one reads in its place when rows come, go or change their height above it: while a list brings
 * itself up to date, and when a pane opens or closes beside it.
 */
export function useSteadyRows(options: SteadyRowsOptions): void {
  const last = useRef<SteadyRowsOptions>(undefined);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = options;
    const { virtualizer, items, openId } = options;
    if (before === undefined) {
      const index = openId === null ? -1 : items.findIndex(({ id }) => id === openId);
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
      return;
    }
    const offset = virtualizer.scrollOffset ?? 0;
    const wanted = before.viewKey === options.viewKey ? offsetAfter(before, options, offset) : 0;
    if (wanted !== offset) virtualizer.scrollToOffset(wanted);
  });
}

function offsetAfter(before: SteadyRowsOptions, now: SteadyRowsOptions, offset: number): number {
  const isResized = before.rowHeight !== now.rowHeight;
  const isMoved = isResized || before.items !== now.items;
  const focusId = now.openId ?? before.openId;
  // At the very top one wants to see what is new there.
  const isAtTop = offset <= now.virtualizer.options.scrollMargin;
  const steady = isMoved && !isAtTop ? offset + movedBy(before, now, offset, focusId) : offset;
  const mustShow = focusId !== null && (isResized || before.openId !== now.openId);
  return Math.max(0, mustShow ? inSight(now, steady, focusId) : steady);
}

/** How far the row that matters, else the first in sight, was moved by what changed above it. */
function movedBy(
  before: SteadyRowsOptions,
  now: SteadyRowsOptions,
  offset: number,
  focusId: string | null,
): number {
  const end = offset + heightOf(now);
  const seen = before.visible.filter((row) => row.end > offset && row.start < end);
  for (const row of [...seen.filter(({ key }) => key === focusId), ...seen]) {
    const place = placeOf(now, String(row.key), row.index);
    if (place !== undefined) return place.start - row.start;
  }
  return 0;
}

/** The offset nearest to one at which a row is whole in sight, below the header that sticks. */
function inSight(now: SteadyRowsOptions, offset: number, id: string): number {
  const place = placeOf(now, id, -1);
  if (place === undefined) return offset;
  const top = place.start - now.virtualizer.options.scrollPaddingStart;
  const bottom = place.end - heightOf(now);
  return Math.min(Math.max(offset, bottom), top);
}

/** Looks where the row was before, then everywhere. */
function placeOf({ virtualizer, items }: SteadyRowsOptions, id: string, likely: number) {
  const index = items[likely]?.id === id ? likely : items.findIndex((item) => item.id === id);
  return index < 0 ? undefined : virtualizer.measurementsCache[index];
}

function heightOf({ virtualizer }: SteadyRowsOptions): number {
  return virtualizer.scrollRect?.height ?? 0;
}
