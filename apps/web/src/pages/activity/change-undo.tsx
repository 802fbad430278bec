import type { AssignmentChange, Difference } from '@muniment/contract/assignment-changes.ts';
import { Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useUndo } from '../../changes/use-undo.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import styles from './activity.module.css';

/** What taking the change back would do, and the button; or why it cannot be. @source B8 */
export function ChangeUndo({ change }: { change: AssignmentChange }) {
  const messages = useMessages();
  const { t } = messages;
  const undo = useUndo();
  const [isUndoing, setUndoing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { possible, reason } = change.undo;
  const takeBack = async () => {
    setUndoing(true);
    await undo(change.id);
    setUndoing(false);
    // The button is gone with what it did.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) place.current?.focus();
    });
  };
  return (
    <Card title={t('activity.undo.title')}>
      <CardBody>
        <div ref={place} tabIndex={-1} className={styles.undo}>
          {possible ? (
            <>
              <ul className={styles.consequences}>
                {consequences(change, messages).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <Button
                icon={<Undo2 size={16} strokeWidth={1.5} aria-hidden />}
                isPending={isUndoing}
                onPress={() => void takeBack()}
              >
                {t('activity.undo.button')}
              </Button>
            </>
          ) : (
            <p>
              <strong>{t('activity.undo.no')}</strong> {reason !== null && t(`activity.undo.no.${reason}`)}
            </p>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

/** What follows from it, in whole sentences. */
function consequences({ difference, mail }: AssignmentChange, { t }: Messages): string[] {
  const count = (roles: (one: Difference) => readonly unknown[]) =>
    difference.reduce((sum, one) => sum + roles(one).length, 0);
  const ends = count(({ added }) => added);
  const restores = count(({ removed }) => removed);
  const moves = count(({ rescheduled }) => rescheduled);
  return [
    ...(ends > 0 ? [t('activity.undo.ends', { count: ends })] : []),
    ...(restores > 0 ? [t('activity.undo.restores', { count: restores })] : []),
    ...(moves > 0 ? [t('activity.undo.moves', { count: moves })] : []),
    mail.held > 0 ? t('activity.undo.silent', { count: mail.held }) : t('activity.undo.tells'),
  ];
}
