import { ChevronDown } from 'lucide-react';
import { ChoiceField } from './choice.tsx';
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
