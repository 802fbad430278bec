import { lazy } from 'react';
import { useOpenPane } from '../app/panes.ts';
import { OnDemand } from './on-demand.tsx';

// Nobody waits for a pane who does not open it.
const PreferencesPane = lazy(() => import('../pages/preferences/preferences-pane.tsx'));
const HelpPane = lazy(() => import('../pages/help/help-pane.tsx'));
const FeedbackPane = lazy(() => import('../pages/feedback/feedback-pane.tsx'));

/** The pane that the address names, over whatever page one is on. */
export function OpenPane() {
  const pane = useOpenPane();
  if (pane === null) return null;
  return (
    <OnDemand key={pane}>
      {pane === 'preferences' && <PreferencesPane />}
      {pane === 'help' && <HelpPane />}
      {pane === 'feedback' && <FeedbackPane />}
    </OnDemand>
  );
}
