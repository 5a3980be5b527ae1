-- Made by tools/schema.ts from the catalogue. Reviewed in every diff, never edited.

directory.answered_challenges
  challenge_hash bytea not null
  expires_at timestamp with time zone not null
  - CHECK ((length(challenge_hash) = 32))
  - PRIMARY KEY (challenge_hash)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.backups
  id uuid not null
  taken_at timestamp with time zone not null
  ended_at timestamp with time zone not null
  state text not null
  file text not null default ''::text
  bytes bigint not null default 0
  note text not null default ''::text
  - CHECK ((length(note) <= 500))
  - CHECK ((state = ANY (ARRAY['whole'::text, 'damaged'::text, 'failed'::text])))
  - PRIMARY KEY (id)
  - CREATE INDEX backups_newest ON directory.backups USING btree (taken_at DESC)
  - grant select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

directory.factors
  id uuid not null
  person_id uuid not null
  kind text not null
  name text not null
  created_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  used_at timestamp with time zone
  sealed_secret bytea
  last_step bigint
  credential_id bytea
  public_key bytea
  counter bigint
  transports text not null default ''::text
  - CHECK (((kind <> 'passkey'::text) OR ((credential_id IS NOT NULL) AND (public_key IS NOT NULL) AND (counter IS NOT NULL) AND (confirmed_at IS NOT NULL))))
  - CHECK (((kind = 'authenticator'::text) = (sealed_secret IS NOT NULL)))
  - CHECK (((kind = 'passkey'::text) OR ((credential_id IS NULL) AND (public_key IS NULL) AND (counter IS NULL))))
  - CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  - CHECK ((kind = ANY (ARRAY['authenticator'::text, 'passkey'::text])))
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (id)
  - UNIQUE (credential_id)
  - CREATE INDEX factors_person ON directory.factors USING btree (person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.fresh_recovery_codes
  person_id uuid not null
  sealed_codes bytea not null
  expires_at timestamp with time zone not null
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.identities
  issuer text not null
  subject text not null
  id uuid not null
  person_id uuid not null
  provider text not null
  label text not null
  created_at timestamp with time zone not null
  used_at timestamp with time zone
  - CHECK (((length(issuer) >= 1) AND (length(issuer) <= 500)))
  - CHECK (((length(provider) >= 1) AND (length(provider) <= 60)))
  - CHECK (((length(subject) >= 1) AND (length(subject) <= 500)))
  - CHECK ((length(label) <= 254))
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (issuer, subject)
  - UNIQUE (id)
  - CREATE INDEX identities_person ON directory.identities USING btree (person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.links
  token_hash bytea not null
  purpose text not null
  email text
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  person_id uuid
  - CHECK (((purpose = 'set-up'::text) = (email IS NULL)))
  - CHECK (((purpose = ANY (ARRAY['new-address'::text, 'old-address'::text, 'merge'::text])) = (person_id IS NOT NULL)))
  - CHECK ((email = lower(email)))
  - CHECK ((length(token_hash) = 32))
  - CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'set-up'::text, 'new-address'::text, 'old-address'::text, 'merge'::text])))
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (token_hash)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.organisations
  id uuid not null
  slug text not null
  name text not null
  host text
  created_at timestamp with time zone not null
  administrators_need_factor boolean not null default false
  everybody_needs_factor boolean not null default false
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  - PRIMARY KEY (id)
  - UNIQUE (host)
  - UNIQUE (slug)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

directory.other_addresses
  email text not null
  person_id uuid not null
  added_at timestamp with time zone not null
  - CHECK ((email = lower(email)))
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (email)
  - CREATE INDEX other_addresses_person ON directory.other_addresses USING btree (person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.people
  id uuid not null
  email text
  name text not null
  password_hash text
  language text not null default 'en'::text
  created_at timestamp with time zone not null
  erased_at timestamp with time zone
  version integer not null default 1
  time_zone text
  same_as uuid
  merged_at timestamp with time zone
  - CHECK (((email IS NULL) = ((erased_at IS NOT NULL) OR (merged_at IS NOT NULL))))
  - CHECK (((same_as IS NULL) OR ((merged_at IS NOT NULL) AND (same_as <> id))))
  - CHECK ((email = lower(email)))
  - CHECK ((length(name) <= 200))
  - CHECK ((time_zone ~ '^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$'::text))
  - FOREIGN KEY (same_as) REFERENCES directory.people(id)
  - PRIMARY KEY (id)
  - CREATE INDEX people_erased ON directory.people USING btree (erased_at) WHERE (erased_at IS NOT NULL)
  - CREATE INDEX people_same_as ON directory.people USING btree (same_as) WHERE (same_as IS NOT NULL)
  - CREATE UNIQUE INDEX people_email ON directory.people USING btree (email)
  - grant insert, select, update to plaudit_app_rights
  - grant insert, select, update to plaudit_jobs_rights

directory.provider_visits
  state_hash bytea not null
  browser_hash bytea not null
  provider text not null
  person_id uuid
  onward text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  - CHECK (((length(provider) >= 1) AND (length(provider) <= 60)))
  - CHECK ((length(browser_hash) = 32))
  - CHECK ((length(onward) <= 2000))
  - CHECK ((length(state_hash) = 32))
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (state_hash)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.pulses
  process text not null
  pulse_at timestamp with time zone not null
  counters jsonb not null default '{}'::jsonb
  - PRIMARY KEY (process)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, insert, select, update to plaudit_jobs_rights

directory.recovery_codes
  code_hash bytea not null
  person_id uuid not null
  created_at timestamp with time zone not null
  used_at timestamp with time zone
  - CHECK ((length(code_hash) = 32))
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (code_hash)
  - CREATE INDEX recovery_codes_person ON directory.recovery_codes USING btree (person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.sessions
  token_hash bytea not null
  id uuid not null
  person_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  proved_at timestamp with time zone not null
  browser text not null default ''::text
  system text not null default ''::text
  strong boolean not null default false
  waiting boolean not null default false
  - CHECK ((NOT (strong AND waiting)))
  - CHECK ((length(browser) <= 40))
  - CHECK ((length(system) <= 40))
  - CHECK ((length(token_hash) = 32))
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (token_hash)
  - UNIQUE (id)
  - CREATE INDEX sessions_person ON directory.sessions USING btree (person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.sign_in_failures
  bucket_hash bytea not null
  failures integer not null
  first_at timestamp with time zone not null
  - CHECK ((length(bucket_hash) = 32))
  - PRIMARY KEY (bucket_hash)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

directory.worker_pools
  id text not null
  started_at timestamp with time zone not null
  pulse_at timestamp with time zone not null
  progress_at timestamp with time zone not null
  - PRIMARY KEY (id)
  - grant delete, insert, select, update to plaudit_jobs_rights
  - grant select to plaudit_app_rights

plaudit.acceptances
  organisation_id uuid not null
  person_id uuid not null
  kind text not null
  version integer not null
  accepted_at timestamp with time zone not null
  - FOREIGN KEY (organisation_id, kind, version) REFERENCES plaudit.terms(organisation_id, kind, version)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, person_id, kind, version)
  - grant delete, insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.api_key_programmes
  organisation_id uuid not null
  key_id uuid not null
  programme_id uuid not null
  - FOREIGN KEY (organisation_id, key_id) REFERENCES plaudit.api_keys(organisation_id, id) ON DELETE CASCADE
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - PRIMARY KEY (organisation_id, key_id, programme_id)
  - grant insert, select to plaudit_app_rights

plaudit.api_keys
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  name text not null
  prefix text not null
  secret_hash bytea not null
  sealed_secret bytea
  shown_until timestamp with time zone
  scopes text[] not null
  every_programme boolean not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  revoked_at timestamp with time zone
  - CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  - CHECK (((sealed_secret IS NULL) = (shown_until IS NULL)))
  - CHECK ((cardinality(scopes) > 0))
  - CHECK ((expires_at > created_at))
  - CHECK ((length(prefix) = 6))
  - CHECK ((length(secret_hash) = 32))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, secret_hash)
  - CREATE INDEX api_keys_person ON plaudit.api_keys USING btree (organisation_id, person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select, update to plaudit_jobs_rights

plaudit.assignments
  organisation_id uuid not null
  entry_id uuid not null
  judge_id uuid not null
  edition_id uuid not null
  assigned_at timestamp with time zone not null
  - FOREIGN KEY (judge_id) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, entry_id, judge_id)
  - CREATE INDEX assignments_edition ON plaudit.assignments USING btree (organisation_id, edition_id)
  - CREATE INDEX assignments_judge ON plaudit.assignments USING btree (organisation_id, judge_id, edition_id)
  - grant delete, insert, select to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.audit_bodies
  organisation_id uuid not null
  event_id uuid not null
  person_id uuid
  salt bytea
  body text
  erased_at timestamp with time zone
  erased_reason text
  - CHECK ((((body IS NULL) = (erased_at IS NOT NULL)) AND ((salt IS NULL) = (erased_at IS NOT NULL)) AND ((erased_reason IS NULL) = (erased_at IS NULL))))
  - FOREIGN KEY (organisation_id, event_id) REFERENCES plaudit.audit_events(organisation_id, id)
  - PRIMARY KEY (organisation_id, event_id)
  - CREATE INDEX audit_bodies_person ON plaudit.audit_bodies USING btree (organisation_id, person_id)
  - grant insert, select to plaudit_app_rights
  - grant insert, select to plaudit_jobs_rights

plaudit.audit_chains
  organisation_id uuid not null
  id uuid not null
  sealed_to xid8 not null default '0'::xid8
  length integer not null default 0
  head bytea not null
  sealed_at timestamp with time zone
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, id)
  - grant insert, select, update to plaudit_jobs_rights
  - grant select to plaudit_app_rights

plaudit.audit_events
  organisation_id uuid not null
  id uuid not null
  chain_id uuid not null
  transaction_id xid8 not null default pg_current_xact_id()
  kind text not null
  subject_kind text not null
  subject_id uuid not null
  at timestamp with time zone not null
  event text not null
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX audit_events_chain ON plaudit.audit_events USING btree (organisation_id, chain_id, at, id)
  - CREATE INDEX audit_events_order ON plaudit.audit_events USING btree (organisation_id, transaction_id, id)
  - CREATE INDEX audit_events_subject ON plaudit.audit_events USING btree (organisation_id, subject_id, at)
  - grant insert, select to plaudit_app_rights
  - grant insert, select to plaudit_jobs_rights

