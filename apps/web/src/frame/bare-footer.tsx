import { CircleQuestionMark } from 'lucide-react';
import { useShowPane } from '../app/panes.ts';
import { paths } from '../app/paths.ts';
import { useKnownPerson } from '../app/use-known-person.ts';
import { useMessages } from '../messages/messages.tsx';
import { GiveFeedback } from '../pages/feedback/give-feedback.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import styles from './bare-footer.module.css';
import { OpenPane } from './open-pane.tsx';

const ICON = <CircleQuestionMark size={16} strokeWidth={1.5} aria-hidden />;

/** Docked below pages that belong to no organization: help for everybody, feedback of whoever is signed in. */
export function BareFooter() {
  const { t } = useMessages();
  const showHelp = useShowPane('help');
  const isSomebody = useKnownPerson()?.kind === 'person';
  return (
    <footer className={styles.footer}>
      {isSomebody ? (
        <>
          <Button variant="quiet" size="small" icon={ICON} onPress={() => showHelp(true)}>
            {t('giveFeedback.help')}
          </Button>
          <GiveFeedback />
          <OpenPane />
        </>
      ) : (
        <ButtonLink variant="quiet" size="small" icon={ICON} href={paths.help}>
          {t('giveFeedback.help')}
        </ButtonLink>
      )}
    </footer>
  );
}
