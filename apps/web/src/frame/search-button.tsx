import { Search } from 'lucide-react';
import { lazy, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useOrganization } from '../app/organization.ts';
import { useMessages } from '../messages/messages.tsx';
import styles from './header.module.css';
import { OnDemand } from './on-demand.tsx';

const loadPalette = () => import('../palette/palette.tsx');
const Palette = lazy(loadPalette);

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** Opens searching and commands; Ctrl K and Cmd K do so from everywhere but a window that lies over the page. */
export function SearchButton() {
  const { t } = useMessages();
  const isAdministrator = useOrganization().actions.includes('assignment:manage');
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const openByKeys = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isShortcut || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      // What lies over the page hides the page from assistive technology, and must be finished first.
      const isCovered = button.current?.closest('[aria-hidden="true"], [inert]');
      if (!isCovered) setState('open');
    };
    window.addEventListener('keydown', openByKeys);
    return () => window.removeEventListener('keydown', openByKeys);
  }, []);
  const label = t(isAdministrator ? 'frame.search' : 'frame.search.held');
  return (
    <>
      <Button
        ref={button}
        className={styles.search}
        aria-haspopup="dialog"
        aria-expanded={state === 'open'}
        onHoverStart={() => void loadPalette()}
        onPress={() => setState('open')}
      >
        <Search size={18} strokeWidth={1.5} aria-hidden />
        <span className={styles.searchWords}>{label}</span>
        <kbd className={styles.keys} aria-hidden>
          {t(IS_APPLE ? 'frame.search.keys.apple' : 'frame.search.keys')}
        </kbd>
      </Button>
      {state !== 'unused' && (
        <OnDemand>
          <Palette isOpen={state === 'open'} onClose={() => setState('closed')} label={label} />
        </OnDemand>
      )}
    </>
  );
}
