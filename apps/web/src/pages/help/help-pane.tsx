import type { Me } from '@muniment/contract/people.ts';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { TICKET_FORM, useHelpAddress, useHelpPlace, useShowPane } from '../../app/panes.ts';
import { paths } from '../../app/paths.ts';
import { useKnownPerson, useWritingOrganization } from '../../app/use-known-person.ts';
import { useFocusBack } from '../../frame/use-focus-back.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { Article } from './article.tsx';
import { ArticleSearch } from './article-search.tsx';
import styles from './help.module.css';
import { SupportContact } from './support-contact.tsx';
import { TicketForm } from './ticket-form.tsx';
import { TicketSent } from './ticket-sent.tsx';
import { useArticleTitle } from './use-article-title.ts';
import { useTicket } from './use-ticket.ts';
import { YourTickets } from './your-tickets.tsx';

/**
 * Help & support over whatever page one is on: `?pane=help`. One describes what is wrong, reads what matches, and
 * writes to support where that does not solve it. @source F2
 */
export default function HelpPane() {
  const me = useKnownPerson();
  return me === null || me.signInEmail === null ? null : <Pane me={me} person={me.signInEmail} />;
}

function Pane({ me, person }: { me: Me; person: string }) {
  const { t } = useMessages();
  const show = useShowPane('help');
  const [place, go] = useHelpPlace();
  const addressOf = useHelpAddress();
  const ticket = useTicket(person);
  useFocusBack();
  const close = () => show(false);
  if (ticket.sending.isSuccess && place === TICKET_FORM) {
    return <TicketSent ticket={ticket.sending.data} publisher={me.publisherName} onClose={close} />;
  }
  if (place === TICKET_FORM)
    return <WritingPane me={me} ticket={ticket} onBack={() => go(null)} onClose={close} />;
  const write = () => {
    ticket.sending.reset();
    go(TICKET_FORM);
  };
  if (place !== null) {
    return <ArticlePane key={place} slug={place} onGo={go} onWrite={write} onClose={close} />;
  }
  return (
    <Sheet isOpen onClose={close} title={t('support.title')}>
      <div className={styles.pane}>
        <TextArea
          label={t('support.describe')}
          description={t('support.describe.hint')}
          value={ticket.draft.description}
          onChange={(description) => ticket.change({ description })}
          rows={3}
          autoFocus
        />
        <ArticleSearch
          description={ticket.draft.description}
          renderLink={(slug, title) => <Link href={addressOf(slug)}>{title}</Link>}
        />
        <div>
          <Link href={paths.help} variant="underlined">
            {t('support.all')}
          </Link>
        </div>
        <Unsolved title={t(ticket.draft.description.trim() === '' ? 'support.direct' : 'support.unsolved')}>
          <Button variant="primary" onPress={write}>
            {t('support.write')}
          </Button>
        </Unsolved>
        <SupportContact publisher={me.publisherName} />
        <YourTickets publisher={me.publisherName} />
      </div>
    </Sheet>
  );
}

interface ArticlePaneProps {
  slug: string;
  onGo: (place: string | null) => void;
  onWrite: () => void;
  onClose: () => void;
}

function ArticlePane({ slug, onGo, onWrite, onClose }: ArticlePaneProps) {
  const { t } = useMessages();
  const title = useArticleTitle(slug);
  const addressOf = useHelpAddress();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (title !== null) heading.current?.focus();
  }, [title]);
  return (
    <Sheet isOpen onClose={onClose} title={t('support.title')}>
      <div className={styles.pane}>
        <Back onPress={() => onGo(null)}>{t('support.back')}</Back>
        {title !== null && (
          <h3 ref={heading} tabIndex={-1} className={styles.articleTitle}>
            {title}
          </h3>
        )}
        <Article slug={slug} headingLevel={4} addressOf={addressOf} />
        <Unsolved title={t('support.solved')}>
          <Button onPress={onClose}>{t('support.solved.yes')}</Button>
          <Button variant="primary" onPress={onWrite}>
            {t('support.solved.no')}
          </Button>
        </Unsolved>
      </div>
    </Sheet>
  );
}

interface WritingPaneProps {
  me: Me;
  ticket: ReturnType<typeof useTicket>;
  onBack: () => void;
  onClose: () => void;
}

function WritingPane({ me, ticket, onBack, onClose }: WritingPaneProps) {
  const { t } = useMessages();
  const formId = useId();
  const given = useWritingOrganization(me);
  const [chosen, setChosen] = useState<string | null>(null);
  const mustChoose = given === null && me.organizations.length > 1;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('support.ticket.title')}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} isPending={ticket.sending.isPending}>
            {t('support.ticket.send')}
          </Button>
          <Button onPress={onBack}>{t('support.ticket.back')}</Button>
        </>
      }
    >
      <TicketForm
        id={formId}
        me={me}
        ticket={ticket}
        organization={mustChoose ? (chosen ?? undefined) : given}
        choice={mustChoose ? { value: chosen, onChange: setChosen } : null}
      />
    </Sheet>
  );
}

function Unsolved({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.unsolved}>
      <h3>{title}</h3>
      <div className={styles.buttons}>{children}</div>
    </section>
  );
}

function Back({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <div>
      <Button
        variant="quiet"
        size="small"
        icon={<ArrowLeft size={16} strokeWidth={1.5} aria-hidden />}
        onPress={onPress}
      >
        {children}
      </Button>
    </div>
  );
}
