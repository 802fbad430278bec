import { HOME_USE_DOMAINS_MAX, readEmployeeDomain } from '@muniment/domain/home-use.ts';
import { type FormEvent, useState } from 'react';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { StepProps } from './benefit-pane.tsx';
import styles from './benefits.module.css';
import { ProgramStep } from './program-step.tsx';

/** In which domains employees have their addresses. */
export function DomainsStep({ program, change }: StepProps) {
  const { t } = useMessages();
  // null: nothing was edited yet, and focus is where the person put it.
  const [isEditing, setIsEditing] = useState<boolean | null>(null);
  const { domains, contact } = program;
  const isForm = contact !== null && (domains.length === 0 || isEditing);
  return (
    <ProgramStep title={t('benefits.domains')} isDone={domains.length > 0}>
      {isForm ? (
        <DomainsForm program={program} change={change} onDone={() => setIsEditing(false)} />
      ) : domains.length === 0 ? (
        <p className={styles.quiet}>{t('benefits.domains.lead')}</p>
      ) : (
        <>
          <ul className={styles.domains}>
            {domains.map((domain) => (
              <li key={domain}>{domain}</li>
            ))}
          </ul>
          <Button size="small" autoFocus={isEditing === false} onPress={() => setIsEditing(true)}>
            {t('benefits.domains.change')}
          </Button>
        </>
      )}
    </ProgramStep>
  );
}

function DomainsForm({ program: { domains }, change, onDone }: StepProps & { onDone: () => void }) {
  const messages = useMessages();
  const { t } = messages;
  const [text, setText] = useState(domains.join('\n'));
  const [isTried, setIsTried] = useState(false);
  const typed = text.split(/[\s,;]+/).filter(Boolean);
  const wrong = whatIsWrong(messages, typed);

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (wrong === null) change.mutate({ step: 'set-domains', domains: typed }, { onSuccess: onDone });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.quiet}>{t('benefits.domains.lead')}</p>
      <TextArea
        label={t('benefits.domains.label')}
        description={t('benefits.domains.hint', { most: HOME_USE_DOMAINS_MAX })}
        rows={3}
        autoFocus={domains.length > 0}
        value={text}
        onChange={setText}
        errorMessage={isTried ? wrong : undefined}
      />
      <div className={styles.buttons}>
        <Button
          type="submit"
          variant={domains.length === 0 ? 'primary' : 'default'}
          isPending={change.isPending}
        >
          {t('benefits.domains.save')}
        </Button>
        {domains.length > 0 && <Button onPress={onDone}>{t('ui.cancel')}</Button>}
      </div>
    </form>
  );
}

/** Says before the server does what it would refuse, by the same reading. */
function whatIsWrong({ t }: Messages, typed: readonly string[]): string | null {
  if (typed.length === 0) return t('benefits.domains.none');
  if (typed.length > HOME_USE_DOMAINS_MAX) return t('benefits.domains.many', { most: HOME_USE_DOMAINS_MAX });
  for (const domain of typed) {
    const read = readEmployeeDomain(domain);
    if (read.kind === 'refused') return t(`benefits.domains.${read.why}`, { domain });
  }
  return null;
}
