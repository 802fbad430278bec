import type { ProblemError } from '@muniment/contract/client.ts';
import { useMessages } from '../messages/messages.tsx';
import { problemText } from '../messages/problem-text.ts';

/** What the server refused with, in the person's words. */
export default function ProblemWords({ error }: { error: ProblemError }) {
  return useMessages().t(problemText(error));
}
