import { useMessages } from '../messages/messages.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { BarePage } from './bare-page.tsx';
import styles from './not-found.module.css';
import { Page } from './page.tsx';

function NotFoundText() {
  const { t } = useMessages();
  return (
    <>
      <p className={styles.text}>{t('ui.notFound.body')}</p>
      <div>
        <ButtonLink href="/">{t('ui.notFound.home')}</ButtonLink>
      </div>
    </>
  );
}

/** No such address, outside every organization of the person. */
export function NotFoundPage() {
  const { t } = useMessages();
  return (
    <BarePage title={t('ui.notFound.title')}>
      <NotFoundText />
    </BarePage>
  );
}

/** No such address within an organization. */
export function NotFoundInFrame() {
  const { t } = useMessages();
  return (
    <Page title={t('ui.notFound.title')} width="medium">
      <NotFoundText />
    </Page>
  );
}
