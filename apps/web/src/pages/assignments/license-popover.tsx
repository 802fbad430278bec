import { listLicenses } from '@muniment/contract/licenses.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useApi, useOrganization } from '../../app/organization.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import optionStyles from '../../ui/options.module.css';
import { OptionItem } from '../../ui/options.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useLater } from '../../ui/use-later.ts';
import styles from './license-filter.module.css';

const SHOWN = 50;
const TYPING_MILLISECONDS = 200;
const ANY = 'any';

export interface LicensePopoverProps {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  value: string | null;
  onChoose: (licenseId: string | null) => void;
}

/** What the license ID filter opens. Loaded when it is first opened: the page does not wait for it. */
export default function LicensePopover(props: LicensePopoverProps) {
  const { triggerRef, isOpen, onClose, value, onChoose } = props;
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
        <LicenseSearch value={value} onChoose={onChoose} />
      </Dialog>
    </Popover>
  );
}

function LicenseSearch({
  value,
  onChoose,
}: {
  value: string | null;
  onChoose: (licenseId: string | null) => void;
}) {
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
  const any = value === null ? [] : [{ id: ANY, label: t('assignments.filter.license.any') }];
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className={styles.search}>
        <SearchField label={t('assignments.filter.license.search')} autoFocus />
      </div>
      <ListBox
        aria-label={t('assignments.filter.license')}
        items={[...any, ...found]}
        selectionMode="single"
        selectedKeys={value === null ? [] : [value]}
        onAction={(key) => onChoose(key === ANY ? null : String(key))}
        className={classNames(optionStyles.list, styles.list)}
        renderEmptyState={() => (
          <div role="status" className={optionStyles.empty}>
            {isPending ? t('ui.loading') : t('assignments.filter.license.none')}
          </div>
        )}
      >
        {(option) => <OptionItem option={option} mark="tick" />}
      </ListBox>
    </Autocomplete>
  );
}
