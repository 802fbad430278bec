import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { InvitationOffer, Registration } from '@muniment/contract/invitations.ts';
import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { listOutbox, type OutboxMail } from '@muniment/contract/publisher.ts';
import { getVlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { ApiAnswer } from '../support/api.ts';
import type { Muniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';

/** What tests do with people who are invited. */
export interface InvitedPeople {
  /** Sets what somebody holds on a license ID, and answers the id of their VL user. */
  give(admin: Member, email: string, licenseId: string, roles: Role[]): Promise<string>;
  read(email: string, token: string): Promise<ApiAnswer<InvitationOffer>>;
  register(email: string, token: string, offerVersion?: number): Promise<ApiAnswer<Registration>>;
  /** Newest first. */
  mailsTo(address: string): Promise<OutboxMail[]>;
  /** Lets the open invitations of a VL user expire. */
  expire(vlUserId: string): Promise<void>;
  /** Lets a minute pass since the last mail of an invitation. */
  sentLongAgo(vlUserId: string): Promise<void>;
  statusOf(admin: Member, vlUserId: string): Promise<string>;
}

export function createInvitedPeople(muniment: Muniment): InvitedPeople {
  return {
    async give(admin, email, licenseId, roles) {
      const user = { signInEmail: email, displayName: 'Vera Holm' };
      const answer = await admin.api.call(changeAssignments, {
        body: { assignments: [{ user, licenseId, roles }] },
      });
      if (answer.status >= 300) throw new Error(answer.text);
      return answer.body.difference[0]?.vlUserId ?? '';
    },
    async read(email, token) {
      const session = await muniment.sessionOf(email);
      await muniment.forgetLinkAttempts();
      return session.call(getInvitation, { params: { token } });
    },
    async register(email, token, offerVersion = 1) {
      const session = await muniment.sessionOf(email);
      await muniment.forgetLinkAttempts();
      return session.call(registerInvitation, { params: { token }, body: { offerVersion } });
    },
    async mailsTo(address) {
      return (await muniment.publisher.call(listOutbox, { query: { q: address } })).body.items;
    },
    async expire(vlUserId) {
      await muniment.db
        .updateTable('invitation')
        .set({ expires_at: new Date(Date.now() - 1_000) })
        .where('vl_user_id', '=', vlUserId)
        .where('state', '=', 'open')
        .execute();
    },
    async sentLongAgo(vlUserId) {
      await muniment.db
        .updateTable('invitation')
        .set({ last_sent_at: new Date(Date.now() - 61_000) })
        .where('vl_user_id', '=', vlUserId)
        .execute();
    },
    async statusOf(admin, vlUserId) {
      return (await admin.api.call(getVlUser, { params: { vlUserId } })).body.status;
    },
  };
}
