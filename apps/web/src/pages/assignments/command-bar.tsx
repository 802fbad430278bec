import { Ellipsis, MailCheck, RotateCcw, ShieldPlus, ShieldX, UserRoundMinus, X } from 'lucide-react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { PHONE, useMediaQuery } from '../../ui/use-media-query.ts';
import styles from './command-bar.module.css';
import type { SelectedPeople } from './use-selection.ts';

/** What can be done to the selected people. */
export type BulkAct = 'add-roles' | 'remove-roles' | 'resend' | 'reset' | 'remove-people';

export interface CommandBarProps {
  selection: SelectedPeople;
  /** How many match the filters; null while that is not known. */
  matching: number | null;
  onAct: (act: BulkAct) => void;
  onClear: () => void;
}

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;
const SMALL_ICON = { ...ICON, size: 16 };

/** Takes the place of the toolbar while people are selected; on phones it is docked below the list. */
export function CommandBar({ selection, matching, onAct, onClear }: CommandBarProps) {
  const { t } = useMessages();
  const isPhone = useMediaQuery(PHONE);
  const { count, isAll } = selection;
  const offersAll = !isAll && count > 0 && matching !== null && count < matching;
  const further: MenuEntry[] = [
    {
      id: 'reset',
      label: t('selection.reset'),
      description: t('selection.reset.about'),
      icon: <RotateCcw {...SMALL_ICON} />,
      onAction: () => onAct('reset'),
    },
    {
      id: 'remove-people',
      label: t('selection.removePeople'),
      icon: <UserRoundMinus {...SMALL_ICON} />,
      tone: 'danger',
      onAction: () => onAct('remove-people'),
    },
  ];
  const all: MenuEntry[] = [
    {
      id: 'add-roles',
      label: t('selection.addRoles'),
      icon: <ShieldPlus {...SMALL_ICON} />,
      onAction: () => onAct('add-roles'),
    },
    {
      id: 'remove-roles',
      label: t('selection.removeRoles'),
      icon: <ShieldX {...SMALL_ICON} />,
      onAction: () => onAct('remove-roles'),
    },
    {
      id: 'resend',
      label: t('selection.resend.long'),
      icon: <MailCheck {...SMALL_ICON} />,
      onAction: () => onAct('resend'),
    },
    ...further,
  ];
  return (
    <section aria-label={t('selection.label')} className={styles.bar}>
      <div className={styles.who}>
        <p role="status" className={styles.count}>
          {t(isAll ? 'selection.countAll' : 'selection.count', { count })}
        </p>
        {offersAll && (
          <LinkButton onPress={selection.selectAll}>{t('selection.all', { count: matching })}</LinkButton>
        )}
      </div>
      {isPhone ? (
        <div className={styles.acts}>
          {count === 0 ? (
            <Button disabledReason={t('selection.none')}>{t('selection.act')}</Button>
          ) : (
            <Menu
              label={t('selection.act')}
              placement="bottom end"
              entries={all}
              trigger={<Button>{t('selection.act')}</Button>}
            />
          )}
          <Button onPress={onClear}>{t('selection.done')}</Button>
        </div>
      ) : (
        <>
          <div className={styles.acts}>
            <Button variant="quiet" icon={<ShieldPlus {...ICON} />} onPress={() => onAct('add-roles')}>
              {t('selection.addRoles')}
            </Button>
            <Button variant="quiet" icon={<ShieldX {...ICON} />} onPress={() => onAct('remove-roles')}>
              {t('selection.removeRoles')}
            </Button>
            <Button variant="quiet" icon={<MailCheck {...ICON} />} onPress={() => onAct('resend')}>
              {t('selection.resend')}
            </Button>
            <Menu
              label={t('selection.more')}
              entries={further}
              trigger={<IconButton label={t('selection.more')} icon={<Ellipsis {...ICON} />} />}
            />
          </div>
          <span className={styles.end}>
            <Button variant="quiet" icon={<X {...ICON} />} onPress={onClear}>
              <span className={styles.clear}>{t('selection.clear')}</span>
            </Button>
          </span>
        </>
      )}
    </section>
  );
}
