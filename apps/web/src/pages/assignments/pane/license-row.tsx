import type { LicenseAccess } from '@muniment/contract/vl-users.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { ShieldAlert } from 'lucide-react';
import { lazy, memo, Suspense, useCallback, useId, useRef } from 'react';
import { formatLicenseId } from '../../../messages/license-id.ts';
import { type Messages, useMessages } from '../../../messages/messages.tsx';
import { roleAbout, roleName, shortRoleName } from '../../../messages/names.ts';
import { classNames } from '../../../ui/class-names.ts';
import { LicenseId } from '../../../ui/license-id.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { LockedNote } from '../../../ui/locked-note.tsx';
import { MultiSelect } from '../../../ui/multi-select.tsx';
import type { Option } from '../../../ui/options.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { assignedRoles, inheritedRoles } from './access-draft.ts';
import styles from './license-row.module.css';

const WhyPanel = lazy(() => import('./why/why-panel.tsx'));

export interface LicenseRowProps {
  vlUserId: string;
  /** A past moment, at which there is nothing to edit; undefined: now. */
  at: string | undefined;
  license: LicenseAccess;
  /** The assigned roles wanted, where they are edited. */
  wanted: readonly Role[] | undefined;
  /** How its roles stand, where the person's own status does not say it. */
  standing: VlUserStatus | null;
  isYou: boolean;
  /** Not in the directory. */
  isGone: boolean;
  /** Whether roles can be added now; they can always be taken away. */
  canAdd: boolean;
  /** Whether it says why they hold what they hold. */
  isExplained: boolean;
  onExplain: (licenseId: string, isExplained: boolean) => void;
  onChange: (licenseId: string, roles: readonly Role[]) => void;
}

/** One license ID in the pane: its name, what to know about it, the roles to edit, and why. @source M4, A5, I3, B3 */
export const LicenseRow = memo(function LicenseRow(props: LicenseRowProps) {
  const { vlUserId, at, license, wanted, standing, isYou, isGone, isExplained, onExplain, onChange } = props;
  const messages = useMessages();
  const { t, formatList } = messages;
  const inherited = inheritedRoles(license);
  const values = wanted ?? assignedRoles(license);
  const periods = periodsInWords(license, messages);
  const whyId = useId();
  const why = useRef<HTMLDivElement>(null);
  // Whoever asked sees the answer; a row that only came back into sight stays where it is.
  const wasAsked = useRef(false);
  const showWhy = useCallback(() => {
    if (wasAsked.current) why.current?.scrollIntoView({ block: 'nearest' });
    wasAsked.current = false;
  }, []);
  const whyText = t(isExplained ? 'why.hide' : 'why.open');
  return (
    <div className={classNames(styles.row, wanted !== undefined && styles.edited)}>
      <div className={styles.license}>
        <div className={styles.name}>{license.name}</div>
        <div className={styles.facts}>
          <LicenseId id={license.licenseId} />
          {wanted !== undefined && <strong className={styles.mark}>{t('access.edited')}</strong>}
          {license.administrators.reachable === 1 && (
            <span className={styles.sole}>
              <ShieldAlert size={13} strokeWidth={1.75} aria-hidden />
              {t('access.sole')}
            </span>
          )}
        </div>
        {standing !== null && (
          <div className={styles.standing}>
            <StatusBadge status={standing} />
          </div>
        )}
      </div>
      <div className={styles.control}>
        {at === undefined ? (
          <MultiSelect
            label={t('access.roles', { name: license.name, licenseId: formatLicenseId(license.licenseId) })}
            hideLabel
            options={optionsOf(props, inherited, messages)}
            values={ROLES.filter((role) => values.includes(role) || inherited.includes(role))}
            onChange={(chosen) => onChange(license.licenseId, chosen)}
            placeholder={t('access.noRoles')}
          />
        ) : (
          formatList(
            ROLES.filter((role) => values.includes(role) || inherited.includes(role)).map((role) =>
              t(shortRoleName(role)),
            ),
            'unit',
          )
        )}
      </div>
      <div className={styles.whyButton}>
        <LinkButton
          aria-expanded={isExplained}
          aria-controls={isExplained ? whyId : undefined}
          aria-label={t('why.of', {
            what: whyText,
            name: license.name,
            licenseId: formatLicenseId(license.licenseId),
          })}
          onPress={() => {
            wasAsked.current = !isExplained;
            onExplain(license.licenseId, !isExplained);
          }}
        >
          {whyText}
        </LinkButton>
      </div>
      {inherited.length > 0 && (
        <div className={styles.locked}>
          <LockedNote>
            {t(isGone ? 'inherited.locked.gone' : isYou ? 'inherited.locked.you' : 'inherited.locked', {
              agreement: license.agreementNumber,
            })}
          </LockedNote>
        </div>
      )}
      {periods.length > 0 && <p className={styles.note}>{formatList(periods, 'unit')}</p>}
      {isExplained && (
        <div ref={why} id={whyId} className={styles.why}>
          <Suspense>
            <WhyPanel vlUserId={vlUserId} licenseId={license.licenseId} at={at} onShown={showWhy} />
          </Suspense>
        </div>
      )}
    </div>
  );
});

function optionsOf(
  { license, wanted, canAdd }: LicenseRowProps,
  inherited: readonly Role[],
  { t }: Messages,
): Option<Role>[] {
  // A role that the person holds is shown even where it could not be given.
  const held = license.roles.map(({ role }) => role);
  const shown = [...license.assignableRoles, ...held];
  return ROLES.filter((role) => shown.includes(role)).map((role) => {
    const canToggle = canAdd || held.includes(role) || wanted?.includes(role) === true;
    return {
      id: role,
      label: t(roleName(role)),
      shortLabel: t(shortRoleName(role)),
      ...(inherited.includes(role)
        ? { isDisabled: true, description: t('inherited.option') }
        : canToggle
          ? { description: t(roleAbout(role)) }
          : { isDisabled: true, description: t('access.applying.option') }),
    };
  });
}

/** What of the roles is not for ever, or not yet. */
function periodsInWords({ roles }: LicenseAccess, { t, formatDate }: Messages): string[] {
  const now = Date.now();
  return roles.flatMap(({ role, startsAt, endsAt }) => {
    const isFuture = Date.parse(startsAt) > now;
    if (!isFuture && endsAt === null) return [];
    const start = formatDate(new Date(startsAt));
    const end = endsAt === null ? '' : formatDate(new Date(endsAt));
    const name = t(shortRoleName(role));
    if (isFuture && endsAt !== null) return [t('access.period', { role: name, start, end })];
    return [
      isFuture ? t('access.from', { role: name, date: start }) : t('access.until', { role: name, date: end }),
    ];
  });
}
