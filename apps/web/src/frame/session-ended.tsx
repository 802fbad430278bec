import { lazy, Suspense } from 'react';
import { useHasSessionEnded } from '../app/session.ts';

const SessionEndedDialog = lazy(() => import('../session/session-ended-dialog.tsx'));

/** Where the session ended while somebody was working, asks them to sign in again, over what they were doing. */
export function SessionEnded() {
  if (!useHasSessionEnded()) return null;
  return (
    <Suspense>
      <SessionEndedDialog />
    </Suspense>
  );
}
