import { useParams } from '@tanstack/react-router';
import { paths } from '../../app/paths.ts';
import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Article } from './article.tsx';
import styles from './help.module.css';
import { useArticleTitle } from './use-article-title.ts';

/** One help article, the same for everybody, signed in or not. @source F2, A9 */
export default function ArticlePage() {
  const { t } = useMessages();
  const { slug } = useParams({ from: '/help/$slug' });
  const title = useArticleTitle(slug);
  return (
    <BarePage title={title ?? t('support.title')} isWide>
      <Article slug={slug} headingLevel={2} addressOf={paths.helpArticle} />
      <div className={styles.onward}>
        <ButtonLink href="/">{t('support.go')}</ButtonLink>
        <Link href={paths.help} variant="underlined">
          {t('support.all')}
        </Link>
      </div>
    </BarePage>
  );
}
