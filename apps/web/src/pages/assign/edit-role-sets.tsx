import type { Role } from '@muniment/domain/roles.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { RoleSetForm } from './role-set-form.tsx';
import styles from './role-sets.module.css';
import { roleSetsQuery } from './role-sets.ts';

/** One's own role sets: a new one, and those that are there, each to be renamed, refilled or removed. */
export function EditRoleSets({ choices }: { choices: readonly Role[] }) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const sets = useQuery(roleSetsQuery(api, number));
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const removed = (name: string) => {
    setSaid(t('roleSets.removed', { name }));
    heading.current?.focus();
  };
  return (
    <div className={styles.sets}>
      <div role="status" className={styles.said}>
        {said}
      </div>
      <section className={styles.section}>
        <h3 ref={heading} tabIndex={-1}>
          {t('roleSets.new')}
        </h3>
        <RoleSetForm
          id={null}
          initial={{ name: '', roles: [] }}
          choices={choices}
          onSaved={(name) => setSaid(t('roleSets.saved', { name }))}
        />
      </section>
      <section className={styles.section}>
        <h3>{t('roleSets.list')}</h3>
        {sets.isError && sets.data === undefined ? (
          <PageError
            title={t('roleSets.loadFailed')}
            error={sets.error}
            onRetry={() => void sets.refetch()}
          />
        ) : sets.data === undefined ? (
          <SkeletonRows rowHeight={52} />
        ) : sets.data.length === 0 ? (
          <p className={styles.said}>{t('roleSets.none')}</p>
        ) : (
          <ul aria-label={t('roleSets.list')} className={styles.list}>
            {sets.data.map(({ id, name, roles }) => (
              <li key={`${id} ${name} ${roles.join()}`}>
                <RoleSetForm
                  id={id}
                  initial={{ name, roles }}
                  choices={choices}
                  onSaved={(saved) => {
                    setSaid(t('roleSets.saved', { name: saved }));
                    // The button that was pressed goes away with the change.
                    heading.current?.focus();
                  }}
                  onRemove={() => removed(name)}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
