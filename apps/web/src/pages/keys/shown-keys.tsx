import { copyKey, type ProductKey, revealKey } from '@muniment/contract/product-keys.ts';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { isProblem } from '../../api/client.ts';
import { useApi } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { showToast } from '../../ui/toasts.tsx';

/** As long a key stays in sight. */
const SHOWN_MS = 60_000;

type OneKey = Pick<ProductKey, 'id' | 'licenseId' | 'product'>;

interface ShownKeys {
  /** The key in clear while it is shown. */
  readonly keyOf: (id: string) => string | undefined;
  readonly reveal: (key: OneKey) => Promise<void>;
  readonly hide: (key: OneKey) => void;
  readonly copy: (key: OneKey) => Promise<void>;
}

const ShownKeysContext = createContext<ShownKeys | null>(null);

/**
 * Keeps the keys that are shown: each for a minute, and none when the page is left. They are held here alone, in no
 * cache and no storage. A copy goes to the clipboard and is shown nowhere. @source W3
 */
export function ShownKeysProvider({ children }: { children: ReactNode }) {
  const { t } = useMessages();
  const api = useApi();
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  const [said, setSaid] = useState('');
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const running = timers.current;
    // A page that Back brings again as it was would show them still.
    const hideAll = () => setShown(new Map());
    window.addEventListener('pagehide', hideAll);
    return () => {
      window.removeEventListener('pagehide', hideAll);
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    };
  }, []);

  const value = useMemo<ShownKeys>(() => {
    const fail = (title: string, error: unknown) => {
      const message = isProblem(error, 'key-does-not-open') ? t('keys.doesNotOpen') : t(problemText(error));
      showToast({ tone: 'danger', title, message });
    };
    const hide = ({ id, product }: OneKey) => {
      clearTimeout(timers.current.get(id));
      timers.current.delete(id);
      setShown((before) => new Map([...before].filter(([other]) => other !== id)));
      setSaid(t('keys.hidden', { product }));
    };
    return {
      keyOf: (id) => shown.get(id),
      hide,
      reveal: async (key) => {
        const { id, licenseId, product } = key;
        try {
          const answer = await api.call(revealKey, { params: { licenseId, keyId: id } });
          setShown((before) => new Map(before).set(id, answer.key));
          setSaid(t('keys.shown', { product }));
          clearTimeout(timers.current.get(id));
          timers.current.set(
            id,
            setTimeout(() => hide(key), SHOWN_MS),
          );
        } catch (error) {
          fail(t('keys.revealFailed'), error);
        }
      },
      copy: async ({ id, licenseId, product }) => {
        // Before it is asked for: nothing is handed out that would not arrive.
        if (navigator.clipboard === undefined) {
          showToast({ tone: 'danger', title: t('keys.copyFailed'), message: t('keys.noClipboard') });
          return;
        }
        try {
          const { key } = await api.call(copyKey, { params: { licenseId, keyId: id } });
          await navigator.clipboard.writeText(key);
          showToast({
            tone: 'success',
            title: t('keys.copied'),
            message: t('keys.copied.body', { product }),
          });
        } catch (error) {
          if (error instanceof DOMException) {
            showToast({ tone: 'danger', title: t('keys.copyFailed'), message: t('keys.noClipboard') });
          } else fail(t('keys.copyFailed'), error);
        }
      },
    };
  }, [api, t, shown]);

  return (
    <ShownKeysContext value={value}>
      {children}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </ShownKeysContext>
  );
}

/** The keys that are shown, and ways to show, hide and copy one. */
export function useShownKeys(): ShownKeys {
  const shown = useContext(ShownKeysContext);
  if (shown === null) throw new Error('There is no ShownKeysProvider');
  return shown;
}
