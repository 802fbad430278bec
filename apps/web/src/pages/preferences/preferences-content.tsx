import { useQuery } from '@tanstack/react-query';
import { preferencesQuery } from '../../api/preferences.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { Inheritance } from './inheritance.tsx';
import { OwnRoles } from './own-roles.tsx';
import styles from './preferences.module.css';

/** The level of the headings: below a page's, or below a pane's. */
export interface HeadingLevel {
  heading: 'h2' | 'h3';
}

/** Who one is, what one inherits from agreements, and what one holds. @source I2 */
export function PreferencesContent({ heading: Heading }: HeadingLevel) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const query = useQuery(preferencesQuery(api, number));
  const isSlow = useIsSlow(query.isPending);
  if (query.data === undefined) {
    if (query.isError) {
      return (
        <PageError title={t('preferences.error')} error={query.error} onRetry={() => void query.refetch()} />
      );
    }
    return isSlow && <SkeletonRows rows={6} />;
  }
  const { preferences, etag } = query.data;
  const { displayName, signInEmail, businessEmail, inheritance } = preferences;
  return (
    <div className={styles.parts}>
      <section aria-labelledby="preferences-you">
        <Heading id="preferences-you">{t('preferences.you')}</Heading>
        <dl className={styles.details}>
          <dt>{t('preferences.name')}</dt>
          <dd>{displayName}</dd>
          <dt>{t('preferences.signInEmail')}</dt>
          <dd>{signInEmail}</dd>
          <dt>{t('preferences.businessEmail')}</dt>
          <dd>{businessEmail}</dd>
        </dl>
        <p className={styles.about}>{t('preferences.you.about')}</p>
      </section>
      {inheritance.length > 0 && <Inheritance inheritance={inheritance} etag={etag} heading={Heading} />}
      <OwnRoles roles={preferences.roles} heading={Heading} />
    </div>
  );
}
