-- What a provider calls somebody opens no account that was erased, or that became part of another.
select i.issuer, i.subject
  from directory.identities i join directory.people p on p.id = i.person_id
 where p.email is null;
