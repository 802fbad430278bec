import { type ContactMethod, createSupportTicket, TEXT_MAX_LENGTH } from '@muniment/contract/support.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createApi } from '../../api/client.ts';
import { TICKETS_KEY } from '../../api/support.ts';
import { useKeptDraft } from '../../app/kept-draft.ts';
import { useAttemptKey } from '../../app/use-attempt-key.ts';

/** What a person has written so far. The description is what they searched the help with. */
interface TicketDraft extends Readonly<Record<string, string | null>> {
  readonly description: string;
  /** null: the beginning of the description. */
  readonly subject: string | null;
  readonly licenseId: string;
  readonly contactMethod: ContactMethod;
  /** null: the one of signing in. */
  readonly email: string | null;
  readonly phone: string;
}

const EMPTY: TicketDraft = {
  description: '',
  subject: null,
  licenseId: '',
  contactMethod: 'email',
  email: null,
  phone: '',
};

const SUBJECT_MAX_LENGTH = 150;
const SUGGESTED_MAX_LENGTH = 80;

export type TicketGap = 'subject' | 'description' | 'long' | 'email' | 'phone' | 'organization';

/** One ticket from the first word of its description on: what is typed once is not asked for again. */
export function useTicket(person: string) {
  const [draft, change, forget] = useKeptDraft('support-ticket', person, EMPTY);
  const [isTried, setTried] = useState(false);
  const queryClient = useQueryClient();
  const keyFor = useAttemptKey();
  const subject = draft.subject ?? beginningOf(draft.description);
  const email = draft.email ?? person;

  const sending = useMutation({
    mutationFn: (organization: string | null) => {
      const body = {
        subject: subject.trim(),
        description: draft.description.trim(),
        contactMethod: draft.contactMethod,
        email: email.trim(),
        ...(draft.licenseId.trim() === '' ? {} : { licenseId: draft.licenseId.trim() }),
        ...(draft.phone.trim() === '' ? {} : { phone: draft.phone.trim() }),
      };
      return createApi(organization).call(createSupportTicket, { body, idempotencyKey: keyFor(body) });
    },
    onSuccess: () => {
      forget();
      setTried(false);
      void queryClient.invalidateQueries({ queryKey: TICKETS_KEY });
    },
  });

  const gapsIn = (organization: string | null | undefined) => {
    const gaps = new Set<TicketGap>();
    if (subject.trim() === '') gaps.add('subject');
    if (draft.description.trim() === '') gaps.add('description');
    if (draft.description.length > TEXT_MAX_LENGTH) gaps.add('long');
    if (emailKey(email.trim()) === null) gaps.add('email');
    if (draft.contactMethod === 'phone' && draft.phone.trim() === '') gaps.add('phone');
    if (organization === undefined) gaps.add('organization');
    return gaps;
  };

  return {
    draft,
    change,
    subject: subject.slice(0, SUBJECT_MAX_LENGTH),
    email,
    sending,
    /** What the form lacks, once the person has tried to send it. */
    shownGaps: (organization: string | null | undefined) =>
      isTried ? gapsIn(organization) : new Set<TicketGap>(),
    /** @returns Whether it is on its way; else something is missing. */
    send: (organization: string | null | undefined): boolean => {
      setTried(true);
      if (organization === undefined || gapsIn(organization).size > 0) return false;
      sending.mutate(organization);
      return true;
    },
  };
}

/** The first sentence of a text, or as much of it as makes a subject. */
function beginningOf(text: string): string {
  const sentence = /^[^\n.!?。]+[!?]?/.exec(text.trim())?.[0].trim() ?? '';
  if (sentence.length <= SUGGESTED_MAX_LENGTH) return sentence;
  const cut = sentence.slice(0, SUGGESTED_MAX_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUGGESTED_MAX_LENGTH / 2)).trimEnd()} …`;
}
