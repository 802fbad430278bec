import { useMe, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import type { StepProps } from './benefit-pane.tsx';
import styles from './benefits.module.css';
import { ProgramStep } from './program-step.tsx';

/** The terms: what they say in short, and who accepted which version when. */
export function TermsStep({ program: { terms, accessCode }, change }: StepProps) {
  const { t, formatDate } = useMessages();
  const { publisherName } = useMe();
  const { name: organization } = useOrganization();
  const { accepted, current, url } = terms;
  const isCurrent = accepted?.version === current;
  const link = url !== null && (
    <Link href={url} target="_blank" rel="noreferrer" variant="underlined">
      {t('benefits.terms.read')}
    </Link>
  );
  return (
    <ProgramStep title={t('benefits.terms')} isDone={isCurrent}>
      {accepted !== null && (
        <p>
          {t(accepted.by === null ? 'benefits.terms.acceptedOn' : 'benefits.terms.accepted', {
            version: accepted.version,
            name: accepted.by,
            date: formatDate(accepted.at),
          })}
        </p>
      )}
      {isCurrent ? (
        link && <p>{link}</p>
      ) : (
        <>
          {accepted !== null && accessCode !== null && (
            <MessageBar tone="info">{t('benefits.terms.changed')}</MessageBar>
          )}
          <p>{t('benefits.terms.lead', { version: current, publisher: publisherName })}</p>
          <ul className={styles.points}>
            <li>{t('benefits.terms.employees', { organization })}</li>
            <li>{t('benefits.terms.leaving', { organization })}</li>
            <li>{t('benefits.terms.contract')}</li>
          </ul>
          {link && <p>{link}</p>}
          <Button
            variant="primary"
            isPending={change.isPending}
            onPress={() => change.mutate({ step: 'accept-terms', version: current })}
          >
            {t('benefits.terms.accept')}
          </Button>
        </>
      )}
    </ProgramStep>
  );
}