plaudit.audit_seals
  organisation_id uuid not null
  chain_id uuid not null
  seq integer not null
  event_id uuid not null
  seal bytea not null
  sealed_at timestamp with time zone not null
  - CHECK ((length(seal) = 32))
  - CHECK ((seq > 0))
  - FOREIGN KEY (organisation_id, chain_id) REFERENCES plaudit.audit_chains(organisation_id, id)
  - FOREIGN KEY (organisation_id, event_id) REFERENCES plaudit.audit_events(organisation_id, id)
  - PRIMARY KEY (organisation_id, chain_id, seq)
  - UNIQUE (organisation_id, event_id)
  - grant insert, select to plaudit_jobs_rights
  - grant select to plaudit_app_rights

plaudit.ballot_comments
  organisation_id uuid not null
  ballot_id uuid not null
  criterion_id uuid not null
  comment text not null
  - CHECK (((length(comment) >= 1) AND (length(comment) <= 2000)))
  - FOREIGN KEY (organisation_id, ballot_id) REFERENCES plaudit.ballots(organisation_id, id)
  - FOREIGN KEY (organisation_id, criterion_id) REFERENCES plaudit.criteria(organisation_id, id)
  - PRIMARY KEY (organisation_id, ballot_id, criterion_id)
  - policy comments_of_visible_ballots using (((organisation_id = plaudit.current_organisation()) AND (EXISTS ( SELECT
   FROM plaudit.ballots b
  WHERE ((b.organisation_id = ballot_comments.organisation_id) AND (b.id = ballot_comments.ballot_id))))))
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights
  - force row level security

plaudit.ballot_marks
  organisation_id uuid not null
  ballot_id uuid not null
  criterion_id uuid not null
  mark integer
  - FOREIGN KEY (organisation_id, ballot_id) REFERENCES plaudit.ballots(organisation_id, id)
  - FOREIGN KEY (organisation_id, criterion_id) REFERENCES plaudit.criteria(organisation_id, id)
  - PRIMARY KEY (organisation_id, ballot_id, criterion_id)
  - policy marks_of_visible_ballots using (((organisation_id = plaudit.current_organisation()) AND (EXISTS ( SELECT
   FROM plaudit.ballots b
  WHERE ((b.organisation_id = ballot_marks.organisation_id) AND (b.id = ballot_marks.ballot_id))))))
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights
  - force row level security

plaudit.ballots
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  entry_id uuid not null
  judge_id uuid not null
  state text not null
  comment text not null default ''::text
  saved_at timestamp with time zone not null
  submitted_at timestamp with time zone
  version integer not null default 1
  - CHECK (((submitted_at IS NULL) = (state = 'open'::text)))
  - CHECK ((length(comment) <= 4000))
  - CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text])))
  - FOREIGN KEY (judge_id) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, entry_id, judge_id) REFERENCES plaudit.assignments(organisation_id, entry_id, judge_id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, entry_id, judge_id)
  - CREATE INDEX ballots_edition ON plaudit.ballots USING btree (organisation_id, edition_id)
  - policy ballots_own_or_opened using (((organisation_id = plaudit.current_organisation()) AND ((judge_id = plaudit.current_person()) OR plaudit.scope_open('ballots'::text)))) with check (((organisation_id = plaudit.current_organisation()) AND ((judge_id = plaudit.current_person()) OR plaudit.scope_open('ballots'::text))))
  - policy ballots_submitted_stay using ((state = 'open'::text))
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights
  - force row level security

plaudit.categories
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  code text not null
  name text not null
  description text not null
  position integer not null
  entries_numbered integer not null default 0
  retired boolean not null default false
  scorecard text not null default 'main'::text
  places_freed integer not null default 0
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK ((code ~ '^[A-Z][A-Z0-9]{0,7}$'::text))
  - CHECK ((length(description) <= 2000))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, edition_id, code)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.chapter_roles
  organisation_id uuid not null
  edition_id uuid not null
  chapter text not null
  person_id uuid not null
  granted_at timestamp with time zone not null
  - CHECK (((length(chapter) >= 1) AND (length(chapter) <= 60)))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, edition_id, chapter, person_id)
  - CREATE INDEX chapter_roles_person ON plaudit.chapter_roles USING btree (organisation_id, person_id)
  - grant delete, insert, select to plaudit_app_rights
  - grant delete, insert, select to plaudit_jobs_rights

