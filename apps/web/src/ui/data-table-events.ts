import type { KeyboardEvent, SyntheticEvent } from 'react';

const CONTROL = 'button, a[href], input, label';

/** The id of the row that an event happened in; null outside of rows. */
export function rowIdOf(target: EventTarget): string | null {
  return rowOf(target)?.dataset.key ?? null;
}

/** The place of the row that an event happened in, among those that are loaded; -1 outside of rows. */
export function rowIndexOf(target: EventTarget): number {
  return Number(rowOf(target)?.dataset.index ?? -1);
}

/** Whether an event belongs to a button, link or check box within a cell. */
export function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest(CONTROL) !== null;
}

/** Whether an event happened in a menu or dialog that a cell opened: it lies elsewhere in the document. */
export function isFromPortal({ currentTarget, target }: SyntheticEvent<HTMLElement>): boolean {
  return target instanceof Node && !currentTarget.contains(target);
}

/** Whether the person is marking text to copy it: that is no click on the row. */
export function hasMarkedText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}

/** Whether Shift was held; a check box tells of it in the click that changed it. */
export function hasShift(event: Event): boolean {
  return 'shiftKey' in event && event.shiftKey === true;
}

/** The keys that open a context menu: Menu, and Shift F10 where a keyboard has none. */
export function asksForMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** Opens the menu of a row, wherever in it focus is. @returns Whether the row has one. */
export function openRowMenu(target: EventTarget): boolean {
  const button = rowOf(target)?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
  if (!button) return false;
  button.focus({ preventScroll: true });
  button.click();
  return true;
}

function rowOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
}
