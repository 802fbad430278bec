import { lazy, Suspense } from 'react';
import { useOpenPane } from '../app/panes.ts';

// Nobody waits for a pane who does not open it.
const PreferencesPane = lazy(() => import('../pages/preferences/preferences-pane.tsx'));
const HelpPane = lazy(() => import('../pages/help/help-pane.tsx'));
const FeedbackPane = lazy(() => import('../pages/feedback/feedback-pane.tsx'));

/** The pane that the address names, over whatever page one is on. */
export function OpenPane() {
  const pane = useOpenPane();
  if (pane === null) return null;
  return (
    <Suspense>
      {pane === 'preferences' && <PreferencesPane />}
      {pane === 'help' && <HelpPane />}
      {pane === 'feedback' && <FeedbackPane />}
    </Suspense>
  );
}