plaudit.companies
  organisation_id uuid not null
  id uuid not null
  name text not null
  search text not null
  country text
  parent_id uuid
  merged_into uuid
  note text not null default ''::text
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  version integer not null default 1
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK (((parent_id <> id) AND (merged_into <> id)))
  - CHECK ((country ~ '^[A-Z]{2}$'::text))
  - CHECK ((length(note) <= 2000))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (organisation_id, merged_into) REFERENCES plaudit.companies(organisation_id, id)
  - FOREIGN KEY (organisation_id, parent_id) REFERENCES plaudit.companies(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX companies_list ON plaudit.companies USING btree (organisation_id, search, id) WHERE (merged_into IS NULL)
  - CREATE INDEX companies_merged ON plaudit.companies USING btree (organisation_id, merged_into)
  - CREATE INDEX companies_parent ON plaudit.companies USING btree (organisation_id, parent_id)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.company_domains
  organisation_id uuid not null
  company_id uuid not null
  domain text not null
  added_at timestamp with time zone not null
  - CHECK (((length(domain) >= 3) AND (length(domain) <= 253)))
  - FOREIGN KEY (organisation_id, company_id) REFERENCES plaudit.companies(organisation_id, id)
  - PRIMARY KEY (organisation_id, company_id, domain)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.company_keys
  organisation_id uuid not null
  key text not null
  company_id uuid not null
  - FOREIGN KEY (organisation_id, company_id) REFERENCES plaudit.companies(organisation_id, id)
  - PRIMARY KEY (organisation_id, key, company_id)
  - CREATE INDEX company_keys_company ON plaudit.company_keys USING btree (organisation_id, company_id)
  - grant delete, insert, select to plaudit_app_rights

plaudit.company_merges
  organisation_id uuid not null
  id uuid not null
  kept_id uuid not null
  merged_id uuid not null
  moved jsonb not null
  merged_by uuid not null
  merged_at timestamp with time zone not null
  undone_by uuid
  undone_at timestamp with time zone
  - CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  - CHECK ((kept_id <> merged_id))
  - FOREIGN KEY (merged_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, kept_id) REFERENCES plaudit.companies(organisation_id, id)
  - FOREIGN KEY (organisation_id, merged_id) REFERENCES plaudit.companies(organisation_id, id)
  - FOREIGN KEY (undone_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX company_merges_kept ON plaudit.company_merges USING btree (organisation_id, kept_id)
  - CREATE UNIQUE INDEX company_merges_standing ON plaudit.company_merges USING btree (organisation_id, merged_id) WHERE (undone_at IS NULL)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.company_names
  organisation_id uuid not null
  id uuid not null
  company_id uuid not null
  name text not null
  search text not null
  kind text not null
  added_at timestamp with time zone not null
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK ((kind = ANY (ARRAY['trading'::text, 'short'::text, 'former'::text, 'script'::text, 'merged'::text])))
  - FOREIGN KEY (organisation_id, company_id) REFERENCES plaudit.companies(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, company_id, name)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.company_pairs
  organisation_id uuid not null
  first_id uuid not null
  second_id uuid not null
  score integer not null
  evidence jsonb not null
  found_at timestamp with time zone not null
  dismissed_at timestamp with time zone
  dismissed_by uuid
  - CHECK (((dismissed_at IS NULL) = (dismissed_by IS NULL)))
  - CHECK (((score >= 0) AND (score <= 1000)))
  - CHECK ((first_id < second_id))
  - FOREIGN KEY (dismissed_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, first_id) REFERENCES plaudit.companies(organisation_id, id)
  - FOREIGN KEY (organisation_id, second_id) REFERENCES plaudit.companies(organisation_id, id)
  - PRIMARY KEY (organisation_id, first_id, second_id)
  - CREATE INDEX company_pairs_open ON plaudit.company_pairs USING btree (organisation_id, score DESC, first_id, second_id) WHERE (dismissed_at IS NULL)
  - CREATE INDEX company_pairs_second ON plaudit.company_pairs USING btree (organisation_id, second_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.company_registers
  organisation_id uuid not null
  changes integer not null
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id)
  - grant insert, select, update to plaudit_app_rights

plaudit.company_sizes
  organisation_id uuid not null
  id uuid not null
  company_id uuid not null
  class text not null
  as_of date not null
  source text not null
  recorded_by uuid
  recorded_at timestamp with time zone not null
  - CHECK (((length(source) >= 3) AND (length(source) <= 500)))
  - CHECK ((class = ANY (ARRAY['micro'::text, 'small'::text, 'medium'::text, 'large'::text])))
  - FOREIGN KEY (organisation_id, company_id) REFERENCES plaudit.companies(organisation_id, id)
  - FOREIGN KEY (recorded_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX company_sizes_company ON plaudit.company_sizes USING btree (organisation_id, company_id, as_of DESC)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.contacts
  organisation_id uuid not null
  id uuid not null
  person_id uuid
  name text not null
  email text
  created_at timestamp with time zone not null
  erased_at timestamp with time zone
  version integer not null default 1
  - CHECK (((erased_at IS NULL) OR ((name = ''::text) AND (email IS NULL) AND (person_id IS NULL))))
  - CHECK ((email = lower(email)))
  - CHECK ((length(name) <= 200))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, email)
  - UNIQUE (organisation_id, person_id)
  - grant insert, select, update to plaudit_app_rights
  - grant select, update to plaudit_jobs_rights

plaudit.contents
  organisation_id uuid not null
  hash bytea not null
  bytes bigint not null
  media_type text not null
  state text not null
  finding text not null default ''::text
  facts jsonb not null default '{}'::jsonb
  refers integer not null
  kept_at timestamp with time zone not null
  checked_at timestamp with time zone
  - CHECK (((length(media_type) >= 3) AND (length(media_type) <= 100)))
  - CHECK ((bytes > 0))
  - CHECK ((length(finding) <= 200))
  - CHECK ((length(hash) = 32))
  - CHECK ((refers >= 0))
  - CHECK ((state = ANY (ARRAY['held'::text, 'clean'::text, 'refused'::text, 'unscanned'::text])))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, hash)
  - CREATE INDEX contents_state ON plaudit.contents USING btree (organisation_id, state, kept_at)
  - CREATE INDEX contents_unused ON plaudit.contents USING btree (organisation_id, kept_at) WHERE (refers = 0)
  - grant delete, select, update to plaudit_jobs_rights
  - grant insert, select, update to plaudit_app_rights

plaudit.criteria
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  name text not null
  question text not null
  weight integer not null
  scale_min integer not null
  scale_max integer not null
  position integer not null
  scorecard text not null default 'main'::text
  key text
  gate text
  steps integer not null default 1
  not_applicable text not null default 'not-allowed'::text
  comment text not null default 'none'::text
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK (((steps >= 1) AND (steps <= 1000)))
  - CHECK ((comment = ANY (ARRAY['required'::text, 'suggested'::text, 'none'::text])))
  - CHECK ((gate = ANY (ARRAY['every'::text, 'most'::text])))
  - CHECK ((length(question) <= 1000))
  - CHECK ((not_applicable = ANY (ARRAY['not-allowed'::text, 'renormalise'::text, 'lowest'::text])))
  - CHECK ((scale_min < scale_max))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX criteria_edition ON plaudit.criteria USING btree (organisation_id, edition_id, "position")
  - grant delete, insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.deadline_extensions
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  person_id uuid not null
  until timestamp with time zone not null
  reason text not null
  grace_id uuid
  given_by uuid not null
  given_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  - CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  - CHECK ((length(reason) <= 2000))
  - FOREIGN KEY (ended_by) REFERENCES directory.people(id)
  - FOREIGN KEY (given_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, grace_id) REFERENCES plaudit.outage_graces(organisation_id, id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX deadline_extensions_grace ON plaudit.deadline_extensions USING btree (organisation_id, grace_id) WHERE (grace_id IS NOT NULL)
  - CREATE INDEX deadline_extensions_person ON plaudit.deadline_extensions USING btree (organisation_id, edition_id, person_id)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.decisions
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  category_id uuid not null
  entry_id uuid not null
  tally_id uuid not null
  rank integer not null
  score text not null
  ballots integer not null
  won boolean not null
  decided_at timestamp with time zone not null
  level text
  division text
  - CHECK (((length(division) >= 1) AND (length(division) <= 60)))
  - CHECK (((length(level) >= 1) AND (length(level) <= 60)))
  - CHECK ((rank >= 1))
  - FOREIGN KEY (organisation_id, category_id) REFERENCES plaudit.categories(organisation_id, id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (organisation_id, tally_id) REFERENCES plaudit.tallies(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, edition_id, entry_id)
  - policy decisions_announced_or_opened using (((organisation_id = plaudit.current_organisation()) AND (plaudit.scope_open('decisions'::text) OR (EXISTS ( SELECT
   FROM plaudit.editions e
  WHERE ((e.organisation_id = decisions.organisation_id) AND (e.id = decisions.edition_id) AND (e.announced_at <= plaudit.plaudit_now()))))))) with check (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text)))
  - policy decisions_announced_stay using ((NOT (EXISTS ( SELECT
   FROM plaudit.editions e
  WHERE ((e.organisation_id = decisions.organisation_id) AND (e.id = decisions.edition_id) AND (e.announced_at <= plaudit.plaudit_now()))))))
  - grant delete, insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights
  - force row level security

plaudit.dry_runs
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  version integer not null
  asked jsonb not null
  plan jsonb not null
  asked_at timestamp with time zone not null
  - CHECK ((version > 0))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, id) REFERENCES plaudit.long_jobs(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX dry_runs_edition ON plaudit.dry_runs USING btree (organisation_id, edition_id, asked_at DESC, id DESC)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.edition_parts
  organisation_id uuid not null
  edition_id uuid not null
  part text not null
  version integer not null
  body jsonb not null
  hash bytea not null
  saved_at timestamp with time zone not null
  - CHECK ((length(hash) = 32))
  - CHECK ((part = ANY (ARRAY['texts'::text, 'timeline'::text, 'categories'::text, 'forms'::text, 'scorecards'::text, 'rules'::text, 'award'::text])))
  - CHECK ((version > 0))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, edition_id, part, version)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.editions
  organisation_id uuid not null
  id uuid not null
  programme_id uuid not null
  slug text not null
  name text not null
  state text not null
  entries_open_at timestamp with time zone not null
  entries_close_at timestamp with time zone not null
  judging_close_at timestamp with time zone not null
  announced_at timestamp with time zone
  seats integer not null
  minimum_panel integer not null
  created_at timestamp with time zone not null
  version integer not null default 1
  unlocked_because text
  publish_at timestamp with time zone
  judging_open_at timestamp with time zone
  entries_grace integer not null default 0
  ready_version integer
  - CHECK (((entries_grace >= 0) AND (entries_grace <= 1440)))
  - CHECK (((entries_open_at < entries_close_at) AND (entries_close_at < judging_close_at) AND (minimum_panel <= seats)))
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK (((length(unlocked_because) >= 1) AND (length(unlocked_because) <= 500)))
  - CHECK (((minimum_panel >= 1) AND (minimum_panel <= 50)))
  - CHECK (((seats >= 1) AND (seats <= 50)))
  - CHECK ((ready_version > 0))
  - CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  - CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, programme_id, slug)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.employments
  organisation_id uuid not null
  id uuid not null
  contact_id uuid not null
  company_id uuid not null
  title text not null default ''::text
  starts_on date not null
  ends_on date
  version integer not null default 1
  - CHECK ((ends_on > starts_on))
  - CHECK ((length(title) <= 200))
  - FOREIGN KEY (organisation_id, company_id) REFERENCES plaudit.companies(organisation_id, id)
  - FOREIGN KEY (organisation_id, contact_id) REFERENCES plaudit.contacts(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX employments_company ON plaudit.employments USING btree (organisation_id, company_id)
  - CREATE INDEX employments_contact ON plaudit.employments USING btree (organisation_id, contact_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.entries
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  category_id uuid not null
  owner_id uuid not null
  number text
  title text not null default ''::text
  nominee text not null default ''::text
  body text not null default ''::text
  state text not null
  created_at timestamp with time zone not null
  saved_at timestamp with time zone not null
  submitted_at timestamp with time zone
  submitted_hash bytea
  note text not null default ''::text
  version integer not null default 1
  rules_version integer
  nominee_kind text
  nominated_by text
  fee_tier text
  fee_amount integer
  fee_currency text
  asked text[] not null default '{}'::text[]
  form_seen timestamp with time zone
  withdrawn_at timestamp with time zone
  withdrawn_from text
  chapter text
  ineligible_at timestamp with time zone
  next_of uuid
  mend_by timestamp with time zone
  - CHECK ((((submitted_at IS NULL) = (state = 'draft'::text)) AND ((number IS NULL) = (state = 'draft'::text)) AND ((submitted_hash IS NULL) = (state = 'draft'::text))))
  - CHECK (((length(chapter) >= 1) AND (length(chapter) <= 60)))
  - CHECK (((length(fee_tier) >= 1) AND (length(fee_tier) <= 60)))
  - CHECK ((cardinality(asked) <= 40))
  - CHECK ((fee_amount >= 0))
  - CHECK ((fee_currency ~ '^[A-Z]{3}$'::text))
  - CHECK ((length(body) <= 20000))
  - CHECK ((length(nominee) <= 200))
  - CHECK ((length(note) <= 2000))
  - CHECK ((length(submitted_hash) = 32))
  - CHECK ((length(title) <= 200))
  - CHECK ((nominated_by = ANY (ARRAY['self'::text, 'peer'::text, 'customer'::text])))
  - CHECK ((nominee_kind = ANY (ARRAY['person'::text, 'team'::text, 'organisation'::text, 'technology'::text])))
  - CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'withdrawn'::text, 'ineligible'::text])))
  - FOREIGN KEY (organisation_id, category_id) REFERENCES plaudit.categories(organisation_id, id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (owner_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, edition_id, number)
  - CREATE INDEX entries_arrived ON plaudit.entries USING btree (organisation_id, edition_id, state, submitted_at, id)
  - CREATE INDEX entries_chapter ON plaudit.entries USING btree (organisation_id, edition_id, chapter) WHERE (chapter IS NOT NULL)
  - CREATE INDEX entries_owner ON plaudit.entries USING btree (organisation_id, owner_id, id)
  - CREATE INDEX entries_submitted ON plaudit.entries USING btree (organisation_id, edition_id, submitted_at, id)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.entry_answers
  organisation_id uuid not null
  entry_id uuid not null
  field text not null
  version integer not null
  answer jsonb
  saved_by uuid not null
  saved_at timestamp with time zone not null
  - CHECK (((length(field) >= 1) AND (length(field) <= 60)))
  - CHECK ((version > 0))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, entry_id, field, version)
  - grant delete, select to plaudit_jobs_rights
  - grant insert, select to plaudit_app_rights

plaudit.entry_divisions
  organisation_id uuid not null
  entry_id uuid not null
  division text not null
  reason text not null
  decided_at timestamp with time zone not null
  - CHECK (((length(division) >= 1) AND (length(division) <= 60)))
  - CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, entry_id)
  - policy divisions_opened using (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text))) with check (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text)))
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights
  - force row level security

plaudit.entry_figures
  organisation_id uuid not null
  entry_id uuid not null
  source text not null
  value text not null
  evidence text not null
  recorded_at timestamp with time zone not null
  - CHECK (((length(evidence) >= 1) AND (length(evidence) <= 500)))
  - CHECK (((length(source) >= 1) AND (length(source) <= 60)))
  - CHECK (((length(value) >= 1) AND (length(value) <= 40)))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, entry_id, source)
  - policy figures_opened using (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text))) with check (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text)))
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights
  - force row level security

