import { giveFeedback, type Sentiment, TEXT_MAX_LENGTH } from '@muniment/contract/support.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createApi } from '../../api/client.ts';
import { useKeptDraft } from '../../app/kept-draft.ts';
import { useAttemptKey } from '../../app/use-attempt-key.ts';
import { fitPicture, type PictureProblem } from './fit-picture.ts';

/** What a person has written so far. The screenshot is kept beside it, as long as the page is. */
interface FeedbackDraft extends Readonly<Record<string, string | boolean | null>> {
  readonly text: string;
  readonly sentiment: Sentiment | null;
  readonly mayContact: boolean;
  /** null: the one of signing in. */
  readonly email: string | null;
}

const EMPTY: FeedbackDraft = { text: '', sentiment: null, mayContact: false, email: null };

// Too large for the browser's storage; it is not lost while the pane is closed.
let keptPicture: string | null = null;

export type FeedbackGap = 'text' | 'long' | 'email' | 'organization';

/**
 * The form of one feedback: its draft, what it lacks, and sending it.
 *
 * @param person Sign-in email.
 * @param organization That it is given in; undefined where the person must still choose one.
 */
export function useFeedback(person: string, organization: string | null | undefined) {
  const [draft, change, forget] = useKeptDraft('feedback', person, EMPTY);
  const [picture, setPictureState] = useState(keptPicture);
  const [pictureProblem, setPictureProblem] = useState<PictureProblem | 'notTaken' | null>(null);
  const [isTried, setTried] = useState(false);
  const keyFor = useAttemptKey();
  const email = draft.email ?? person;

  const setPicture = (next: string | null) => {
    keptPicture = next;
    setPictureState(next);
    setPictureProblem(null);
  };

  const addPicture = async (blob: Blob) => {
    const fitted = await fitPicture(blob);
    if (fitted === 'noPicture' || fitted === 'tooLarge') setPictureProblem(fitted);
    else setPicture(fitted);
  };

  const sending = useMutation({
    mutationFn: async (page: string) => {
      const body = {
        text: draft.text.trim(),
        page,
        ...(draft.sentiment === null ? {} : { sentiment: draft.sentiment }),
        ...(picture === null ? {} : { screenshot: picture.slice(picture.indexOf(',') + 1) }),
        ...(draft.mayContact ? { contact: { mayContact: true, email: email.trim() } } : {}),
      };
      await createApi(organization ?? null).call(giveFeedback, { body, idempotencyKey: keyFor(body) });
      return { contactedAt: draft.mayContact ? email.trim() : null };
    },
    onSuccess: () => {
      forget();
      setPicture(null);
      setTried(false);
    },
  });

  const gaps = new Set<FeedbackGap>();
  if (draft.text.trim() === '') gaps.add('text');
  if (draft.text.length > TEXT_MAX_LENGTH) gaps.add('long');
  if (draft.mayContact && emailKey(email.trim()) === null) gaps.add('email');
  if (organization === undefined) gaps.add('organization');

  return {
    draft,
    change,
    email,
    picture,
    pictureProblem,
    addPicture: (blob: Blob) => void addPicture(blob),
    noteNotTaken: () => setPictureProblem('notTaken'),
    removePicture: () => setPicture(null),
    /** What the form lacks, once the person has tried to send it. */
    gaps: isTried ? gaps : new Set<FeedbackGap>(),
    sending,
    /** @returns Whether it is on its way; else something is missing. */
    send: (page: string): boolean => {
      setTried(true);
      if (gaps.size > 0) return false;
      sending.mutate(page);
      return true;
    },
  };
}
