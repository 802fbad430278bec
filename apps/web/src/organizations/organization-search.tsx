import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useMessages } from '../messages/messages.tsx';
import menuStyles from '../ui/menu.module.css';
import { SearchField } from '../ui/search-field.tsx';
import styles from './organization-search.module.css';

export interface OrganizationSearchProps {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  choices: readonly { id: string; label: string; href: string; isCurrent: boolean }[];
}

/** Organizations to switch to, found by a part of their name or number. Loaded where there are many. */
export default function OrganizationSearch({
  triggerRef,
  isOpen,
  onClose,
  choices,
}: OrganizationSearchProps) {
  const { t } = useMessages();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={4}
      className={menuStyles.popover}
    >
      <Dialog aria-label={t('frame.organizations')} className={styles.dialog}>
        <Autocomplete filter={contains}>
          <div className={styles.search}>
            <SearchField autoFocus label={t('frame.organizations.search')} maxLength={200} />
          </div>
          <Menu
            aria-label={t('frame.organizations')}
            onClose={onClose}
            className={menuStyles.menu}
            renderEmptyState={() => <div className={styles.none}>{t('ui.noOptions')}</div>}
          >
            {choices.map(({ id, label, href, isCurrent }) => (
              <MenuItem
                key={id}
                id={id}
                href={href}
                textValue={`${label} ${id}`}
                aria-current={isCurrent || undefined}
                className={menuStyles.entry}
              >
                <span className={menuStyles.texts}>
                  <span>{label}</span>
                  <span className={menuStyles.description}>{id}</span>
                </span>
                {isCurrent && <Check size={16} aria-hidden />}
              </MenuItem>
            ))}
          </Menu>
        </Autocomplete>
      </Dialog>
    </Popover>
  );
}
