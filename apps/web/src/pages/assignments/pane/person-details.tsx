import { editVlUser } from '@muniment/contract/vl-users.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useLayoutEffect, useState } from 'react';
import { isProblem, ServerNotReached } from '../../../api/client.ts';
import { renewOrganization } from '../../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../../app/organization.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { problemText } from '../../../messages/problem-text.ts';
import { Button } from '../../../ui/button.tsx';
import { MessageBar } from '../../../ui/message-bar.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toasts.tsx';
import { type Details, detailsChange, rebaseDetails } from './details-draft.ts';
import styles from './person-details.module.css';
import { type PersonAccess, personKey } from './person-query.ts';

/** Sign-in and business e-mail, to read. */
export function PersonDetails({ access: { person } }: { access: PersonAccess }) {
  const { t } = useMessages();
  return (
    <dl className={styles.details}>
      <dt>{t('access.signIn')}</dt>
      <dd>{person.signInEmail}</dd>
      <dt>{t('access.business')}</dt>
      <dd>
        {person.businessEmail === person.signInEmail ? t('assignments.sameAsSignIn') : person.businessEmail}
      </dd>
    </dl>
  );
}

export interface DetailsFormProps {
  access: PersonAccess;
  onClose: () => void;
  /** Whether there is something typed that would be lost. */
  onDirty: (isDirty: boolean) => void;
}

/**
 * Edits the name and the business e-mail in place. What was not typed is never sent: what somebody else saved
 * meanwhile stays. @source S10, Edges
 */
export function DetailsForm({ access, onClose, onDirty }: DetailsFormProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  // The state that the edits started from: what is asked for anew meanwhile may be somebody else's.
  const [base, setBase] = useState(access);
  const { person, etag } = base;
  const [name, setName] = useState(person.displayName);
  const [email, setEmail] = useState(person.businessEmail);
  const [isTried, setTried] = useState(false);
  const isNameGood = name.trim() !== '';
  const isEmailGood = emailKey(email.trim()) !== null;
  const change = detailsChange(person, { displayName: name, businessEmail: email });
  const isDirty = Object.keys(change).length > 0;

  // Before the next key is handled: it may be Esc.
  useLayoutEffect(() => {
    onDirty(isDirty);
    return () => onDirty(false);
  }, [isDirty, onDirty]);

  // A newer version with the same details (roles were given, an e-mail was sent) is no conflict.
  const isElsewhere = base.etag !== access.etag && !hasOtherDetails(person, access.person);
  useEffect(() => {
    if (isElsewhere) setBase(access);
  }, [isElsewhere, access]);

  const mutation = useMutation({
    mutationFn: () => api.call(editVlUser, { params: { vlUserId: person.id }, body: change, ifMatch: etag }),
    onSuccess: async ({ displayName }) => {
      showToast({ tone: 'success', title: t('access.edit.saved', { name: displayName }) });
      onDirty(false);
      await renewOrganization(queryClient, number);
      onClose();
    },
    onError: async (error) => {
      await renewOrganization(queryClient, number);
      const now = queryClient.getQueryData<PersonAccess>(personKey(number, person.id));
      if (isProblem(error, 'stale-version') && now !== undefined) moveTo(now);
    },
  });

  const moveTo = (now: PersonAccess) => {
    setBase(now);
    // What was typed while it was asked for stays too.
    setName((typed) => rebaseDetails(person, now.person, { ...person, displayName: typed }).displayName);
    setEmail((typed) => rebaseDetails(person, now.person, { ...person, businessEmail: typed }).businessEmail);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNameGood || !isEmailGood) return;
    if (isDirty) mutation.mutate();
    else onClose();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {mutation.error && (
        <MessageBar tone="danger" title={t('access.edit.failed')}>
          {reasonOf(mutation.error)}
        </MessageBar>
      )}
      <dl className={styles.details}>
        <dt>{t('access.signIn')}</dt>
        <dd>{person.signInEmail}</dd>
      </dl>
      <TextField
        label={t('access.edit.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        errorMessage={isTried && !isNameGood ? t('access.edit.name.missing') : null}
      />
      <TextField
        label={t('access.edit.email')}
        type="email"
        value={email}
        onChange={setEmail}
        description={t('access.edit.email.about')}
        errorMessage={isTried && !isEmailGood ? t('access.edit.email.wrong') : null}
      />
      <div className={styles.buttons}>
        <Button type="submit" isPending={mutation.isPending}>
          {t('access.edit.save')}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );

  function reasonOf(error: unknown): string {
    if (error instanceof ServerNotReached) return t('assignments.notAnswered');
    if (isProblem(error, 'stale-version')) return t('access.edit.stale', { name: person.displayName });
    if (isProblem(error, 'invalid-request')) return t('access.edit.email.wrong');
    return t(problemText(error));
  }
}

function hasOtherDetails(before: Details, now: Details): boolean {
  return Object.keys(detailsChange(before, now)).length > 0;
}
