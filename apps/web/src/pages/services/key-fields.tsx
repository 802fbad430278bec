import { KEY_GROUP_LENGTH, KEY_GROUPS, readProductKey } from '@muniment/domain/product-key.ts';
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import fieldStyles from '../../ui/field.module.css';
import styles from './services.module.css';

export interface KeyFieldsProps {
  /** As typed, group by group. */
  groups: readonly string[];
  onChange: (groups: readonly string[]) => void;
  /** Say also what is still missing. */
  isTried: boolean;
}

const GROUPS = Array.from({ length: KEY_GROUPS }, (_, index) => index);

/** No group is typed yet. */
export const NO_KEY: readonly string[] = GROUPS.map(() => '');

/**
 * A product key in five groups. What is pasted anywhere fills them from the first; a full one leads on to the next.
 * Which group is mistyped shows as soon as the key is whole.
 */
export function KeyFields({ groups, onChange, isTried }: KeyFieldsProps) {
  const { t } = useMessages();
  const id = useId();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const read = readProductKey(groups.join(''));
  const isWhole = groups.every((group) => group.length === KEY_GROUP_LENGTH);
  const isWrong = read.kind !== 'key' && (isWhole || isTried || read.kind === 'character');

  const type = (index: number, typed: string) => {
    const text = clean(typed);
    onChange(groups.map((group, at) => (at === index ? text.slice(0, KEY_GROUP_LENGTH) : group)));
    if (text.length >= KEY_GROUP_LENGTH) fields.current[index + 1]?.focus();
  };
  const paste = (event: ClipboardEvent) => {
    const text = clean(event.clipboardData.getData('text'));
    if (text.length <= KEY_GROUP_LENGTH) return;
    event.preventDefault();
    const filled = GROUPS.map((at) => text.slice(at * KEY_GROUP_LENGTH, (at + 1) * KEY_GROUP_LENGTH));
    onChange(filled);
    fields.current[Math.min(KEY_GROUPS - 1, Math.floor(text.length / KEY_GROUP_LENGTH))]?.focus();
  };
  const back = (index: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Backspace' && groups[index] === '') fields.current[index - 1]?.focus();
  };
  return (
    <fieldset className={styles.key} aria-describedby={`${id}-hint ${id}-check`}>
      <legend className={fieldStyles.label}>{t('activations.form.key')}</legend>
      <div className={styles.groups}>
        {GROUPS.map((index) => (
          <input
            key={index}
            ref={(field) => {
              fields.current[index] = field;
            }}
            aria-label={t('activations.form.key.group', { group: index + 1 })}
            aria-invalid={isWrong && read.group === index + 1}
            aria-describedby={isWrong && read.group === index + 1 ? `${id}-check` : undefined}
            className={fieldStyles.input}
            value={groups[index] ?? ''}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => type(index, event.target.value)}
            onPaste={paste}
            onKeyDown={back(index)}
          />
        ))}
      </div>
      <p id={`${id}-hint`} className={fieldStyles.description}>
        {t('activations.form.key.hint')}
      </p>
      <p id={`${id}-check`} role="status" className={isWrong ? styles.wrong : styles.hint}>
        {isWrong && t(`activations.form.key.fault.${read.kind}`, { group: read.group })}
        {read.kind === 'key' && t('activations.form.key.fits')}
      </p>
    </fieldset>
  );
}

function clean(typed: string): string {
  return typed.replace(/[\s\-‐‑–—]/g, '').toUpperCase();
}