plaudit.entry_files
  organisation_id uuid not null
  id uuid not null
  entry_id uuid not null
  sha256 bytea
  name text not null
  media_type text not null
  bytes integer not null
  added_at timestamp with time zone not null
  removed_at timestamp with time zone
  field text
  - CHECK (((length(field) >= 1) AND (length(field) <= 60)))
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK (((sha256 IS NOT NULL) OR (removed_at IS NOT NULL)))
  - CHECK ((bytes > 0))
  - CHECK ((length(sha256) = 32))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (organisation_id, sha256) REFERENCES plaudit.contents(organisation_id, hash)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX entry_files_content ON plaudit.entry_files USING btree (organisation_id, sha256)
  - CREATE INDEX entry_files_entry ON plaudit.entry_files USING btree (organisation_id, entry_id)
  - grant delete, select to plaudit_jobs_rights
  - grant insert, select, update to plaudit_app_rights

plaudit.entry_history
  organisation_id uuid not null
  entry_id uuid not null
  version integer not null
  title text not null
  nominee text not null
  body text not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  nominee_kind text
  nominated_by text
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, entry_id, version)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.entry_import_rows
  organisation_id uuid not null
  import_id uuid not null
  row integer not null
  entry_id uuid not null
  reference text not null
  received_at timestamp with time zone
  - CHECK (("row" > 1))
  - CHECK ((length(reference) <= 200))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (organisation_id, import_id) REFERENCES plaudit.entry_imports(organisation_id, id)
  - PRIMARY KEY (organisation_id, import_id, "row")
  - UNIQUE (organisation_id, entry_id)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.entry_imports
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  category_id uuid not null
  file text not null
  fingerprint bytea not null
  kind text not null
  because text not null
  imported_by uuid not null
  imported_at timestamp with time zone not null
  undone_by uuid
  undone_at timestamp with time zone
  - CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  - CHECK ((kind = ANY (ARRAY['drafts'::text, 'sent-in'::text])))
  - CHECK ((length(because) <= 2000))
  - CHECK ((length(file) <= 200))
  - CHECK ((length(fingerprint) = 32))
  - FOREIGN KEY (imported_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, category_id) REFERENCES plaudit.categories(organisation_id, id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (undone_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX entry_imports_edition ON plaudit.entry_imports USING btree (organisation_id, edition_id, imported_at)
  - CREATE UNIQUE INDEX entry_imports_once ON plaudit.entry_imports USING btree (organisation_id, category_id, fingerprint) WHERE (undone_at IS NULL)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.entry_items
  organisation_id uuid not null
  id uuid not null
  entry_id uuid not null
  what text not null
  place text not null
  received_at timestamp with time zone not null
  noted_by uuid not null
  noted_at timestamp with time zone not null
  outcome text
  ended_by uuid
  ended_at timestamp with time zone
  - CHECK ((((outcome IS NULL) = (ended_at IS NULL)) AND ((outcome IS NULL) = (ended_by IS NULL))))
  - CHECK ((length(place) <= 200))
  - CHECK ((length(what) <= 200))
  - CHECK ((outcome = ANY (ARRAY['sent-back'::text, 'kept'::text, 'thrown-away'::text, 'mistake'::text])))
  - CHECK ((received_at <= noted_at))
  - FOREIGN KEY (ended_by) REFERENCES directory.people(id)
  - FOREIGN KEY (noted_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX entry_items_entry ON plaudit.entry_items USING btree (organisation_id, entry_id, received_at)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.entry_links
  organisation_id uuid not null
  entry_id uuid not null
  address text not null
  asked_at timestamp with time zone not null
  checked_at timestamp with time zone
  status integer
  fault text
  - CHECK (((checked_at IS NOT NULL) OR ((status IS NULL) AND (fault IS NULL))))
  - CHECK (((checked_at IS NULL) OR ((status IS NULL) <> (fault IS NULL))))
  - CHECK (((status >= 100) AND (status <= 999)))
  - CHECK ((fault = ANY (ARRAY['not-an-address'::text, 'not-found'::text, 'not-public'::text, 'not-secure'::text, 'slow'::text, 'refused'::text, 'broken'::text])))
  - CHECK ((length(address) <= 2000))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, entry_id, address)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.entry_moves
  organisation_id uuid not null
  id uuid not null
  entry_id uuid not null
  version integer not null
  from_category uuid not null
  to_category uuid not null
  reason text not null
  missing text[] not null
  unasked text[] not null
  kind_before text
  nominator_before text
  rules_before integer
  moved_by uuid not null
  moved_at timestamp with time zone not null
  undone_by uuid
  undone_at timestamp with time zone
  - CHECK (((undone_by IS NULL) = (undone_at IS NULL)))
  - CHECK ((from_category <> to_category))
  - CHECK ((length(reason) <= 2000))
  - CHECK ((version > 1))
  - FOREIGN KEY (moved_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (organisation_id, from_category) REFERENCES plaudit.categories(organisation_id, id)
  - FOREIGN KEY (organisation_id, to_category) REFERENCES plaudit.categories(organisation_id, id)
  - FOREIGN KEY (undone_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, entry_id, version)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.entry_reopenings
  organisation_id uuid not null
  id uuid not null
  entry_id uuid not null
  draft_id uuid not null
  reason text not null
  until timestamp with time zone not null
  reopened_by uuid not null
  reopened_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_as text
  version_before integer
  version_after integer
  sent_before timestamp with time zone
  - CHECK ((((version_before IS NULL) = (COALESCE(ended_as, ''::text) <> 'sent-in'::text)) AND ((version_after IS NULL) = (version_before IS NULL)) AND ((sent_before IS NULL) = (version_before IS NULL))))
  - CHECK (((ended_at IS NULL) = (ended_as IS NULL)))
  - CHECK ((ended_as = ANY (ARRAY['sent-in'::text, 'cancelled'::text, 'ran-out'::text])))
  - CHECK ((length(reason) <= 2000))
  - FOREIGN KEY (organisation_id, draft_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (reopened_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX entry_reopenings_draft ON plaudit.entry_reopenings USING btree (organisation_id, draft_id)
  - CREATE INDEX entry_reopenings_entry ON plaudit.entry_reopenings USING btree (organisation_id, entry_id, reopened_at)
  - CREATE UNIQUE INDEX entry_reopenings_running ON plaudit.entry_reopenings USING btree (organisation_id, entry_id) WHERE (ended_at IS NULL)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.entry_search
  organisation_id uuid not null
  entry_id uuid not null
  words tsvector not null
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, entry_id)
  - CREATE INDEX entry_search_words ON plaudit.entry_search USING gin (words)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, insert, select, update to plaudit_jobs_rights

plaudit.entry_tallies
  organisation_id uuid not null
  edition_id uuid not null
  id uuid not null default gen_random_uuid()
  category_id uuid not null
  chapter text
  state text not null
  change integer not null
  - CHECK ((change <> 0))
  - PRIMARY KEY (organisation_id, edition_id, id)
  - grant delete, insert, select to plaudit_app_rights
  - grant delete, insert, select to plaudit_jobs_rights

plaudit.entry_threads
  organisation_id uuid not null
  entry_id uuid not null
  messages integer not null default 0
  last_of_entrant integer not null default 0
  last_of_organiser integer not null default 0
  last_at timestamp with time zone not null
  answered integer not null default 0
  settled_by uuid
  settled_at timestamp with time zone
  told_entrant integer not null default 0
  told_entrant_at timestamp with time zone
  told_organiser integer not null default 0
  told_organiser_at timestamp with time zone
  - CHECK (((settled_by IS NULL) = (settled_at IS NULL)))
  - CHECK ((answered >= 0))
  - CHECK ((messages >= 0))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (settled_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, entry_id)
  - grant insert, select, update to plaudit_app_rights
  - grant select, update to plaudit_jobs_rights

plaudit.entry_writers
  organisation_id uuid not null
  entry_id uuid not null
  person_id uuid not null
  rights text not null
  joined_at timestamp with time zone not null
  - CHECK ((rights = ANY (ARRAY['view'::text, 'edit'::text, 'submit'::text])))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, entry_id, person_id)
  - CREATE INDEX entry_writers_person ON plaudit.entry_writers USING btree (organisation_id, person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, insert, select, update to plaudit_jobs_rights

plaudit.form_copies
  organisation_id uuid not null
  edition_id uuid not null
  form text not null
  version integer not null
  body jsonb not null
  ended text
  begun_by uuid not null
  begun_at timestamp with time zone not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  - CHECK (((length(form) >= 1) AND (length(form) <= 60)))
  - CHECK ((ended = ANY (ARRAY['discarded'::text, 'applied'::text])))
  - CHECK ((version > 0))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, edition_id, form, version)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.former_addresses
  organisation_id uuid not null
  kind text not null
  within_id uuid not null
  name text not null
  programme_id uuid not null
  edition_id uuid
  code text
  left_at timestamp with time zone not null
  - CHECK (((length(name) >= 1) AND (length(name) <= 64)))
  - CHECK ((kind = ANY (ARRAY['programme'::text, 'edition'::text, 'category'::text])))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - PRIMARY KEY (organisation_id, kind, within_id, name)
  - CREATE INDEX former_addresses_edition ON plaudit.former_addresses USING btree (organisation_id, edition_id)
  - CREATE INDEX former_addresses_programme ON plaudit.former_addresses USING btree (organisation_id, programme_id)
  - grant delete, insert, select, update to plaudit_app_rights

plaudit.honours
  organisation_id uuid not null
  id uuid not null
  programme_id uuid not null
  edition_id uuid not null
  category_id uuid not null
  entry_id uuid
  nominee text not null
  title text not null
  shared boolean not null
  announced_at timestamp with time zone not null
  level text
  division text
  - CHECK (((length(division) >= 1) AND (length(division) <= 200)))
  - CHECK (((length(level) >= 1) AND (length(level) <= 60)))
  - FOREIGN KEY (organisation_id, category_id) REFERENCES plaudit.categories(organisation_id, id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX honours_edition ON plaudit.honours USING btree (organisation_id, edition_id, category_id)
  - policy honours_announced_stay using ((announced_at > plaudit.plaudit_now()))
  - policy honours_of_organisation using (((organisation_id = plaudit.current_organisation()) AND ((announced_at <= plaudit.plaudit_now()) OR plaudit.scope_open('decisions'::text)))) with check (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text)))
  - grant delete, insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights
  - force row level security

plaudit.idempotency_keys
  organisation_id uuid not null
  actor text not null
  key text not null
  operation text not null
  request_hash bytea not null
  request jsonb not null
  answer jsonb not null
  created_at timestamp with time zone not null
  - CHECK (((length(key) >= 8) AND (length(key) <= 128)))
  - PRIMARY KEY (organisation_id, actor, key)
  - CREATE INDEX idempotency_keys_age ON plaudit.idempotency_keys USING btree (organisation_id, created_at)
  - grant delete, insert, select to plaudit_jobs_rights
  - grant insert, select to plaudit_app_rights

plaudit.interests
  organisation_id uuid not null
  entry_id uuid not null
  judge_id uuid not null
  reason text not null
  declared_at timestamp with time zone not null
  - CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  - FOREIGN KEY (judge_id) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, entry_id, judge_id)
  - grant delete, insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.invitations
  organisation_id uuid not null
  id uuid not null
  programme_id uuid not null
  email text not null
  name text not null
  role text not null
  token_hash bytea not null
  invited_by uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  accepted_at timestamp with time zone
  accepted_by uuid
  withdrawn_at timestamp with time zone
  edition_id uuid
  chapter text
  - CHECK ((((role = 'chapter-manager'::text) = (chapter IS NOT NULL)) AND ((chapter IS NULL) = (edition_id IS NULL))))
  - CHECK (((accepted_at IS NULL) = (accepted_by IS NULL)))
  - CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL)))
  - CHECK (((length(chapter) >= 1) AND (length(chapter) <= 60)))
  - CHECK ((email = lower(email)))
  - CHECK ((length(token_hash) = 32))
  - CHECK ((role = ANY (ARRAY['manager'::text, 'judge'::text, 'auditor'::text, 'chapter-manager'::text, 'screener'::text])))
  - FOREIGN KEY (accepted_by) REFERENCES directory.people(id)
  - FOREIGN KEY (invited_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, token_hash)
  - CREATE INDEX invitations_programme ON plaudit.invitations USING btree (organisation_id, programme_id, created_at)
  - CREATE UNIQUE INDEX invitations_open ON plaudit.invitations USING btree (organisation_id, programme_id, email, role, edition_id, chapter) NULLS NOT DISTINCT WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL))
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.judge_reminders
  organisation_id uuid not null
  edition_id uuid not null
  judge_id uuid not null
  reminded_at timestamp with time zone not null
  reminded_by uuid not null
  owed integer not null
  - CHECK ((owed > 0))
  - FOREIGN KEY (judge_id) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (reminded_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, edition_id, judge_id, reminded_at)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.late_redemptions
  organisation_id uuid not null
  edition_id uuid not null
  key text not null
  person_id uuid not null
  redeemed_at timestamp with time zone not null
  - CHECK (((length(key) >= 1) AND (length(key) <= 60)))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, edition_id, key, person_id)
  - CREATE INDEX late_redemptions_person ON plaudit.late_redemptions USING btree (organisation_id, person_id)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.letter_links
  organisation_id uuid not null
  token_hash bytea not null
  request_id uuid not null
  made_at timestamp with time zone not null
  - CHECK ((length(token_hash) = 32))
  - FOREIGN KEY (organisation_id, request_id) REFERENCES plaudit.letter_requests(organisation_id, id)
  - PRIMARY KEY (organisation_id, token_hash)
  - CREATE INDEX letter_links_request ON plaudit.letter_links USING btree (organisation_id, request_id)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.letter_requests
  organisation_id uuid not null
  id uuid not null
  entry_id uuid not null
  email text not null
  name text not null
  relation text not null
  message text not null
  answer text not null default ''::text
  confidential boolean not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  reminded_at timestamp with time zone
  written_at timestamp with time zone
  text_hash bytea
  version integer not null default 0
  declined_at timestamp with time zone
  withdrawn_at timestamp with time zone
  - CHECK (((written_at IS NULL) = (text_hash IS NULL)))
  - CHECK ((email = lower(email)))
  - CHECK ((length(answer) <= 5000))
  - CHECK ((length(message) <= 2000))
  - CHECK ((length(name) <= 200))
  - CHECK ((length(relation) <= 200))
  - CHECK ((length(text_hash) = 32))
  - CHECK ((num_nonnulls(written_at, declined_at, withdrawn_at) <= 1))
  - CHECK ((version >= 0))
  - FOREIGN KEY (asked_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX letter_requests_entry ON plaudit.letter_requests USING btree (organisation_id, entry_id, asked_at)
  - CREATE UNIQUE INDEX letter_requests_asked ON plaudit.letter_requests USING btree (organisation_id, entry_id, email) WHERE ((withdrawn_at IS NULL) AND (email <> ''::text))
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.list_choices
  organisation_id uuid not null
  person_id uuid not null
  list text not null
  subject text not null
  items uuid[] not null
  changed_at timestamp with time zone not null
  - CHECK ((cardinality(items) <= 10000))
  - CHECK ((length(subject) <= 100))
  - CHECK ((list ~ '^[a-z]+(-[a-z]+)*$'::text))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (organisation_id, person_id, list, subject)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.list_columns
  organisation_id uuid not null
  person_id uuid not null
  list text not null
  columns text[] not null
  changed_at timestamp with time zone not null
  - CHECK (((cardinality(columns) >= 1) AND (cardinality(columns) <= 40)))
  - CHECK ((list ~ '^[a-z]+(-[a-z]+)*$'::text))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (organisation_id, person_id, list)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.long_jobs
  organisation_id uuid not null
  id uuid not null
  task text not null
  requested_by uuid
  state text not null
  done integer not null default 0
  total integer
  note text
  stop_requested boolean not null default false
  result jsonb
  created_at timestamp with time zone not null
  moved_at timestamp with time zone not null
  - CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'stopped'::text])))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, id)
  - grant insert, select, update to plaudit_app_rights
  - grant insert, select, update to plaudit_jobs_rights

