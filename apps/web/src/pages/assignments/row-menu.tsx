import type { VlUser } from '@muniment/contract/vl-users.ts';
import { Ellipsis, MailCheck, RefreshCw, RotateCcw, UserRoundMinus } from 'lucide-react';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import type { Again } from './use-invitations.ts';

export interface RowMenuProps {
  person: VlUser;
  onSendAgain: (person: VlUser, again: Again) => void;
  /** Opens their pane with what failed wanted again. */
  onAssignAgain: (person: VlUser) => void;
  onRemove: (person: VlUser) => void;
}

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What can be done about a row besides viewing its access. @source M2, M3, M5 */
export function RowMenu({ person, onSendAgain, onAssignAgain, onRemove }: RowMenuProps) {
  const { t } = useMessages();
  const entries: MenuEntry[] = [
    {
      id: 'assign-again',
      label: t('assignments.assignAgain'),
      description: t('assignments.assignAgain.about'),
      icon: <RefreshCw {...ICON} />,
      onAction: () => onAssignAgain(person),
    },
    {
      id: 'resend',
      label: t('assignments.resend'),
      description: t('assignments.resend.about'),
      icon: <MailCheck {...ICON} />,
      onAction: () => onSendAgain(person, 'resend'),
    },
    {
      id: 'reset',
      label: t('assignments.reset'),
      description: t('assignments.reset.about'),
      icon: <RotateCcw {...ICON} />,
      onAction: () => onSendAgain(person, 'reset'),
    },
    {
      id: 'remove',
      label: t('assignments.remove'),
      icon: <UserRoundMinus {...ICON} />,
      tone: 'danger',
      onAction: () => onRemove(person),
    },
  ];
  const isPossible = {
    'assign-again': person.status === 'failed',
    resend: person.actions.includes('resend-invite'),
    reset: person.actions.includes('reset-invite'),
  };
  return (
    <Menu
      label={t('assignments.moreFor', { name: person.displayName })}
      placement="bottom end"
      entries={entries.filter(({ id }) => isPossible[id as keyof typeof isPossible] ?? true)}
      trigger={
        <IconButton
          size="small"
          label={t('assignments.moreFor', { name: person.displayName })}
          icon={<Ellipsis size={18} strokeWidth={1.5} aria-hidden />}
        />
      }
    />
  );
}
