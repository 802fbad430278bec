import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { ChangeInWords } from '../../changes/change-in-words.tsx';
import { Columns, Page } from '../../frame/page.tsx';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './activity.module.css';
import { changeQuery } from './activity-queries.ts';
import { ChangeDifference } from './change-difference.tsx';
import { ChangeOutcome } from './change-outcome.tsx';
import { ChangeUndo } from './change-undo.tsx';

/** One change in full: who, why, what became of it, and taking it back. @source B8, M2 */
export default function ChangePage() {
  const { t, formatDateTime } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { changeId } = useParams({ from: '/o/$organization/vl/activity/$changeId' });
  const { data: change, error, isPending, refetch } = useQuery(changeQuery(api, number, changeId));
  const isSlow = useIsSlow(isPending);
  const crumbs = [
    { label: t('page.products'), href: paths.volumeLicensing(number) },
    { label: t('activity.title'), href: paths.activity(number) },
  ];
  if (change !== undefined && !isProblem(error, 'not-found')) {
    return (
      <Page
        title={t('activity.change', { date: formatDateTime(change.at) })}
        crumbs={crumbs}
        actions={<ButtonLink href={paths.activity(number)}>{t('activity.change.back')}</ButtonLink>}
        width="wide"
      >
        <Change change={change} />
      </Page>
    );
  }
  return (
    <Page title={t('activity.title')} crumbs={[crumbs[0]].flatMap((crumb) => crumb ?? [])} width="wide">
      {isProblem(error, 'not-found') ? (
        <EmptyState
          title={t('activity.change.notFound')}
          action={<ButtonLink href={paths.activity(number)}>{t('activity.change.back')}</ButtonLink>}
        >
          {t('activity.change.notFound.body')}
        </EmptyState>
      ) : error ? (
        <PageError title={t('activity.change.error')} error={error} onRetry={() => void refetch()} />
      ) : (
        isSlow && <SkeletonRows rowHeight={52} />
      )}
    </Page>
  );
}

function Change({ change }: { change: AssignmentChange }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  return (
    <Columns
      aside={
        <>
          <ChangeUndo change={change} />
          <Facts change={change} />
        </>
      }
    >
      {change.undoneBy !== null && (
        <MessageBar
          tone="info"
          title={t('activity.change.undoneBy')}
          actions={
            <Link href={paths.change(number, change.undoneBy)}>{t('activity.change.undoneBy.show')}</Link>
          }
        />
      )}
      {change.undoes !== null && (
        <MessageBar
          tone="info"
          title={t('activity.change.undoes')}
          actions={<Link href={paths.change(number, change.undoes)}>{t('activity.change.undoes.show')}</Link>}
        />
      )}
      <p className={styles.sentence}>
        <ChangeInWords change={change} />
      </p>
      <ChangeOutcome change={change} />
      <ChangeDifference change={change} />
    </Columns>
  );
}

function Facts({ change }: { change: AssignmentChange }) {
  const messages = useMessages();
  const { t, formatDateTime } = messages;
  const { actor } = change;
  const facts: [string, ReactNode][] = [
    [t('activity.change.by'), actor.isYou ? t('change.you') : actor.displayName],
    [t('activity.change.when'), formatDateTime(change.at)],
    [t('activity.change.kind'), t(`activity.kind.${change.kind}`)],
    ...(change.reason === null
      ? []
      : ([[t('activity.change.reason'), change.reason]] satisfies [string, ReactNode][])),
    ...(change.mail.held === 0
      ? []
      : ([[t('activity.change.emails'), emailsLine(change, messages)]] satisfies [string, ReactNode][])),
  ];
  return (
    <Card title={t('activity.change.facts')}>
      <CardBody>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}

/** Without a mail server what is held stays held, and no time is said that has passed. */
function emailsLine({ mail }: AssignmentChange, { t, formatTime }: Messages): string {
  const isAhead = mail.heldUntil !== null && Date.parse(mail.heldUntil) > Date.now();
  return isAhead
    ? t('activity.change.emails.held', { count: mail.held, time: formatTime(mail.heldUntil ?? '') })
    : t('activity.change.emails.kept', { count: mail.held });
}
