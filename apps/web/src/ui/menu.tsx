import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { classNames } from './class-names.ts';
import styles from './menu.module.css';

/** One line of a menu: does something (`onAction`) or goes somewhere (`href`). */
export interface MenuEntry {
  id: string;
  label: string;
  description?: string;
  icon?: ReactNode;
  onAction?: () => void;
  href?: string;
  tone?: 'danger';
  isDisabled?: boolean;
  /** Shows a tick: what is chosen among its neighbours. */
  isCurrent?: boolean;
}

export interface MenuGroup {
  id: string;
  title: string;
  entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** The button that opens it: an IconButton, a Button. */
  trigger: ReactElement;
  /** Its name, where the trigger's name is not enough. */
  label?: string;
  entries: readonly (MenuEntry | MenuGroup)[];
  /** Above the entries: who is signed in, for instance. */
  header?: ReactNode;
  placement?: 'bottom start' | 'bottom end';
}

/** A menu of actions and links. */
export function Menu({ trigger, label, entries, header, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={styles.popover}>
        {header && <div className={styles.header}>{header}</div>}
        <AriaMenu aria-label={label} className={styles.menu}>
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
    </MenuTrigger>
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
        <Text slot="label">{entry.label}</Text>
        {entry.description && (
          <Text slot="description" className={styles.description}>
            {entry.description}
          </Text>
        )}
      </span>
      {entry.isCurrent && <Check size={16} aria-hidden />}
    </MenuItem>
  );
}
