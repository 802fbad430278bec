import { type InboxMessageDetails, TEXT_MAX_LENGTH } from '@muniment/contract/support.ts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useKeptDraft } from '../../app/kept-draft.ts';
import { useAttemptKey } from '../../app/use-attempt-key.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useOperator } from '../../operator/use-operator.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { HtmlPart } from '../outbox/html-part.tsx';
import styles from './inbox.module.css';
import { sendAnswer } from './inbox-queries.ts';

export interface AnswerFormProps {
  message: InboxMessageDetails;
  etag: string | null;
  onAnswered: (message: InboxMessageDetails, etag: string | null) => void;
  onRefused: (error: unknown) => void;
}

interface Mail {
  to: string;
  subject: string;
  html: string;
}

/** Writes an answer, shows the mail that it becomes, and sends it. @source F2 */
export function AnswerForm({ message, etag, onAnswered, onRefused }: AnswerFormProps) {
  const { t } = useMessages();
  const { token } = useOperator();
  const [draft, change, forget] = useKeptDraft('inbox-answer', message.id, { text: '' });
  const [isTried, setTried] = useState(false);
  const [preview, setPreview] = useState<Mail | 'none' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const keyFor = useAttemptKey();
  const text = draft.text.trim();
  const isTooLong = draft.text.length > TEXT_MAX_LENGTH;

  const sending = useMutation({
    mutationFn: (dryRun: boolean) =>
      sendAnswer(token, message.id, { text, dryRun, etag, key: keyFor([message.id, text, dryRun, etag]) }),
    onSuccess: ({ body, etag: version }) => {
      if ('mail' in body) return setPreview(body.mail ?? 'none');
      setPreview(null);
      forget();
      setTried(false);
      onAnswered(body, version);
      showToast({
        tone: 'success',
        title:
          body.answering === 'mail' ? t('inbox.answer.sent', { email: body.email }) : t('inbox.answer.kept'),
      });
    },
    onError: (error) => {
      setPreview(null);
      onRefused(error);
    },
  });

  const start = (dryRun: boolean) => {
    setTried(true);
    if (text !== '' && !isTooLong) return sending.mutate(dryRun);
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(false);
  };

  if (message.answering === 'unwanted') {
    return <p className={styles.quiet}>{t('inbox.answer.unwanted')}</p>;
  }
  return (
    <form ref={form} noValidate onSubmit={submit} className={styles.section}>
      <h2>{t('inbox.answer')}</h2>
      <TextArea
        label={t('inbox.answer.label')}
        description={t(message.answering === 'mail' ? 'inbox.answer.hint' : 'inbox.answer.hint.console', {
          email: message.email,
        })}
        value={draft.text}
        onChange={(next) => change({ text: next })}
        rows={7}
        errorMessage={
          isTooLong
            ? t('inbox.answer.long', { count: draft.text.length - TEXT_MAX_LENGTH })
            : isTried && text === ''
              ? t('inbox.answer.missing')
              : null
        }
      />
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" isPending={sending.isPending && sending.variables === false}>
          {t('inbox.answer.send')}
        </Button>
        {message.answering === 'mail' && (
          <Button isPending={sending.isPending && sending.variables === true} onPress={() => start(true)}>
            {t('inbox.answer.preview')}
          </Button>
        )}
      </div>
      {preview !== null && (
        <Preview
          preview={preview}
          isSending={sending.isPending}
          onSend={() => start(false)}
          onClose={() => setPreview(null)}
        />
      )}
    </form>
  );
}

interface PreviewProps {
  preview: Mail | 'none';
  isSending: boolean;
  onSend: () => void;
  onClose: () => void;
}

function Preview({ preview, isSending, onSend, onClose }: PreviewProps) {
  const { t } = useMessages();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('inbox.preview')}
      size="wide"
      footer={
        <>
          <Button variant="primary" isPending={isSending} onPress={onSend}>
            {t('inbox.answer.send')}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </>
      }
    >
      {preview === 'none' ? (
        <p>{t('inbox.preview.none')}</p>
      ) : (
        <div className={styles.preview}>
          <p>{t('inbox.preview.to', { email: preview.to })}</p>
          <p>{t('inbox.preview.subject', { subject: preview.subject })}</p>
          <HtmlPart title={t('inbox.preview')} html={preview.html} />
        </div>
      )}
    </Dialog>
  );
}
