import { getVlUser, listVlUsers, type VlUser } from '@muniment/contract/vl-users.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { Failure, WrongUsage } from './failure.ts';
import { listAll } from './list-all.ts';
import { messages } from './messages.ts';
import type { Session } from './session.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** As much as the API takes to search for. */
const SEARCH_MAX = 200;

/** Whether a text is the id of a VL user, by its form. */
export function isVlUserId(text: string): boolean {
  return ID.test(text);
}

/** When somebody is looked for; left out: now. */
interface Past {
  readonly asOf?: string;
}

/**
 * Finds the VL user whom somebody means.
 *
 * @param text Their id or sign-in e-mail.
 * @throws Failure vl-user-not-found, vl-user-ambiguous; ProblemError vl-user-not-found for an unknown id;
 *   WrongUsage where the text is neither.
 */
export async function findVlUser(session: Session, text: string, past: Past = {}): Promise<VlUser> {
  const { user, near } = await searchVlUser(session, text, past);
  if (user !== null) return user;
  const detail = near.length > 0 ? messages.businessEmailOf(near) : messages.whoIsThere;
  throw new Failure('vl-user-not-found', messages.userNotFound(text), detail);
}

/**
 * As {@link findVlUser}, but nobody is no failure: a sign-in e-mail may be that of somebody new, or of somebody
 * whom the caller does not see.
 *
 * @returns `near`: sign-in e-mails of those who have the text as business e-mail.
 */
export async function searchVlUser(
  session: Session,
  text: string,
  past: Past = {},
): Promise<{ user: VlUser | null; near: string[] }> {
  if (isVlUserId(text)) {
    return {
      user: (await session.call(getVlUser, { params: { vlUserId: text }, query: past })).body,
      near: [],
    };
  }
  const key = emailKey(text);
  if (key === null) throw new WrongUsage(messages.notAUser(text));
  const q = text.slice(0, SEARCH_MAX);
  const found = await listAll(
    async (page) => (await session.call(listVlUsers, { query: { ...page, ...past, q } })).body,
  );
  const same = found.filter(({ signInEmail }) => emailKey(signInEmail) === key);
  if (same.length > 1) {
    const ids = same.map(({ id }) => id);
    throw new Failure('vl-user-ambiguous', messages.userAmbiguous(text), messages.giveOneId(ids));
  }
  const near = found.filter(({ businessEmail }) => emailKey(businessEmail) === key);
  return { user: same[0] ?? null, near: near.map(({ signInEmail }) => signInEmail) };
}