plaudit.mail_batches
  organisation_id uuid not null
  id uuid not null
  programme_id uuid not null
  edition_id uuid not null
  mail text not null
  subject text not null
  body text not null
  state text not null
  prepared_by uuid not null
  prepared_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  - CHECK ((((state = 'held'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL))))
  - CHECK (((length(body) >= 1) AND (length(body) <= 20000)))
  - CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
  - CHECK ((state = ANY (ARRAY['held'::text, 'released'::text, 'discarded'::text])))
  - FOREIGN KEY (decided_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - FOREIGN KEY (prepared_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX mail_batches_edition ON plaudit.mail_batches USING btree (organisation_id, edition_id, prepared_at DESC, id)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.mail_refusals
  organisation_id uuid not null
  person_id uuid not null
  topic text not null
  refused_at timestamp with time zone not null
  - CHECK ((topic = ANY (ARRAY['reminders'::text, 'news'::text])))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, person_id, topic)
  - grant delete, insert, select to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.mail_returns
  organisation_id uuid not null
  address text not null
  hard boolean not null
  returns integer not null
  reason text not null
  outbox_id uuid
  first_at timestamp with time zone not null
  last_at timestamp with time zone not null
  - CHECK (((address = lower(address)) AND (length(address) <= 254)))
  - CHECK ((length(reason) <= 500))
  - CHECK ((returns > 0))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, address)
  - grant delete, insert, select, update to plaudit_jobs_rights
  - grant delete, select to plaudit_app_rights

plaudit.mail_senders
  organisation_id uuid not null
  programme_id uuid not null
  name text not null
  address text
  reply_to text
  version integer not null default 1
  changed_by uuid not null
  changed_at timestamp with time zone not null
  - CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  - CHECK ((length(address) <= 254))
  - CHECK ((length(reply_to) <= 254))
  - FOREIGN KEY (changed_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - PRIMARY KEY (organisation_id, programme_id)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.mail_texts
  organisation_id uuid not null
  edition_id uuid not null
  mail text not null
  subject text
  body text
  version integer not null default 1
  changed_by uuid not null
  changed_at timestamp with time zone not null
  - CHECK (((length(body) >= 1) AND (length(body) <= 20000)))
  - CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
  - CHECK (((subject IS NULL) = (body IS NULL)))
  - FOREIGN KEY (changed_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, edition_id, mail)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.memberships
  organisation_id uuid not null
  person_id uuid not null
  role text not null
  granted_at timestamp with time zone not null
  - CHECK ((role = 'administrator'::text))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, person_id, role)
  - grant delete, insert, select to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.nominations
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  category_id uuid not null
  nominee_id uuid
  relation text not null
  nominee_kind text not null
  nominee_name text not null
  nominee_company text not null
  nominee_email text not null
  reason text not null
  evidence text not null
  evidence_address text not null
  nominator_name text not null
  nominator_email text not null
  nominator_box text not null
  named boolean not null
  hidden boolean not null
  code_hash bytea
  tries integer not null default 0
  made_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  - CHECK (((confirmed_at IS NULL) = (nominee_id IS NULL)))
  - CHECK ((length(evidence) <= 2000))
  - CHECK ((length(evidence_address) <= 500))
  - CHECK ((length(nominator_box) <= 254))
  - CHECK ((length(nominator_email) <= 254))
  - CHECK ((length(nominator_name) <= 200))
  - CHECK ((length(nominee_company) <= 200))
  - CHECK ((length(nominee_email) <= 254))
  - CHECK ((length(nominee_name) <= 200))
  - CHECK ((length(reason) <= 4000))
  - CHECK ((nominee_kind = ANY (ARRAY['person'::text, 'team'::text, 'organisation'::text, 'technology'::text])))
  - CHECK ((relation = ANY (ARRAY['self'::text, 'peer'::text, 'customer'::text])))
  - CHECK ((tries >= 0))
  - FOREIGN KEY (organisation_id, category_id) REFERENCES plaudit.categories(organisation_id, id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, nominee_id) REFERENCES plaudit.nominees(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX nominations_by ON plaudit.nominations USING btree (organisation_id, edition_id, nominator_box)
  - CREATE INDEX nominations_nominator ON plaudit.nominations USING btree (organisation_id, nominator_email)
  - CREATE INDEX nominations_nominee_email ON plaudit.nominations USING btree (organisation_id, nominee_email) WHERE (nominee_email <> ''::text)
  - CREATE INDEX nominations_of_nominee ON plaudit.nominations USING btree (organisation_id, nominee_id) WHERE (nominee_id IS NOT NULL)
  - CREATE INDEX nominations_waiting ON plaudit.nominations USING btree (organisation_id, made_at) WHERE (confirmed_at IS NULL)
  - policy nominations_opened using (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('nominations'::text))) with check (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('nominations'::text)))
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select, update to plaudit_jobs_rights
  - force row level security

