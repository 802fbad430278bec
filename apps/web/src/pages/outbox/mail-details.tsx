import type { AnswerOf } from '@muniment/contract/endpoint.ts';
import type { getOutboxMail } from '@muniment/contract/publisher.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { isProblem } from '../../api/client.ts';
import { paths } from '../../app/paths.ts';
import { PageLayout } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useOperator } from '../../operator/use-operator.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { HtmlPart } from './html-part.tsx';
import { MailFacts } from './mail-facts.tsx';
import styles from './outbox.module.css';
import { mailQuery } from './outbox-queries.ts';

type Mail = AnswerOf<typeof getOutboxMail>;

/** One mail: what became of it, its link, and its text as its reader sees it. */
export default function MailDetails() {
  const { t } = useMessages();
  const { token, isSending } = useOperator();
  const { mailId } = useParams({ from: '/outbox/$mailId' });
  const { data: mail, ...query } = useQuery(mailQuery(token, mailId));
  const isSlow = useIsSlow(query.isPending);
  const search = useSearch({ from: '/outbox' });
  const crumbs = [{ label: t('outbox.title'), href: paths.outbox(search) }];
  if (mail !== undefined) {
    return (
      <PageLayout title={mail.subject} crumbs={crumbs} width="medium">
        <div className={styles.details}>
          <MailFacts mail={mail} isSending={isSending} />
          <MailLink text={mail.text} />
          <Parts mail={mail} />
        </div>
      </PageLayout>
    );
  }
  const isNotFound = isProblem(query.error, 'not-found');
  return (
    <PageLayout
      title={t(isNotFound ? 'outbox.mail.notFound.title' : 'outbox.mail.title')}
      crumbs={crumbs}
      width="medium"
    >
      <div className={styles.details}>
        {isSlow && <SkeletonRows rows={6} />}
        {isNotFound && <p>{t('outbox.mail.notFound.body')}</p>}
        {query.isError && !isNotFound && (
          <PageError
            title={t('outbox.mail.error')}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
      </div>
    </PageLayout>
  );
}

/** The link of an invitation, to be opened here or carried to another browser. */
function MailLink({ text }: { text: string }) {
  const { t } = useMessages();
  const link = registerLinkIn(text);
  if (link === null) return null;
  return (
    <div className={styles.linkButtons}>
      <ButtonLink
        variant="primary"
        href={link}
        target="_blank"
        icon={<ExternalLink size={16} strokeWidth={1.75} aria-hidden />}
      >
        {t('outbox.mail.link')}
      </ButtonLink>
      <CopyButton label={t('outbox.mail.copyLink')} text={link} />
      <span className={styles.note}>{t('outbox.mail.link.hint')}</span>
    </div>
  );
}

function registerLinkIn(text: string): string | null {
  return /https?:\/\/\S+\/register\/[\w-]+/.exec(text)?.[0] ?? null;
}

function Parts({ mail }: { mail: Mail }) {
  const { t } = useMessages();
  const [part, setPart] = useState('html');
  return (
    <Tabs
      label={t('outbox.mail.parts')}
      selectedId={part}
      onSelect={setPart}
      tabs={[
        {
          id: 'html',
          label: t('outbox.mail.html'),
          content: <HtmlPart title={t('outbox.mail.frame', { subject: mail.subject })} html={mail.html} />,
        },
        {
          id: 'text',
          label: t('outbox.mail.text'),
          content: <pre className={styles.text}>{mail.text}</pre>,
        },
      ]}
    />
  );
}
