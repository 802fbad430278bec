import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { publisherQuery } from '../../api/publisher.ts';
import { helpArticlesQuery } from '../../api/support.ts';
import { useShowPane } from '../../app/panes.ts';
import { paths } from '../../app/paths.ts';
import { useKnownPerson } from '../../app/use-known-person.ts';
import { useLanguage } from '../../app/use-language.ts';
import { BarePage } from '../../frame/bare-page.tsx';
import type { MessageId } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { ArticleSearch } from './article-search.tsx';
import styles from './help.module.css';
import { SupportContact } from './support-contact.tsx';
import { YourTickets } from './your-tickets.tsx';

const TOPICS = [
  'getting-access',
  'giving-access',
  'changing-access',
  'understanding',
  'contracts',
  'automation',
] as const;

/** All help articles, for anybody; for whoever is signed in, support and their tickets. @source F2 */
export default function HelpPage() {
  const { t } = useMessages();
  const me = useKnownPerson();
  const publisher = useQuery(publisherQuery).data?.name ?? null;
  const [text, setText] = useState('');
  return (
    <BarePage title={t('support.title')} isWide>
      <SearchField label={t('support.search')} value={text} onChange={setText} />
      {text.trim() === '' ? (
        <AllArticles />
      ) : (
        <ArticleSearch
          description={text}
          renderLink={(slug, title) => <Link href={paths.helpArticle(slug)}>{title}</Link>}
        />
      )}
      <div className={styles.ways}>
        {me?.kind !== 'person' ? <SignInFirst /> : <Support publisher={me.publisherName} />}
        {publisher !== null && <SupportContact publisher={publisher} />}
      </div>
    </BarePage>
  );
}

function AllArticles() {
  const { t } = useMessages();
  const { data: articles, ...query } = useQuery(helpArticlesQuery('', useLanguage()));
  const isSlow = useIsSlow(query.isPending);
  if (query.isError) {
    return <PageError title={t('support.error')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <div className={styles.topics}>
      {isSlow && <SkeletonRows rows={8} />}
      {TOPICS.map((topic) => {
        const ofTopic = articles?.filter((article) => article.topic === topic) ?? [];
        const title: MessageId = `support.topic.${topic}`;
        return ofTopic.length === 0 ? null : (
          <section key={topic}>
            <h2>{t(title)}</h2>
            <ul className={styles.links}>
              {ofTopic.map(({ slug, title: name, language }) => (
                <li key={slug} lang={language}>
                  <Link href={paths.helpArticle(slug)}>{name}</Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Support({ publisher }: { publisher: string }) {
  const { t } = useMessages();
  const show = useShowPane('help');
  return (
    <>
      <section className={styles.unsolved}>
        <h2>{t('support.direct')}</h2>
        <div className={styles.buttons}>
          <Button variant="primary" onPress={() => show(true)}>
            {t('support.write')}
          </Button>
        </div>
      </section>
      <YourTickets publisher={publisher} />
    </>
  );
}

function SignInFirst() {
  const { t } = useMessages();
  return (
    <p className={styles.quiet}>
      {t('support.signIn')}{' '}
      <Link href={paths.signIn(paths.help)} variant="underlined">
        {t('support.signIn.link')}
      </Link>
    </p>
  );
}
