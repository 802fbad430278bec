import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { useMessages } from '../messages/messages.tsx';
import { LinkButton } from './link-button.tsx';
import styles from './toasts.module.css';
import type { Toast } from './toasts.tsx';

const WITH_ACTION_MILLISECONDS = 20_000;
const PLAIN_MILLISECONDS = 8_000;
const ICONS = { success: CircleCheck, info: Info, danger: CircleAlert };

const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Puts a toast in the queue. @returns A function that takes it away. */
export function addToast(toast: Toast): () => void {
  const needsTime = toast.action !== undefined || toast.tone === 'danger';
  const key = queue.add(toast, { timeout: needsTime ? WITH_ACTION_MILLISECONDS : PLAIN_MILLISECONDS });
  return () => queue.close(key);
}

/** The toasts in sight. Alt T puts focus on the newest one's action. */
export default function Region() {
  const { t } = useMessages();
  const region = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const focusNewest = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyT') return;
      const newest = region.current?.querySelector('[role="alertdialog"]');
      const target = newest?.querySelector('button') ?? newest;
      if (!(target instanceof HTMLElement)) return;
      event.preventDefault();
      target.focus();
    };
    window.addEventListener('keydown', focusNewest);
    return () => window.removeEventListener('keydown', focusNewest);
  }, []);

  return (
    <ToastRegion queue={queue} ref={region} aria-label={t('ui.notifications')} className={styles.region}>
      {({ toast }) => {
        const { tone, title, message, action } = toast.content;
        const Icon = ICONS[tone];
        return (
          <AriaToast toast={toast} className={styles.toast}>
            <Icon size={18} aria-hidden className={styles[tone]} />
            <div className={styles.texts}>
              <ToastContent>
                <Text slot="title" className={styles.title}>
                  {title}
                </Text>
                {message && <Text slot="description">{message}</Text>}
              </ToastContent>
              {action && (
                <LinkButton
                  slot={null}
                  onPress={() => {
                    queue.close(toast.key);
                    action.onAction();
                  }}
                >
                  {action.label}
                </LinkButton>
              )}
            </div>
            <Button slot="close" aria-label={t('ui.dismiss')} className={styles.close}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </Button>
          </AriaToast>
        );
      }}
    </ToastRegion>
  );
}
