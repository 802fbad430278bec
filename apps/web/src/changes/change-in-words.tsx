import type { AssignmentChange, Difference } from '@muniment/contract/assignment-changes.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { useMe, useOrganization } from '../app/organization.ts';
import type { MessageId } from '../messages/en.ts';
import { formatLicenseId } from '../messages/license-id.ts';
import { Message, useMessages } from '../messages/messages.tsx';
import { roleName } from '../messages/names.ts';

/** What a change did, as one sentence: "You made Amara Nwosu an administrator on 8810 2207". */
export function ChangeInWords({ change }: { change: AssignmentChange }) {
  const { t, formatList } = useMessages();
  const me = useMe();
  const { number } = useOrganization();
  const myId = me.organizations.find((each) => each.number === number)?.vlUserId;
  const { actor, difference } = change;

  const people = new Map(difference.map((each) => [each.vlUserId, each]));
  const licenses = [...new Set(difference.map(({ licenseId }) => licenseId))];
  const [first] = difference;
  const personOf = ({ vlUserId, displayName }: Difference) => {
    if (vlUserId !== myId) return displayName;
    return t(actor.isYou ? 'change.yourself' : 'change.toYou');
  };
  const values = {
    actor: actor.isYou ? t('change.you') : actor.kind === 'system' ? t('change.system') : actor.displayName,
    licenses:
      licenses.length === 1 && licenses[0] !== undefined
        ? formatLicenseId(licenses[0])
        : t('change.licenses', { count: licenses.length }),
    people: people.size,
    person: first === undefined ? '' : personOf(first),
    roles: formatList(rolesOf(difference).map((role) => t(roleName(role)))),
  };
  return <Message id={sentenceOf(change, people.size)} values={values} />;
}

function sentenceOf({ kind, difference }: AssignmentChange, people: number): MessageId {
  if (difference.length === 0) return 'change.nothing';
  if (kind === 'set-up') return people > 1 ? 'change.setUpMany' : 'change.setUp';
  if (kind === 'given-up') return 'change.gaveUp';
  if (kind === 'undo') return people > 1 ? 'change.undidMany' : 'change.undid';
  if (kind === 'import') return 'change.imported';
  if (kind === 'contact-change') return people > 1 ? 'change.contactMany' : 'change.contact';
  if (kind === 'registration') return 'change.registered';
  const adds = difference.some(({ added }) => added.length > 0);
  const removes = difference.some(({ removed }) => removed.length > 0);
  if (people > 1) return adds && removes ? 'change.many' : adds ? 'change.gaveMany' : 'change.tookMany';
  if (adds && removes) return 'change.both';
  if (removes) return 'change.took';
  if (!adds) return 'change.rescheduled';
  const [role, ...others] = rolesOf(difference);
  return role === 'administrator' && others.length === 0 ? 'change.madeAdministrator' : 'change.gave';
}

function rolesOf(difference: readonly Difference[]): Role[] {
  return ROLES.filter((role) =>
    difference.some(({ added, removed }) => [...added, ...removed].includes(role)),
  );
}
