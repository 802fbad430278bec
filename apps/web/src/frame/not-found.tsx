import { useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { useMessages } from '../messages/messages.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { BarePage } from './bare-page.tsx';
import styles from './not-found.module.css';
import { Page } from './page.tsx';

/** No such address, outside every organization of the person. */
export function NotFoundPage() {
  const { t } = useMessages();
  return (
    <BarePage title={t('ui.notFound.title')}>
      <p className={styles.text}>{t('ui.notFound.body')}</p>
      <div>
        <ButtonLink href="/">{t('ui.notFound.home')}</ButtonLink>
      </div>
    </BarePage>
  );
}

/** No such address within an organization. */
export function NotFoundInFrame() {
  const { t } = useMessages();
  const { number } = useOrganization();
  return (
    <Page title={t('ui.notFound')} crumbs={[{ label: t('page.products'), href: paths.home(number) }]}>
      <EmptyState
        title={t('ui.notFound.title')}
        action={<ButtonLink href={paths.home(number)}>{t('ui.notFound.home')}</ButtonLink>}
      >
        {t('ui.notFound.body')}
      </EmptyState>
    </Page>
  );
}
