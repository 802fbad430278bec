import { CircleAlert } from 'lucide-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import fieldStyles from './field.module.css';
import type { FieldTexts } from './field-parts.tsx';
import type { Option } from './options.tsx';

const loadPopover = () => import('./choice-popover.tsx');
const ChoicePopover = lazy(loadPopover);

export interface ChoiceButtonProps {
  /** Names the list. */
  label: string;
  options: readonly Option[];
  chosenIds: readonly string[];
  isMultiple: boolean;
  onChoose: (ids: string[]) => void;
  canClear?: boolean;
  isDisabled?: boolean;
  className: string;
  /** What the closed control shows. */
  children: ReactNode;
  id?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
}

/** A button that opens a list of options; arrow down and up open it too. */
export function ChoiceButton(props: ChoiceButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [startsAt, setStartsAt] = useState<'first' | 'last' | null>(null);
  const [wasOpened, setWasOpened] = useState(false);

  const open = (at: 'first' | 'last') => {
    setWasOpened(true);
    setStartsAt(at);
  };
  const openByArrow = (event: KeyboardEvent) => {
    const isOnButton = event.target === button.current && props.isDisabled !== true;
    if (!isOnButton || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button within
    <span className={fieldStyles.choice} onKeyDown={openByArrow}>
      <Button
        ref={button}
        id={props.id}
        aria-haspopup="listbox"
        aria-expanded={startsAt !== null}
        aria-labelledby={props['aria-labelledby']}
        aria-describedby={props['aria-describedby']}
        isDisabled={props.isDisabled}
        onPress={() => open('first')}
        onHoverStart={() => void loadPopover()}
        className={props.className}
      >
        {props.children}
      </Button>
      {wasOpened && (
        <Suspense>
          <ChoicePopover
            triggerRef={button}
            isOpen={startsAt !== null}
            onClose={() => setStartsAt(null)}
            label={props.label}
            options={props.options}
            chosenIds={props.chosenIds}
            isMultiple={props.isMultiple}
            onChoose={props.onChoose}
            canClear={props.canClear ?? false}
            startsAt={startsAt ?? 'first'}
          />
        </Suspense>
      )}
    </span>
  );
}

interface ChoiceFieldProps extends FieldTexts, Omit<ChoiceButtonProps, 'label' | 'id'> {}

/** A choice with a label above it and a hint or an error below. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, hideLabel, description, errorMessage, children, ...button } = props;
  const id = useId();
  const describedBy = [description && `${id}-hint`, errorMessage && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={fieldStyles.field}>
      <span id={`${id}-label`} className={hideLabel ? fieldStyles.labelHidden : fieldStyles.label}>
        {label}
      </span>
      <ChoiceButton
        {...button}
        label={label}
        id={id}
        aria-labelledby={`${id}-label ${id}`}
        aria-describedby={describedBy || undefined}
      >
        {children}
      </ChoiceButton>
      {description && (
        <span id={`${id}-hint`} className={fieldStyles.description}>
          {description}
        </span>
      )}
      {errorMessage && (
        <span id={`${id}-error`} className={fieldStyles.error}>
          <CircleAlert size={14} aria-hidden />
          <span>{errorMessage}</span>
        </span>
      )}
    </div>
  );
}
