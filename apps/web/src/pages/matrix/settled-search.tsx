import { useEffect, useRef, useState } from 'react';
import { SearchField } from '../../ui/search-field.tsx';

const TYPING_MILLISECONDS = 250;

export interface SettledSearchProps {
  label: string;
  /** As in the address. */
  text: string | undefined;
  /** When the person stops typing; undefined for nothing. */
  onChange: (text: string | undefined) => void;
}

/** A search box whose text is asked for when typing pauses. */
export function SettledSearch({ label, text = '', onChange }: SettledSearchProps) {
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);

  // Somebody else changed the address: Back, Clear.
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);

  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onChange(typed === '' ? undefined : typed);
    }, TYPING_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);

  return <SearchField label={label} value={typed} onChange={setTyped} maxLength={200} />;
}
