import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import selectStyles from '../../ui/select.module.css';

const LicensePopover = lazy(() => import('./license-popover.tsx'));

export interface LicenseFilterProps {
  /** The license ID that the list is narrowed to; null for any. */
  value: string | null;
  onChange: (licenseId: string | null) => void;
}

/** Narrows the list to one license ID: a small button that opens a search over those that one administers. */
export function LicenseFilter({ value, onChange }: LicenseFilterProps) {
  const { t } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <>
      <Button
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => {
          setWasOpened(true);
          setOpen(true);
        }}
        className={classNames(selectStyles.filter, value !== null && selectStyles.filterOn)}
      >
        <span>
          {value === null
            ? t('assignments.filter.license')
            : t('assignments.filter.license.chosen', { licenseId: formatLicenseId(value) })}
        </span>
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      {wasOpened && (
        <Suspense>
          <LicensePopover
            triggerRef={button}
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            value={value}
            onChoose={(licenseId) => {
              setOpen(false);
              onChange(licenseId);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
