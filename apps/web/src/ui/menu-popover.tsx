import { Check } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classNames } from './class-names.ts';
import styles from './menu.module.css';
import type { MenuEntry, MenuGroup } from './menu.tsx';

export interface MenuPopoverProps {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  label: string;
  entries: readonly (MenuEntry | MenuGroup)[];
  header?: ReactNode;
  placement: 'bottom start' | 'bottom end';
  startsAt: 'first' | 'last';
}

/** What a menu's button opens. Loaded when a menu is first opened, so that no page waits for it. */
export default function MenuPopover(props: MenuPopoverProps) {
  const { triggerRef, isOpen, onClose, label, entries, header, placement, startsAt } = props;
  return (
    <Popover
      triggerRef={triggerRef}
      trigger="MenuTrigger"
      aria-label={label}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement={placement}
      offset={4}
      className={styles.popover}
    >
      {header && <div className={styles.header}>{header}</div>}
      <AriaMenu aria-label={label} autoFocus={startsAt} onClose={onClose} className={styles.menu}>
        {entries.map((entry) =>
          'entries' in entry ? (
            <MenuSection key={entry.id} className={styles.section}>
              <Header className={styles.title}>{entry.title}</Header>
              {entry.entries.map(renderEntry)}
            </MenuSection>
          ) : (
            renderEntry(entry)
          ),
        )}
      </AriaMenu>
    </Popover>
  );
}

function renderEntry(entry: MenuEntry) {
  return (
    <MenuItem
      key={entry.id}
      id={entry.id}
      href={entry.href}
      textValue={entry.label}
      onAction={entry.onAction}
      isDisabled={entry.isDisabled}
      aria-current={entry.isCurrent || undefined}
      className={classNames(styles.entry, entry.tone === 'danger' && styles.danger)}
    >
      {entry.icon}
      <span className={styles.texts}>
        <span lang={entry.language}>{entry.label}</span>
        {entry.description && <span className={styles.description}>{entry.description}</span>}
      </span>
      {entry.isCurrent && <Check size={16} aria-hidden />}
    </MenuItem>
  );
}