plaudit.nominees
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  category_id uuid not null
  kind text not null
  name text not null
  works_for text not null
  email text not null
  mailbox text not null
  state text not null
  answer text not null default ''::text
  by_self integer not null default 0
  by_peers integer not null default 0
  by_customers integer not null default 0
  nominated_at timestamp with time zone not null
  told_at timestamp with time zone
  answered_at timestamp with time zone
  link_hash bytea
  entry_id uuid
  joined_to uuid
  version integer not null default 1
  mailed_to text not null default ''::text
  mailed_at timestamp with time zone
  corrections integer not null default 0
  - CHECK (((answered_at IS NULL) = (state = ANY (ARRAY['proposed'::text, 'told'::text]))))
  - CHECK (((joined_to IS NULL) OR ((state = 'proposed'::text) AND (joined_to <> id))))
  - CHECK ((by_customers >= 0))
  - CHECK ((by_peers >= 0))
  - CHECK ((by_self >= 0))
  - CHECK ((corrections >= 0))
  - CHECK ((kind = ANY (ARRAY['person'::text, 'team'::text, 'organisation'::text, 'technology'::text])))
  - CHECK ((length(answer) <= 1000))
  - CHECK ((length(email) <= 254))
  - CHECK ((length(mailbox) <= 254))
  - CHECK ((length(mailed_to) <= 254))
  - CHECK ((length(name) <= 200))
  - CHECK ((length(works_for) <= 200))
  - CHECK ((state = ANY (ARRAY['proposed'::text, 'told'::text, 'accepted'::text, 'declined'::text])))
  - CHECK ((version > 0))
  - FOREIGN KEY (organisation_id, category_id) REFERENCES plaudit.categories(organisation_id, id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (organisation_id, joined_to) REFERENCES plaudit.nominees(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX nominees_email ON plaudit.nominees USING btree (organisation_id, email) WHERE (email <> ''::text)
  - CREATE INDEX nominees_joined ON plaudit.nominees USING btree (organisation_id, joined_to) WHERE (joined_to IS NOT NULL)
  - CREATE INDEX nominees_mailbox ON plaudit.nominees USING btree (organisation_id, edition_id, mailbox) WHERE (mailbox <> ''::text)
  - CREATE INDEX nominees_newest ON plaudit.nominees USING btree (organisation_id, edition_id, nominated_at DESC, id DESC)
  - CREATE UNIQUE INDEX nominees_entry ON plaudit.nominees USING btree (organisation_id, entry_id) WHERE (entry_id IS NOT NULL)
  - CREATE UNIQUE INDEX nominees_link ON plaudit.nominees USING btree (organisation_id, link_hash) WHERE (link_hash IS NOT NULL)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select, update to plaudit_jobs_rights

plaudit.outage_graces
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone not null
  until timestamp with time zone not null
  reason text not null
  log text not null default ''::text
  people integer not null
  given_by uuid not null
  given_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  - CHECK (((from_at < to_at) AND ((ended_at IS NULL) = (ended_by IS NULL))))
  - CHECK ((length(log) <= 20000))
  - CHECK ((length(reason) <= 2000))
  - CHECK ((people > 0))
  - FOREIGN KEY (ended_by) REFERENCES directory.people(id)
  - FOREIGN KEY (given_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX outage_graces_edition ON plaudit.outage_graces USING btree (organisation_id, edition_id, given_at)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.outbox
  organisation_id uuid not null
  id uuid not null
  person_id uuid
  recipient text not null
  mail text not null
  data jsonb not null
  message_id text not null
  state text not null
  attempts integer not null default 0
  last_error text
  created_at timestamp with time zone not null
  settled_at timestamp with time zone
  programme_id uuid
  edition_id uuid
  batch_id uuid
  subject text
  held_for text
  attempted_at timestamp with time zone
  next_at timestamp with time zone
  doubts integer not null default 0
  - CHECK (((state = 'held'::text) = (held_for IS NOT NULL)))
  - CHECK ((doubts >= 0))
  - CHECK ((held_for = ANY (ARRAY['restore'::text, 'batch'::text, 'address'::text])))
  - CHECK ((length(subject) <= 300))
  - CHECK ((state = ANY (ARRAY['queued'::text, 'held'::text, 'sent'::text, 'kept'::text, 'refused'::text, 'failed'::text, 'bounced'::text, 'withheld'::text])))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX outbox_attempted ON plaudit.outbox USING btree (organisation_id, attempted_at) WHERE (attempted_at IS NOT NULL)
  - CREATE INDEX outbox_batch ON plaudit.outbox USING btree (organisation_id, batch_id) WHERE (batch_id IS NOT NULL)
  - CREATE INDEX outbox_programme ON plaudit.outbox USING btree (organisation_id, programme_id, created_at DESC, id DESC) WHERE (programme_id IS NOT NULL)
  - CREATE INDEX outbox_recent ON plaudit.outbox USING btree (organisation_id, created_at DESC, id DESC)
  - CREATE INDEX outbox_recipient ON plaudit.outbox USING btree (organisation_id, lower(recipient))
  - grant delete, insert, select, update to plaudit_jobs_rights
  - grant insert, select to plaudit_app_rights

plaudit.past_wins
  organisation_id uuid not null
  id uuid not null
  programme_id uuid not null
  import_id uuid not null
  line integer not null
  year text not null
  first_year integer not null
  last_year integer not null
  category text not null
  category_code text
  nominee text not null
  organisation text not null
  title text not null
  shared boolean not null
  search text not null
  - CHECK (((first_year >= 1800) AND (first_year <= 2200)))
  - CHECK (((last_year >= first_year) AND (last_year <= (first_year + 1))))
  - CHECK (((length(category) >= 1) AND (length(category) <= 300)))
  - CHECK (((length(category_code) >= 1) AND (length(category_code) <= 60)))
  - CHECK (((length(nominee) >= 1) AND (length(nominee) <= 300)))
  - CHECK (((length(year) >= 1) AND (length(year) <= 40)))
  - CHECK ((length(organisation) <= 300))
  - CHECK ((length(title) <= 200))
  - CHECK ((line > 0))
  - FOREIGN KEY (organisation_id, import_id) REFERENCES plaudit.winner_imports(organisation_id, id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX past_wins_import ON plaudit.past_wins USING btree (organisation_id, import_id)
  - CREATE INDEX past_wins_programme ON plaudit.past_wins USING btree (organisation_id, programme_id, first_year DESC, last_year DESC, category, id)
  - grant delete, insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.privacy_holds
  organisation_id uuid not null
  id uuid not null
  subject_kind text not null
  subject_id uuid not null
  reason text not null
  placed_by uuid not null
  placed_at timestamp with time zone not null
  lifted_by uuid
  lifted_at timestamp with time zone
  - CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
  - CHECK (((lifted_at IS NULL) = (lifted_by IS NULL)))
  - CHECK ((subject_kind = ANY (ARRAY['person'::text, 'programme'::text])))
  - FOREIGN KEY (lifted_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (placed_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE UNIQUE INDEX privacy_holds_standing ON plaudit.privacy_holds USING btree (organisation_id, subject_id) WHERE (lifted_at IS NULL)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.privacy_requests
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  kind text not null
  state text not null
  asked_by uuid
  reason text not null default ''::text
  refusal text
  created_at timestamp with time zone not null
  due_at timestamp with time zone not null
  settled_at timestamp with time zone
  sha256 bytea
  bytes bigint
  - CHECK (((settled_at IS NULL) = (state = ANY (ARRAY['waiting'::text, 'ready'::text]))))
  - CHECK (((sha256 IS NOT NULL) = ((kind = 'export'::text) AND (state = 'ready'::text))))
  - CHECK ((kind = ANY (ARRAY['export'::text, 'erasure'::text])))
  - CHECK ((length(reason) <= 500))
  - CHECK ((length(sha256) = 32))
  - CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'done'::text, 'withdrawn'::text, 'refused'::text, 'expired'::text])))
  - FOREIGN KEY (asked_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX privacy_requests_due ON plaudit.privacy_requests USING btree (organisation_id, due_at) WHERE (settled_at IS NULL)
  - CREATE INDEX privacy_requests_newest ON plaudit.privacy_requests USING btree (organisation_id, created_at DESC, id DESC)
  - CREATE UNIQUE INDEX privacy_requests_open ON plaudit.privacy_requests USING btree (organisation_id, person_id, kind) WHERE (settled_at IS NULL)
  - grant insert, select, update to plaudit_app_rights
  - grant insert, select, update to plaudit_jobs_rights

plaudit.programme_roles
  organisation_id uuid not null
  programme_id uuid not null
  person_id uuid not null
  role text not null
  granted_at timestamp with time zone not null
  - CHECK ((role = ANY (ARRAY['manager'::text, 'judge'::text, 'auditor'::text, 'screener'::text])))
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, programme_id, person_id, role)
  - CREATE INDEX programme_roles_person ON plaudit.programme_roles USING btree (organisation_id, person_id)
  - grant delete, insert, select to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.programmes
  organisation_id uuid not null
  id uuid not null
  slug text not null
  name text not null
  strapline text not null
  summary text not null
  time_zone text not null
  created_at timestamp with time zone not null
  version integer not null default 1
  factor_roles text[] not null default '{}'::text[]
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK ((factor_roles <@ ARRAY['manager'::text, 'judge'::text, 'auditor'::text, 'chapter-manager'::text, 'screener'::text]))
  - CHECK ((length(strapline) <= 200))
  - CHECK ((length(summary) <= 2000))
  - CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, slug)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.remarks
  organisation_id uuid not null
  id uuid not null
  programme_id uuid not null
  person_id uuid not null
  kind text not null
  state text not null
  body text not null
  answer text not null default ''::text
  made_at timestamp with time zone not null
  decided_at timestamp with time zone
  decided_by uuid
  version integer not null default 1
  - CHECK ((((decided_at IS NULL) = (state = 'waiting'::text)) AND ((decided_by IS NULL) OR (decided_at IS NOT NULL))))
  - CHECK (((length(body) >= 1) AND (length(body) <= 2000)))
  - CHECK ((kind = ANY (ARRAY['question'::text, 'comment'::text])))
  - CHECK ((length(answer) <= 4000))
  - CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'declined'::text])))
  - CHECK ((version > 0))
  - FOREIGN KEY (decided_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX remarks_newest ON plaudit.remarks USING btree (organisation_id, programme_id, state, made_at DESC, id DESC)
  - CREATE INDEX remarks_person ON plaudit.remarks USING btree (organisation_id, person_id, made_at DESC)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select, update to plaudit_jobs_rights

plaudit.reminder_plans
  organisation_id uuid not null
  edition_id uuid not null
  days integer[] not null
  version integer not null default 1
  changed_by uuid not null
  changed_at timestamp with time zone not null
  - CHECK (((cardinality(days) <= 5) AND (0 < ALL (days)) AND (60 >= ALL (days))))
  - FOREIGN KEY (changed_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, edition_id)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.retention_rules
  organisation_id uuid not null
  scope_id uuid not null
  timer text not null
  days integer not null
  automatic boolean not null
  changed_at timestamp with time zone not null
  - CHECK (((days >= 1) AND (days <= 36500)))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, scope_id, timer)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.saved_views
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  list text not null
  subject text not null
  name text not null
  query text not null
  shared boolean not null
  created_at timestamp with time zone not null
  removed_at timestamp with time zone
  version integer not null default 1
  - CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  - CHECK ((length(query) <= 2000))
  - CHECK ((length(subject) <= 100))
  - CHECK ((list ~ '^[a-z]+(-[a-z]+)*$'::text))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id) ON DELETE CASCADE
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX saved_views_list ON plaudit.saved_views USING btree (organisation_id, list, subject, name) WHERE (removed_at IS NULL)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.screening_decisions
  organisation_id uuid not null
  id uuid not null
  entry_id uuid not null
  verdict text not null
  reason text not null default ''::text
  decided_by uuid not null
  decided_at timestamp with time zone not null
  until timestamp with time zone
  - CHECK ((length(reason) <= 2000))
  - CHECK ((verdict = ANY (ARRAY['accepted'::text, 'returned'::text, 'reopened'::text, 'mending-moved'::text, 'return-undone'::text])))
  - FOREIGN KEY (decided_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX screening_decisions_entry ON plaudit.screening_decisions USING btree (organisation_id, entry_id, decided_at)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.screening_settings
  organisation_id uuid not null
  edition_id uuid not null
  second_look boolean not null
  reasons text[] not null
  - CHECK (((cardinality(reasons) >= 1) AND (cardinality(reasons) <= 20)))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, edition_id)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.screening_verdicts
  organisation_id uuid not null
  id uuid not null
  entry_id uuid not null
  why text not null
  words text not null
  duplicate_of uuid
  decided_by uuid not null
  decided_at timestamp with time zone not null
  looked_by uuid
  looked_at timestamp with time zone
  agrees boolean
  remark text not null default ''::text
  sent_by uuid
  sent_at timestamp with time zone
  undone_by uuid
  undone_at timestamp with time zone
  - CHECK ((((looked_by IS NULL) = (agrees IS NULL)) AND ((looked_by IS NULL) = (looked_at IS NULL))))
  - CHECK (((length(why) >= 1) AND (length(why) <= 200)))
  - CHECK ((duplicate_of <> entry_id))
  - CHECK ((length(remark) <= 1500))
  - CHECK ((length(words) <= 1500))
  - CHECK ((looked_by <> decided_by))
  - FOREIGN KEY (decided_by) REFERENCES directory.people(id)
  - FOREIGN KEY (looked_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, duplicate_of) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - FOREIGN KEY (sent_by) REFERENCES directory.people(id)
  - FOREIGN KEY (undone_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE UNIQUE INDEX screening_verdicts_standing ON plaudit.screening_verdicts USING btree (organisation_id, entry_id) WHERE (undone_at IS NULL)
  - policy verdicts_opened using (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text))) with check (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text)))
  - grant insert, select, update to plaudit_app_rights
  - grant select, update to plaudit_jobs_rights
  - force row level security

