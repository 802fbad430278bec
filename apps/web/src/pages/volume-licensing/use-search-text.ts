import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

const TYPING_MILLISECONDS = 250;

export interface SearchText {
  /** What stands in the field. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What is searched: part of the address, where it stays when it is shared or loaded anew. */
  readonly q: string;
}

/** A search whose text is `q` in the address; it follows a moment after typing has stopped. */
export function useSearchText(): SearchText {
  const { q = '' }: { q?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  const timer = useRef<number>(undefined);
  const sent = useRef(q);
  useEffect(() => {
    // Somebody came by a link: what was typed before gives way.
    if (q !== sent.current) setText(q);
    sent.current = q;
  }, [q]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const type = (typed: string) => {
    setText(typed);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      sent.current = typed.trim();
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, q: typed.trim() || undefined }),
        replace: true,
        resetScroll: false,
      });
    }, TYPING_MILLISECONDS);
  };
  return { text, setText: type, q };
}
