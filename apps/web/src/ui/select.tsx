import { ChevronDown } from 'lucide-react';
import { useMessages } from '../messages/messages.tsx';
import { ChoiceButton, ChoiceField } from './choice.tsx';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import type { FieldTexts } from './field-parts.tsx';
import type { Option } from './options.tsx';
import styles from './select.module.css';

export interface SelectProps<Id extends string> extends FieldTexts {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
}

/** Chooses one of a short list. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { options, value, onChange, placeholder, ...field } = props;
  const chosen = options.find(({ id }) => id === value);
  return (
    <ChoiceField
      {...field}
      options={options}
      chosenIds={value === null ? [] : [value]}
      isMultiple={false}
      onChoose={([id]) => id !== undefined && onChange(id as Id)}
      className={classNames(fieldStyles.input, styles.trigger, field.errorMessage && styles.invalid)}
    >
      <span className={classNames(styles.value, chosen === undefined && styles.placeholder)}>
        {chosen?.label ?? placeholder}
      </span>
      <ChevronDown size={18} strokeWidth={1.5} aria-hidden />
    </ChoiceField>
  );
}

export interface FilterChoiceProps<Id extends string> {
  label: string;
  options: readonly Option<Id>[];
  value: Id | null;
  /** null: whatever. */
  onChange: (value: Id | null) => void;
}

/** A filter of a list by one of a few: a small button ("Agreement", "Agreement: MA-1") and a way to clear it. */
export function FilterChoice<Id extends string>({ label, options, value, onChange }: FilterChoiceProps<Id>) {
  const { t } = useMessages();
  const chosen = options.find(({ id }) => id === value);
  return (
    <ChoiceButton
      label={label}
      options={options}
      chosenIds={chosen === undefined ? [] : [chosen.id]}
      isMultiple={false}
      canClear
      onChoose={([id]) => onChange((id as Id | undefined) ?? null)}
      className={classNames(styles.filter, chosen !== undefined && styles.filterOn)}
    >
      {chosen === undefined ? label : t('ui.filter.chosen', { label, value: chosen.label })}
      <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
    </ChoiceButton>
  );
}