plaudit.stand_ins
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  by_id uuid not null
  session_id uuid not null
  reason text not null
  began_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  ended_at timestamp with time zone
  - CHECK (((ended_at IS NULL) OR (ended_at >= began_at)))
  - CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
  - CHECK ((person_id <> by_id))
  - FOREIGN KEY (by_id) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX stand_ins_person ON plaudit.stand_ins USING btree (organisation_id, person_id, began_at DESC)
  - CREATE UNIQUE INDEX stand_ins_open ON plaudit.stand_ins USING btree (organisation_id, session_id) WHERE (ended_at IS NULL)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.tallies
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  ballots integer not null
  ballots_hash bytea not null
  result jsonb not null
  result_hash bytea not null
  computed_by uuid not null
  computed_at timestamp with time zone not null
  - CHECK ((length(ballots_hash) = 32))
  - CHECK ((length(result_hash) = 32))
  - FOREIGN KEY (computed_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX tallies_edition ON plaudit.tallies USING btree (organisation_id, edition_id, computed_at DESC)
  - policy tallies_opened using (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text))) with check (((organisation_id = plaudit.current_organisation()) AND plaudit.scope_open('decisions'::text)))
  - grant insert, select to plaudit_app_rights
  - force row level security

plaudit.terms
  organisation_id uuid not null
  kind text not null
  version integer not null
  body text not null
  published_at timestamp with time zone not null
  replaced_at timestamp with time zone
  - CHECK (((length(body) >= 1) AND (length(body) <= 100000)))
  - CHECK ((kind = ANY (ARRAY['terms'::text, 'privacy'::text])))
  - CHECK ((version > 0))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - PRIMARY KEY (organisation_id, kind, version)
  - CREATE UNIQUE INDEX terms_current ON plaudit.terms USING btree (organisation_id, kind) WHERE (replaced_at IS NULL)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.thread_messages
  organisation_id uuid not null
  entry_id uuid not null
  number integer not null
  side text not null
  person_id uuid not null
  text text not null
  at timestamp with time zone not null
  - CHECK ((length(text) <= 4000))
  - CHECK ((number > 0))
  - CHECK ((side = ANY (ARRAY['entrant'::text, 'organiser'::text])))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entry_threads(organisation_id, entry_id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, entry_id, number)
  - CREATE INDEX thread_messages_person ON plaudit.thread_messages USING btree (organisation_id, person_id, at)
  - grant insert, select to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.thread_reads
  organisation_id uuid not null
  entry_id uuid not null
  person_id uuid not null
  through integer not null
  - CHECK ((through > 0))
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entry_threads(organisation_id, entry_id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, entry_id, person_id)
  - CREATE INDEX thread_reads_person ON plaudit.thread_reads USING btree (organisation_id, person_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.uploads
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  subject_kind text not null
  subject_id uuid not null
  name text not null
  bytes bigint not null
  started_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  kept jsonb
  - CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  - CHECK ((bytes > 0))
  - CHECK ((length(subject_kind) <= 40))
  - FOREIGN KEY (organisation_id) REFERENCES directory.organisations(id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX uploads_expiry ON plaudit.uploads USING btree (organisation_id, expires_at)
  - CREATE INDEX uploads_sender ON plaudit.uploads USING btree (organisation_id, person_id, subject_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

plaudit.webhook_deliveries
  organisation_id uuid not null
  webhook_id uuid not null
  event_id uuid not null
  number integer not null
  kind text not null
  subject_kind text not null
  subject_id uuid not null
  event_at timestamp with time zone not null
  state text not null
  tries integer not null default 0
  due_at timestamp with time zone
  attempts jsonb not null default '[]'::jsonb
  created_at timestamp with time zone not null
  settled_at timestamp with time zone
  - CHECK ((((state = 'waiting'::text) = (due_at IS NOT NULL)) AND ((state = 'waiting'::text) = (settled_at IS NULL))))
  - CHECK ((number > 0))
  - CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
  - FOREIGN KEY (organisation_id, event_id) REFERENCES plaudit.audit_events(organisation_id, id)
  - FOREIGN KEY (organisation_id, webhook_id) REFERENCES plaudit.webhooks(organisation_id, id) ON DELETE CASCADE
  - PRIMARY KEY (organisation_id, webhook_id, event_id)
  - UNIQUE (organisation_id, webhook_id, number)
  - CREATE INDEX webhook_deliveries_due ON plaudit.webhook_deliveries USING btree (organisation_id, webhook_id, due_at) WHERE (state = 'waiting'::text)
  - CREATE INDEX webhook_deliveries_event ON plaudit.webhook_deliveries USING btree (organisation_id, event_id)
  - grant delete, insert, select, update to plaudit_jobs_rights
  - grant delete, select, update to plaudit_app_rights

plaudit.webhooks
  organisation_id uuid not null
  id uuid not null
  programme_id uuid not null
  address text not null
  note text not null default ''::text
  kinds text[] not null
  state text not null
  sealed_secret bytea not null
  sealed_old_secret bytea
  old_secret_until timestamp with time zone
  shown_until timestamp with time zone
  version integer not null default 1
  position integer not null
  told integer not null default 0
  failing_since timestamp with time zone
  working_until timestamp with time zone
  created_by uuid not null
  created_at timestamp with time zone not null
  - CHECK (((length(address) >= 8) AND (length(address) <= 1000)))
  - CHECK (((sealed_old_secret IS NULL) = (old_secret_until IS NULL)))
  - CHECK ((cardinality(kinds) > 0))
  - CHECK ((length(note) <= 200))
  - CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'failed'::text])))
  - FOREIGN KEY (created_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX webhooks_programme ON plaudit.webhooks USING btree (organisation_id, programme_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant select, update to plaudit_jobs_rights

plaudit.winner_imports
  organisation_id uuid not null
  id uuid not null
  programme_id uuid not null
  state text not null
  file text not null
  format text not null
  several text not null
  separator text not null
  content text not null
  added integer not null default 0
  proposed_by uuid
  proposed_at timestamp with time zone not null
  decided_at timestamp with time zone
  - CHECK ((((decided_at IS NULL) = (state = 'proposed'::text)) AND ((state = 'proposed'::text) OR (content = ''::text))))
  - CHECK (((length(file) >= 1) AND (length(file) <= 200)))
  - CHECK ((added >= 0))
  - CHECK ((format = ANY (ARRAY['csv'::text, 'json'::text])))
  - CHECK ((length(content) <= 4000000))
  - CHECK ((length(separator) <= 5))
  - CHECK ((several = ANY (ARRAY['each'::text, 'joint'::text])))
  - CHECK ((state = ANY (ARRAY['proposed'::text, 'applied'::text, 'withdrawn'::text])))
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - FOREIGN KEY (proposed_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX winner_imports_programme ON plaudit.winner_imports USING btree (organisation_id, programme_id, proposed_at DESC, id)
  - grant insert, select, update to plaudit_app_rights
  - grant select to plaudit_jobs_rights

plaudit.writer_invitations
  organisation_id uuid not null
  id uuid not null
  entry_id uuid not null
  email text not null
  name text not null
  rights text not null
  token_hash bytea not null
  invited_by uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  accepted_at timestamp with time zone
  accepted_by uuid
  withdrawn_at timestamp with time zone
  - CHECK (((accepted_at IS NULL) = (accepted_by IS NULL)))
  - CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL)))
  - CHECK ((email = lower(email)))
  - CHECK ((length(token_hash) = 32))
  - CHECK ((rights = ANY (ARRAY['view'::text, 'edit'::text, 'submit'::text, 'owner'::text])))
  - FOREIGN KEY (accepted_by) REFERENCES directory.people(id)
  - FOREIGN KEY (invited_by) REFERENCES directory.people(id)
  - FOREIGN KEY (organisation_id, entry_id) REFERENCES plaudit.entries(organisation_id, id)
  - PRIMARY KEY (organisation_id, id)
  - UNIQUE (organisation_id, token_hash)
  - CREATE INDEX writer_invitations_entry ON plaudit.writer_invitations USING btree (organisation_id, entry_id, created_at)
  - CREATE UNIQUE INDEX writer_invitations_open ON plaudit.writer_invitations USING btree (organisation_id, entry_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL))
  - CREATE UNIQUE INDEX writer_invitations_owner ON plaudit.writer_invitations USING btree (organisation_id, entry_id) WHERE ((rights = 'owner'::text) AND (accepted_at IS NULL) AND (withdrawn_at IS NULL))
  - grant insert, select, update to plaudit_app_rights
  - grant select, update to plaudit_jobs_rights

