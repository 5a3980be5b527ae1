-- What people ask or say about a programme on its public page: shown once a manager lets it be, answered beside it.

create table plaudit.remarks (
  organisation_id  uuid not null,
  id               uuid not null,
  programme_id     uuid not null,
  person_id        uuid not null references directory.people (id),
  kind             text not null check (kind in ('question', 'comment')),
  state            text not null check (state in ('waiting', 'shown', 'declined')),
  body             text not null check (length(body) between 1 and 2000),
  -- What the organisers say to it, in public; empty for nothing.
  answer           text not null default '' check (length(answer) <= 4000),
  made_at          timestamptz not null,
  decided_at       timestamptz,
  decided_by       uuid references directory.people (id),
  version          integer not null default 1 check (version > 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  check ((decided_at is null) = (state = 'waiting') and (decided_by is null or decided_at is not null))
);
create index remarks_newest on plaudit.remarks (organisation_id, programme_id, state, made_at desc, id desc);
create index remarks_person on plaudit.remarks (organisation_id, person_id, made_at desc);

grant select, insert, update, delete on plaudit.remarks to plaudit_app_rights;
grant select, update, delete on plaudit.remarks to plaudit_jobs_rights;
