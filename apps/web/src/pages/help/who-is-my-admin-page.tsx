import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import styles from './who-is-my-admin-page.module.css';

const PARTS = ['partner', 'inHouse', 'invited'] as const;

/**
 * Says how to find out who administers: by asking the partner. It asks the server nothing, so that it is the same
 * for everybody, signed in or not. @source A9
 */
export default function WhoIsMyAdminPage() {
  const { t } = useMessages();
  return (
    <BarePage title={t('help.admin.title')}>
      <p>{t('help.admin.secret')}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <h2 className={styles.title}>{t(`help.admin.${part}`)}</h2>
          <p>{t(`help.admin.${part}.body`)}</p>
        </section>
      ))}
      <div className={styles.go}>
        <ButtonLink href="/">{t('help.admin.go')}</ButtonLink>
      </div>
    </BarePage>
  );
}
