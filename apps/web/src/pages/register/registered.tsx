import type { InvitationOffer, Registration } from '@muniment/contract/invitations.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { paths } from '../../app/paths.ts';
import { Message, useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FilledCheck } from '../../ui/filled-check.tsx';
import { OfferedLicenses } from './offered-licenses.tsx';
import styles from './register-page.module.css';

export interface RegisteredProps {
  registration: Registration;
  /** What was shown when the person registered, with names and periods. */
  offer: InvitationOffer;
}

/** What the person may do from now on, and the way there. */
export function Registered({ registration, offer }: RegisteredProps) {
  const { t } = useMessages();
  const { organization } = registration;
  const roles = rolesInEffect(offer);
  return (
    <>
      <p className={styles.done}>
        <FilledCheck />
        <span>
          <Message id="register.done.lead" values={{ organization: organization.name }} />
        </span>
      </p>
      {roles.length > 0 && (
        <section aria-labelledby="register-may">
          <h2 id="register-may" className={styles.listTitle}>
            {t('register.done.may')}
          </h2>
          <dl className={styles.may}>
            {roles.map((role) => (
              <div key={role}>
                <dt>{t(roleName(role))}</dt>
                <dd>{t(`register.may.${role}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <OfferedLicenses title={t('register.done.list')} licenses={offer.licenses} />
      <div className={styles.action}>
        <ButtonLink variant="primary" href={paths.home(organization.number)}>
          {t('register.done.go')}
        </ButtonLink>
      </div>
    </>
  );
}

/** Every role that has begun on some license ID, once, Administrator first. */
function rolesInEffect({ licenses }: InvitationOffer): Role[] {
  const now = new Date();
  const begun = licenses.flatMap(({ roles }) => roles).filter(({ startsAt }) => new Date(startsAt) <= now);
  const held = new Set(begun.map(({ role }) => role));
  return ROLES.filter((role) => held.has(role));
}
