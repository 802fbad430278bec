import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isProblem } from '../api/client.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { InlinePane } from '../ui/inline-pane.tsx';
import { PageError } from '../ui/page-error.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useIsSlow } from '../ui/use-is-slow.ts';

export interface DetailPaneProps<Details> {
  /** What it is; undefined while nothing says. */
  title: string | undefined;
  /** Below the title: a status, a license ID. */
  subtitle?: ReactNode;
  /** What asks for the details. */
  query: Pick<UseQueryResult<Details>, 'data' | 'error' | 'isPending' | 'refetch'>;
  onClose: () => void;
  children: (details: Details) => ReactNode;
  /** Stays in sight at the bottom. */
  footer?: ReactNode;
  /** Where controls go with a change of it, and focus with them, the heading has focus. */
  focusKey?: string;
}

/**
 * The details of one row beside its list, in each of their states. What is not there, and what no role of the person
 * opens, look alike. @source R10
 */
export function DetailPane<Details>(props: DetailPaneProps<Details>) {
  const { title, subtitle, query, onClose, children, footer, focusKey = '' } = props;
  const { t } = useMessages();
  const { data, error, isPending, refetch } = query;
  const isSlow = useIsSlow(isPending);
  const isGone = isProblem(error, 'license-id-not-found') || isProblem(error, 'not-found');
  if (isGone) {
    return (
      <InlinePane title={t('list.row.gone')} onClose={onClose}>
        <EmptyState
          title={t('list.row.gone')}
          action={<Button onPress={onClose}>{t('list.row.close')}</Button>}
        >
          {t('list.row.gone.body')}
        </EmptyState>
      </InlinePane>
    );
  }
  return (
    <InlinePane
      title={title ?? t('list.loading')}
      subtitle={subtitle}
      onClose={onClose}
      footer={footer}
      focusKey={focusKey}
    >
      {data !== undefined ? (
        children(data)
      ) : error ? (
        <PageError error={error} onRetry={() => void refetch()} />
      ) : (
        isSlow && <SkeletonRows rows={6} />
      )}
    </InlinePane>
  );
}
