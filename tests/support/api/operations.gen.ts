/** Made by tools/docs.ts from openapi.json; never edited. */
export type Call = { readonly "programme": Programme; readonly "edition": Edition; readonly "categories": readonly (Category)[]; readonly "criteria": readonly (Criterion)[]; readonly "past": readonly (Edition)[] };
export type Category = { readonly "id": string; readonly "code": string; readonly "name": string; readonly "description": string };
export type Company = { readonly "company": { readonly "id": string; readonly "name": string; readonly "country": string | null; readonly "note": string; readonly "version": number; readonly "parent": { readonly "id": string; readonly "name": string } | null; readonly "into": { readonly "id": string; readonly "name": string } | null; readonly "children": readonly ({ readonly "id": string; readonly "name": string })[] }; readonly "names": readonly ({ readonly "id": string; readonly "name": string; readonly "kind": string })[]; readonly "domains": readonly (string)[]; readonly "sizes": readonly ({ readonly "id": string; readonly "class": "micro" | "small" | "medium" | "large"; readonly "asOf": string; readonly "source": string })[] };
export type Criterion = { readonly "id": string; readonly "name": string; readonly "question": string; readonly "weight": number; readonly "scaleMin": number; readonly "scaleMax": number };
export type Delivery = { readonly "event": string; readonly "number": number; readonly "kind": string; readonly "state": "waiting" | "delivered" | "failed"; readonly "tries": number; readonly "at": string; readonly "dueAt": string | null; readonly "settledAt": string | null; readonly "attempts": readonly ({ readonly "at": string; readonly "status": number | null; readonly "fault": string | null; readonly "ms": number; readonly "excerpt": string })[]; readonly "message": string };
export type Edition = { readonly "id": string; readonly "slug": string; readonly "name": string; readonly "zone": string; readonly "entriesOpenAt": string; readonly "entriesCloseAt": string; readonly "judgingCloseAt": string; readonly "announcedAt": string | null; readonly "seats": number; readonly "minimumPanel": number; readonly "phase": "upcoming" | "entries-open" | "screening" | "judging-open" | "deciding" | "announced" };
export type Entry = { readonly "id": string; readonly "number": string | null; readonly "state": "draft" | "submitted" | "returned" | "accepted"; readonly "version": number; readonly "title": string; readonly "nominee": string; readonly "body": string; readonly "note": string; readonly "savedAt": string; readonly "submittedAt": string | null; readonly "hash": string | null; readonly "category": { readonly "id": string; readonly "code": string; readonly "name": string }; readonly "edition": { readonly "programmeSlug": string; readonly "programmeName": string; readonly "slug": string; readonly "name": string }; readonly "files": readonly ({ readonly "id": string; readonly "name": string; readonly "mediaType": string; readonly "bytes": number; readonly "sha256": string; readonly "addedAt": string; readonly "state": "held" | "clean" | "refused" | "unscanned" })[] };
export type ManagedEdition = { readonly "id": string; readonly "slug": string; readonly "name": string; readonly "zone": string; readonly "published": boolean; readonly "entriesOpenAt": string; readonly "entriesCloseAt": string; readonly "judgingCloseAt": string; readonly "announcedAt": string | null; readonly "seats": number; readonly "minimumPanel": number };
export type Programme = { readonly "slug": string; readonly "name": string; readonly "strapline": string; readonly "summary": string; readonly "zone": string };
export type Standing = { readonly "entry": string; readonly "number": string; readonly "title": string; readonly "nominee": string; readonly "rank": number | null; readonly "tied": boolean; readonly "score": string | null; readonly "exact": string | null; readonly "total": string; readonly "ballots": readonly ({ readonly "judge": string; readonly "sum": string; readonly "mean": string; readonly "marks": readonly (number | null)[] })[] };
export type Webhook = { readonly "address": string; readonly "note": string; readonly "kinds": readonly (string)[]; readonly "id": string; readonly "programme": string; readonly "state": "on" | "off" | "failed"; readonly "version": number; readonly "createdAt": string; readonly "failingSince": string | null; readonly "waiting": number; readonly "failed": number; readonly "delivered": number; readonly "lastDelivery": string | null; readonly "secret"?: string };
export type Winner = { readonly "entry": string; readonly "nominee": string; readonly "title": string; readonly "score": string; readonly "exact": string; readonly "ballots": number; readonly "trail": readonly ({ readonly "kind": string; readonly "at": string | null; readonly "seq": number | null; readonly "seal": string | null })[] };

