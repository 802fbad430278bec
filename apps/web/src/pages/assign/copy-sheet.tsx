import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { licenseIdsInWords } from '../../changes/license-ids-in-words.ts';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toasts.tsx';
import {
  administeredLicensesQuery,
  assignableRolesQuery,
  heldAccessQuery,
  readHeldAccesses,
} from './assignment-queries.ts';
import { CopiedLicenses } from './copied-licenses.tsx';
import { type CopiedAccess, giveCopied, leftOutByCopy } from './copy-access.ts';
import styles from './copy-sheet.module.css';
import type { DraftPerson } from './draft.ts';
import { HolderHead } from './holder-head.tsx';
import { type FoundHolder, HolderSearch } from './holder-search.tsx';
import type { DraftHandle } from './use-draft.ts';

interface CopySheetProps {
  handle: DraftHandle;
  /** For whom it was opened; null where for the draft. */
  person: DraftPerson | null;
  onClose: (announcement?: string) => void;
}

/** Copy access from another person: for a replacement, the license IDs and roles of whoever had them. */
export default function CopySheet({ handle, person, onClose }: CopySheetProps) {
  const messages = useMessages();
  const { t, formatList } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const { people } = handle.draft;
  const [holder, setHolder] = useState<FoundHolder | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [targets, setTargets] = useState<ReadonlySet<string>>(
    () => new Set(person === null ? people.map(({ id }) => id) : [person.id]),
  );
  const [state, setState] = useState<'idle' | 'copying' | 'failed'>('idle');

  const licenses = useQuery(administeredLicensesQuery(api, number));
  const assignable = useQuery(assignableRolesQuery(api, number));
  const access = useQuery({
    ...heldAccessQuery(api, number, holder?.vlUserId ?? ''),
    enabled: holder !== null,
  });
  const held = useMemo((): CopiedAccess[] => {
    const names = new Map(licenses.data?.map(({ licenseId, name }) => [licenseId, name]));
    return [...(access.data?.roles ?? [])].map(([licenseId, roles]) => ({
      licenseId,
      name: names.get(licenseId) ?? '',
      roles,
      periods: access.data?.periods?.get(licenseId) ?? {},
    }));
  }, [access.data, licenses.data]);
  const copied = held.filter(({ licenseId }) => !left.has(licenseId));
  // Nobody copies from themselves.
  const others = people.filter(({ vlUserId }) => vlUserId === null || vlUserId !== holder?.vlUserId);
  const chosen = others.filter(({ id }) => targets.has(id));

  const apply = async () => {
    if (assignable.data === undefined || holder === null) return;
    const mayGive = assignable.data;
    setState('copying');
    try {
      const read = await readHeldAccesses(api, chosen);
      handle.changePeople((all) =>
        all.map((each) => {
          const now = read.get(each.id);
          return now === undefined ? each : giveCopied(each, now, copied, mayGive);
        }),
      );
      const { roles, licenseIds } = leftOutByCopy(copied, mayGive);
      const done = t('assign.copy.done', {
        count: chosen.length,
        name: holder.displayName,
        licenseIds: copied.length,
      });
      if (licenseIds.length > 0) {
        const message = t('assign.copy.leftOut', {
          roles: formatList(roles.map((role) => t(roleName(role)))),
          licenseIds: licenseIdsInWords(licenseIds, messages),
        });
        showToast({ tone: 'info', title: done, message });
      }
      onClose(done);
    } catch {
      setState('failed');
    }
  };

  const isLoaded = access.isSuccess && licenses.isSuccess && assignable.isSuccess;
  const error = access.error ?? licenses.error ?? assignable.error;
  const reason =
    copied.length === 0
      ? t('assign.copy.noLicenses')
      : chosen.length === 0
        ? t('assign.copy.noPeople')
        : null;
  return (
    <Sheet
      isOpen
      onClose={() => onClose()}
      title={t('assign.copy.title')}
      description={t('assign.copy.description')}
      footer={
        <>
          {holder !== null && (
            <Button
              variant="primary"
              isPending={state === 'copying'}
              disabledReason={reason}
              onPress={() => void apply()}
            >
              {t('assign.copy.apply', { count: chosen.length })}
            </Button>
          )}
          <Button onPress={() => onClose()}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <div className={styles.parts}>
        {state === 'failed' && <MessageBar tone="danger">{t('assign.copy.failed')}</MessageBar>}
        {holder === null ? (
          <HolderSearch onChoose={setHolder} />
        ) : (
          <>
            <HolderHead
              name={holder.displayName}
              onOther={() => {
                setHolder(null);
                setLeft(new Set());
              }}
            />
            {error !== null && !isLoaded ? (
              <PageError
                title={t('assign.copy.loadFailed', { name: holder.displayName })}
                error={error}
                onRetry={() => void Promise.all([access.refetch(), licenses.refetch(), assignable.refetch()])}
              />
            ) : !isLoaded ? (
              <SkeletonRows rowHeight={52} />
            ) : held.length === 0 ? (
              <p className={styles.nothing}>{t('assign.copy.nothing', { name: holder.displayName })}</p>
            ) : (
              <CopiedLicenses
                name={holder.displayName}
                held={held}
                inherited={access.data.inheritedFrom ?? new Map()}
                left={left}
                onLeave={setLeft}
              />
            )}
            {held.length > 0 && (
              <section className={styles.targets}>
                <h3>{t('assign.copy.to')}</h3>
                {others.length === 0 && <p className={styles.nothing}>{t('assign.copy.toNobody')}</p>}
                {others.map(({ id, displayName, signInEmail }) => (
                  <Checkbox
                    key={id}
                    description={signInEmail}
                    isSelected={targets.has(id)}
                    onChange={(isChosen) => {
                      const next = new Set(targets);
                      if (isChosen) next.add(id);
                      else next.delete(id);
                      setTargets(next);
                    }}
                  >
                    {displayName}
                  </Checkbox>
                ))}
              </section>
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}
