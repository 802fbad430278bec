import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import styles from './field.module.css';
import { FieldHints, FieldLabel, type FieldTexts } from './field-parts.tsx';

export interface TextFieldProps
  extends FieldTexts,
    Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  placeholder?: string;
}

/** One line of text. Takes React Aria's `value`, `onChange(text)`, `type`, `isRequired`, `autoFocus`, … */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, errorMessage, placeholder, ...field } = props;
  return (
    <AriaTextField {...field} isInvalid={Boolean(errorMessage)} className={styles.field}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Input placeholder={placeholder} className={styles.input} />
      <FieldHints description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}

/** Several lines of text. As {@link TextField}, with a height in `rows`. */
export function TextArea(props: TextFieldProps & { rows?: number }) {
  const { label, hideLabel, description, errorMessage, placeholder, rows = 5, ...field } = props;
  return (
    <AriaTextField {...field} isInvalid={Boolean(errorMessage)} className={styles.field}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <AriaTextArea placeholder={placeholder} rows={rows} className={styles.input} />
      <FieldHints description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}
