import { emailKey } from '@muniment/domain/email-address.ts';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { StepProps } from './benefit-pane.tsx';
import styles from './benefits.module.css';
import { ProgramStep } from './program-step.tsx';

/** Whom employees ask. */
export function ContactStep({ program, change }: StepProps) {
  const { t } = useMessages();
  // null: nothing was edited yet, and focus is where the person put it.
  const [isEditing, setIsEditing] = useState<boolean | null>(null);
  const { contact, terms } = program;
  const isForm = terms.accepted !== null && (contact === null || isEditing);
  return (
    <ProgramStep title={t('benefits.contact')} isDone={contact !== null}>
      {isForm ? (
        <ContactForm program={program} change={change} onDone={() => setIsEditing(false)} />
      ) : contact === null ? (
        <p className={styles.quiet}>{t('benefits.contact.lead')}</p>
      ) : (
        <>
          <p className={styles.breaking}>{`${contact.name}, ${contact.email}`}</p>
          <Button size="small" autoFocus={isEditing === false} onPress={() => setIsEditing(true)}>
            {t('benefits.contact.change')}
          </Button>
        </>
      )}
    </ProgramStep>
  );
}

function ContactForm({ program: { contact }, change, onDone }: StepProps & { onDone: () => void }) {
  const { t } = useMessages();
  const [name, setName] = useState(contact?.name ?? '');
  const [email, setEmail] = useState(contact?.email ?? '');
  const [isTried, setIsTried] = useState(false);
  const isNamed = name.trim() !== '';
  const isAddress = emailKey(email.trim()) !== null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!isNamed || !isAddress) return;
    const wanted = { step: 'set-contact' as const, name: name.trim(), email: email.trim() };
    change.mutate(wanted, { onSuccess: onDone });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.quiet}>{t('benefits.contact.lead')}</p>
      <TextField
        label={t('benefits.contact.name')}
        autoFocus={contact !== null}
        value={name}
        onChange={setName}
        maxLength={200}
        errorMessage={isTried && !isNamed ? t('benefits.contact.name.missing') : undefined}
      />
      <TextField
        label={t('benefits.contact.email')}
        type="email"
        value={email}
        onChange={setEmail}
        errorMessage={isTried && !isAddress ? t('benefits.contact.email.wrong') : undefined}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant={contact === null ? 'primary' : 'default'} isPending={change.isPending}>
          {t('benefits.contact.save')}
        </Button>
        {contact !== null && <Button onPress={onDone}>{t('ui.cancel')}</Button>}
      </div>
    </form>
  );
}
