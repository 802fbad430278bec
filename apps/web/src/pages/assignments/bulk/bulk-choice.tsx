import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { rolesQuery } from '../../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../../app/organization.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { PageError } from '../../../ui/page-error.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { administeredLicensesQuery } from '../../assign/assignment-queries.ts';
import type { BulkChoice, ChangeAct } from './bulk-request.ts';
import styles from './bulk-sheet.module.css';
import { LicenseChoice } from './license-choice.tsx';
import { RoleChoice } from './role-choice.tsx';

export interface BulkChoiceFormProps {
  act: Exclude<ChangeAct, 'remove-people'>;
  choice: BulkChoice;
  onChange: (choice: BulkChoice) => void;
}

/** Which roles, and on which license IDs. @source R8 */
export function BulkChoiceForm({ act, choice, onChange }: BulkChoiceFormProps) {
  const { t } = useMessages();
  const whereId = useId();
  const api = useApi();
  const { number } = useOrganization();
  const roles = useQuery(rolesQuery(api, number));
  const licenses = useQuery(administeredLicensesQuery(api, number));
  const error = roles.error ?? licenses.error;
  if (error !== null && (roles.data === undefined || licenses.data === undefined)) {
    return (
      <PageError
        title={t(roles.error ? 'bulk.roles.failed' : 'bulk.licenses.failed')}
        error={error}
        onRetry={() => void Promise.all([roles.refetch(), licenses.refetch()])}
      />
    );
  }
  if (roles.data === undefined || licenses.data === undefined) return <SkeletonRows rowHeight={52} />;
  const needsLicenses = act === 'add-roles' || !choice.isEverywhere;
  return (
    <div className={styles.form}>
      <RoleChoice
        roles={roles.data}
        licenses={licenses.data}
        chosen={choice.roles}
        onChoose={(chosen) => onChange({ ...choice, roles: chosen })}
      />
      <div className={styles.where}>
        <h3 id={whereId}>{t('bulk.where')}</h3>
        {act === 'remove-roles' && (
          <div role="radiogroup" aria-labelledby={whereId} className={styles.radios}>
            {(['everywhere', 'chosen'] as const).map((value) => (
              <label key={value} className={styles.radio}>
                <input
                  type="radio"
                  name={whereId}
                  checked={choice.isEverywhere === (value === 'everywhere')}
                  onChange={() => onChange({ ...choice, isEverywhere: value === 'everywhere' })}
                />
                {t(`bulk.where.${value}`)}
              </label>
            ))}
          </div>
        )}
        {needsLicenses && (
          <LicenseChoice
            licenses={licenses.data}
            chosen={choice.licenseIds}
            onChoose={(licenseIds) => onChange({ ...choice, licenseIds })}
          />
        )}
      </div>
    </div>
  );
}
