import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './assign-page.module.css';
import { useDiscard } from './use-discard.ts';
import type { DraftHandle } from './use-draft.ts';

interface DraftStatusProps {
  handle: DraftHandle;
  onDiscarded: () => void;
}

/** When the draft was kept, and the way to be rid of it. */
export function DraftStatus({ handle, onDiscarded }: DraftStatusProps) {
  const { t } = useMessages();
  const discardDraft = useDiscard(handle);
  const { people, changedAt } = handle.draft;
  const hasPeople = people.length > 0;
  if (!hasPeople || changedAt === null) return null;

  const discard = () => {
    discardDraft();
    onDiscarded();
  };
  return (
    <div className={styles.draftStatus}>
      {handle.isKept && <SavedWhen changedAt={changedAt} />}
      <LinkButton onPress={discard}>{t('assign.draft.discard')}</LinkButton>
    </div>
  );
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function SavedWhen({ changedAt }: { changedAt: string }) {
  const { t, formatDateTime } = useMessages();
  const now = useNow(MINUTE / 4);
  const age = now - Date.parse(changedAt);
  if (age < MINUTE) return <span>{t('assign.draft.savedNow')}</span>;
  return (
    <span>
      {age < HOUR
        ? t('assign.draft.savedMinutes', { minutes: Math.floor(age / MINUTE) })
        : t('assign.draft.savedAt', { time: formatDateTime(changedAt) })}
    </span>
  );
}

function useNow(everyMilliseconds: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}
