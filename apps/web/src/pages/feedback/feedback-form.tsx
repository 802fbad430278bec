import type { Me } from '@muniment/contract/people.ts';
import { SENTIMENTS, TEXT_MAX_LENGTH } from '@muniment/contract/support.ts';
import { Frown, Meh, Smile } from 'lucide-react';
import { type ClipboardEvent, type FormEvent, useRef } from 'react';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useShowPane } from '../../app/panes.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import styles from './feedback.module.css';
import { ScreenshotField } from './screenshot-field.tsx';
import type { useFeedback } from './use-feedback.ts';

const ICONS = { satisfied: Smile, neither: Meh, dissatisfied: Frown };

export interface FeedbackFormProps {
  id: string;
  me: Me;
  feedback: ReturnType<typeof useFeedback>;
  /** Where the person has several organizations and the page is of none: the one that they chose. */
  choice: { value: string | null; onChange: (organization: string) => void } | null;
  /** Without the pane: where the person is. */
  page: string;
}

/** How one likes it, what could be better, a picture, and whether one may be asked about it. @source F1 */
export function FeedbackForm({ id, me, feedback, choice, page }: FeedbackFormProps) {
  const { t } = useMessages();
  const showHelp = useShowPane('help');
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, gaps, sending } = feedback;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (feedback.send(page)) return;
    // When the fields that lack something are marked.
    setTimeout(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus(),
    );
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
    if (pasted === undefined) return;
    event.preventDefault();
    feedback.addPicture(pasted);
  };

  return (
    <form ref={form} id={id} noValidate onSubmit={submit} onPaste={paste} className={styles.form}>
      <p className={styles.lead}>
        {t('feedback.lead', { publisher: me.publisherName })} {t('feedback.help')}{' '}
        <LinkButton onPress={() => showHelp(true)}>{t('feedback.help.link')}</LinkButton>
      </p>
      {sending.isError && (
        <MessageBar tone="danger" title={t('feedback.failed')}>
          {sending.error instanceof ServerNotReached
            ? t('feedback.failed.offline')
            : isProblem(sending.error, 'invalid-request') || isProblem(sending.error, 'too-many-requests')
              ? sending.error.message
              : null}
        </MessageBar>
      )}
      {choice !== null && (
        <Select
          label={t('feedback.organization')}
          value={choice.value}
          onChange={choice.onChange}
          options={me.organizations.map(({ number, name }) => ({ id: number, label: name }))}
          errorMessage={gaps.has('organization') ? t('feedback.organization.missing') : null}
        />
      )}
      <RadioGroup
        label={t('feedback.sentiment')}
        value={draft.sentiment}
        onChange={(sentiment) => change({ sentiment })}
        options={SENTIMENTS.map((sentiment) => {
          const Icon = ICONS[sentiment];
          return {
            id: sentiment,
            label: t(`feedback.${sentiment}`),
            icon: <Icon size={18} strokeWidth={1.5} aria-hidden />,
          };
        })}
      />
      <TextArea
        label={t('feedback.text')}
        value={draft.text}
        onChange={(text) => change({ text })}
        isRequired
        rows={6}
        errorMessage={
          gaps.has('text')
            ? t('feedback.text.missing')
            : gaps.has('long')
              ? t('feedback.text.long', { count: draft.text.length - TEXT_MAX_LENGTH })
              : null
        }
      />
      <ScreenshotField
        publisher={me.publisherName}
        picture={feedback.picture}
        problem={feedback.pictureProblem && t(`feedback.screenshot.${feedback.pictureProblem}`)}
        onPicture={feedback.addPicture}
        onNotTaken={feedback.noteNotTaken}
        onRemove={feedback.removePicture}
      />
      <div className={styles.contact}>
        <Checkbox isSelected={draft.mayContact} onChange={(mayContact) => change({ mayContact })}>
          {t('feedback.contact')}
        </Checkbox>
        {draft.mayContact && (
          <TextField
            label={t('feedback.email')}
            type="email"
            autoComplete="email"
            value={feedback.email}
            onChange={(email) => change({ email })}
            errorMessage={gaps.has('email') ? t('feedback.email.wrong') : null}
          />
        )}
      </div>
      <p className={styles.note}>{t('feedback.sentWith')}</p>
    </form>
  );
}
