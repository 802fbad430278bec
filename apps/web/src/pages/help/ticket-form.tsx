import type { Me } from '@muniment/contract/people.ts';
import { CONTACT_METHODS, TEXT_MAX_LENGTH } from '@muniment/contract/support.ts';
import { type FormEvent, useRef } from 'react';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useMessages } from '../../messages/messages.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import styles from './help.module.css';
import type { useTicket } from './use-ticket.ts';

export interface TicketFormProps {
  id: string;
  me: Me;
  ticket: ReturnType<typeof useTicket>;
  /** undefined: the person must choose one. */
  organization: string | null | undefined;
  /** Where the person has several organizations and the page is of none. */
  choice: { value: string | null; onChange: (organization: string) => void } | null;
}

/** A ticket to the publisher's support, with what was already written in it. @source F2 */
export function TicketForm({ id, me, ticket, organization, choice }: TicketFormProps) {
  const { t } = useMessages();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, sending } = ticket;
  const gaps = ticket.shownGaps(organization);
  const isByPhone = draft.contactMethod === 'phone';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ticket.send(organization)) return;
    // When the fields that lack something are marked.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return (
    <form ref={form} id={id} noValidate onSubmit={submit} className={styles.form}>
      <p className={styles.quiet}>{t('support.ticket.lead', { publisher: me.publisherName })}</p>
      {sending.isError && (
        <MessageBar tone="danger" title={t('support.ticket.failed')}>
          {sending.error instanceof ServerNotReached
            ? t('support.ticket.failed.offline')
            : isProblem(sending.error, 'invalid-request') || isProblem(sending.error, 'too-many-requests')
              ? sending.error.message
              : null}
        </MessageBar>
      )}
      {choice !== null && (
        <Select
          label={t('support.ticket.organization')}
          value={choice.value}
          onChange={choice.onChange}
          options={me.organizations.map(({ number, name }) => ({ id: number, label: name }))}
          errorMessage={gaps.has('organization') ? t('support.ticket.organization.missing') : null}
        />
      )}
      <TextField
        label={t('support.ticket.subject')}
        value={ticket.subject}
        onChange={(subject) => change({ subject })}
        isRequired
        maxLength={150}
        errorMessage={gaps.has('subject') ? t('support.ticket.subject.missing') : null}
      />
      <TextArea
        label={t('support.ticket.description')}
        value={draft.description}
        onChange={(description) => change({ description })}
        isRequired
        rows={6}
        errorMessage={
          gaps.has('description')
            ? t('support.ticket.description.missing')
            : gaps.has('long')
              ? t('support.ticket.long', { count: draft.description.length - TEXT_MAX_LENGTH })
              : null
        }
      />
      <TextField
        label={t('support.ticket.licenseId')}
        description={t('support.ticket.licenseId.hint')}
        value={draft.licenseId}
        onChange={(licenseId) => change({ licenseId })}
        autoComplete="off"
        maxLength={100}
      />
      <RadioGroup
        label={t('support.ticket.method')}
        value={draft.contactMethod}
        onChange={(contactMethod) => change({ contactMethod })}
        options={CONTACT_METHODS.map((method) => ({
          id: method,
          label: t(`support.ticket.method.${method}`),
        }))}
      />
      <TextField
        label={t('support.ticket.email')}
        type="email"
        autoComplete="email"
        value={ticket.email}
        onChange={(email) => change({ email })}
        isRequired
        errorMessage={gaps.has('email') ? t('support.ticket.email.wrong') : null}
      />
      <TextField
        label={t(isByPhone ? 'support.ticket.phone' : 'support.ticket.phone.optional')}
        description={t('support.ticket.phone.hint')}
        type="tel"
        autoComplete="tel"
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        isRequired={isByPhone}
        maxLength={40}
        errorMessage={gaps.has('phone') ? t('support.ticket.phone.missing') : null}
      />
    </form>
  );
}
