import type { Overview } from '@muniment/contract/licenses.ts';
import { ShieldAlert } from 'lucide-react';
import type { ReactElement, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Link } from 'react-aria-components/Link';
import { Popover } from 'react-aria-components/Popover';
import { useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { type Need, needsOf } from '../frame/needs.ts';
import { useMessages } from '../messages/messages.tsx';
import { FilledCheck } from '../ui/filled-check.tsx';
import menuStyles from '../ui/menu.module.css';
import { FilledAlert, FilledClock, FilledQuestion } from '../ui/status-icons.tsx';
import styles from './notification-list.module.css';

const LOOKS: Readonly<Record<Need['kind'], { icon: ReactElement; className: string | undefined }>> = {
  failed: { icon: <FilledAlert />, className: styles.danger },
  'user-not-found': { icon: <FilledQuestion />, className: styles.warning },
  'invitation-expired': { icon: <FilledClock />, className: styles.warning },
  'sole-administrator': {
    icon: <ShieldAlert size={16} strokeWidth={1.75} aria-hidden />,
    className: styles.warning,
  },
};

export interface NotificationListProps {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  /** undefined while it is not known yet. */
  overview: Overview | undefined;
}

/** What needs the administrator; each line leads to the list of it. Loaded when it is first opened. */
export default function NotificationList({ triggerRef, isOpen, onClose, overview }: NotificationListProps) {
  const { t } = useMessages();
  const needs = overview === undefined ? null : needsOf(overview);
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      offset={4}
      className={menuStyles.popover}
    >
      <Dialog className={styles.dialog}>
        <Heading slot="title" level={2} className={styles.title}>
          {t('notifications.title')}
        </Heading>
        {needs === null && <p className={styles.waiting}>{t('notifications.waiting')}</p>}
        {needs?.length === 0 && (
          <p className={styles.good}>
            <FilledCheck />
            {t('notifications.none')}
          </p>
        )}
        {needs !== null && needs.length > 0 && (
          <ul className={styles.list}>
            {needs.map((need) => (
              <li key={need.kind}>
                <NeedLink need={need} onFollow={onClose} />
              </li>
            ))}
          </ul>
        )}
      </Dialog>
    </Popover>
  );
}

function NeedLink({ need: { kind, count }, onFollow }: { need: Need; onFollow: () => void }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  const href =
    kind === 'sole-administrator'
      ? paths.volumeLicensing(number)
      : paths.assignments(number, { status: [kind] });
  return (
    <Link href={href} onPress={onFollow} className={styles.need}>
      <span className={LOOKS[kind].className}>{LOOKS[kind].icon}</span>
      <span className={styles.words}>
        <span>{t(`notifications.${kind}`, { count })}</span>
        <span className={styles.about}>{t(`notifications.${kind}.body`, { count })}</span>
      </span>
    </Link>
  );
}
