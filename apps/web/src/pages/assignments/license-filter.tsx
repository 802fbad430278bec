import { Plus } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useMessages } from '../../messages/messages.tsx';
import selectStyles from '../../ui/select.module.css';

const LicensePopover = lazy(() => import('./license-popover.tsx'));

export interface LicenseFilterProps {
  /** The license IDs that the list is narrowed to: who holds something on any of them. */
  values: readonly string[];
  onChange: (licenseIds: readonly string[]) => void;
}

/** Narrows the list to license IDs: a small button that opens a search over those that one administers. */
export function LicenseFilter({ values, onChange }: LicenseFilterProps) {
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
        className={selectStyles.filter}
      >
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        {t('filter.add')}
      </Button>
      {wasOpened && (
        <Suspense>
          <LicensePopover
            triggerRef={button}
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            values={values}
            onChoose={onChange}
          />
        </Suspense>
      )}
    </>
  );
}
