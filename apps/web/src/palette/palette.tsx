import { Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import { ServerNotReached } from '../api/client.ts';
import { useOrganization } from '../app/organization.ts';
import { useMessages } from '../messages/messages.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useIsSlow } from '../ui/use-is-slow.ts';
import styles from './palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import { useEntries } from './use-entries.ts';

export interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
  /** What can be searched. */
  label: string;
}

/** Searching and commands over whatever page one is on. Loaded when it is first opened; Esc gives focus back. */
export default function Palette({ isOpen, onClose, label }: PaletteProps) {
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      className={styles.overlay}
    >
      <Modal className={styles.modal}>
        <Dialog aria-label={label} className={styles.dialog}>
          <PaletteContent onClose={onClose} label={label} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteContent({ onClose, label }: Omit<PaletteProps, 'isOpen'>) {
  const { t } = useMessages();
  const [text, setText] = useState('');
  const { entries, isSearching, error, retry, keep } = useEntries(text);
  const isSlow = useIsSlow(isSearching);
  const choose = (entry: PaletteEntry) => {
    keep(entry);
    onClose();
    entry.onAction?.();
  };
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className={styles.top}>
        <Search size={18} strokeWidth={1.5} aria-hidden />
        <TextField autoFocus aria-label={label} type="search" maxLength={200} className={styles.field}>
          <Input className={styles.input} placeholder={label} />
        </TextField>
        <kbd className={styles.escape} aria-hidden>
          {t('palette.escape')}
        </kbd>
      </div>
      <Menu
        aria-label={t('palette.results')}
        items={entries}
        onAction={(id) => {
          const entry = entries.find((each) => each.id === id);
          if (entry !== undefined) choose(entry);
        }}
        className={styles.list}
        renderEmptyState={() => (isSearching || error ? null : <Nothing text={text.trim()} />)}
      >
        {(entry) => (
          <MenuItem id={entry.id} href={entry.href} textValue={entry.label} className={styles.entry}>
            <span className={styles.words}>
              <span className={styles.label}>{entry.label}</span>{' '}
              {entry.about && <span className={styles.about}>{entry.about}</span>}
            </span>
            <span className={styles.group}>{t(entry.group)}</span>
          </MenuItem>
        )}
      </Menu>
      <div role="status" className="visually-hidden">
        {!isSearching && text.trim() !== '' && t('palette.count', { count: entries.length })}
      </div>
      {isSlow && <p className={styles.note}>{t('palette.searching')}</p>}
      {!isSearching && error != null && <Failed error={error} onRetry={retry} />}
    </Autocomplete>
  );
}

function Nothing({ text }: { text: string }) {
  const { t } = useMessages();
  return (
    <div className={styles.nothing}>
      <strong>{t('palette.none', { text })}</strong>
      <span>{t('palette.none.body')}</span>
    </div>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useMessages();
  const isAdministrator = useOrganization().actions.includes('assignment:manage');
  const isOffline = error instanceof ServerNotReached && !navigator.onLine;
  if (isOffline) {
    return (
      <p role="alert" className={styles.note}>
        {t('palette.offline')}
      </p>
    );
  }
  return (
    <p role="alert" className={styles.note}>
      {t(isAdministrator ? 'palette.failed' : 'palette.failed.held')}{' '}
      <LinkButton onPress={onRetry}>{t('ui.error.retry')}</LinkButton>
    </p>
  );
}
