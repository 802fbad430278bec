import {
  type FocusEvent,
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  type ReactElement,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './tooltip.module.css';

const TooltipBubble = lazy(() => import('./tooltip-bubble.tsx'));

const OPEN_MILLISECONDS = 400;
const CLOSE_MILLISECONDS = 100;

/**
 * Shows a short text while its one focusable child is hovered or has keyboard focus; Esc takes it away. It
 * describes the child, unless it is its name. Without a text the child stands as it is.
 *
 * @source WCAG 1.4.13
 */
export function WithTooltip({ text, children }: { text: string | null; children: ReactElement }) {
  const id = useId();
  const wrapper = useRef<HTMLSpanElement>(null);
  const target = useRef<Element>(null);
  const timer = useRef<number>(undefined);
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused');
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEffect(() => {
    target.current = wrapper.current?.firstElementChild ?? null;
    const isName = target.current?.getAttribute('aria-label') === text;
    if (text === null || isName) return;
    const described = target.current;
    described?.setAttribute('aria-describedby', id);
    return () => described?.removeAttribute('aria-describedby');
  }, [id, text]);

  const openSoon = (delay: number) => {
    if (text === null) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setState('open'), delay);
  };
  const closeSoon = (delay: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setState((now) => (now === 'open' ? 'closed' : now)), delay);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the child within
    <span
      ref={wrapper}
      className={styles.wrapper}
      onPointerEnter={(event: PointerEvent) => event.pointerType !== 'touch' && openSoon(OPEN_MILLISECONDS)}
      onPointerLeave={() => closeSoon(CLOSE_MILLISECONDS)}
      onPointerDown={() => closeSoon(0)}
      onFocus={(event: FocusEvent) => event.target.matches(':focus-visible') && openSoon(0)}
      onBlur={() => closeSoon(0)}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && closeSoon(0)}
    >
      {children}
      {text !== null && (
        <span id={id} hidden>
          {text}
        </span>
      )}
      {text !== null && state !== 'unused' && (
        <Suspense>
          <TooltipBubble target={target} text={text} isOpen={state === 'open'} onClose={() => closeSoon(0)} />
        </Suspense>
      )}
    </span>
  );
}