export type Operations = {
  listProgrammes: { params: {  }; query: { readonly "after"?: string; readonly "limit"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "programme": Programme; readonly "edition": Edition })[]; readonly "next": string | null } };
  readProgramme: { params: { readonly "programme": string }; query: {  }; body: undefined; answer: Call };
  readEdition: { params: { readonly "programme": string; readonly "edition": string }; query: {  }; body: undefined; answer: Call };
  listManagedProgrammes: { params: {  }; query: { readonly "after"?: string; readonly "limit"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "id": string; readonly "slug": string; readonly "name": string; readonly "zone": string; readonly "editions": readonly (ManagedEdition)[] })[]; readonly "next": string | null } };
  readManagedEdition: { params: { readonly "programme": string; readonly "edition": string }; query: {  }; body: undefined; answer: { readonly "edition": ManagedEdition; readonly "categories": readonly (Category)[]; readonly "criteria": readonly (Criterion)[]; readonly "missing": readonly ({ readonly "code": string })[] } };
  addCategory: { params: { readonly "programme": string; readonly "edition": string }; query: {  }; body: { readonly "code": string; readonly "name": string; readonly "description"?: string }; answer: { readonly "category": string } };
  readProgrammeTexts: { params: { readonly "programme": string }; query: {  }; body: undefined; answer: { readonly "name": string; readonly "strapline": string; readonly "summary": string; readonly "version": number } };
  changeProgrammeTexts: { params: { readonly "programme": string }; query: {  }; body: { readonly "name": string; readonly "strapline"?: string; readonly "summary"?: string }; answer: { readonly "name": string; readonly "strapline": string; readonly "summary": string; readonly "version": number } };
  readWinners: { params: { readonly "programme": string; readonly "edition": string }; query: {  }; body: undefined; answer: { readonly "programme": { readonly "slug": string; readonly "name": string }; readonly "edition": { readonly "slug": string; readonly "name": string; readonly "zone": string }; readonly "announcedAt": string; readonly "totals": { readonly "entries": number; readonly "judges": number }; readonly "outcomes": readonly ({ readonly "category": string; readonly "name": string; readonly "entries": number; readonly "winners": readonly (Winner)[] })[]; readonly "record": { readonly "length": number; readonly "head": string; readonly "sealedAt": string } | null } };
  readStandings: { params: { readonly "programme": string; readonly "edition": string }; query: {  }; body: undefined; answer: { readonly "judgingClosed": boolean; readonly "judgingCloseAt": string; readonly "announcedAt": string | null; readonly "announced": boolean; readonly "tally": { readonly "id": string; readonly "ballots": number; readonly "computedAt": string; readonly "hash": string; readonly "current": boolean } | null; readonly "criteria": readonly ({ readonly "id": string; readonly "name": string })[]; readonly "categories": readonly ({ readonly "category": string; readonly "code": string; readonly "name": string; readonly "entries": number; readonly "standings": readonly (Standing)[] })[]; readonly "withheld": readonly (string)[] } };
  listRoles: { params: { readonly "programme": string }; query: { readonly "after"?: string; readonly "limit"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "person": string; readonly "name": string; readonly "email": string; readonly "role": "manager" | "judge" | "auditor"; readonly "since": string })[]; readonly "next": string | null } };
  withdrawRole: { params: { readonly "programme": string; readonly "person": string; readonly "role": string }; query: {  }; body: undefined; answer: undefined };
  listInvitations: { params: { readonly "programme": string }; query: { readonly "after"?: string; readonly "limit"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "id": string; readonly "name": string; readonly "email": string; readonly "role": "manager" | "judge" | "auditor"; readonly "sentAt": string; readonly "expiresAt": string })[]; readonly "next": string | null } };
  invite: { params: { readonly "programme": string }; query: {  }; body: { readonly "email": string; readonly "name": string; readonly "role": "manager" | "judge" | "auditor" }; answer: { readonly "invitation": string } };
  withdrawInvitation: { params: { readonly "programme": string; readonly "invitation": string }; query: {  }; body: undefined; answer: undefined };
  readRecordHead: { params: { readonly "programme": string }; query: {  }; body: undefined; answer: { readonly "length": number; readonly "head": string; readonly "sealedAt": string | null } };
  listRecord: { params: { readonly "programme": string }; query: { readonly "after"?: string; readonly "limit"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "seq": number; readonly "seal": string; readonly "event": string | null })[]; readonly "next": string | null } };
  listEntries: { params: {  }; query: { readonly "after"?: string; readonly "limit"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "id": string; readonly "number": string | null; readonly "state": "draft" | "submitted" | "returned" | "accepted"; readonly "title": string; readonly "nominee": string; readonly "savedAt": string; readonly "submittedAt": string | null; readonly "categoryName": string; readonly "edition": { readonly "programmeSlug": string; readonly "programmeName": string; readonly "slug": string; readonly "name": string } })[]; readonly "next": string | null } };
  startEntry: { params: {  }; query: {  }; body: { readonly "category": string }; answer: { readonly "entry": string } };
  readEntry: { params: { readonly "entry": string }; query: {  }; body: undefined; answer: Entry };
  saveDraft: { params: { readonly "entry": string }; query: {  }; body: { readonly "title": string; readonly "nominee": string; readonly "body": string }; answer: Entry };
  submitEntry: { params: { readonly "entry": string }; query: {  }; body: { readonly "title": string; readonly "nominee": string; readonly "body": string }; answer: Entry };
  listManagedEntries: { params: { readonly "programme": string; readonly "edition": string }; query: { readonly "after"?: string; readonly "limit"?: string; readonly "q"?: string; readonly "state"?: string; readonly "category"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "id": string; readonly "number": string; readonly "title": string; readonly "nominee": string; readonly "owner": string; readonly "state": "draft" | "submitted" | "returned" | "accepted"; readonly "category": string; readonly "submittedAt": string })[]; readonly "next": string | null } };
  readManagedEntry: { params: { readonly "entry": string }; query: {  }; body: undefined; answer: { readonly "id": string; readonly "number": string | null; readonly "state": "draft" | "submitted" | "returned" | "accepted"; readonly "version": number; readonly "title": string; readonly "nominee": string; readonly "body": string; readonly "note": string; readonly "savedAt": string; readonly "submittedAt": string | null; readonly "hash": string | null; readonly "category": { readonly "id": string; readonly "code": string; readonly "name": string }; readonly "edition": { readonly "programmeSlug": string; readonly "programmeName": string; readonly "slug": string; readonly "name": string }; readonly "files": readonly ({ readonly "id": string; readonly "name": string; readonly "mediaType": string; readonly "bytes": number; readonly "sha256": string; readonly "addedAt": string; readonly "state": "held" | "clean" | "refused" | "unscanned" })[]; readonly "owner": { readonly "id": string; readonly "name": string; readonly "email": string } } };
  acceptEntry: { params: { readonly "entry": string }; query: {  }; body: undefined; answer: { readonly "entry": string } };
  undoAcceptance: { params: { readonly "entry": string }; query: {  }; body: undefined; answer: { readonly "entry": string } };
  returnEntry: { params: { readonly "entry": string }; query: {  }; body: { readonly "reason": string }; answer: { readonly "entry": string } };
  readJudging: { params: { readonly "programme": string; readonly "edition": string }; query: {  }; body: undefined; answer: { readonly "closesAt": string; readonly "closed": boolean; readonly "entries": number; readonly "total": { readonly "seats": number; readonly "begun": number; readonly "done": number }; readonly "judges": readonly ({ readonly "judge": string; readonly "name": string; readonly "seats": number; readonly "begun": number; readonly "done": number })[]; readonly "categories": readonly ({ readonly "category": string; readonly "code": string; readonly "name": string; readonly "entries": number; readonly "seats": number; readonly "begun": number; readonly "done": number })[]; readonly "missing": readonly ({ readonly "judge": string; readonly "name": string; readonly "entry": string; readonly "number": string; readonly "title": string })[] } };
  listCompanies: { params: {  }; query: { readonly "after"?: string; readonly "limit"?: string; readonly "q"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "id": string; readonly "name": string; readonly "names": readonly (string)[]; readonly "domains": readonly (string)[]; readonly "country": string | null; readonly "parent": string | null; readonly "size": "micro" | "small" | "medium" | "large" | null; readonly "sizeAsOf": string | null; readonly "people": number })[]; readonly "next": string | null } };
  addCompany: { params: {  }; query: {  }; body: { readonly "name": string; readonly "country"?: string; readonly "note"?: string }; answer: { readonly "company": string } };
  readCompany: { params: { readonly "company": string }; query: {  }; body: undefined; answer: Company };
  changeCompany: { params: { readonly "company": string }; query: {  }; body: { readonly "name": string; readonly "country"?: string; readonly "note"?: string }; answer: Company };
  readKey: { params: {  }; query: {  }; body: undefined; answer: { readonly "id": string; readonly "name": string; readonly "person": { readonly "id": string; readonly "name": string }; readonly "scopes": readonly (string)[]; readonly "programmes": readonly (string)[] | null; readonly "expiresAt": string } };
  listWebhooks: { params: { readonly "programme": string }; query: { readonly "after"?: string; readonly "limit"?: string }; body: undefined; answer: { readonly "items": readonly ({ readonly "address": string; readonly "note": string; readonly "kinds": readonly (string)[]; readonly "id": string; readonly "programme": string; readonly "state": "on" | "off" | "failed"; readonly "version": number; readonly "createdAt": string; readonly "failingSince": string | null; readonly "waiting": number; readonly "failed": number; readonly "delivered": number; readonly "lastDelivery": string | null })[]; readonly "next": string | null } };
  addWebhook: { params: { readonly "programme": string }; query: {  }; body: { readonly "address": string; readonly "note"?: string; readonly "kinds": readonly ("edition.published" | "edition.dates-changed" | "edition.entries-closed" | "entry.submitted" | "entry.accepted" | "entry.returned" | "entry.acceptance-undone" | "edition.judges-assigned" | "edition.announced")[] }; answer: Webhook };
  readWebhook: { params: { readonly "webhook": string }; query: {  }; body: undefined; answer: Webhook };
  changeWebhook: { params: { readonly "webhook": string }; query: {  }; body: { readonly "address": string; readonly "note"?: string; readonly "kinds": readonly ("edition.published" | "edition.dates-changed" | "edition.entries-closed" | "entry.submitted" | "entry.accepted" | "entry.returned" | "entry.acceptance-undone" | "edition.judges-assigned" | "edition.announced")[]; readonly "state": "on" | "off" }; answer: Webhook };
  deleteWebhook: { params: { readonly "webhook": string }; query: {  }; body: undefined; answer: undefined };
  renewWebhookSecret: { params: { readonly "webhook": string }; query: {  }; body: undefined; answer: Webhook };
  testWebhook: { params: { readonly "webhook": string }; query: {  }; body: undefined; answer: { readonly "webhook": string } };
  listDeliveries: { params: { readonly "webhook": string }; query: { readonly "after"?: string; readonly "limit"?: string; readonly "state"?: string }; body: undefined; answer: { readonly "items": readonly (Delivery)[]; readonly "next": string | null } };
  replayDeliveries: { params: { readonly "webhook": string }; query: {  }; body: { readonly "event"?: string }; answer: { readonly "replayed": number } };
};

