import type { AssignmentChangeAnswer } from '@muniment/contract/assignment-changes.ts';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MessageId } from '../messages/en.ts';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from '../ui/class-names.ts';
import { FilledCheck } from '../ui/filled-check.tsx';
import { FilledAlert, FilledWarning } from '../ui/status-icons.tsx';
import styles from './change-checks.module.css';
import { licenseIdsInWords } from './license-ids-in-words.ts';

type Check = AssignmentChangeAnswer['checks'][number];

const LOOKS: Readonly<Record<Check['level'], { icon: ReactNode; name: MessageId }>> = {
  blocking: { icon: <FilledAlert />, name: 'check.level.blocking' },
  warning: { icon: <FilledWarning />, name: 'check.level.warning' },
  information: { icon: <Info size={16} strokeWidth={1.5} aria-hidden />, name: 'check.level.information' },
  good: { icon: <FilledCheck />, name: 'check.level.good' },
};

const WORDS: Readonly<Record<Check['code'], { title: MessageId; body: MessageId }>> = {
  'last-administrator': { title: 'check.last', body: 'check.last.body' },
  'assignment-in-progress': { title: 'check.inProgress', body: 'check.inProgress.body' },
  'role-inherited': { title: 'check.inherited', body: 'check.inherited.body' },
  'drops-to-one-administrator': { title: 'check.dropsToOne', body: 'check.dropsToOne.body' },
  'administrator-pending': { title: 'check.pending', body: 'check.pending.body' },
  'gains-second-administrator': { title: 'check.gains', body: 'check.gains.body' },
};

/** What a planned change was checked for, in the order given: blocking, warning, information, good. */
export function ChangeChecks({ checks }: { checks: readonly Check[] }) {
  const messages = useMessages();
  const { t, formatList } = messages;
  return (
    <ul className={styles.checks}>
      {checks.map(({ level, code, licenseIds, people }) => (
        <li key={code} className={classNames(styles.check, styles[level])}>
          {LOOKS[level].icon}
          <div>
            <span className="visually-hidden">{t('check.level', { level: t(LOOKS[level].name) })} </span>
            <strong>
              {t(WORDS[code].title, {
                licenseIds: licenseIdsInWords(licenseIds, messages),
                count: licenseIds.length,
                people: formatList(people),
              })}
            </strong>
            <p className={styles.body}>{t(WORDS[code].body)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
