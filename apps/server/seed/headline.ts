import type { Role } from '@muniment/domain/roles.ts';
import type { StoryPerson } from './story.ts';

/** Somebody whom the demo introduces: on its sign-in page, at start, and with a token in `demo.json`. */
export interface Headline extends StoryPerson {
  /** The organization that their token reaches. */
  readonly organizationNumber: string;
  /** One line on what they may do. */
  readonly about: string;
  /** Every role that they hold somewhere in the organization. */
  readonly roles: readonly Role[];
}
