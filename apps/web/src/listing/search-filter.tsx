import type { Action } from '@muniment/domain/roles.ts';
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from '../ui/class-names.ts';
import selectStyles from '../ui/select.module.css';

const SearchPopover = lazy(() => import('./search-popover.tsx'));

export interface SearchFilterProps {
  kind: 'person' | 'license';
  /** License IDs on which the person may do this. Default: those that they administer. */
  action?: Action;
  /** The id that the list is narrowed to, and how it is called. */
  chosen: string | null;
  chosenName: string | null;
  onChoose: (id: string | null) => void;
}

/** Narrows a list to one of many: a small button that opens a search. */
export function SearchFilter({ kind, action, chosen, chosenName, onChoose }: SearchFilterProps) {
  const { t } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const label = t(`filter.${kind}`);
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
        className={classNames(selectStyles.filter, chosen !== null && selectStyles.filterOn)}
      >
        {chosenName === null ? label : t('ui.filter.chosen', { label, value: chosenName })}
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      {wasOpened && (
        <Suspense>
          <SearchPopover
            kind={kind}
            action={action}
            triggerRef={button}
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            chosen={chosen}
            onChoose={(id) => {
              onChoose(id);
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
