/** Made by tools/schema.ts from the catalogue; never edited. */
import type { ColumnType, Generated } from 'kysely';
import type {
  BallotId,
  CategoryId,
  CompanyId,
  ContactId,
  CriterionId,
  EditionId,
  EntryId,
  OrganisationId,
  PersonId,
  ProgrammeId,
} from '../ids.ts';

type Json = ColumnType<unknown, string, string>;

export interface Schema {
  'directory.answered_challenges': {
    challenge_hash: Buffer;
    expires_at: Date;
  };
  'directory.backups': {
    id: string;
    taken_at: Date;
    ended_at: Date;
    state: string;
    file: Generated<string>;
    bytes: Generated<string>;
    note: Generated<string>;
  };
  'directory.factors': {
    id: string;
    person_id: PersonId;
    kind: string;
    name: string;
    created_at: Date;
    confirmed_at: Date | null;
    used_at: Date | null;
    sealed_secret: Buffer | null;
    last_step: string | null;
    credential_id: Buffer | null;
    public_key: Buffer | null;
    counter: string | null;
    transports: Generated<string>;
  };
  'directory.fresh_recovery_codes': {
    person_id: PersonId;
    sealed_codes: Buffer;
    expires_at: Date;
  };
  'directory.identities': {
    issuer: string;
    subject: string;
    id: string;
    person_id: PersonId;
    provider: string;
    label: string;
    created_at: Date;
    used_at: Date | null;
  };
  'directory.links': {
    token_hash: Buffer;
    purpose: string;
    email: string | null;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    person_id: PersonId | null;
  };
  'directory.organisations': {
    id: OrganisationId;
    slug: string;
    name: string;
    host: string | null;
    created_at: Date;
    administrators_need_factor: Generated<boolean>;
    everybody_needs_factor: Generated<boolean>;
  };
  'directory.other_addresses': {
    email: string;
    person_id: PersonId;
    added_at: Date;
  };
  'directory.people': {
    id: PersonId;
    email: string | null;
    name: string;
    password_hash: string | null;
    language: Generated<string>;
    created_at: Date;
    erased_at: Date | null;
    version: Generated<number>;
    time_zone: string | null;
    same_as: PersonId | null;
    merged_at: Date | null;
  };
  'directory.provider_visits': {
    state_hash: Buffer;
    browser_hash: Buffer;
    provider: string;
    person_id: PersonId | null;
    onward: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  'directory.pulses': {
    process: string;
    pulse_at: Date;
    counters: Generated<Json>;
  };
  'directory.recovery_codes': {
    code_hash: Buffer;
    person_id: PersonId;
    created_at: Date;
    used_at: Date | null;
  };
  'directory.sessions': {
    token_hash: Buffer;
    id: string;
    person_id: PersonId;
    created_at: Date;
    expires_at: Date;
    seen_at: Date;
    proved_at: Date;
    browser: Generated<string>;
    system: Generated<string>;
    strong: Generated<boolean>;
    waiting: Generated<boolean>;
  };
  'directory.sign_in_failures': {
    bucket_hash: Buffer;
    failures: number;
    first_at: Date;
  };
  'directory.worker_pools': {
    id: string;
    started_at: Date;
    pulse_at: Date;
    progress_at: Date;
  };
  acceptances: {
    organisation_id: OrganisationId;
    person_id: PersonId;
    kind: string;
    version: number;
    accepted_at: Date;
  };
  api_key_programmes: {
    organisation_id: OrganisationId;
    key_id: string;
    programme_id: ProgrammeId;
  };
  api_keys: {
    organisation_id: OrganisationId;
    id: string;
    person_id: PersonId;
    name: string;
    prefix: string;
    secret_hash: Buffer;
    sealed_secret: Buffer | null;
    shown_until: Date | null;
    scopes: string[];
    every_programme: boolean;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    revoked_at: Date | null;
  };
  assignments: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    judge_id: PersonId;
    edition_id: EditionId;
    assigned_at: Date;
  };
  audit_bodies: {
    organisation_id: OrganisationId;
    event_id: string;
    person_id: PersonId | null;
    salt: Buffer | null;
    body: string | null;
    erased_at: Date | null;
    erased_reason: string | null;
  };
  audit_chains: {
    organisation_id: OrganisationId;
    id: string;
    sealed_to: Generated<string>;
    length: Generated<number>;
    head: Buffer;
    sealed_at: Date | null;
  };
  audit_events: {
    organisation_id: OrganisationId;
    id: string;
    chain_id: string;
    transaction_id: Generated<string>;
    kind: string;
    subject_kind: string;
    subject_id: string;
    at: Date;
    event: string;
  };
  audit_seals: {
    organisation_id: OrganisationId;
    chain_id: string;
    seq: number;
    event_id: string;
    seal: Buffer;
    sealed_at: Date;
  };
  ballot_comments: {
    organisation_id: OrganisationId;
    ballot_id: BallotId;
    criterion_id: CriterionId;
    comment: string;
  };
  ballot_marks: {
    organisation_id: OrganisationId;
    ballot_id: BallotId;
    criterion_id: CriterionId;
    mark: number | null;
  };
  ballots: {
    organisation_id: OrganisationId;
    id: BallotId;
    edition_id: EditionId;
    entry_id: EntryId;
    judge_id: PersonId;
    state: string;
    comment: Generated<string>;
    saved_at: Date;
    submitted_at: Date | null;
    version: Generated<number>;
  };
  categories: {
    organisation_id: OrganisationId;
    id: CategoryId;
    edition_id: EditionId;
    code: string;
    name: string;
    description: string;
    position: number;
    entries_numbered: Generated<number>;
    retired: Generated<boolean>;
    scorecard: Generated<string>;
    places_freed: Generated<number>;
  };
  chapter_roles: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    chapter: string;
    person_id: PersonId;
    granted_at: Date;
  };
  companies: {
    organisation_id: OrganisationId;
    id: CompanyId;
    name: string;
    search: string;
    country: string | null;
    parent_id: CompanyId | null;
    merged_into: CompanyId | null;
    note: Generated<string>;
    created_at: Date;
    changed_at: Date;
    version: Generated<number>;
  };
  company_domains: {
    organisation_id: OrganisationId;
    company_id: CompanyId;
    domain: string;
    added_at: Date;
  };
  company_keys: {
    organisation_id: OrganisationId;
    key: string;
    company_id: CompanyId;
  };
  company_merges: {
    organisation_id: OrganisationId;
    id: string;
    kept_id: CompanyId;
    merged_id: CompanyId;
    moved: Json;
    merged_by: PersonId;
    merged_at: Date;
    undone_by: PersonId | null;
    undone_at: Date | null;
  };
  company_names: {
    organisation_id: OrganisationId;
    id: string;
    company_id: CompanyId;
    name: string;
    search: string;
    kind: string;
    added_at: Date;
  };
  company_pairs: {
    organisation_id: OrganisationId;
    first_id: CompanyId;
    second_id: CompanyId;
    score: number;
    evidence: Json;
    found_at: Date;
    dismissed_at: Date | null;
    dismissed_by: PersonId | null;
  };
  company_registers: {
    organisation_id: OrganisationId;
    changes: number;
  };
  company_sizes: {
    organisation_id: OrganisationId;
    id: string;
    company_id: CompanyId;
    class: string;
    as_of: string;
    source: string;
    recorded_by: PersonId | null;
    recorded_at: Date;
  };
  contacts: {
    organisation_id: OrganisationId;
    id: ContactId;
    person_id: PersonId | null;
    name: string;
    email: string | null;
    created_at: Date;
    erased_at: Date | null;
    version: Generated<number>;
  };
  contents: {
    organisation_id: OrganisationId;
    hash: Buffer;
    bytes: string;
    media_type: string;
    state: string;
    finding: Generated<string>;
    facts: Generated<Json>;
    refers: number;
    kept_at: Date;
    checked_at: Date | null;
  };
  criteria: {
    organisation_id: OrganisationId;
    id: CriterionId;
    edition_id: EditionId;
    name: string;
    question: string;
    weight: number;
    scale_min: number;
    scale_max: number;
    position: number;
    scorecard: Generated<string>;
    key: string | null;
    gate: string | null;
    steps: Generated<number>;
    not_applicable: Generated<string>;
    comment: Generated<string>;
  };
  deadline_extensions: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    person_id: PersonId;
    until: Date;
    reason: string;
    grace_id: string | null;
    given_by: PersonId;
    given_at: Date;
    ended_at: Date | null;
    ended_by: string | null;
  };
  decisions: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    category_id: CategoryId;
    entry_id: EntryId;
    tally_id: string;
    rank: number;
    score: string;
    ballots: number;
    won: boolean;
    decided_at: Date;
    level: string | null;
    division: string | null;
  };
  dry_runs: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    version: number;
    asked: Json;
    plan: Json;
    asked_at: Date;
  };
  edition_parts: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    part: string;
    version: number;
    body: Json;
    hash: Buffer;
    saved_at: Date;
  };
  editions: {
    organisation_id: OrganisationId;
    id: EditionId;
    programme_id: ProgrammeId;
    slug: string;
    name: string;
    state: string;
    entries_open_at: Date;
    entries_close_at: Date;
    judging_close_at: Date;
    announced_at: Date | null;
    seats: number;
    minimum_panel: number;
    created_at: Date;
    version: Generated<number>;
    unlocked_because: string | null;
    publish_at: Date | null;
    judging_open_at: Date | null;
    entries_grace: Generated<number>;
    ready_version: number | null;
  };
  employments: {
    organisation_id: OrganisationId;
    id: string;
    contact_id: ContactId;
    company_id: CompanyId;
    title: Generated<string>;
    starts_on: string;
    ends_on: string | null;
    version: Generated<number>;
  };
  entries: {
    organisation_id: OrganisationId;
    id: EntryId;
    edition_id: EditionId;
    category_id: CategoryId;
    owner_id: PersonId;
    number: string | null;
    title: Generated<string>;
    nominee: Generated<string>;
    body: Generated<string>;
    state: string;
    created_at: Date;
    saved_at: Date;
    submitted_at: Date | null;
    submitted_hash: Buffer | null;
    note: Generated<string>;
    version: Generated<number>;
    rules_version: number | null;
    nominee_kind: string | null;
    nominated_by: string | null;
    fee_tier: string | null;
    fee_amount: number | null;
    fee_currency: string | null;
    asked: Generated<string[]>;
    form_seen: Date | null;
    withdrawn_at: Date | null;
    withdrawn_from: string | null;
    chapter: string | null;
    ineligible_at: Date | null;
    next_of: string | null;
    mend_by: Date | null;
  };
  entry_answers: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    field: string;
    version: number;
    answer: Json | null;
    saved_by: PersonId;
    saved_at: Date;
  };
  entry_divisions: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    division: string;
    reason: string;
    decided_at: Date;
  };
  entry_figures: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    source: string;
    value: string;
    evidence: string;
    recorded_at: Date;
  };
  entry_files: {
    organisation_id: OrganisationId;
    id: string;
    entry_id: EntryId;
    sha256: Buffer | null;
    name: string;
    media_type: string;
    bytes: number;
    added_at: Date;
    removed_at: Date | null;
    field: string | null;
  };
  entry_history: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    version: number;
    title: string;
    nominee: string;
    body: string;
    saved_by: PersonId;
    saved_at: Date;
    nominee_kind: string | null;
    nominated_by: string | null;
  };
  entry_import_rows: {
    organisation_id: OrganisationId;
    import_id: string;
    row: number;
    entry_id: EntryId;
    reference: string;
    received_at: Date | null;
  };
  entry_imports: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    category_id: CategoryId;
    file: string;
    fingerprint: Buffer;
    kind: string;
    because: string;
    imported_by: string;
    imported_at: Date;
    undone_by: PersonId | null;
    undone_at: Date | null;
  };
  entry_items: {
    organisation_id: OrganisationId;
    id: string;
    entry_id: EntryId;
    what: string;
    place: string;
    received_at: Date;
    noted_by: string;
    noted_at: Date;
    outcome: string | null;
    ended_by: string | null;
    ended_at: Date | null;
  };
  entry_links: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    address: string;
    asked_at: Date;
    checked_at: Date | null;
    status: number | null;
    fault: string | null;
  };
  entry_moves: {
    organisation_id: OrganisationId;
    id: string;
    entry_id: EntryId;
    version: number;
    from_category: string;
    to_category: string;
    reason: string;
    missing: string[];
    unasked: string[];
    kind_before: string | null;
    nominator_before: string | null;
    rules_before: number | null;
    moved_by: string;
    moved_at: Date;
    undone_by: PersonId | null;
    undone_at: Date | null;
  };
  entry_reopenings: {
    organisation_id: OrganisationId;
    id: string;
    entry_id: EntryId;
    draft_id: string;
    reason: string;
    until: Date;
    reopened_by: string;
    reopened_at: Date;
    ended_at: Date | null;
    ended_as: string | null;
    version_before: number | null;
    version_after: number | null;
    sent_before: Date | null;
  };
  entry_search: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    words: string;
  };
  entry_tallies: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    id: Generated<string>;
    category_id: CategoryId;
    chapter: string | null;
    state: string;
    change: number;
  };
  entry_threads: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    messages: Generated<number>;
    last_of_entrant: Generated<number>;
    last_of_organiser: Generated<number>;
    last_at: Date;
    answered: Generated<number>;
    settled_by: string | null;
    settled_at: Date | null;
    told_entrant: Generated<number>;
    told_entrant_at: Date | null;
    told_organiser: Generated<number>;
    told_organiser_at: Date | null;
  };
  entry_writers: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    person_id: PersonId;
    rights: string;
    joined_at: Date;
  };
  form_copies: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    form: string;
    version: number;
    body: Json;
    ended: string | null;
    begun_by: PersonId;
    begun_at: Date;
    saved_by: PersonId;
    saved_at: Date;
  };
  former_addresses: {
    organisation_id: OrganisationId;
    kind: string;
    within_id: string;
    name: string;
    programme_id: ProgrammeId;
    edition_id: EditionId | null;
    code: string | null;
    left_at: Date;
  };
  honours: {
    organisation_id: OrganisationId;
    id: string;
    programme_id: ProgrammeId;
    edition_id: EditionId;
    category_id: CategoryId;
    entry_id: EntryId | null;
    nominee: string;
    title: string;
    shared: boolean;
    announced_at: Date;
    level: string | null;
    division: string | null;
  };
  idempotency_keys: {
    organisation_id: OrganisationId;
    actor: string;
    key: string;
    operation: string;
    request_hash: Buffer;
    request: Json;
    answer: Json;
    created_at: Date;
  };
  interests: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    judge_id: PersonId;
    reason: string;
    declared_at: Date;
  };
  invitations: {
    organisation_id: OrganisationId;
    id: string;
    programme_id: ProgrammeId;
    email: string;
    name: string;
    role: string;
    token_hash: Buffer;
    invited_by: PersonId;
    created_at: Date;
    expires_at: Date;
    accepted_at: Date | null;
    accepted_by: PersonId | null;
    withdrawn_at: Date | null;
    edition_id: EditionId | null;
    chapter: string | null;
  };
  judge_reminders: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    judge_id: PersonId;
    reminded_at: Date;
    reminded_by: string;
    owed: number;
  };
  late_redemptions: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    key: string;
    person_id: PersonId;
    redeemed_at: Date;
  };
  letter_links: {
    organisation_id: OrganisationId;
    token_hash: Buffer;
    request_id: string;
    made_at: Date;
  };
  letter_requests: {
    organisation_id: OrganisationId;
    id: string;
    entry_id: EntryId;
    email: string;
    name: string;
    relation: string;
    message: string;
    answer: Generated<string>;
    confidential: boolean;
    asked_by: PersonId;
    asked_at: Date;
    reminded_at: Date | null;
    written_at: Date | null;
    text_hash: Buffer | null;
    version: Generated<number>;
    declined_at: Date | null;
    withdrawn_at: Date | null;
  };
  list_choices: {
    organisation_id: OrganisationId;
    person_id: PersonId;
    list: string;
    subject: string;
    items: string[];
    changed_at: Date;
  };
  list_columns: {
    organisation_id: OrganisationId;
    person_id: PersonId;
    list: string;
    columns: string[];
    changed_at: Date;
  };
  long_jobs: {
    organisation_id: OrganisationId;
    id: string;
    task: string;
    requested_by: PersonId | null;
    state: string;
    done: Generated<number>;
    total: number | null;
    note: string | null;
    stop_requested: Generated<boolean>;
    result: Json | null;
    created_at: Date;
    moved_at: Date;
  };
  mail_batches: {
    organisation_id: OrganisationId;
    id: string;
    programme_id: ProgrammeId;
    edition_id: EditionId;
    mail: string;
    subject: string;
    body: string;
    state: string;
    prepared_by: string;
    prepared_at: Date;
    decided_by: PersonId | null;
    decided_at: Date | null;
  };
  mail_refusals: {
    organisation_id: OrganisationId;
    person_id: PersonId;
    topic: string;
    refused_at: Date;
  };
  mail_returns: {
    organisation_id: OrganisationId;
    address: string;
    hard: boolean;
    returns: number;
    reason: string;
    outbox_id: string | null;
    first_at: Date;
    last_at: Date;
  };
  mail_senders: {
    organisation_id: OrganisationId;
    programme_id: ProgrammeId;
    name: string;
    address: string | null;
    reply_to: string | null;
    version: Generated<number>;
    changed_by: string;
    changed_at: Date;
  };
  mail_texts: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    mail: string;
    subject: string | null;
    body: string | null;
    version: Generated<number>;
    changed_by: string;
    changed_at: Date;
  };
  memberships: {
    organisation_id: OrganisationId;
    person_id: PersonId;
    role: string;
    granted_at: Date;
  };
  nominations: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    category_id: CategoryId;
    nominee_id: string | null;
    relation: string;
    nominee_kind: string;
    nominee_name: string;
    nominee_company: string;
    nominee_email: string;
    reason: string;
    evidence: string;
    evidence_address: string;
    nominator_name: string;
    nominator_email: string;
    nominator_box: string;
    named: boolean;
    hidden: boolean;
    code_hash: Buffer | null;
    tries: Generated<number>;
    made_at: Date;
    confirmed_at: Date | null;
  };
  nominees: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    category_id: CategoryId;
    kind: string;
    name: string;
    works_for: string;
    email: string;
    mailbox: string;
    state: string;
    answer: Generated<string>;
    by_self: Generated<number>;
    by_peers: Generated<number>;
    by_customers: Generated<number>;
    nominated_at: Date;
    told_at: Date | null;
    answered_at: Date | null;
    link_hash: Buffer | null;
    entry_id: EntryId | null;
    joined_to: string | null;
    version: Generated<number>;
    mailed_to: Generated<string>;
    mailed_at: Date | null;
    corrections: Generated<number>;
  };
  outage_graces: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    from_at: Date;
    to_at: Date;
    until: Date;
    reason: string;
    log: Generated<string>;
    people: number;
    given_by: PersonId;
    given_at: Date;
    ended_at: Date | null;
    ended_by: string | null;
  };
  outbox: {
    organisation_id: OrganisationId;
    id: string;
    person_id: PersonId | null;
    recipient: string;
    mail: string;
    data: Json;
    message_id: string;
    state: string;
    attempts: Generated<number>;
    last_error: string | null;
    created_at: Date;
    settled_at: Date | null;
    programme_id: ProgrammeId | null;
    edition_id: EditionId | null;
    batch_id: string | null;
    subject: string | null;
    held_for: string | null;
    attempted_at: Date | null;
    next_at: Date | null;
    doubts: Generated<number>;
  };
  past_wins: {
    organisation_id: OrganisationId;
    id: string;
    programme_id: ProgrammeId;
    import_id: string;
    line: number;
    year: string;
    first_year: number;
    last_year: number;
    category: string;
    category_code: string | null;
    nominee: string;
    organisation: string;
    title: string;
    shared: boolean;
    search: string;
  };
  privacy_holds: {
    organisation_id: OrganisationId;
    id: string;
    subject_kind: string;
    subject_id: string;
    reason: string;
    placed_by: string;
    placed_at: Date;
    lifted_by: string | null;
    lifted_at: Date | null;
  };
  privacy_requests: {
    organisation_id: OrganisationId;
    id: string;
    person_id: PersonId;
    kind: string;
    state: string;
    asked_by: PersonId | null;
    reason: Generated<string>;
    refusal: string | null;
    created_at: Date;
    due_at: Date;
    settled_at: Date | null;
    sha256: Buffer | null;
    bytes: string | null;
  };
  programme_roles: {
    organisation_id: OrganisationId;
    programme_id: ProgrammeId;
    person_id: PersonId;
    role: string;
    granted_at: Date;
  };
  programmes: {
    organisation_id: OrganisationId;
    id: ProgrammeId;
    slug: string;
    name: string;
    strapline: string;
    summary: string;
    time_zone: string;
    created_at: Date;
    version: Generated<number>;
    factor_roles: Generated<string[]>;
  };
  remarks: {
    organisation_id: OrganisationId;
    id: string;
    programme_id: ProgrammeId;
    person_id: PersonId;
    kind: string;
    state: string;
    body: string;
    answer: Generated<string>;
    made_at: Date;
    decided_at: Date | null;
    decided_by: PersonId | null;
    version: Generated<number>;
  };
  reminder_plans: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    days: number[];
    version: Generated<number>;
    changed_by: string;
    changed_at: Date;
  };
  retention_rules: {
    organisation_id: OrganisationId;
    scope_id: string;
    timer: string;
    days: number;
    automatic: boolean;
    changed_at: Date;
  };
  saved_views: {
    organisation_id: OrganisationId;
    id: string;
    person_id: PersonId;
    list: string;
    subject: string;
    name: string;
    query: string;
    shared: boolean;
    created_at: Date;
    removed_at: Date | null;
    version: Generated<number>;
  };
  screening_decisions: {
    organisation_id: OrganisationId;
    id: string;
    entry_id: EntryId;
    verdict: string;
    reason: Generated<string>;
    decided_by: PersonId;
    decided_at: Date;
    until: Date | null;
  };
  screening_settings: {
    organisation_id: OrganisationId;
    edition_id: EditionId;
    second_look: boolean;
    reasons: string[];
  };
  screening_verdicts: {
    organisation_id: OrganisationId;
    id: string;
    entry_id: EntryId;
    why: string;
    words: string;
    duplicate_of: string | null;
    decided_by: PersonId;
    decided_at: Date;
    looked_by: string | null;
    looked_at: Date | null;
    agrees: boolean | null;
    remark: Generated<string>;
    sent_by: string | null;
    sent_at: Date | null;
    undone_by: PersonId | null;
    undone_at: Date | null;
  };
  stand_ins: {
    organisation_id: OrganisationId;
    id: string;
    person_id: PersonId;
    by_id: string;
    session_id: string;
    reason: string;
    began_at: Date;
    ends_at: Date;
    ended_at: Date | null;
  };
  tallies: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    ballots: number;
    ballots_hash: Buffer;
    result: Json;
    result_hash: Buffer;
    computed_by: PersonId;
    computed_at: Date;
  };
  terms: {
    organisation_id: OrganisationId;
    kind: string;
    version: number;
    body: string;
    published_at: Date;
    replaced_at: Date | null;
  };
  thread_messages: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    number: number;
    side: string;
    person_id: PersonId;
    text: string;
    at: Date;
  };
  thread_reads: {
    organisation_id: OrganisationId;
    entry_id: EntryId;
    person_id: PersonId;
    through: number;
  };
  uploads: {
    organisation_id: OrganisationId;
    id: string;
    person_id: PersonId;
    subject_kind: string;
    subject_id: string;
    name: string;
    bytes: string;
    started_at: Date;
    expires_at: Date;
    kept: Json | null;
  };
  webhook_deliveries: {
    organisation_id: OrganisationId;
    webhook_id: string;
    event_id: string;
    number: number;
    kind: string;
    subject_kind: string;
    subject_id: string;
    event_at: Date;
    state: string;
    tries: Generated<number>;
    due_at: Date | null;
    attempts: Generated<Json>;
    created_at: Date;
    settled_at: Date | null;
  };
  webhooks: {
    organisation_id: OrganisationId;
    id: string;
    programme_id: ProgrammeId;
    address: string;
    note: Generated<string>;
    kinds: string[];
    state: string;
    sealed_secret: Buffer;
    sealed_old_secret: Buffer | null;
    old_secret_until: Date | null;
    shown_until: Date | null;
    version: Generated<number>;
    position: number;
    told: Generated<number>;
    failing_since: Date | null;
    working_until: Date | null;
    created_by: PersonId;
    created_at: Date;
  };
  winner_imports: {
    organisation_id: OrganisationId;
    id: string;
    programme_id: ProgrammeId;
    state: string;
    file: string;
    format: string;
    several: string;
    separator: string;
    content: string;
    added: Generated<number>;
    proposed_by: string | null;
    proposed_at: Date;
    decided_at: Date | null;
  };
  writer_invitations: {
    organisation_id: OrganisationId;
    id: string;
    entry_id: EntryId;
    email: string;
    name: string;
    rights: string;
    token_hash: Buffer;
    invited_by: PersonId;
    created_at: Date;
    expires_at: Date;
    accepted_at: Date | null;
    accepted_by: PersonId | null;
    withdrawn_at: Date | null;
  };
  writer_reminders: {
    organisation_id: OrganisationId;
    id: string;
    edition_id: EditionId;
    person_id: PersonId;
    days: number | null;
    closes_at: Date;
    reminded_at: Date;
    reminded_by: string | null;
  };
  written_companies: {
    organisation_id: OrganisationId;
    programme_id: ProgrammeId;
    written: string;
    company_id: CompanyId | null;
    said_by: string;
    said_at: Date;
  };
}
