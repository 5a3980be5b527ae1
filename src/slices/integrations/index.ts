/**
 * Integrations: programs that act for people, and servers of others that are told what happened.
 * A key does what its person may at that moment, within its scopes and programmes; a webhook is told from the sealed record, at least once.
 * States: a key works until it expires or is revoked; a webhook is on, off or failed; a delivery waits, is delivered, or was given up.
 * Who: people make keys of their own; managers set up webhooks of their programmes, auditors look on.
 */
import './jobs.ts';
import './mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';

export { integrationsApi } from './api.ts';
export { keySecretOf, secretOf } from './door.ts';
export { askerByKey } from './keys/asker.ts';
export { hideKey, makeKey, revokeKey } from './keys/keys.ts';
export { type KeyView, keysOfPerson, programmesForKey } from './keys/views.ts';
export { allRefusals, refusalPage } from './reference/problems.ts';
export { apiReference, type OperationView, type ReferenceView } from './reference/reference.ts';
export { configureIntegrations } from './settings.ts';
export { deliveriesOf, type WebhookView, webhookForReader, webhooksOf } from './webhooks/views.ts';
export {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  hideWebhookSecret,
  renewWebhookSecret,
  replayDeliveries,
  stopFailedWebhook,
  testWebhook,
} from './webhooks/webhooks.ts';
