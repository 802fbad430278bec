import type { AccessExplanation } from '@muniment/contract/explain.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi, useOrganization } from '../../../../app/organization.ts';
import { useMessages } from '../../../../messages/messages.tsx';
import { LinkButton } from '../../../../ui/link-button.tsx';
import { useIsSlow } from '../../../../ui/use-is-slow.ts';
import { Consequences } from './consequences.tsx';
import { explanationQuery } from './explanation-query.ts';
import { GrantSteps, NotCountingSteps } from './grant-steps.tsx';
import styles from './why-panel.module.css';

export interface WhyPanelProps {
  vlUserId: string;
  licenseId: string;
  /** A past moment; left out: now. */
  at: string | undefined;
  /** When there is something to read. */
  onShown: () => void;
}

/** What gives somebody their access on a license ID, what does not count, and what would stay without each role. @source B3 */
export default function WhyPanel({ vlUserId, licenseId, at, onShown }: WhyPanelProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { data, isPending, isError, refetch } = useQuery(
    explanationQuery(api, number, { vlUserId, licenseId, at }),
  );
  const isSlow = useIsSlow(isPending);
  const isThere = data !== undefined || isError;
  useEffect(() => {
    if (isThere) onShown();
  }, [isThere, onShown]);
  if (isError && data === undefined) {
    return (
      <p role="alert" className={styles.panel}>
        {t('why.error')} <LinkButton onPress={() => void refetch()}>{t('ui.error.retry')}</LinkButton>
      </p>
    );
  }
  if (data === undefined) {
    return isSlow ? (
      <p role="status" className={styles.panel}>
        {t('ui.loading')}
      </p>
    ) : null;
  }
  const isPast = at !== undefined;
  return (
    <div className={styles.panel}>
      <Headline explanation={data} isPast={isPast} />
      {data.path.length > 0 && <GrantSteps explanation={data} />}
      {data.notCounting.length > 0 && (
        <>
          <h5 className={styles.subtitle}>{t(isPast ? 'why.not.past' : 'why.not')}</h5>
          <NotCountingSteps explanation={data} />
        </>
      )}
      {data.ifRemoved !== null && <Consequences explanation={data} ifRemoved={data.ifRemoved} />}
    </div>
  );
}

function Headline({ explanation, isPast }: { explanation: AccessExplanation; isPast: boolean }) {
  const { t } = useMessages();
  const { path, person } = explanation;
  const inherited = path.find(({ inheritedFrom }) => inheritedFrom !== null)?.inheritedFrom;
  const isAll = path.every(({ origin }) => origin === 'inherited');
  if (path.length === 0) {
    return <h4 className={styles.title}>{t(isPast ? 'why.nothing.past' : 'why.nothing')}</h4>;
  }
  if (inherited == null) {
    return <h4 className={styles.title}>{t('why.assigned', { count: path.length })}</h4>;
  }
  return (
    <>
      <h4 className={styles.title}>{t(isAll ? 'why.inherited' : 'why.both')}</h4>
      <p>
        {t(inherited.contact === null ? 'why.contact.former' : `why.contact.${inherited.contact}`, {
          isYou: person.isYou ? 'yes' : 'no',
          name: person.displayName,
          agreement: inherited.agreementNumber,
        })}
      </p>
    </>
  );
}
