import type { AssignmentChangeAnswer, Check, Difference } from '@muniment/contract/assignment-changes.ts';
import { Info } from 'lucide-react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FilledAlert, FilledCheck, FilledWarning } from '../../ui/status-icons.tsx';
import { changePerson, inOrder, isSamePerson } from '../assign/draft.ts';
import { nameLicenseIds } from '../assign/gap-message.ts';
import type { DraftHandle } from '../assign/use-draft.ts';
import { administratorsTakenAway } from './person-changes.ts';
import styles from './verify-side.module.css';

interface ChecksProps {
  handle: DraftHandle;
  answer: AssignmentChangeAnswer;
  /** The draft was changed so that an administrator stays. */
  onKept: () => void;
}

const OFFERS_MAX = 3;

/** Checks whose sentence counts people; the others count license IDs. */
const ABOUT_PEOPLE: readonly Check['code'][] = [
  'role-inherited',
  'administrator-pending',
  'assignment-in-progress',
];

/** What stands against the change and what it mends, in the order of the server: blocking first. @source A1, A5 */
export function Checks({ handle, answer, onKept }: ChecksProps) {
  const messages = useMessages();
  const { t } = messages;
  const { checks } = answer;

  const keep = ({ signInEmail, licenseId }: Difference) => {
    const person = handle.draft.people.find((each) => isSamePerson(each, { signInEmail }));
    if (person === undefined) return;
    handle.changePeople((people) =>
      changePerson(people, person.id, (each) => ({
        ...each,
        licenses: each.licenses.map((license) =>
          license.licenseId === licenseId
            ? { ...license, roles: inOrder([...license.roles, 'administrator']) }
            : license,
        ),
      })),
    );
    onKept();
  };
  return (
    <section aria-labelledby="verify-checks">
      <h2 id="verify-checks" tabIndex={-1} className={styles.heading}>
        {t('verify.checks')}
      </h2>
      <ul className={styles.checks}>
        {checks.length === 0 && (
          <li className={styles.good}>
            <FilledCheck />
            <div className={styles.checkTitle}>{t('verify.checks.none')}</div>
          </li>
        )}
        {checks.map((check) => (
          <li key={`${check.level} ${check.code}`} className={styles[check.level]}>
            <LevelIcon level={check.level} />
            <div>
              <div className={styles.checkTitle}>
                <span className="visually-hidden">{t(`verify.level.${check.level}`)} </span>
                {checkTitle(check, messages)}
              </div>
              <div className={styles.checkBody}>{checkBody(check, messages)}</div>
              {check.code === 'last-administrator' || check.code === 'drops-to-one-administrator'
                ? administratorsTakenAway(answer, check.licenseIds)
                    .slice(0, OFFERS_MAX)
                    .map((difference) => (
                      <LinkButton
                        key={`${difference.signInEmail} ${difference.licenseId}`}
                        onPress={() => keep(difference)}
                      >
                        {t('verify.check.keep', {
                          name: difference.displayName,
                          licenseId: formatLicenseId(difference.licenseId),
                        })}
                      </LinkButton>
                    ))
                : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LevelIcon({ level }: { level: Check['level'] }) {
  switch (level) {
    case 'blocking':
      return <FilledAlert />;
    case 'warning':
      return <FilledWarning />;
    case 'information':
      return <Info size={16} strokeWidth={1.75} aria-hidden />;
    default:
      return <FilledCheck />;
  }
}

/** Says in a sentence what a check found, with license IDs and people named. */
export function checkTitle({ code, licenseIds, people }: Check, messages: Messages): string {
  const isAboutPeople = ABOUT_PEOPLE.includes(code);
  return messages.t(`verify.check.${code}`, {
    licenseIds: nameLicenseIds(licenseIds, messages),
    people: messages.formatList(people),
    count: isAboutPeople ? people.length : licenseIds.length,
  });
}

function checkBody({ code, licenseIds }: Check, { t }: Messages): string {
  return t(`verify.check.${code}.body`, { count: licenseIds.length });
}
