import { CalendarClock } from 'lucide-react';
import { useMessages } from '../../messages/messages.tsx';
import { shortRoleName } from '../../messages/names.ts';
import { type DraftLicense, periodOf } from './draft.ts';
import styles from './people-list.module.css';
import { periodInWords } from './period-in-words.ts';

/** The roles of a license ID that start later or end, with their days. Nothing where all count now and for good. */
export function PeriodNote({ license }: { license: DraftLicense }) {
  const messages = useMessages();
  const { t, formatList } = messages;
  const notes = license.roles.flatMap((role) => {
    const period = periodInWords(periodOf(license, role), messages);
    return period === null ? [] : [t('period.ofRole', { role: t(shortRoleName(role)), period })];
  });
  if (notes.length === 0) return null;
  return (
    <span className={styles.periods}>
      <CalendarClock size={14} strokeWidth={1.5} aria-hidden />
      <span>{formatList(notes, 'unit')}</span>
    </span>
  );
}
