import type { AssignmentChangeAnswer, Check, Difference } from '@muniment/contract/assignment-changes.ts';
import { Info } from 'lucide-react';
import { useRef } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { FilledCheck } from '../../ui/filled-check.tsx';
import { Link } from '../../ui/link.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FilledAlert, FilledWarning } from '../../ui/status-icons.tsx';
import { changePerson, type DraftPerson, inOrder, isSamePerson } from '../assign/draft.ts';
import { nameLicenseIds } from '../assign/gap-message.ts';
import type { DraftHandle } from '../assign/use-draft.ts';
import { administratorsTakenAway } from './person-changes.ts';
import styles from './verify-side.module.css';

interface ChecksProps {
  handle: DraftHandle;
  answer: AssignmentChangeAnswer;
}

const OFFERS_MAX = 3;

/** Checks that are mended in the rows of the people whom they name. */
const MENDED_AT_THE_PERSON: readonly Check['code'][] = [
  'last-administrator',
  'role-inherited',
  'assignment-in-progress',
];

/** Checks whose sentence counts people; the others count license IDs. */
const ABOUT_PEOPLE: readonly Check['code'][] = [
  'role-inherited',
  'administrator-pending',
  'assignment-in-progress',
];

/** What stands against the change and what it mends, in the order of the server: blocking first. @source A1, A5 */
export function Checks({ handle, answer }: ChecksProps) {
  const messages = useMessages();
  const { t } = messages;
  const { number } = useOrganization();
  const { checks } = answer;
  const heading = useRef<HTMLHeadingElement>(null);

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
    // What was pressed goes away once the server has compared again.
    heading.current?.focus();
  };
  /** The people of the draft whom a check is about, by the license IDs that it names. */
  const peopleOf = ({ code, licenseIds, people: names }: Check): DraftPerson[] =>
    handle.draft.people
      .filter(
        ({ displayName, licenses }) =>
          (!ABOUT_PEOPLE.includes(code) || names.includes(displayName)) &&
          licenses.some(({ licenseId }) => licenseIds.includes(licenseId)),
      )
      .slice(0, OFFERS_MAX);
  const outside = handle.draft.people.filter(({ isExternal }) => isExternal);
  return (
    <section aria-labelledby="verify-checks">
      <h2 ref={heading} id="verify-checks" tabIndex={-1} className={styles.heading}>
        {t('verify.checks')}
      </h2>
      <ul className={styles.checks}>
        {checks.length + outside.length === 0 && (
          <li className={styles.good}>
            <FilledCheck />
            <div className={styles.checkTitle}>{t('verify.checks.none')}</div>
          </li>
        )}
        {checks.filter(({ level }) => level !== 'good').map(renderCheck)}
        {outside.length > 0 && (
          <li className={styles.information}>
            <LevelIcon level="information" />
            <div>
              <div className={styles.checkTitle}>
                <span className="visually-hidden">{t('verify.level.information')} </span>
                {t('verify.check.outside', {
                  people: peopleInWords(outside, messages),
                  count: outside.length,
                })}
              </div>
              <div className={styles.checkBody}>{t('verify.check.outside.body')}</div>
            </div>
          </li>
        )}
        {checks.filter(({ level }) => level === 'good').map(renderCheck)}
      </ul>
    </section>
  );

  function renderCheck(check: Check) {
    return (
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
          {MENDED_AT_THE_PERSON.includes(check.code) &&
            // Where Administrator is taken away, keeping it is offered above.
            (check.code !== 'last-administrator' ||
              administratorsTakenAway(answer, check.licenseIds).length === 0) &&
            peopleOf(check).map(({ id, displayName }) => (
              <Link key={id} href={paths.assign(number, { step: 'roles', user: id })}>
                {t('verify.editPerson', { name: displayName })}
              </Link>
            ))}
        </div>
      </li>
    );
  }
}

const NAMED_MAX = 3;

/** Names people in a sentence: the first few, and how many more. */
function peopleInWords(people: readonly DraftPerson[], { t, formatList }: Messages): string {
  const more = people.length - NAMED_MAX;
  const named = people.slice(0, NAMED_MAX).map(({ displayName }) => displayName);
  return formatList(more > 0 ? [...named, t('assign.gap.andMore', { count: more })] : named);
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
