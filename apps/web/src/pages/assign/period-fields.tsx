import type { Role } from '@muniment/domain/roles.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { TextField } from '../../ui/text-field.tsx';
import { type DraftLicense, periodOf } from './draft.ts';
import {
  ALWAYS,
  dayOfEnd,
  dayOfStart,
  endOfDay,
  faultOf,
  type RolePeriod,
  startOfDay,
  today,
} from './role-periods.ts';
import styles from './roles-sheet.module.css';

interface PeriodFieldsProps {
  license: DraftLicense;
  onChange: (role: Role, period: RolePeriod) => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The first and the last day of each role on a license ID, both open. @source B6 */
export function PeriodFields({ license, onChange }: PeriodFieldsProps) {
  const { t } = useMessages();
  const now = new Date();
  return (
    <fieldset
      aria-label={t('period.group', { licenseId: formatLicenseId(license.licenseId) })}
      className={styles.periods}
    >
      {license.roles.map((role) => {
        const period = periodOf(license, role);
        const held = license.heldPeriods?.[role] ?? ALWAYS;
        const fault = faultOf(period, held, now);
        const isOfStart = fault === 'start-passed';
        const message = fault === null ? null : t(`period.fault.${fault}`);
        const name = t(roleName(role));
        return (
          <div key={role} className={styles.period}>
            <TextField
              label={t('period.from', { role: name })}
              type="date"
              value={period.startsAt === null ? '' : dayOfStart(period.startsAt)}
              onChange={(day) => onChange(role, { ...period, startsAt: startOf(day, now) })}
              errorMessage={isOfStart ? message : null}
            />
            <TextField
              label={t('period.until', { role: name })}
              type="date"
              value={period.endsAt === null ? '' : dayOfEnd(period.endsAt)}
              onChange={(day) => onChange(role, { ...period, endsAt: DAY.test(day) ? endOfDay(day) : null })}
              errorMessage={isOfStart ? null : message}
            />
          </div>
        );
      })}
      <p className={styles.periodHint}>{t('period.hint')}</p>
    </fieldset>
  );
}

/** A role from today on starts at once. */
function startOf(day: string, now: Date): string | null {
  return DAY.test(day) && day !== today(now) ? startOfDay(day) : null;
}
