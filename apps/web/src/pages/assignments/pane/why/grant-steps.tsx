import type { AccessExplanation } from '@muniment/contract/explain.ts';
import type { ReactNode } from 'react';
import { useOrganization } from '../../../../app/organization.ts';
import { paths } from '../../../../app/paths.ts';
import type { MessageId } from '../../../../messages/en.ts';
import { type Messages, useMessages } from '../../../../messages/messages.tsx';
import { roleName } from '../../../../messages/names.ts';
import { classNames } from '../../../../ui/class-names.ts';
import { Link } from '../../../../ui/link.tsx';
import styles from './grant-steps.module.css';

type InPath = AccessExplanation['path'][number];
type NotCounting = AccessExplanation['notCounting'][number];
type Act = InPath['given'];

/** What waited less than this for its holder or a system counts from when it was given. */
const AT_ONCE_MILLISECONDS = 60_000;

/** Each role that counts, from the oldest, with who gave it, when and why; before an inherited one, the opting in. */
export function GrantSteps({ explanation: { path, person } }: { explanation: AccessExplanation }) {
  const { t, formatDate } = useMessages();
  return (
    <ol className={styles.steps}>
      {path.flatMap((grant, index) => {
        const { inheritedFrom } = grant;
        const key = `${grant.role} ${grant.origin}`;
        const isLast = index === path.length - 1;
        return [
          inheritedFrom?.optedInAt != null && (
            <Step
              key={`${key} opted in`}
              title={t('why.optedIn', { agreement: inheritedFrom.agreementNumber })}
            >
              {t('why.optedIn.by', {
                isYou: person.isYou ? 'yes' : 'no',
                name: person.displayName,
                date: formatDate(new Date(inheritedFrom.optedInAt)),
              })}
            </Step>
          ),
          <Step key={key} title={t(roleName(grant.role))} isLast={isLast}>
            <Given act={grant.given} />
            <Period grant={grant} />
          </Step>,
        ];
      })}
    </ol>
  );
}

/** What would give access and does not count, each with why. */
export function NotCountingSteps({ explanation: { notCounting } }: { explanation: AccessExplanation }) {
  const messages = useMessages();
  const { t } = messages;
  return (
    <ul className={styles.steps}>
      {notCounting.map((grant) => (
        <Step key={`${grant.role} ${grant.origin} ${grant.because}`} title={t(roleName(grant.role))} isOff>
          {grant.because === 'closed' && grant.taken !== null ? (
            <ActLine act={grant.taken} words={(values) => t('why.because.closed', values)} />
          ) : (
            <>
              <Given act={grant.given} />
              <span className={styles.why}>{becauseInWords(grant, messages)}</span>
            </>
          )}
        </Step>
      ))}
    </ul>
  );
}

function Step({
  title,
  isLast = false,
  isOff = false,
  children,
}: {
  title: string;
  isLast?: boolean;
  isOff?: boolean;
  children: ReactNode;
}) {
  return (
    <li className={classNames(styles.step, isLast && styles.last, isOff && styles.off)}>
      <div>{title}</div>
      <div className={styles.facts}>{children}</div>
    </li>
  );
}

const GIVEN: Partial<Record<Act['kind'], MessageId>> = {
  'set-up': 'why.by.set-up',
  registration: 'why.by.registration',
  import: 'why.by.import',
  undo: 'why.by.undo',
  'contact-change': 'why.by.contact-change',
};

function Given({ act }: { act: Act }) {
  const { t } = useMessages();
  return <ActLine act={act} words={(values) => t(GIVEN[act.kind] ?? 'why.by', values)} />;
}

/** Who and when, as a link to the change, and the reason that was written with it. */
function ActLine({ act, words }: { act: Act; words: (values: { who: string; date: string }) => string }) {
  const messages = useMessages();
  const { t, formatDate } = messages;
  const { number } = useOrganization();
  const date = formatDate(new Date(act.at));
  const text = words({ who: whoInWords(act, messages), date });
  return (
    <span>
      {act.changeId === null ? (
        text
      ) : (
        <Link href={paths.change(number, act.changeId)} aria-label={`${text}. ${t('why.change', { date })}`}>
          {text}
        </Link>
      )}
      {act.reason !== null && (
        <span className={styles.reason}>{t('why.reason', { reason: act.reason })}</span>
      )}
    </span>
  );
}

function whoInWords({ by }: Act, { t }: Messages): string {
  if (by.isYou) return t('why.you');
  if (by.kind === 'system') return t('why.system');
  if (by.kind === 'directory') return t('why.directory');
  return by.displayName ?? t('why.administrator');
}

function Period({ grant: { given, countsSince, endsAt } }: { grant: InPath }) {
  const { t, formatDate } = useMessages();
  const isLater = Date.parse(countsSince) - Date.parse(given.at) > AT_ONCE_MILLISECONDS;
  return (
    <>
      {isLater && <span>{t('why.counts', { date: formatDate(new Date(countsSince)) })}</span>}
      {endsAt !== null && <span>{t('why.until', { date: formatDate(new Date(endsAt)) })}</span>}
    </>
  );
}

function becauseInWords(grant: NotCounting, { t, formatDate }: Messages): string {
  const date = formatDate(new Date((grant.because === 'ended' ? grant.endsAt : null) ?? grant.startsAt));
  return t(`why.because.${grant.because}`, { date, who: '' });
}
