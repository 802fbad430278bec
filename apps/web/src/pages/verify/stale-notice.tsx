import { listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { useQuery } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';
import { useApi } from '../../app/organization.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { shortRoleName } from '../../messages/names.ts';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { readHeldAccesses } from '../assign/assignment-queries.ts';
import { type DraftPerson, type HeldAccess, keepTheirs, readAgain } from '../assign/draft.ts';
import { nameLicenseIds } from '../assign/gap-message.ts';
import type { DraftHandle } from '../assign/use-draft.ts';
import styles from './verify-page.module.css';

interface StaleNoticeProps {
  handle: DraftHandle;
  /** The draft was compared with what is there now. */
  onReadAgain: () => void;
}

const NAMED_MAX = 3;

/** Somebody else changed people of the draft: who, what, and the way to go on with one's own wishes. */
export function StaleNotice({ handle, onReadAgain }: StaleNoticeProps) {
  const messages = useMessages();
  const { t, formatList } = messages;
  const api = useApi();
  const { people } = handle.draft;
  const news = useQuery({
    queryKey: ['stale-people', people.map(({ id, etag }) => `${id} ${etag}`)],
    queryFn: () => readNews(api, people),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

  const readNow = (keep: typeof readAgain) => {
    const read = news.data?.read;
    if (read === undefined) return void news.refetch();
    handle.changePeople((all) =>
      all.map((person) => {
        const access = read.get(person.id);
        return access === undefined ? person : keep(person, access);
      }),
    );
    onReadAgain();
  };
  const clashes = people.flatMap((person) => clashesOf(person, news.data?.read.get(person.id)));
  const rolesInWords = (roles: readonly Role[]) =>
    roles.length === 0 ? t('verify.stale.noRoles') : formatList(roles.map((role) => t(shortRoleName(role))));
  const { told = [], others = 0 } = news.data ?? {};
  return (
    <MessageBar
      tone="warning"
      title={t('verify.stale.title')}
      actions={
        <>
          <Button isPending={news.isFetching} onPress={() => readNow(readAgain)}>
            {t('verify.stale.keepMine')}
          </Button>
          {clashes.length > 0 && (
            <Button onPress={() => readNow(keepTheirs)}>{t('verify.stale.keepTheirs')}</Button>
          )}
        </>
      }
    >
      {told.map(({ name, actor, licenseIds }) =>
        actor === null
          ? `${t('verify.stale.person', { name })} `
          : `${t('verify.stale.by', { actor, name, licenseIds: nameLicenseIds(licenseIds, messages) })} `,
      )}
      {others > 0 && `${t('verify.stale.more', { count: others })} `}
      {t(news.isError ? 'verify.stale.failed' : 'verify.stale.body')}
      {clashes.length > 0 && (
        <ul className={styles.clashes}>
          {clashes.slice(0, NAMED_MAX).map(({ name, licenseId, theirs, mine }) => (
            <li key={`${name} ${licenseId}`}>
              {t('verify.stale.clash', {
                name,
                licenseId: formatLicenseId(licenseId),
                theirs: rolesInWords(theirs),
                mine: rolesInWords(mine),
              })}
            </li>
          ))}
        </ul>
      )}
    </MessageBar>
  );
}

interface Clash {
  readonly name: string;
  readonly licenseId: string;
  /** The roles there now. */
  readonly theirs: readonly Role[];
  /** The roles there with one's own wishes. */
  readonly mine: readonly Role[];
}

/** Where somebody else changed a license ID that the draft is about. */
function clashesOf(person: DraftPerson, access: HeldAccess | undefined): Clash[] {
  if (access === undefined) return [];
  const mine = readAgain(person, access);
  return mine.licenses.flatMap((license, index) =>
    license === person.licenses[index]
      ? []
      : [
          {
            name: person.displayName,
            licenseId: license.licenseId,
            theirs: license.held,
            mine: license.roles,
          },
        ],
  );
}

interface Told {
  readonly name: string;
  /** null where no change of roles tells who it was: a business e-mail, say. */
  readonly actor: string | null;
  readonly licenseIds: readonly string[];
}

async function readNews(api: Api, people: readonly DraftPerson[]) {
  const known = people.filter(({ vlUserId, etag }) => vlUserId !== null && etag !== null);
  const read = await readHeldAccesses(api, known);
  const changed = known.filter(({ id, etag }) => read.get(id)?.etag !== etag);
  const told = await Promise.all(changed.slice(0, NAMED_MAX).map((person) => whoChanged(api, person)));
  return { read: read as ReadonlyMap<string, HeldAccess>, told, others: changed.length - told.length };
}

async function whoChanged(api: Api, person: DraftPerson): Promise<Told> {
  const name = person.displayName;
  const { items } = await api.call(listAssignmentChanges, {
    query: { vlUserId: person.vlUserId ?? '', limit: 1 },
  });
  const [newest] = items;
  if (newest === undefined) return { name, actor: null, licenseIds: [] };
  const theirs = newest.difference.filter(({ vlUserId }) => vlUserId === person.vlUserId);
  return {
    name,
    actor: newest.actor.displayName,
    licenseIds: theirs.map(({ licenseId }) => licenseId),
  };
}
