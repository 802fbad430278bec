import { CalendarClock } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useMessages } from '../../../messages/messages.tsx';
import buttonStyles from '../../../ui/button.module.css';
import { classNames } from '../../../ui/class-names.ts';
import { useAsOfWords } from './use-as-of-words.ts';

const AsOfPopover = lazy(() => import('./as-of-popover.tsx'));

export interface AsOfControlProps {
  /** A day or a moment, as in the address; undefined: today. */
  asOf: string | undefined;
  onLookAt: (asOf: string | undefined) => void;
}

/** Says when the page is about, and opens the ways to look at another day. @source B4 */
export function AsOfControl({ asOf, onLookAt }: AsOfControlProps) {
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
          setOpen(!isOpen);
        }}
        className={classNames(buttonStyles.button, buttonStyles.default)}
      >
        <span className={buttonStyles.content}>
          <CalendarClock size={18} strokeWidth={1.5} aria-hidden />
          {asOf === undefined ? t('asOf.today') : <AsOf asOf={asOf} />}
        </span>
      </Button>
      {wasOpened && (
        <Suspense>
          <AsOfPopover
            triggerRef={button}
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            asOf={asOf}
            onLookAt={onLookAt}
          />
        </Suspense>
      )}
    </>
  );
}

function AsOf({ asOf }: { asOf: string }) {
  const { t } = useMessages();
  return t('asOf.date', { date: useAsOfWords(asOf) });
}
