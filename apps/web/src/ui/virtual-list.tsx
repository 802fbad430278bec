import { type ReactNode, useRef, useState } from 'react';
import { useRowVirtualizer } from './use-row-virtualizer.ts';
import styles from './virtual-list.module.css';

export interface VirtualListProps<Item> {
  /** Names the list. */
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Pixels that an item is likely to take, before it was seen. */
  estimatedHeight: number;
  children: (item: Item) => ReactNode;
}

/** Up to here all items are in the document: searching in the page and printing find them. */
const PLAIN_MAX = 60;

/**
 * A list of any length whose items have any height, scrolled by whatever it lies in. Long ones keep only what is
 * in sight in the document, and the item that has focus.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  return props.items.length <= PLAIN_MAX ? <PlainList {...props} /> : <LongList {...props} />;
}

function PlainList<Item>({ label, items, keyOf, children }: VirtualListProps<Item>) {
  return (
    <ul aria-label={label} className={styles.list}>
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </ul>
  );
}

function LongList<Item>({ label, items, keyOf, estimatedHeight, children }: VirtualListProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const virtualizer = useRowVirtualizer({
    rows: list,
    grid: list,
    scrollsWithPage: true,
    count: items.length,
    rowHeight: estimatedHeight,
    keyOf: (index) => keyOf(items[index] as Item),
    keptIndex: focused,
    stickyHeight: 0,
  });

  return (
    <ul ref={list} aria-label={label} className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          className={styles.placed}
          style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
          onFocus={() => setFocused(index)}
        >
          {children(items[index] as Item)}
        </li>
      ))}
    </ul>
  );
}
