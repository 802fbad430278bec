import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup';
import styles from './field.module.css';
import { FieldHints, FieldLabel, type FieldTexts } from './field-parts.tsx';
import radioStyles from './radio-group.module.css';

export interface RadioGroupProps<Id extends string> extends FieldTexts {
  options: readonly { readonly id: Id; readonly label: string; readonly icon?: ReactNode }[];
  value: Id | null;
  onChange: (value: Id) => void;
}

/** Chooses one of two or three that are all in sight, side by side. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, hideLabel, description, errorMessage, options, value, onChange } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(id) => onChange(id as Id)}
      isInvalid={Boolean(errorMessage)}
      className={styles.field}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <div className={radioStyles.options}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={radioStyles.option}>
            <span className={radioStyles.circle} />
            {option.icon}
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldHints description={description} errorMessage={errorMessage} />
    </AriaRadioGroup>
  );
}