export const addresses = {
  listProgrammes: ['GET', '/programmes'],
  readProgramme: ['GET', '/programmes/{programme}'],
  readEdition: ['GET', '/programmes/{programme}/editions/{edition}'],
  listManagedProgrammes: ['GET', '/manage/programmes'],
  readManagedEdition: ['GET', '/manage/programmes/{programme}/editions/{edition}'],
  addCategory: ['POST', '/manage/programmes/{programme}/editions/{edition}/categories'],
  readProgrammeTexts: ['GET', '/manage/programmes/{programme}/texts'],
  changeProgrammeTexts: ['PUT', '/manage/programmes/{programme}/texts'],
  readWinners: ['GET', '/programmes/{programme}/editions/{edition}/winners'],
  readStandings: ['GET', '/manage/programmes/{programme}/editions/{edition}/standings'],
  listRoles: ['GET', '/manage/programmes/{programme}/people'],
  withdrawRole: ['DELETE', '/manage/programmes/{programme}/people/{person}/roles/{role}'],
  listInvitations: ['GET', '/manage/programmes/{programme}/invitations'],
  invite: ['POST', '/manage/programmes/{programme}/invitations'],
  withdrawInvitation: ['DELETE', '/manage/programmes/{programme}/invitations/{invitation}'],
  readRecordHead: ['GET', '/manage/programmes/{programme}/record'],
  listRecord: ['GET', '/manage/programmes/{programme}/record/events'],
  listEntries: ['GET', '/entries'],
  startEntry: ['POST', '/entries'],
  readEntry: ['GET', '/entries/{entry}'],
  saveDraft: ['PUT', '/entries/{entry}/draft'],
  submitEntry: ['POST', '/entries/{entry}/submission'],
  listManagedEntries: ['GET', '/manage/programmes/{programme}/editions/{edition}/entries'],
  readManagedEntry: ['GET', '/manage/entries/{entry}'],
  acceptEntry: ['POST', '/manage/entries/{entry}/acceptance'],
  undoAcceptance: ['DELETE', '/manage/entries/{entry}/acceptance'],
  returnEntry: ['POST', '/manage/entries/{entry}/return'],
  readJudging: ['GET', '/manage/programmes/{programme}/editions/{edition}/judging'],
  listCompanies: ['GET', '/companies'],
  addCompany: ['POST', '/companies'],
  readCompany: ['GET', '/companies/{company}'],
  changeCompany: ['PUT', '/companies/{company}'],
  readKey: ['GET', '/key'],
  listWebhooks: ['GET', '/manage/programmes/{programme}/webhooks'],
  addWebhook: ['POST', '/manage/programmes/{programme}/webhooks'],
  readWebhook: ['GET', '/webhooks/{webhook}'],
  changeWebhook: ['PUT', '/webhooks/{webhook}'],
  deleteWebhook: ['DELETE', '/webhooks/{webhook}'],
  renewWebhookSecret: ['POST', '/webhooks/{webhook}/secret'],
  testWebhook: ['POST', '/webhooks/{webhook}/test'],
  listDeliveries: ['GET', '/webhooks/{webhook}/deliveries'],
  replayDeliveries: ['POST', '/webhooks/{webhook}/replays'],
} as const;
