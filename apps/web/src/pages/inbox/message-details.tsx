import { type InboxMessageDetails, MESSAGE_STATES, type MessageState } from '@muniment/contract/support.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { isProblem } from '../../api/client.ts';
import { paths } from '../../app/paths.ts';
import { PageLayout } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useOperator } from '../../operator/use-operator.ts';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerList } from './answer-list.tsx';
import styles from './inbox.module.css';
import { INBOX_KEY, messageQuery, saveState, screenshotQuery } from './inbox-queries.ts';
import { MessageFacts } from './message-facts.tsx';

/** One message: who wrote what, its screenshot, how far one is with it, and its answers. */
export default function MessageDetails() {
  const { t } = useMessages();
  const { token } = useOperator();
  const { messageId } = useParams({ from: '/inbox/$messageId' });
  const { data, ...query } = useQuery(messageQuery(token, messageId));
  const isSlow = useIsSlow(query.isPending);
  const search = useSearch({ from: '/inbox' });
  const crumbs = [{ label: t('inbox.title'), href: paths.inbox(search) }];
  if (data !== undefined) {
    const { message, etag } = data;
    const title =
      message.subject === null
        ? t('inbox.message.feedback', { name: message.name })
        : t('inbox.message.ticket', { subject: message.subject, reference: message.reference });
    return (
      <PageLayout title={title} crumbs={crumbs} width="medium">
        <Message key={message.id} message={message} etag={etag} />
      </PageLayout>
    );
  }
  const isNotFound = isProblem(query.error, 'not-found');
  return (
    <PageLayout
      title={t(isNotFound ? 'inbox.message.notFound.title' : 'inbox.message.title')}
      crumbs={crumbs}
      width="medium"
    >
      {isSlow && <SkeletonRows rows={6} />}
      {isNotFound && <p>{t('inbox.message.notFound.body')}</p>}
      {query.isError && !isNotFound && (
        <PageError
          title={t('inbox.message.error')}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
    </PageLayout>
  );
}

function Message({ message, etag }: { message: InboxMessageDetails; etag: string | null }) {
  const { t } = useMessages();
  const { token } = useOperator();
  const queryClient = useQueryClient();
  const [isStale, setStale] = useState(false);
  const readAgain = () => {
    void queryClient.invalidateQueries({ queryKey: messageQuery(token, message.id).queryKey });
    void queryClient.invalidateQueries({ queryKey: INBOX_KEY });
  };
  const take = (body: InboxMessageDetails, version: string | null) => {
    queryClient.setQueryData(messageQuery(token, message.id).queryKey, { message: body, etag: version });
    void queryClient.invalidateQueries({ queryKey: INBOX_KEY });
    setStale(false);
  };
  const refuse = (error: unknown) => {
    if (isProblem(error, 'stale-version')) {
      setStale(true);
      readAgain();
    } else {
      showToast({ tone: 'danger', title: t('inbox.notSaved'), message: t('inbox.notSaved.body') });
    }
  };
  const setting = useMutation({
    mutationFn: (state: MessageState) => saveState(token, message.id, state, etag),
    onSuccess: ({ body, etag: version }) => {
      take(body, version);
      showToast({
        tone: 'success',
        title: t('inbox.state.saved', { state: t(`inbox.state.${body.state}`) }),
      });
    },
    onError: refuse,
  });

  return (
    <div className={styles.details}>
      {isStale && (
        <MessageBar tone="warning" title={t('inbox.stale')} onDismiss={() => setStale(false)}>
          {t('inbox.stale.body')}
        </MessageBar>
      )}
      <div className={styles.stateChoice}>
        <Select
          label={t('inbox.state')}
          value={message.state}
          onChange={(state) => state !== message.state && setting.mutate(state)}
          options={MESSAGE_STATES.map((state) => ({ id: state, label: t(`inbox.state.${state}`) }))}
        />
      </div>
      <MessageFacts message={message} />
      <section className={styles.section}>
        <h2>{t('inbox.text')}</h2>
        <p className={styles.text}>{message.text}</p>
      </section>
      {message.hasScreenshot && <Screenshot message={message} />}
      <AnswerList answers={message.answers} />
      <AnswerForm message={message} etag={etag} onAnswered={take} onRefused={refuse} />
    </div>
  );
}

function Screenshot({ message }: { message: InboxMessageDetails }) {
  const { t } = useMessages();
  const { token } = useOperator();
  const { data, ...query } = useQuery(screenshotQuery(token, message.id));
  const isSlow = useIsSlow(query.isPending);
  return (
    <section className={styles.section}>
      <h2>{t('inbox.screenshot')}</h2>
      {isSlow && <SkeletonRows rows={3} />}
      {query.isError && (
        <PageError
          title={t('inbox.screenshot.error')}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {data !== undefined && (
        <img src={data} alt={t('inbox.screenshot.of', { name: message.name })} className={styles.picture} />
      )}
    </section>
  );
}
