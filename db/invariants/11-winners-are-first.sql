-- Whoever won stands first in their category, and everybody who stands first won.
select d.organisation_id, d.id, d.rank, d.won from decisions d where d.won <> (d.rank = 1)
