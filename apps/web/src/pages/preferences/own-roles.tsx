import type { Preferences } from '@muniment/contract/preferences.ts';
import { vlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { useRef, useState } from 'react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { shortRoleName } from '../../messages/names.ts';
import { LicenseId } from '../../ui/license-id.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { RoleChip } from '../../ui/role-chip.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { GiveUp } from './give-up.tsx';
import styles from './own-roles.module.css';
import partStyles from './preferences.module.css';
import type { HeadingLevel } from './preferences-content.tsx';

export type OwnLicense = Preferences['roles'][number];

/** From so many license IDs on there is a search. */
const SEARCH_FROM = 8;
const ROW_HEIGHT = 60;

/** What one holds by license ID, and where it comes from. What is inherited is one's own to give up. @source I2, I4 */
export function OwnRoles({ roles, heading: Heading }: { roles: Preferences['roles'] } & HeadingLevel) {
  const { t } = useMessages();
  const [text, setText] = useState('');
  const [givingUp, setGivingUp] = useState<OwnLicense | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = roles.filter((license) => matches(license, text));
  return (
    <section aria-labelledby="preferences-roles">
      <div className={partStyles.titleLine}>
        <Heading id="preferences-roles" ref={heading} tabIndex={-1}>
          {t('preferences.roles')}
        </Heading>
        {roles.length > 0 && (
          <span className={partStyles.count}>{t('preferences.roles.count', { count: roles.length })}</span>
        )}
      </div>
      {roles.length === 0 && <p className={partStyles.about}>{t('preferences.roles.none')}</p>}
      {roles.length >= SEARCH_FROM && (
        <div className={styles.search}>
          <SearchField
            label={t('preferences.roles.search', { count: roles.length })}
            value={text}
            onChange={setText}
          />
        </div>
      )}
      {roles.length > 0 && shown.length === 0 && (
        <p role="status" className={partStyles.about}>
          {t('preferences.roles.noMatch')}
        </p>
      )}
      <VirtualList
        label={t('preferences.roles.list')}
        items={shown}
        keyOf={({ licenseId }) => licenseId}
        estimatedHeight={ROW_HEIGHT}
      >
        {(license) => <Row license={license} onGiveUp={() => setGivingUp(license)} />}
      </VirtualList>
      {givingUp !== null && (
        <GiveUp
          license={givingUp}
          onClose={(isGone) => {
            setGivingUp(null);
            // The button that had focus is gone with what it was about.
            if (isGone) setTimeout(() => heading.current?.focus(), 50);
          }}
        />
      )}
    </section>
  );
}

function Row({ license, onGiveUp }: { license: OwnLicense; onGiveUp: () => void }) {
  const { t, formatDate, formatList } = useMessages();
  const { licenseId, name, roles } = license;
  const inherited = roles.filter(({ origin }) => origin === 'inherited');
  const from = inherited[0]?.agreementNumber;
  const standing = vlUserStatus(roles.map(({ status }) => status));
  const ends = roles.flatMap(({ role, endsAt }) =>
    endsAt === null
      ? []
      : [t('preferences.roles.until', { role: t(shortRoleName(role)), date: formatDate(new Date(endsAt)) })],
  );
  return (
    <div className={styles.row}>
      <div className={styles.license}>
        <div className={styles.name}>{name}</div>
        <div className={styles.number}>
          <LicenseId id={licenseId} />
        </div>
      </div>
      <div className={styles.roles}>
        {roles.map(({ role, origin, agreementNumber }) => (
          <RoleChip
            key={`${role} ${origin} ${agreementNumber}`}
            role={role}
            isLocked={origin === 'inherited'}
          />
        ))}
      </div>
      {(standing !== 'active' || ends.length > 0) && (
        <div className={styles.standing}>
          {standing !== null && standing !== 'active' && <StatusBadge status={standing} />}
          {formatList(ends, 'unit')}
        </div>
      )}
      {inherited.length > 0 && (
        <div className={styles.inherited}>
          <LockedNote>{t('preferences.roles.inherited', { agreement: from })}</LockedNote>
          <LinkButton
            aria-label={t('preferences.giveUp.of', { licenseId: formatLicenseId(licenseId) })}
            onPress={onGiveUp}
          >
            {t('preferences.giveUp')}
          </LinkButton>
        </div>
      )}
    </div>
  );
}

function matches({ licenseId, name }: OwnLicense, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || licenseId.toLowerCase().includes(wanted.replace(/\s/g, ''));
}
