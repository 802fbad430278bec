import { putMyLanguage } from '@muniment/contract/people.ts';
import { LANGUAGES, type Language } from '@muniment/domain/languages.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Languages } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { createApi } from '../api/client.ts';
import { meQuery } from '../api/me.ts';
import {
  chooseHere,
  chosenHere,
  currentLanguage,
  followPerson,
  onLanguageChange,
} from '../messages/language.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Menu, type MenuEntry, type MenuGroup } from '../ui/menu.tsx';
import { showToast } from '../ui/toasts.tsx';
import styles from './language-menu.module.css';

/** A button that chooses the language, on pages that have no header. */
export function LanguageMenu() {
  const { t } = useMessages();
  const { language } = useSyncExternalStore(onLanguageChange, currentLanguage);
  return (
    <div className={styles.menu}>
      <Menu
        label={t('language.choose')}
        placement="bottom end"
        entries={useLanguageEntries()}
        trigger={
          <Button
            variant="quiet"
            icon={<Languages size={18} strokeWidth={1.5} aria-hidden />}
            aria-label={t('language.current', { language: t(`language.name.${language}`) })}
          >
            {t(`language.name.${language}`)}
          </Button>
        }
      />
    </div>
  );
}

/** The languages as a group of a menu. */
export function useLanguageGroup(): MenuGroup {
  const { t } = useMessages();
  const entries = useLanguageEntries();
  return {
    id: 'language',
    title: t('language.choose'),
    // In line with the entries that have an icon.
    entries: entries.map((entry) => ({ ...entry, icon: <span className={styles.inset} aria-hidden /> })),
  };
}

function useLanguageEntries(): MenuEntry[] {
  const { t } = useMessages();
  const { chosen, choose } = useLanguageChoice();
  return [
    ...LANGUAGES.map((language) => ({
      id: `language-${language}`,
      label: t(`language.name.${language}`),
      language,
      isCurrent: language === chosen,
      onAction: () => choose(language),
    })),
    {
      id: 'language-of-browser',
      label: t('language.ofBrowser'),
      isCurrent: chosen === null,
      onAction: () => choose(null),
    },
  ];
}

/**
 * The choice of the signed-in person, which the server keeps; of whoever is not signed in, which the browser keeps.
 * Nothing is loaded anew, so that drafts and the place stay.
 */
function useLanguageChoice(): { chosen: Language | null; choose: (language: Language | null) => void } {
  const { t } = useMessages();
  const queryClient = useQueryClient();
  const me = queryClient.getQueryData(meQuery.queryKey);
  const choose = async (language: Language | null) => {
    if (me === undefined) return chooseHere(language);
    try {
      await createApi(null).call(putMyLanguage, { body: { language } });
    } catch {
      return showToast({
        tone: 'danger',
        title: t('language.notSaved'),
        message: t('language.notSaved.body'),
      });
    }
    queryClient.setQueryData(meQuery.queryKey, { ...me, language });
    await followPerson(language);
  };
  return {
    chosen: me === undefined ? chosenHere() : me.language,
    choose: (language) => {
      choose(language).catch(() => showToast({ tone: 'danger', title: t('language.notLoaded') }));
    },
  };
}
