import { accessPaneMessages } from './en/access-pane.ts';
import { activityMessages } from './en/activity.ts';
import { asOfMessages } from './en/as-of.ts';
import { assignMessages } from './en/assign.ts';
import { assignCopyMessages } from './en/assign-copy.ts';
import { assignCsvMessages } from './en/assign-csv.ts';
import { assignPasteMessages } from './en/assign-paste.ts';
import { assignStepMessages } from './en/assign-steps.ts';
import { assignmentMessages } from './en/assignments.ts';
import { benefitMessages } from './en/benefits.ts';
import { bulkMessages } from './en/bulk.ts';
import { changeMessages } from './en/changes.ts';
import { contractMessages } from './en/contracts.ts';
import { downloadMessages } from './en/downloads.ts';
import { entitlementMessages } from './en/entitlements.ts';
import { feedbackMessages } from './en/feedback.ts';
import { frameMessages } from './en/frame.ts';
import { giveFeedbackMessages } from './en/give-feedback.ts';
import { heldAccessMessages } from './en/held-access.ts';
import { helpMessages } from './en/help.ts';
import { inboxMessages } from './en/inbox.ts';
import { inheritedMessages } from './en/inherited.ts';
import { invoiceMessages } from './en/invoices.ts';
import { keyMessages } from './en/keys.ts';
import { languageMessages } from './en/language.ts';
import { listingMessages } from './en/listing.ts';
import { matrixMessages } from './en/matrix.ts';
import { needsMessages } from './en/needs.ts';
import { noAccessMessages } from './en/no-access.ts';
import { notificationMessages } from './en/notifications.ts';
import { operatorMessages } from './en/operator.ts';
import { orderMessages } from './en/orders.ts';
import { outboxMessages } from './en/outbox.ts';
import { pageMessages } from './en/pages.ts';
import { paletteMessages } from './en/palette.ts';
import { personHistoryMessages } from './en/person-history.ts';
import { preferencesMessages } from './en/preferences.ts';
import { problemMessages } from './en/problems.ts';
import { registerMessages } from './en/register.ts';
import { roleAboutMessages } from './en/role-abouts.ts';
import { rolePeriodMessages } from './en/role-periods.ts';
import { roleSetMessages } from './en/role-sets.ts';
import { selectionMessages } from './en/selection.ts';
import { serviceMessages } from './en/services.ts';
import { sessionMessages } from './en/session.ts';
import { signInMessages } from './en/sign-in.ts';
import { subscriptionMessages } from './en/subscriptions.ts';
import { summaryMessages } from './en/summaries.ts';
import { supportMessages } from './en/support.ts';
import { tokensMessages } from './en/tokens.ts';
import { uiMessages } from './en/ui.ts';
import { undoMessages } from './en/undo.ts';
import { verifyMessages } from './en/verify.ts';
import { viewMessages } from './en/views.ts';
import { volumeLicensingMessages } from './en/volume-licensing.ts';
import { whyMessages } from './en/why.ts';

/**
 * Every text of the console in English, as ICU messages by id. Each page keeps its own file in `en/` and is
 * added here; the file of the same name in `de/`, `fr/` and `ja/` translates it.
 */
export const en = {
  ...uiMessages,
  ...frameMessages,
  ...pageMessages,
  ...listingMessages,
  ...needsMessages,
  ...contractMessages,
  ...entitlementMessages,
  ...serviceMessages,
  ...invoiceMessages,
  ...benefitMessages,
  ...downloadMessages,
  ...orderMessages,
  ...keyMessages,
  ...subscriptionMessages,
  ...assignmentMessages,
  ...asOfMessages,
  ...viewMessages,
  ...selectionMessages,
  ...bulkMessages,
  ...assignMessages,
  ...assignStepMessages,
  ...assignPasteMessages,
  ...assignCsvMessages,
  ...assignCopyMessages,
  ...roleSetMessages,
  ...rolePeriodMessages,
  ...verifyMessages,
  ...accessPaneMessages,
  ...whyMessages,
  ...personHistoryMessages,
  ...roleAboutMessages,
  ...changeMessages,
  ...undoMessages,
  ...activityMessages,
  ...volumeLicensingMessages,
  ...heldAccessMessages,
  ...noAccessMessages,
  ...signInMessages,
  ...registerMessages,
  ...tokensMessages,
  ...operatorMessages,
  ...inboxMessages,
  ...outboxMessages,
  ...helpMessages,
  ...giveFeedbackMessages,
  ...summaryMessages,
  ...supportMessages,
  ...feedbackMessages,
  ...preferencesMessages,
  ...inheritedMessages,
  ...languageMessages,
  ...problemMessages,
  ...matrixMessages,
  ...notificationMessages,
  ...paletteMessages,
  ...sessionMessages,
} as const;

export type MessageId = keyof typeof en;

/** A translation: the same ids, other texts. */
export type Catalog = Readonly<Record<MessageId, string>>;
