import type { InvitationOffer } from '@muniment/contract/invitations.ts';
import { useId, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { LicenseId } from '../../ui/license-id.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './register-page.module.css';

type OfferedLicense = InvitationOffer['licenses'][number];
type OfferedRole = OfferedLicense['roles'][number];

/** Some invitations offer thousands of license IDs; nobody reads them in one go. */
const SHOWN_AT_ONCE = 50;

/** License IDs with the roles on each, and from when until when where that is not "from now on". */
export function OfferedLicenses({ title, licenses }: { title: string; licenses: readonly OfferedLicense[] }) {
  const { t } = useMessages();
  const headingId = useId();
  const [shownCount, setShownCount] = useState(SHOWN_AT_ONCE);
  const restCount = Math.min(licenses.length - shownCount, SHOWN_AT_ONCE);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.listTitle}>
        {title}
      </h2>
      <ul className={styles.list}>
        {licenses.slice(0, shownCount).map((license) => (
          <li key={license.licenseId} className={styles.license}>
            <div className={styles.name}>{license.name}</div>
            <div className={styles.detail}>
              <LicenseId id={license.licenseId} />
            </div>
            <ul className={styles.roles}>
              {license.roles.map((role) => (
                <li key={`${role.role} ${role.startsAt}`}>
                  <RoleWithPeriod role={role} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {restCount > 0 && (
        <LinkButton onPress={() => setShownCount(shownCount + SHOWN_AT_ONCE)}>
          {t('register.list.more', { count: restCount })}
        </LinkButton>
      )}
    </section>
  );
}

function RoleWithPeriod({ role: { role, startsAt, endsAt } }: { role: OfferedRole }) {
  const { t, formatDate } = useMessages();
  const name = t(roleName(role));
  const start = new Date(startsAt) > new Date() ? formatDate(startsAt) : null;
  const end = endsAt === null ? null : formatDate(endsAt);
  if (start !== null && end !== null) return t('register.period.fromUntil', { role: name, start, end });
  if (start !== null) return t('register.period.from', { role: name, start });
  return end === null ? name : t('register.period.until', { role: name, end });
}
