import { useLocation } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useShowPane } from '../../app/panes.ts';
import { type SearchParams, stringifySearch } from '../../app/paths.ts';
import { useKnownPerson, useWritingOrganization } from '../../app/use-known-person.ts';
import { useFocusBack } from '../../frame/use-focus-back.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './feedback.module.css';
import { FeedbackForm } from './feedback-form.tsx';
import { useFeedback } from './use-feedback.ts';

/** A short form over whatever page one is on: `?pane=feedback`. @source F1 */
export default function FeedbackPane() {
  const me = useKnownPerson();
  return me === null || me.signInEmail === null ? null : <Pane me={me} person={me.signInEmail} />;
}

function Pane({ me, person }: { me: NonNullable<ReturnType<typeof useKnownPerson>>; person: string }) {
  const { t } = useMessages();
  const show = useShowPane('feedback');
  const formId = useId();
  const given = useWritingOrganization(me);
  const [chosen, setChosen] = useState<string | null>(null);
  const mustChoose = given === null && me.organizations.length > 1;
  const feedback = useFeedback(person, mustChoose ? (chosen ?? undefined) : given);
  const page = usePageBelow();
  const { sending } = feedback;
  useFocusBack();
  const close = () => show(false);

  if (sending.isSuccess) {
    const { contactedAt } = sending.data;
    return (
      <Sheet
        isOpen
        onClose={close}
        title={t('feedback.title')}
        footer={
          <>
            <Button variant="primary" onPress={close}>
              {t('feedback.close')}
            </Button>
            <Button onPress={() => sending.reset()}>{t('feedback.more')}</Button>
          </>
        }
      >
        <Sent>
          {contactedAt === null
            ? t('feedback.sent.body', { publisher: me.publisherName })
            : t('feedback.sent.contact', { publisher: me.publisherName, email: contactedAt })}
        </Sent>
      </Sheet>
    );
  }
  return (
    <Sheet
      isOpen
      onClose={close}
      title={t('feedback.title')}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} isPending={sending.isPending}>
            {t('feedback.send')}
          </Button>
          <Button onPress={close}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <FeedbackForm
        id={formId}
        me={me}
        feedback={feedback}
        choice={mustChoose ? { value: chosen, onChange: setChosen } : null}
        page={page}
      />
    </Sheet>
  );
}

function Sent({ children }: { children: string }) {
  const { t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.sent}>
      <h3 ref={heading} tabIndex={-1} className={styles.sentTitle}>
        <CircleCheck size={22} strokeWidth={1.75} aria-hidden />
        {t('feedback.sent')}
      </h3>
      <p>{children}</p>
    </div>
  );
}

const PAGE_MAX_LENGTH = 500;
/** Whoever has such a link can register with it: it goes to nobody. */
const REGISTRATION = /^\/register\/.*/;

/** The address of the page that the pane lies over. */
function usePageBelow(): string {
  const { pathname, search } = useLocation();
  const { pane: _pane, help: _help, ...rest } = search as SearchParams;
  return `${pathname.replace(REGISTRATION, '/register')}${stringifySearch(rest)}`.slice(0, PAGE_MAX_LENGTH);
}
