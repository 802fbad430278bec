import { INHERITING_CONTACTS, type InheritanceView } from '@muniment/contract/preferences.ts';
import { useId } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './inheritance.module.css';
import partStyles from './preferences.module.css';
import type { HeadingLevel } from './preferences-content.tsx';
import { useOptIn } from './use-opt-in.ts';

export interface InheritanceProps extends HeadingLevel {
  inheritance: readonly InheritanceView[];
  etag: string;
}

/** One switch for each agreement and kind of contact that one is. It shows what is saved, never what is hoped. @source I1, I4 */
export function Inheritance({ inheritance, etag, heading: Heading }: InheritanceProps) {
  const { t } = useMessages();
  const aboutId = useId();
  const { change, pending, said, failure } = useOptIn(etag);
  return (
    <section aria-labelledby="preferences-inherit">
      <Heading id="preferences-inherit">{t('preferences.inherit')}</Heading>
      <p id={aboutId} className={partStyles.about}>
        {t('preferences.inherit.about')}
      </p>
      {failure && (
        <div className={styles.failure}>
          <MessageBar tone="danger" title={failure.title}>
            {failure.body}
          </MessageBar>
        </div>
      )}
      <ul className={styles.agreements}>
        {inOrder(inheritance).map((one) => {
          const { agreementNumber, agreementName, contact, optedIn } = one;
          const isTwice = inheritance.filter((each) => each.agreementNumber === agreementNumber).length > 1;
          const names = { agreement: agreementNumber, contact: t(`preferences.contact.${contact}`) };
          const isPending = pending?.agreementNumber === agreementNumber && pending.contact === contact;
          const contactId = `${aboutId}-${agreementNumber}-${contact}`;
          return (
            <li key={`${agreementNumber} ${contact}`} className={styles.agreement}>
              <div className={styles.name}>{agreementName}</div>
              <div id={contactId} className={styles.contact}>
                {t('preferences.inherit.as', names)}
              </div>
              <Switch
                isSelected={optedIn}
                isReadOnly={pending !== null}
                aria-describedby={`${contactId} ${aboutId}`}
                onChange={(isOn) => change(one, isOn)}
              >
                {t(isTwice ? 'preferences.inherit.switchAs' : 'preferences.inherit.switch', names)}
              </Switch>
              {isPending && <div className={styles.pending}>{t('preferences.saving')}</div>}
              {said !== null &&
                said.of.agreementNumber === agreementNumber &&
                said.of.contact === contact && (
                  <div aria-hidden className={styles.said}>
                    {said.text}
                  </div>
                )}
            </li>
          );
        })}
      </ul>
      <div role="status" className="visually-hidden">
        {said?.text}
      </div>
      <p className={partStyles.about}>{t('preferences.inherit.contacts')}</p>
    </section>
  );
}

/** By agreement, and within it the primary contact first. */
function inOrder(inheritance: readonly InheritanceView[]): InheritanceView[] {
  const rank = ({ contact }: InheritanceView) => INHERITING_CONTACTS.indexOf(contact);
  return inheritance.toSorted(
    (a, b) => a.agreementNumber.localeCompare(b.agreementNumber) || rank(a) - rank(b),
  );
}
