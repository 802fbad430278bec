import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { DraftPerson } from '../assign/draft.ts';
import { pairCount } from '../assign/draft-gaps.ts';
import styles from './verify-page.module.css';

const SHOWN_AFTER_MILLISECONDS = 300;

/** While the server compares the draft with what is there. */
export function Checking({ people }: { people: readonly DraftPerson[] }) {
  const { t } = useMessages();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <>
      <p role="status" className={styles.checking}>
        {t('verify.checking', { pairs: pairCount(people) })}
      </p>
      <SkeletonRows rows={6} rowHeight={52} />
    </>
  );
}
