import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { useRef, useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useUndo } from './use-undo.ts';

/**
 * Undo in the row of a change, where it can be undone. Focus does not get lost with the button: it goes to the link
 * before it, or to the heading of the list.
 */
export function UndoButton({ change }: { change: AssignmentChange }) {
  const { t, formatDateTime } = useMessages();
  const undo = useUndo();
  const place = useRef<HTMLSpanElement>(null);
  const [isUndoing, setUndoing] = useState(false);
  const takeBack = async () => {
    const row = place.current?.closest('li');
    const section = place.current?.closest('section, main');
    setUndoing(true);
    await undo(change.id);
    setUndoing(false);
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const link = row?.isConnected ? row.querySelector('a') : null;
      const heading = section?.querySelector<HTMLElement>('h1, h2');
      (link ?? heading)?.focus();
    });
  };
  return (
    <span ref={place}>
      {change.undo.possible && (
        <LinkButton
          isPending={isUndoing}
          aria-label={t('undo.undoOf', { date: formatDateTime(change.at) })}
          onPress={() => void takeBack()}
        >
          {t('undo.undo')}
        </LinkButton>
      )}
    </span>
  );
}
