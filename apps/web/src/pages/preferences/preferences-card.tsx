import { useQuery } from '@tanstack/react-query';
import { preferencesQuery } from '../../api/preferences.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useShowPane } from '../../app/panes.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { FilledCheck } from '../../ui/filled-check.tsx';
import styles from './preferences-card.module.css';

/** As many agreements are named beside the overview. */
const SHOWN = 2;

/** Beside the overview of whoever may inherit: for which agreements they do. Nothing for everybody else. @source I2 */
export default function PreferencesCard() {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const show = useShowPane('preferences');
  const { data } = useQuery(preferencesQuery(api, number));
  const states = new Map<string, boolean>();
  for (const { agreementNumber, optedIn } of data?.preferences.inheritance ?? []) {
    states.set(agreementNumber, optedIn || states.get(agreementNumber) === true);
  }
  if (states.size === 0) return null;
  const more = states.size - SHOWN;
  return (
    <section aria-labelledby="preferences-card" className={styles.card}>
      <h2 id="preferences-card">{t('preferences.title')}</h2>
      {[...states].slice(0, SHOWN).map(([agreement, isOn]) => {
        const state = isOn ? 'on' : 'off';
        return (
          <div key={agreement}>
            <p className={styles.state}>
              {isOn && <FilledCheck />}
              {t(`preferences.card.${state}`, { agreement })}
            </p>
            <p className={styles.about}>{t(`preferences.card.${state}.body`)}</p>
          </div>
        );
      })}
      {more > 0 && <p className={styles.about}>{t('preferences.card.more', { count: more })}</p>}
      <div>
        <Button onPress={() => show(true)}>{t('preferences.edit')}</Button>
      </div>
    </section>
  );
}
