import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { helpArticlesQuery } from '../../api/support.ts';
import { useLanguage } from '../../app/use-language.ts';
import { useMessages } from '../../messages/messages.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { useLater } from '../../ui/use-later.ts';
import styles from './help.module.css';

const TYPING_MILLISECONDS = 250;
const OFTEN_READ = 5;
/** As much of a description as is searched for. */
const ASKED_MAX_LENGTH = 500;

export interface ArticleSearchProps {
  /** What was written so far. */
  description: string;
  /** The way to an article. */
  renderLink: (slug: string, title: string) => ReactNode;
}

/** The articles that match a description, as it is written; those that are often read where there is none. */
export function ArticleSearch({ description, renderLink }: ArticleSearchProps) {
  const { t } = useMessages();
  const language = useLanguage();
  const asked = useLater(description.trim().slice(-ASKED_MAX_LENGTH), TYPING_MILLISECONDS);
  const query = useQuery(helpArticlesQuery(asked, language));
  const isSlow = useIsSlow(query.isPending);
  if (query.isError) {
    return <PageError title={t('support.error')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const found = query.data;
  // While the next answer is on its way the last one stays, and says of itself nothing that is not so.
  const isCurrent = found !== undefined && !query.isPlaceholderData;
  const shown = asked === '' || !isCurrent ? found?.slice(0, OFTEN_READ) : found;
  return (
    <section>
      <div role="status" className={styles.found}>
        {isCurrent && (
          <h3>{asked === '' ? t('support.often') : t('support.found', { count: found.length })}</h3>
        )}
      </div>
      {isSlow && <SkeletonRows rows={4} rowHeight={52} />}
      {shown !== undefined && shown.length === 0 && <p className={styles.quiet}>{t('support.found.none')}</p>}
      <ul>
        {(shown ?? []).map((article) => (
          <li key={article.slug} lang={article.language} className={styles.result}>
            <div>
              {renderLink(article.slug, article.title)}
              <p className={styles.excerpt}>{article.excerpt ?? article.summary}</p>
            </div>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </li>
        ))}
      </ul>
    </section>
  );
}
