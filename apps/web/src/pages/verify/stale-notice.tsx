import { listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { useQuery } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';
import { useApi } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { readHeldAccesses } from '../assign/assignment-queries.ts';
import { type DraftPerson, type HeldAccess, readAgain } from '../assign/draft.ts';
import { nameLicenseIds } from '../assign/gap-message.ts';
import type { DraftHandle } from '../assign/use-draft.ts';

interface StaleNoticeProps {
  handle: DraftHandle;
  /** The draft was compared with what is there now. */
  onReadAgain: () => void;
}

const NAMED_MAX = 3;

/** Somebody else changed people of the draft: who, what, and the way to go on with one's own wishes. */
export function StaleNotice({ handle, onReadAgain }: StaleNoticeProps) {
  const messages = useMessages();
  const { t } = messages;
  const api = useApi();
  const { people } = handle.draft;
  const news = useQuery({
    queryKey: ['stale-people', people.map(({ id, etag }) => `${id} ${etag}`)],
    queryFn: () => readNews(api, people),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

  const readNow = () => {
    const read = news.data?.read;
    if (read === undefined) return void news.refetch();
    handle.changePeople((all) =>
      all.map((person) => {
        const access = read.get(person.id);
        return access === undefined ? person : readAgain(person, access);
      }),
    );
    onReadAgain();
  };
  const { told = [], others = 0 } = news.data ?? {};
  return (
    <MessageBar
      tone="warning"
      title={t('verify.stale.title')}
      actions={
        <Button isPending={news.isFetching} onPress={readNow}>
          {t('verify.stale.readAgain')}
        </Button>
      }
    >
      {told.map(({ name, actor, licenseIds }) =>
        actor === null
          ? `${t('verify.stale.person', { name })} `
          : `${t('verify.stale.by', { actor, name, licenseIds: nameLicenseIds(licenseIds, messages) })} `,
      )}
      {others > 0 && `${t('verify.stale.more', { count: others })} `}
      {t(news.isError ? 'verify.stale.failed' : 'verify.stale.body')}
    </MessageBar>
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
