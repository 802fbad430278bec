import { listLicenses } from '@muniment/contract/licenses.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import type { Action } from '@muniment/domain/roles.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useApi, useOrganization } from '../app/organization.ts';
import { formatLicenseId } from '../messages/license-id.ts';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from '../ui/class-names.ts';
import optionStyles from '../ui/options.module.css';
import type { Option } from '../ui/options.tsx';
import { SearchField } from '../ui/search-field.tsx';
import selectStyles from '../ui/select.module.css';
import { useLater } from '../ui/use-later.ts';
import type { SearchFilterProps } from './search-filter.tsx';
import styles from './search-popover.module.css';

const SHOWN = 30;
const TYPING_MILLISECONDS = 200;

interface SearchPopoverProps extends Pick<SearchFilterProps, 'kind' | 'action' | 'chosen' | 'onChoose'> {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
}

/** What the filter opens: a search among people or license IDs. */
export default function SearchPopover(props: SearchPopoverProps) {
  const { kind, action = 'assignment:manage', triggerRef, isOpen, onClose, chosen, onChoose } = props;
  const { t } = useMessages();
  const [text, setText] = useState('');
  const { options, isPending } = useOptions(kind, action, useLater(text.trim(), TYPING_MILLISECONDS));
  const label = t(`filter.${kind}`);
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={4}
      className={optionStyles.popover}
    >
      <Dialog aria-label={label} className={styles.dialog}>
        <Autocomplete inputValue={text} onInputChange={setText}>
          <div className={styles.search}>
            <SearchField label={t(`filter.${kind}.search`)} autoFocus />
          </div>
          <ListBox
            aria-label={label}
            items={options}
            selectionMode="single"
            selectedKeys={chosen === null ? [] : [chosen]}
            onSelectionChange={(keys) => {
              const [id] = keys === 'all' ? [] : [...keys];
              onChoose(id === undefined ? null : String(id));
            }}
            className={classNames(optionStyles.list, styles.found)}
            renderEmptyState={() => (
              <div role="status" className={optionStyles.empty}>
                {isPending ? t('ui.loading') : t(`filter.${kind}.none`)}
              </div>
            )}
          >
            {(option) => <Found option={option} />}
          </ListBox>
        </Autocomplete>
        <div className={optionStyles.footer}>
          <Button className={selectStyles.clear} isDisabled={chosen === null} onPress={() => onChoose(null)}>
            {t('ui.filter.clear')}
          </Button>
        </div>
      </Dialog>
    </Popover>
  );
}

/** One who or that was found. Its name is all that it says: a description beside the name would not be searched by voice. */
function Found({ option: { id, label, description } }: { option: Option }) {
  return (
    <ListBoxItem id={id} textValue={label} className={optionStyles.option}>
      {({ isSelected }) => (
        <>
          <span className={optionStyles.tick} aria-hidden>
            {isSelected && <Check size={16} strokeWidth={2} />}
          </span>
          <span className={optionStyles.texts}>
            <span>{label}</span> <span className={optionStyles.description}>{description}</span>
          </span>
        </>
      )}
    </ListBoxItem>
  );
}

function useOptions(
  kind: 'person' | 'license',
  action: Action,
  q: string,
): { options: Option[]; isPending: boolean } {
  const api = useApi();
  const { number } = useOrganization();
  const { data, isPending } = useQuery({
    queryKey: [number, 'filter-search', kind, action, q],
    queryFn: async ({ signal }): Promise<Option[]> => {
      const query = { limit: SHOWN, ...(q === '' ? {} : { q }) };
      if (kind === 'person') {
        const { items } = await api.call(listVlUsers, { query, signal });
        return items.map(({ id, displayName, signInEmail }) => ({
          id,
          label: displayName,
          description: signInEmail,
        }));
      }
      const { items } = await api.call(listLicenses, { query: { ...query, action }, signal });
      return items.map(({ licenseId, name }) => ({
        id: licenseId,
        label: name,
        description: formatLicenseId(licenseId),
      }));
    },
    placeholderData: keepPreviousData,
  });
  return { options: data ?? [], isPending };
}
