import { useQuery } from '@tanstack/react-query';
import { isProblem } from '../../api/client.ts';
import { helpArticleQuery } from '../../api/support.ts';
import { useLanguage } from '../../app/use-language.ts';
import { useMessages } from '../../messages/messages.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './help.module.css';
import { Markdown } from './markdown.tsx';

export interface ArticleProps {
  slug: string;
  headingLevel: 2 | 4;
  /** Where links to other articles lead. */
  addressOf: (slug: string) => string;
}

/** The text of one help article, and what stands there while it is loaded or where it cannot be. */
export function Article({ slug, headingLevel, addressOf }: ArticleProps) {
  const { t } = useMessages();
  const language = useLanguage();
  const { data: article, ...query } = useQuery(helpArticleQuery(slug, language));
  const isSlow = useIsSlow(query.isPending);
  if (article !== undefined) {
    return (
      <div lang={article.language} className={styles.article}>
        {article.language !== language && (
          <p lang={language} className={styles.quiet}>
            {t('support.article.english')}
          </p>
        )}
        <Markdown text={article.markdown} headingLevel={headingLevel} addressOf={addressOf} />
      </div>
    );
  }
  if (isProblem(query.error, 'not-found')) {
    return (
      <EmptyState title={t('support.article.notFound')}>{t('support.article.notFound.body')}</EmptyState>
    );
  }
  if (query.isError) {
    return <PageError title={t('support.error')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return isSlow ? <SkeletonRows rows={6} /> : null;
}
