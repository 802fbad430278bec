import { listLicenses } from '@muniment/contract/licenses.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useApi, useOrganization } from '../../app/organization.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import optionStyles from '../../ui/options.module.css';
import { SearchField } from '../../ui/search-field.tsx';
import { useLater } from '../../ui/use-later.ts';
import styles from './license-filter.module.css';

const SHOWN = 50;
const TYPING_MILLISECONDS = 200;

export interface LicensePopoverProps {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  values: readonly string[];
  onChoose: (licenseIds: readonly string[]) => void;
}

/** What the license ID filter opens. Loaded when it is first opened: the page does not wait for it. */
export default function LicensePopover(props: LicensePopoverProps) {
  const { triggerRef, isOpen, onClose, values, onChoose } = props;
  const { t } = useMessages();
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={4}
      className={optionStyles.popover}
    >
      <Dialog aria-label={t('assignments.filter.license')} className={styles.dialog}>
        <h2 className={styles.title}>{t('assignments.filter.license')}</h2>
        <LicenseSearch values={values} onChoose={onChoose} />
      </Dialog>
    </Popover>
  );
}

function LicenseSearch({ values, onChoose }: Pick<LicensePopoverProps, 'values' | 'onChoose'>) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [text, setText] = useState('');
  const q = useLater(text.trim(), TYPING_MILLISECONDS);
  const { data, isPending } = useQuery({
    queryKey: [number, 'license-search', q],
    queryFn: ({ signal }) =>
      api.call(listLicenses, {
        query: { action: 'assignment:manage', limit: SHOWN, ...(q === '' ? {} : { q }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).map(({ licenseId, name }) => ({
    id: licenseId,
    label: name,
    description: formatLicenseId(licenseId),
  }));
  // What is chosen stays, whether or not the search finds it.
  const shown = new Set(found.map(({ id }) => id));
  const hidden = values.filter((licenseId) => !shown.has(licenseId));
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className={styles.search}>
        <SearchField label={t('assignments.filter.license.search')} autoFocus />
      </div>
      <ListBox
        aria-label={t('assignments.filter.license')}
        items={found}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={values}
        onSelectionChange={(keys) =>
          onChoose([...hidden, ...(keys === 'all' ? shown : [...keys].map(String))])
        }
        className={classNames(optionStyles.list, styles.list)}
        renderEmptyState={() => (
          <div role="status" className={optionStyles.empty}>
            {isPending ? t('ui.loading') : t('assignments.filter.license.none')}
          </div>
        )}
      >
        {({ id, label, description }) => (
          <ListBoxItem id={id} textValue={label} className={optionStyles.option}>
            {({ isSelected }) => (
              <>
                <span className={optionStyles.box} aria-hidden>
                  {isSelected && <Check size={12} strokeWidth={3.5} />}
                </span>
                {/* Both are its name: many contracts are called alike. */}
                <span className={optionStyles.texts}>
                  <span>{label}</span>
                  <span className={optionStyles.description}>{description}</span>
                </span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
