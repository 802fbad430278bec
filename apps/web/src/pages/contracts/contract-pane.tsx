import { getLicense, type License, type LicenseDetails } from '@muniment/contract/licenses.ts';
import { useQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { DetailTabs } from '../../listing/detail-tabs.tsx';
import { Facts } from '../../listing/facts.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { ContractStatus } from './contract-status.tsx';
import styles from './contracts.module.css';
import { useCountryNames } from './country-names.ts';

export interface ContractPaneProps {
  licenseId: string;
  /** As the list has it, where it is loaded. */
  row: License | undefined;
  onClose: () => void;
}

/** What one contract is: its facts, offerings, contacts and organization. Names nobody who administers it. @source W1, A9 */
export default function ContractPane({ licenseId, row, onClose }: ContractPaneProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const query = useQuery({
    queryKey: [number, 'contract', licenseId],
    queryFn: ({ signal }) => api.call(getLicense, { params: { licenseId }, signal }),
  });
  const license = query.data ?? row;
  return (
    <DetailPane
      title={license?.name}
      subtitle={
        license && (
          <>
            <LicenseId id={license.licenseId} /> <ContractStatus status={license.status} />
          </>
        )
      }
      query={query}
      onClose={onClose}
      footer={license?.roles.includes('administrator') && <Administration licenseId={licenseId} />}
    >
      {(details) => (
        <DetailTabs
          label={t('contracts.details')}
          tabs={[
            { id: 'overview', label: t('contracts.tab.overview'), content: <Overview details={details} /> },
            {
              id: 'offerings',
              label: t('contracts.tab.offerings'),
              content: <Offerings details={details} />,
            },
            { id: 'contacts', label: t('contracts.tab.contacts'), content: <Contacts details={details} /> },
            {
              id: 'organization',
              label: t('contracts.tab.organization'),
              content: <Organization details={details} />,
            },
          ]}
        />
      )}
    </DetailPane>
  );
}

interface PartProps {
  details: LicenseDetails;
}

function Overview({ details }: PartProps) {
  const { t, formatDate, formatList } = useMessages();
  const { terminatedOn, daysLeft, roles } = details;
  const isOver = terminatedOn !== null || daysLeft < 0;
  return (
    <Facts
      facts={[
        [t('contracts.fact.program'), details.program],
        [t('contracts.column.parentProgram'), details.parentProgram],
        [t('contracts.fact.licenseType'), details.licenseType],
        [t('contracts.fact.agreementType'), details.agreementType],
        [t('contracts.fact.agreement'), details.agreementNumber],
        [t('contracts.fact.start'), formatDate(details.startDate)],
        [t('contracts.fact.end'), formatDate(details.endDate)],
        [t('contracts.fact.terminated'), terminatedOn === null ? null : formatDate(terminatedOn)],
        [t('contracts.fact.daysLeft'), isOver ? null : t('contracts.daysLeft', { days: daysLeft })],
        [t('contracts.fact.roles'), formatList(roles.map((role) => t(roleName(role))))],
      ]}
    />
  );
}

function Offerings({ details: { offerings } }: PartProps) {
  const { t } = useMessages();
  if (offerings.length === 0)
    return <EmptyState title={t('contracts.noOfferings')}>{t('contracts.noOfferings.body')}</EmptyState>;
  return (
    <ul className={styles.list}>
      {offerings.map((offering) => (
        <li key={offering}>{offering}</li>
      ))}
    </ul>
  );
}

/** The contacts that the contract names: nothing says which of them administers it. @source A9, A10 */
function Contacts({ details: { contacts } }: PartProps) {
  const { t } = useMessages();
  if (contacts.length === 0) return <EmptyState title={t('contracts.noContacts')} />;
  return (
    <>
      <p className={styles.quiet}>{t('contracts.contacts.lead')}</p>
      <ul className={styles.list}>
        {contacts.map(({ contact, of, displayName, email }) => (
          <li key={`${of} ${contact}`}>
            <span className={styles.quiet}>
              {t(`contracts.contact.${contact}`)} {of === 'agreement' && t('contracts.contact.ofAgreement')}
            </span>
            <span>{displayName}</span>
            <span>{email}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Organization({ details }: PartProps) {
  const { t } = useMessages();
  const countryName = useCountryNames();
  const country = countryName(details.country);
  return (
    <Facts
      facts={[
        [t('contracts.fact.organization'), details.organizationName],
        [t('contracts.fact.organizationNumber'), details.organizationNumber],
        [
          t('contracts.column.location'),
          details.city === null ? country : t('contracts.place', { city: details.city, country }),
        ],
      ]}
    />
  );
}

/** For whoever administers the license ID: who has roles on it, and what changed there. */
function Administration({ licenseId }: { licenseId: string }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  return (
    <div className={styles.links}>
      <ButtonLink href={paths.assignments(number, { license: [licenseId] })}>
        {t('contracts.people')}
      </ButtonLink>
      <ButtonLink href={paths.activity(number, { license: licenseId })}>{t('contracts.activity')}</ButtonLink>
    </div>
  );
}
