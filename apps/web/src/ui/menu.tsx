import {
  type KeyboardEvent,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from 'react';
import { ButtonContext } from 'react-aria-components/Button';

const MenuPopover = lazy(() => import('./menu-popover.tsx'));

/** One line of a menu: does something (`onAction`) or goes somewhere (`href`). */
export interface MenuEntry {
  id: string;
  label: string;
  /** Of the label, where it is another than the page's. */
  language?: string;
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
  /** Names the menu. */
  label: string;
  entries: readonly (MenuEntry | MenuGroup)[];
  /** Above the entries: who is signed in, for instance. */
  header?: ReactNode;
  placement?: 'bottom start' | 'bottom end';
}

/** A button that opens a menu of actions and links; arrow down and up on the button open it too. */
export function Menu({ trigger, label, entries, header, placement = 'bottom start' }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [startsAt, setStartsAt] = useState<'first' | 'last' | null>(null);
  const [wasOpened, setWasOpened] = useState(false);

  const open = (at: 'first' | 'last') => {
    setWasOpened(true);
    setStartsAt(at);
  };
  const openByArrow = (event: KeyboardEvent) => {
    const isOnButton = event.target === button.current;
    if (!isOnButton || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button within
    <span onKeyDown={openByArrow}>
      <ButtonContext.Provider
        value={{
          ref: button,
          onPress: () => open('first'),
          'aria-haspopup': 'menu',
          'aria-expanded': startsAt !== null,
        }}
      >
        {trigger}
      </ButtonContext.Provider>
      {wasOpened && (
        <Suspense>
          <MenuPopover
            triggerRef={button}
            isOpen={startsAt !== null}
            onClose={() => setStartsAt(null)}
            label={label}
            entries={entries}
            header={header}
            placement={placement}
            startsAt={startsAt ?? 'first'}
          />
        </Suspense>
      )}
    </span>
  );
}