plaudit.writer_reminders
  organisation_id uuid not null
  id uuid not null
  edition_id uuid not null
  person_id uuid not null
  days integer
  closes_at timestamp with time zone not null
  reminded_at timestamp with time zone not null
  reminded_by uuid
  - CHECK (((days IS NULL) = (reminded_by IS NOT NULL)))
  - FOREIGN KEY (organisation_id, edition_id) REFERENCES plaudit.editions(organisation_id, id)
  - FOREIGN KEY (person_id) REFERENCES directory.people(id)
  - FOREIGN KEY (reminded_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, id)
  - CREATE INDEX writer_reminders_edition ON plaudit.writer_reminders USING btree (organisation_id, edition_id, reminded_at)
  - CREATE UNIQUE INDEX writer_reminders_once ON plaudit.writer_reminders USING btree (organisation_id, edition_id, person_id, days, closes_at) WHERE (days IS NOT NULL)
  - grant insert, select to plaudit_app_rights
  - grant insert, select to plaudit_jobs_rights

plaudit.written_companies
  organisation_id uuid not null
  programme_id uuid not null
  written text not null
  company_id uuid
  said_by uuid not null
  said_at timestamp with time zone not null
  - CHECK (((length(written) >= 1) AND (length(written) <= 300)))
  - FOREIGN KEY (organisation_id, company_id) REFERENCES plaudit.companies(organisation_id, id)
  - FOREIGN KEY (organisation_id, programme_id) REFERENCES plaudit.programmes(organisation_id, id)
  - FOREIGN KEY (said_by) REFERENCES directory.people(id)
  - PRIMARY KEY (organisation_id, programme_id, written)
  - CREATE INDEX written_companies_company ON plaudit.written_companies USING btree (organisation_id, company_id)
  - grant delete, insert, select, update to plaudit_app_rights
  - grant delete, select to plaudit_jobs_rights

CREATE OR REPLACE FUNCTION plaudit.current_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('plaudit.organisation', true), '')::uuid $function$

CREATE OR REPLACE FUNCTION plaudit.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('plaudit.person', true), '')::uuid $function$

CREATE OR REPLACE FUNCTION plaudit.edition_is_public(state text, publish_at timestamp with time zone, ready_version integer, version integer, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((state = 'published'::text) OR COALESCE(((publish_at <= at) AND (ready_version = version)), false))

CREATE OR REPLACE FUNCTION plaudit.enqueue(task text, payload json, job_key text, run_at timestamp with time zone, max_attempts integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ begin
    perform graphile_worker.add_job(identifier => task, payload => payload, job_key => job_key,
      run_at => run_at, max_attempts => max_attempts);
  end $function$

CREATE OR REPLACE FUNCTION plaudit.erase_audit_bodies(organisation uuid, person uuid, reason text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ declare erased integer; begin
    if length(coalesce(reason, '')) < 3 then raise exception 'a reason is needed'; end if;
    update plaudit.audit_bodies set salt = null, body = null, person_id = null,
        erased_at = plaudit.plaudit_now(), erased_reason = reason
      where organisation_id = organisation and person_id = person and body is not null;
    get diagnostics erased = row_count;
    return erased;
  end $function$

CREATE OR REPLACE FUNCTION plaudit.erase_bodies_naming(organisation uuid, needles text[], reason text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ declare erased integer; begin
    if length(coalesce(reason, '')) < 3 then raise exception 'a reason is needed'; end if;
    update plaudit.audit_bodies b set salt = null, body = null, person_id = null,
        erased_at = plaudit.plaudit_now(), erased_reason = reason
      where b.organisation_id = organisation and b.body is not null
        and exists (select from unnest(needles) needle where length(needle) > 2 and strpos(b.body, needle) > 0);
    get diagnostics erased = row_count;
    return erased;
  end $function$

CREATE OR REPLACE FUNCTION plaudit.forget_in_queue(organisation uuid, needles text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ declare gone integer; begin
    select count(*) into gone from graphile_worker.complete_jobs(array(
      select j.id from graphile_worker._private_jobs j
       where j.payload ->> 'organisation' = organisation::text and j.locked_at is null
         and exists (select from unnest(needles) needle where length(needle) > 2
           and (strpos(j.payload::text, needle) > 0 or strpos(coalesce(j.last_error, ''), needle) > 0))));
    return gone;
  end $function$

CREATE OR REPLACE FUNCTION plaudit.plaudit_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select statement_timestamp() $function$

CREATE OR REPLACE FUNCTION plaudit.queue_state(organisation uuid)
 RETURNS TABLE(waiting integer, running integer, failed integer, oldest_seconds double precision)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ begin return query select count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= plaudit.plaudit_now())::integer,
      count(*) filter (where locked_at is not null)::integer,
      count(*) filter (where last_error is not null or (locked_at is null and attempts >= max_attempts))::integer,
      coalesce(extract(epoch from plaudit.plaudit_now() - min(run_at)
        filter (where locked_at is null and attempts = 0 and run_at <= plaudit.plaudit_now())), 0)::double precision
    from graphile_worker._private_jobs where organisation is null or payload ->> 'organisation' = organisation::text;
  end $function$

CREATE OR REPLACE FUNCTION plaudit.rerun_job(organisation uuid, job bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ begin
    perform from graphile_worker._private_jobs j
      where j.id = job and j.payload ->> 'organisation' = organisation::text and j.locked_at is null
        and (j.last_error is not null or j.attempts >= j.max_attempts);
    if not found then return false; end if;
    perform graphile_worker.reschedule_jobs(array[job], run_at => plaudit.plaudit_now(), attempts => 0);
    return true;
  end $function$

CREATE OR REPLACE FUNCTION plaudit.scope_open(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select wanted = any (string_to_array(coalesce(current_setting('plaudit.scopes', true), ''), ' ')) $function$

CREATE OR REPLACE FUNCTION plaudit.tally_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'plaudit', 'pg_temp'
AS $function$
begin
  if tg_op <> 'INSERT' and old.next_of is null then
    insert into plaudit.entry_tallies (organisation_id, edition_id, category_id, chapter, state, change)
    values (old.organisation_id, old.edition_id, old.category_id, old.chapter, old.state, -1);
  end if;
  if tg_op <> 'DELETE' and new.next_of is null then
    insert into plaudit.entry_tallies (organisation_id, edition_id, category_id, chapter, state, change)
    values (new.organisation_id, new.edition_id, new.category_id, new.chapter, new.state, 1);
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION plaudit.troubled_jobs(organisation uuid)
 RETURNS TABLE(id bigint, task text, attempts integer, max_attempts integer, last_error text, run_at timestamp with time zone, created_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ begin
    return query select j.id::bigint, t.identifier, j.attempts::integer, j.max_attempts::integer, j.last_error, j.run_at, j.created_at
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload ->> 'organisation' = organisation::text
        and (j.last_error is not null or (j.locked_at is null and j.attempts >= j.max_attempts))
      order by j.created_at desc limit 200;
  end $function$
