import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { Button, type ButtonProps } from './button.tsx';

export interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'autoFocus'> {
  /** Names what is copied: "Copy token". */
  label: string;
  /** What goes to the clipboard. */
  text: string;
}

/** A button that copies a text, and says whether it did: browsers may refuse. */
export function CopyButton({ label, text, ...look }: CopyButtonProps) {
  const { t } = useMessages();
  const [result, setResult] = useState<'copied' | 'refused' | null>(null);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      setResult('refused');
    }
  };

  return (
    <>
      <Button
        {...look}
        icon={result === 'copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        onPress={() => void copy()}
      >
        {label}
      </Button>
      <span role="status" className={result === 'refused' ? undefined : 'visually-hidden'}>
        {result !== null && t(result === 'copied' ? 'ui.copy.done' : 'ui.copy.refused')}
      </span>
    </>
  );
}
