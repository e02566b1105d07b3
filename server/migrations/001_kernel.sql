-- Entries. Every register's table inherits from this one, so that work lists and search read across registers through it.
create table entry (
  id uuid not null,
  register text not null,
  number text not null,
  -- Null once it has been erased.
  title text,
  state text not null,
  version integer not null check (version > 0),
  -- Hash of the last ledger line, where the next one continues the chain.
  head text not null,
  level text,
  region text collate "C",
  county text collate "C",
  sector text,
  organisation uuid,
  holder uuid,
  found_on date,
  opened_on date not null,
  closed_on date,
  state_since date not null,
  due_on date,
  first_due_on date,
  -- Of a register that no scope shows by region or enterprise: the organisation whose heads see it, and the person whose own it is.
  kept_unit uuid,
  kept_person uuid,
  -- Kept from whoever would see it by region alone.
  restricted boolean,
  -- What no column holds; only core writes through it.
  data jsonb not null
);

-- A text as it is searched: width and case of letters make no difference.
create function searchable(given text) returns text language sql immutable parallel safe
  as $$ select lower(normalize(given, NFKC) collate "C") $$;

-- Each two neighbouring characters of an entry's title and number, and the last of each by itself: Chinese has no blanks between
-- words. In plpgsql, which took a third of the time of a query over generate_series. Its cost keeps the planner from computing it
-- for every row of a walk where the index that holds it serves. With a path of its own: PostgreSQL 17 analyses tables without ours.
create function search_words(title text, number text) returns tsvector language plpgsql immutable parallel safe cost 400
  set search_path = public as $$
declare
  words text[] := '{}';
  given text;
begin
  foreach given in array array[searchable(title), searchable(number)] loop
    for i in 1..coalesce(length(given), 0) loop
      words := words || substr(given, i, 2);
    end loop;
  end loop;
  return array_to_tsvector(words);
end $$;

-- The append-only record of acts. `text` is the RFC 8785 text that was hashed; the columns before it repeat it for finding.
create table ledger (
  entry uuid not null,
  version integer not null,
  register text not null,
  act text not null,
  actor uuid not null,
  at timestamptz not null,
  day date not null,
  text text not null,
  prev_hash text not null,
  hash text not null,
  primary key (entry, version)
);

-- Personal and free-text values; the ledger line holds only their salted commitments, so a row here may be erased.
create table value (
  entry uuid not null,
  version integer not null,
  field text not null,
  salt text not null,
  value jsonb not null,
  primary key (entry, version, field)
);

-- Values of personal fields are envelopes, `{"mask", "key", "text"}`, which a data key opens: found by it when keys are exchanged.
create index value_encrypted on value ((value ->> 'key')) where jsonb_typeof(value) = 'object';

-- Data keys, wrapped by a master key that lies outside the database. Those of a month encrypt what is entered in it.
create table data_key (
  id uuid primary key,
  month text not null,
  -- Which master key: the beginning of its hash.
  master text not null,
  wrapped text not null,
  at timestamptz not null
);
create index data_key_month on data_key (month, id);

-- The second log of the same make: who signed in, who failed to, what was taken out. By months of Asia/Shanghai, so that a month
-- past its retention may go; what no month holds yet falls into the default and is kept.
create table audit (
  entry uuid not null,
  version integer not null,
  register text not null,
  act text not null,
  actor uuid not null,
  at timestamptz not null,
  day date not null,
  text text not null,
  prev_hash text not null,
  hash text not null,
  primary key (entry, version, at)
) partition by range (at);
-- Each of the ways in which the auditor looks for lines, in the order in which they are shown.
create index audit_at on audit (at, entry, version);
create index audit_act on audit (act, at, entry, version);
create index audit_actor on audit (actor, entry);
create index audit_account on audit ((text::jsonb -> 'changes' ->> 'account')) where act = 'signInFailed';
create index audit_number on audit ((text::jsonb -> 'changes' ->> 'number'));
create table audit_without_month partition of audit default;
-- Hashed: registers have a field of this name too, and theirs may be longer than an index holds.
create index value_address on value using hash (value) where field = 'address';

-- Which values are lists of files, by what they hold: a file goes from the disk once no value names it any more.
create index value_files on value using gin (value jsonb_path_ops) where jsonb_typeof(value) = 'array';

-- What an erasure still has to do outside its transaction: a file to remove, or, without a hash, the tables to clean.
create table unfinished_erasure (
  entry uuid not null,
  version integer not null,
  hash text,
  -- By the database's own clock, as transactions are: when the values went.
  at timestamptz not null default now()
);

create table party (
  organisation uuid not null,
  entry uuid not null,
  role text not null,
  register text not null,
  -- Copied, so that what an organisation is party to can be paged without reading all of it: the day, and where the entry lies.
  opened_on date not null,
  own boolean not null,
  county text collate "C" not null,
  sector text not null,
  primary key (organisation, entry, role)
);
create index party_opened on party (organisation, register, own, county, sector, opened_on desc, entry desc);
-- Every place in which an organisation has ever been a party. Most often its people's scope shows all of them, and a list then
-- has nothing to look for among the parties.
create table party_place (
  organisation uuid not null,
  register text not null,
  own boolean not null,
  county text collate "C" not null,
  sector text not null,
  primary key (organisation, register, own, county, sector)
);

-- What an organisation is named in, whoever else may see it: as a role, in the order of opening.
create index party_named on party (organisation, role, register, opened_on desc, entry desc);

-- Who opened an entry, who acted on it after that, and the roles to whom it once came (`core/register/concerns.ts`): the lists that
-- somebody calls their own. Its one index is walked backwards for a page, the newest first.
create table concern (
  organisation uuid not null,
  kind text not null,
  -- A person, or of what came a role.
  who text not null,
  register text not null,
  opened_on date not null,
  entry uuid not null,
  primary key (organisation, kind, who, register, opened_on, entry)
);

-- Signed changes to the counts, each by an act on one entry: the sum up to a day is the count on that day, as it was known on
-- `known_day`, and the entries of which it is the sum are the ones that the count opens.
create table cell (
  entry uuid not null,
  measure text not null,
  region text collate "C" not null,
  sector text not null,
  organisation text not null,
  park text not null,
  level text not null,
  kind text not null,
  restricted boolean not null,
  day date not null,
  known_day date not null,
  count integer not null,
  sum numeric not null
);
create index cell_measure on cell (measure, day);
create index cell_organisation on cell (organisation, measure) where organisation <> '';
create index cell_park on cell (park, measure) where park <> '';

-- Cells since the sums of the months last took them up (`roll_cells`). Few, so that it needs no index; what is gone is cleared
-- away soon, for every figure reads all of it.
create table cell_fresh (
  measure text not null,
  region text collate "C" not null,
  sector text not null,
  park text not null,
  level text not null,
  kind text not null,
  restricted boolean not null,
  day date not null,
  count integer not null,
  sum numeric not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- The same cells summed by month, twice: by county (depth 6 of the path code) and by township (9). What a figure of whole months
-- reads, however many entries there are.
create table cell_month (
  depth smallint not null,
  measure text not null,
  month date not null,
  region text collate "C" not null,
  sector text not null,
  park text not null,
  level text not null,
  kind text not null,
  restricted boolean not null,
  count bigint not null,
  sum numeric not null,
  primary key (depth, measure, month, region, sector, park, level, kind, restricted)
);

-- Takes what is fresh up into the sums of the months, all of it or nothing, and says how many cells that were. Added up by township
-- first: of what came in together most cells are alike, and sorting each of them once for the county and once for the township took four
-- times as long.
create function roll_cells() returns bigint language sql as $$
  with taken as (delete from cell_fresh returning *),
  by_township as (
    select measure, date_trunc('month', day::timestamp)::date as month, left(region, 9) as region, sector, park, level, kind, restricted,
      sum(count) as count, sum(sum) as sum, count(*) as cells
    from taken group by 1, 2, 3, 4, 5, 6, 7, 8),
  summed as (
    select d.depth, measure, month, left(region, d.depth) as region, sector, park, level, kind, restricted, sum(count) as count,
      sum(sum) as sum
    from by_township cross join (values (6::smallint), (9::smallint)) as d(depth)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9),
  rolled as (
    insert into cell_month as m (depth, measure, month, region, sector, park, level, kind, restricted, count, sum)
    select * from summed order by 1, 2, 3, 4, 5, 6, 7, 8, 9
    on conflict (depth, measure, month, region, sector, park, level, kind, restricted)
    do update set count = m.count + excluded.count, sum = m.sum + excluded.sum)
  select coalesce(sum(cells), 0)::bigint from by_township
$$;

create table number_series (series text primary key, drawn bigint not null);

-- Lines wait here until the sequencer gives each its dense position.
create table unsequenced (
  entry uuid not null,
  version integer not null,
  at timestamptz not null,
  hash text not null,
  primary key (entry, version)
);
create table leaf (
  position bigint primary key,
  entry uuid not null,
  version integer not null,
  hash text not null,
  unique (entry, version)
);
-- Inner nodes of the Merkle tree over the leaves: every fourth level only, what lies between is computed from the nodes below.
create table tree_node (
  level smallint not null,
  index bigint not null,
  hash text not null,
  primary key (level, index)
);
-- Signed heads of the tree, as C2SP signed notes. Whoever keeps one elsewhere can tell a rewritten past.
create table checkpoint (
  size bigint primary key,
  root text not null,
  note text not null,
  at timestamptz not null
);
-- Public keys under which this installation has signed, as C2SP verifier keys.
create table verifier_key (key text primary key, at timestamptz not null);
-- What witnesses outside signed beneath our checkpoints: the key as a C2SP verifier key, the line as it stands in the note.
create table cosignature (
  size bigint not null,
  key text not null,
  line text not null,
  -- The time that the witness vouches for.
  at timestamptz not null,
  primary key (size, key)
);
create index cosignature_key on cosignature (key, size desc);
-- To whom checkpoints are handed: when next, and how the last time went. Whoever moves `next_at` on does the handing.
create table handing (
  recipient text primary key,
  next_at timestamptz not null,
  failures integer not null,
  -- Null where the last time went well.
  problem text,
  done_at timestamptz
);
-- Logs of others for which this installation is a witness, and how far each was cosigned.
create table witnessed_log (
  origin text primary key,
  name text not null,
  keys text[] not null,
  size bigint,
  root text,
  check ((size is null) = (root is null))
);
-- Every checkpoint that was cosigned, with our line, so that a witness can show what it saw.
create table witnessed_checkpoint (
  origin text not null references witnessed_log,
  size bigint not null,
  root text not null,
  note text not null,
  line text not null,
  at timestamptz not null,
  primary key (origin, size, line)
);

-- What the daily verification found, for ever; `first` is the first fault, by its code and place.
create table verification (
  id uuid primary key,
  at timestamptz not null,
  lines bigint not null,
  faults bigint not null,
  first jsonb
);
create index verification_at on verification (at desc);

-- The answer to a request that carried an idempotency key, for whoever repeats it.
create table repeated_request (
  person uuid not null,
  key text not null,
  request_hash text not null,
  entry uuid not null,
  register text not null,
  at timestamptz not null,
  primary key (person, key)
);
create index repeated_request_at on repeated_request (at);

create table notice (
  id uuid primary key,
  entry uuid not null,
  register text not null,
  organisation uuid not null,
  roles text[] not null,
  kind text not null,
  day date not null,
  at timestamptz not null,
  -- Where it concerns one person only: something came into a list that they keep, or somebody named them in a comment.
  person uuid,
  search uuid,
  named_by uuid,
  -- Of a reminder the rung of the ladder: whom it reached, and how many working days after the due day, which is its `day`.
  rung text,
  rung_after integer,
  check ((rung is null) = (rung_after is null))
);
create index notice_organisation on notice (organisation, at desc);
-- A reminder is given once for a due day, however often the job runs and wherever.
create unique index notice_rung_once on notice (entry, day, rung, rung_after, organisation, roles) where rung is not null;
create unique index notice_once on notice (entry, kind, day, organisation)
  where kind not in ('arrived', 'found', 'named') and rung is null;
create unique index notice_found_once on notice (search, entry) where kind = 'found';
create table notice_seen (person uuid primary key, up_to timestamptz not null);
-- When a person signed in last and the time before: since then something is new to them.
create table sign_in (person uuid primary key, at timestamptz not null, before timestamptz);

-- How a person wants a register's list: the columns, in their order. Of no consequence for anything but what they see.
create table list_columns (
  person uuid not null,
  register text not null,
  columns text[] not null,
  primary key (person, register)
);

-- Up to which version somebody in a post has looked at an entry. Of no consequence for anything but what they are shown.
create table last_looked (
  post uuid not null,
  entry uuid not null,
  version integer not null,
  at timestamptz not null,
  primary key (post, entry)
);

-- How often a partner's token was used on its last day and in its last minute, and where the chain of its calls goes on in the audit
-- log. Of no consequence for anything but its quota.
create table partner_use (
  token uuid primary key,
  day date not null,
  of_day integer not null,
  minute timestamptz not null,
  of_minute integer not null,
  audit_entry uuid not null,
  audit_version integer not null,
  audit_head text not null
);

-- How long forms take: how many of an act were filled in within a month, by how long it took. Of nobody: no row says who, or when.
create table form_time (
  month text not null,
  register text not null,
  act text not null,
  device text not null,
  slot smallint not null,
  forms integer not null,
  primary key (month, register, act, device, slot)
);

-- Lists that somebody keeps under a name. `told_to`: up to which position of the ledger they were told what came into it.
create table saved_search (
  id uuid primary key,
  person uuid not null,
  post uuid not null,
  register text not null,
  name text not null,
  filters jsonb not null,
  notifies boolean not null,
  told_to bigint not null
);
create index saved_search_owner on saved_search (person, post);

-- Links by which a big screen shows the figures of a post without a session. The secret is shown once, and only its hash is kept.
-- `shown_at`: when the audit log was last told that the link was opened.
create table screen_link (
  id uuid primary key,
  secret_hash text not null unique,
  person uuid not null,
  post uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  shown_at timestamptz
);
create index screen_link_owner on screen_link (person, post);

-- Files of rows that somebody brings in, whose bytes lie in the data folder under their hash. `reading`: what was found in the file;
-- `plan`: what the person said of its columns; `leased_until`: until when a server works on it, unless it dies before.
create table import (
  id uuid primary key,
  person uuid not null,
  post uuid not null,
  register text not null,
  file text not null,
  hash text not null,
  size_bytes bigint not null,
  at timestamptz not null,
  state text not null check (state in ('read', 'checking', 'checked', 'running', 'done', 'stopped')),
  reading jsonb not null,
  plan jsonb,
  choice text check (choice in ('all', 'good')),
  -- Why it stopped, where it did.
  stopped text,
  wants_stop boolean not null default false,
  -- The last row of the file that was dealt with, and about how many there are.
  row integer not null default 0,
  rows integer not null,
  adds integer not null default 0,
  changes integer not null default 0,
  skips integer not null default 0,
  refuses integer not null default 0,
  ended_at timestamptz,
  leased_until timestamptz
);
create index import_owner on import (person, post, id);
create index import_at_work on import (leased_until) where state in ('checking', 'running');

-- What becomes of each row: as a trial says, or as it was done.
create table import_row (
  import uuid not null references import on delete cascade,
  row integer not null,
  verdict text not null check (verdict in ('add', 'change', 'skip', 'refuse')),
  entry uuid,
  told jsonb not null,
  primary key (import, row)
);
create index import_row_verdict on import_row (import, verdict, row);

-- Rows that have come in, by what they said: the same row does not come in twice.
create table imported_row (
  register text not null,
  fingerprint text not null,
  entry uuid not null,
  import uuid not null,
  row integer not null,
  primary key (register, fingerprint)
);

-- Files that are made of a list in the background and lie in the data folder under their ids. `asked`: the address of the list;
-- `leased_until`: until when a server works on it, unless it dies before; `why`: what kept it from being made.
create table export (
  id uuid primary key,
  person uuid not null,
  post uuid not null,
  register text not null,
  format text not null check (format in ('xlsx', 'csv')),
  asked jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  at timestamptz not null,
  total integer not null,
  rows integer not null default 0,
  name text,
  size_bytes bigint,
  hash text,
  why text,
  ended_at timestamptz,
  leased_until timestamptz
);
create index export_owner on export (person, post, id);
create index export_at_work on export (at) where state in ('waiting', 'running');

create table upload (
  id uuid primary key,
  hash text not null,
  name text not null,
  type text not null,
  size_bytes bigint not null,
  person uuid not null,
  at timestamptz not null,
  -- Of a picture: when and where its camera says that it was taken.
  taken jsonb
);
create index upload_hash on upload (hash);

-- Official texts of criteria items, as somebody imported them; of an item the text that came last is shown. One of an item that the
-- pack does not have makes an item of it, of a standard of the pack or of a list of key check items that an import brought. The line
-- of the installation's chain that records an import commits to all that stands here of it.
create table criteria_import (
  id uuid primary key,
  at timestamptz not null,
  person uuid not null,
  role text not null,
  organisation uuid not null,
  file text not null
);
create table criteria_text (
  import uuid not null references criteria_import,
  standard text not null,
  item text not null,
  text text not null,
  source text not null,
  article text,
  sectors text[],
  note text,
  primary key (standard, item, import)
);
create table criteria_list (
  code text not null,
  import uuid not null references criteria_import,
  name text not null,
  document text,
  issuer text not null,
  issued date not null,
  begins date not null,
  sectors text[] not null,
  replaces text,
  primary key (code, import)
);
-- An import that was made by mistake counts no more from its withdrawal on, of which the same chain has a line.
create table criteria_withdrawal (
  import uuid primary key references criteria_import,
  at timestamptz not null,
  person uuid not null,
  role text not null,
  organisation uuid not null,
  reason text not null
);

-- Who may sign in, and in which posts: what the accounts and posts of the ledger say (`keep_people`), and the password beside it.
create table person (
  id uuid primary key,
  username text not null unique,
  name text not null,
  -- Null where the account has no password yet.
  password_hash text,
  disabled boolean not null default false,
  certificate_number text,
  certificate_from date,
  certificate_to date,
  password_changed_at timestamptz,
  -- A password that an administrator issued: changed on first use, and gone after a while.
  must_change_password boolean not null default false,
  password_expires_at timestamptz,
  -- Whether the account was once unbound from the identity provider: its name alone binds it no more.
  sign_on_unbound boolean not null default false
);
create table post (
  id uuid primary key,
  person uuid not null references person,
  role text not null,
  organisation uuid not null,
  level text not null,
  region text collate "C" not null,
  -- Null for all sectors.
  sectors text[],
  from_day date not null,
  to_day date
);
create index post_person on post (person);
create index post_organisation on post (organisation);
create table session (
  token_hash text primary key,
  person uuid not null references person,
  post uuid not null references post,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- What is still to be done before the session is open; null where nothing is.
  next text,
  -- From where it was begun, and when its person last did something in it, to the minute: what they are shown of their sessions.
  address text not null,
  device text not null,
  used_at timestamptz not null,
  -- Whether its page has said that nobody is at it any more.
  locked boolean not null default false,
  -- By which way its person signed in.
  way text not null default 'password',
  -- Where the session's own chain in the audit log goes on: its id there, how many lines it has, and the hash of the last.
  audit_entry uuid not null,
  audit_version integer not null,
  audit_head text not null
);
create index session_expires on session (expires_at);
create index session_person on session (person);
-- Why a session ended that its person did not end there: told at its next request, and forgotten when it would have ended anyway.
create table ended_session (token_hash text primary key, why text not null, until timestamptz not null);
-- The last attempts to sign in to an account, which its person is shown. What the audit log tells of them is sealed there.
create table sign_in_try (
  id uuid primary key,
  person uuid not null references person,
  at timestamptz not null,
  address text not null,
  device text not null,
  came boolean not null,
  way text not null default 'password'
);
create index sign_in_try_person on sign_in_try (person, came, at desc);
-- The second factor of a person, which the same key as personal numbers encrypts: a secret of which codes are made, and the last step of
-- whose codes one has worked, so that none works twice.
create table second_factor (
  person uuid primary key,
  secret jsonb not null,
  since timestamptz not null,
  last_step bigint not null
);
-- A secret that was shown and waits for its first code.
create table second_factor_offer (person uuid primary key, secret jsonb not null, at timestamptz not null);
-- Security keys and passkeys: which public key answers for whom, at which host, and how often it says it was used.
create table security_key (
  id uuid primary key,
  person uuid not null,
  credential text not null unique,
  host text not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index security_key_person on security_key (person);
-- What a session's security key has to answer; whoever answers takes it away.
create table security_key_challenge (
  token_hash text primary key references session on update cascade on delete cascade,
  purpose text not null check (purpose in ('add', 'use')),
  challenge text not null,
  at timestamptz not null
);
-- Codes for whoever has lost the device; only a slow hash is kept, and each works once.
create table recovery_code (
  person uuid not null,
  salt text not null,
  hash text not null,
  used_at timestamptz,
  primary key (person, hash)
);
-- The last time when the removal of a lost second factor was asked for: one administrator asks, another decides.
create table second_factor_reset (
  person uuid primary key,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  removed boolean not null default false
);
-- Who somebody is at the identity provider: its subject for them, which it never gives to anybody else, and not their name there.
create table sign_on (
  person uuid primary key references person,
  issuer text not null,
  subject text not null,
  since timestamptz not null,
  -- Whether the person bound it, who had given the password; else it was bound by the account's name.
  by_person boolean not null,
  unique (issuer, subject)
);
-- Ways to the provider that were begun and not come back from, each of one browser, whose token it is. One is used up by whatever
-- comes back.
create table sign_on_begun (
  token_hash text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  -- Whose account is to be bound; null where somebody signs in.
  person uuid,
  -- The own address at which they go on.
  go_on text not null,
  -- Whether they must show at the provider again that it is they.
  anew boolean not null,
  at timestamptz not null
);
create index sign_on_begun_at on sign_on_begun (at);

-- One row: what this installation is, for ever; but for the epoch, which a restore draws anew.
create table installation (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  epoch uuid not null,
  kind text not null check (kind in ('demonstration', 'real')),
  pack text not null,
  hash_algorithm text not null check (hash_algorithm in ('sha256', 'sm3')),
  founded_at timestamptz not null,
  -- Whether the demonstration's entries all stand.
  loaded boolean not null
);

-- Rights. A request reads within its scope; a commit writes entries and appends to the ledger; nobody who serves requests
-- can change or remove a ledger line.
grant usage on schema public to zhiben_request, zhiben_commit, zhiben_audit;
grant select on entry, ledger, value, party, party_place, concern, leaf, unsequenced, notice, upload to zhiben_request;
grant select on tree_node, checkpoint, verifier_key, cosignature, verification, data_key to zhiben_request;
grant select, insert, update, delete on session, repeated_request, notice_seen, list_columns, saved_search, last_looked
  to zhiben_request;
grant select, insert, update, delete on import, import_row to zhiben_request;
grant select, insert on imported_row to zhiben_request;
grant select, insert, update, delete on export to zhiben_request;
grant select, insert, update on sign_in, form_time, partner_use, screen_link to zhiben_request;
grant select, insert, delete on ended_session, sign_in_try to zhiben_request;
grant select on person, post, installation, number_series to zhiben_request;
grant select on criteria_import, criteria_text, criteria_list, criteria_withdrawal to zhiben_request;
grant insert on upload to zhiben_request;
grant select on all tables in schema public to zhiben_commit;
-- Neither of the two reads the audit log, not even the one that writes it. A transaction of an auditor steps into a role of its own,
-- which reads the log with who signs in under which name, and what it takes to check it; of entries it learns nothing: of the ledger
-- which lines there are and not what they say, of the values those of the audit log alone.
revoke select on audit, audit_without_month from zhiben_commit;
grant select on audit, value, leaf, unsequenced, tree_node, checkpoint to zhiben_audit;
grant select (id, name, username) on person to zhiben_audit;
grant select (entry, version) on ledger to zhiben_audit;
grant insert on ledger, audit, leaf, tree_node, checkpoint, verifier_key, verification, data_key to zhiben_commit;
grant insert on cosignature, witnessed_checkpoint to zhiben_commit;
grant insert, update on handing to zhiben_commit;
grant update (told_to) on saved_search to zhiben_commit;
grant update (size, root) on witnessed_log to zhiben_commit;
grant insert on criteria_import, criteria_text, criteria_list, criteria_withdrawal to zhiben_commit;
grant insert, update, delete on import, import_row to zhiben_commit;
grant insert on imported_row to zhiben_commit;
grant select on cell, cell_fresh, cell_month to zhiben_request;
grant insert on cell, value, upload, notice, repeated_request, party_place, concern to zhiben_commit;
grant insert, delete on cell_fresh to zhiben_commit;
grant insert, update on cell_month to zhiben_commit;
grant insert, delete on party, unsequenced to zhiben_commit;
grant update, delete on unfinished_erasure to zhiben_commit;
grant insert, update on number_series to zhiben_commit;
grant update (password_hash, password_changed_at, must_change_password, password_expires_at, sign_on_unbound) on person to zhiben_commit;
-- Whoever serves requests learns that there is a second factor, and neither secret nor hash.
grant select (person, since) on second_factor to zhiben_request;
grant select (person, used_at) on recovery_code to zhiben_request;
grant select (id, person, credential, host, name, transports, added_at, used_at) on security_key to zhiben_request;
grant select on second_factor_reset, sign_on to zhiben_request;
grant select, insert, delete on sign_on_begun to zhiben_request;
grant insert, delete on sign_on to zhiben_commit;
grant insert, update, delete on second_factor, second_factor_offer, recovery_code, second_factor_reset to zhiben_commit;
grant insert, update, delete on security_key, security_key_challenge to zhiben_commit;

alter table party enable row level security;
create policy request_reads on party for select to zhiben_request
  using (organisation = (select nullif(current_setting('zhiben.organisation', true), '')::uuid));
create policy commit_all on party to zhiben_commit using (true) with check (true);

alter table party_place enable row level security;
create policy request_reads on party_place for select to zhiben_request
  using (organisation = (select nullif(current_setting('zhiben.organisation', true), '')::uuid));
create policy commit_all on party_place to zhiben_commit using (true) with check (true);

alter table concern enable row level security;
create policy request_reads on concern for select to zhiben_request
  using (organisation = (select nullif(current_setting('zhiben.organisation', true), '')::uuid));
create policy commit_all on concern to zhiben_commit using (true) with check (true);

alter table cell enable row level security;
create policy request_counts on cell for select to zhiben_request using (
  (
    (select current_setting('zhiben.sees', true)) = 'region'
    and region >= (select current_setting('zhiben.region_from', true))
    and region < (select current_setting('zhiben.region_before', true))
    and (
      (select current_setting('zhiben.sectors', true)) = 'all'
      or sector = any ((select string_to_array(current_setting('zhiben.sectors', true), ','))::text[])
    )
    and (not restricted or (select current_setting('zhiben.role', true)) = 'discipline')
  )
  or (
    (select current_setting('zhiben.sees', true)) = 'organisation'
    and (select current_setting('zhiben.organisation', true)) in (organisation, park)
  )
);
create policy commit_all on cell to zhiben_commit using (true) with check (true);

alter table cell_fresh enable row level security;
create policy request_counts on cell_fresh for select to zhiben_request using (
  (
    (select current_setting('zhiben.sees', true)) = 'region'
    and region >= (select current_setting('zhiben.region_from', true))
    and region < (select current_setting('zhiben.region_before', true))
    and (
      (select current_setting('zhiben.sectors', true)) = 'all'
      or sector = any ((select string_to_array(current_setting('zhiben.sectors', true), ','))::text[])
    )
    and (not restricted or (select current_setting('zhiben.role', true)) = 'discipline')
  )
  or (
    (select current_setting('zhiben.sees', true)) = 'organisation'
    and (select current_setting('zhiben.organisation', true)) in (park)
  )
);
create policy commit_all on cell_fresh to zhiben_commit using (true) with check (true);

alter table cell_month enable row level security;
create policy request_counts on cell_month for select to zhiben_request using (
  (
    (select current_setting('zhiben.sees', true)) = 'region'
    and region >= (select current_setting('zhiben.region_from', true))
    and region < (select current_setting('zhiben.region_before', true))
    and (
      (select current_setting('zhiben.sectors', true)) = 'all'
      or sector = any ((select string_to_array(current_setting('zhiben.sectors', true), ','))::text[])
    )
    and (not restricted or (select current_setting('zhiben.role', true)) = 'discipline')
  )
  or (
    (select current_setting('zhiben.sees', true)) = 'organisation'
    and (select current_setting('zhiben.organisation', true)) in (park)
  )
);
create policy commit_all on cell_month to zhiben_commit using (true) with check (true);

alter table entry enable row level security;
create policy request_reads on entry for select to zhiben_request using (
  (
    (select current_setting('zhiben.sees', true)) = 'region'
    and region >= (select current_setting('zhiben.region_from', true))
    and region < (select current_setting('zhiben.region_before', true))
    and (
      (select current_setting('zhiben.sectors', true)) = 'all'
      or sector = any ((select string_to_array(current_setting('zhiben.sectors', true), ','))::text[])
    )
    and (restricted is not true or (select current_setting('zhiben.role', true)) = 'discipline')
  )
  or (
    (select current_setting('zhiben.sees', true)) = 'organisation'
    and organisation = (select nullif(current_setting('zhiben.organisation', true), '')::uuid)
  )
  or (
    -- Not exists(…): that was planned as a hash of all that an organisation is party to, built for every page.
    select true from party p
    where p.organisation = (select nullif(current_setting('zhiben.organisation', true), '')::uuid) and p.entry = id
    limit 1
  )
);
create policy commit_all on entry to zhiben_commit using (true) with check (true);

alter table ledger enable row level security;
create policy request_reads on ledger for select to zhiben_request
  using (exists (select 1 from entry e where e.id = ledger.entry));
create policy commit_reads on ledger for select to zhiben_commit using (true);
create policy commit_appends on ledger for insert to zhiben_commit with check (true);
create policy audit_counts on ledger for select to zhiben_audit using (true);

alter table audit enable row level security;
create policy commit_appends on audit for insert to zhiben_commit with check (true);
create policy audit_reads on audit for select to zhiben_audit using (true);

alter table value enable row level security;
-- What the supervising side says among itself, and why it restricts a matter, is read by posts that see by region, as `isOfSupervision`
-- and `readsReasonOf` in core say; for whom a comment is meant stands in its line, in the open.
create policy request_reads on value for select to zhiben_request
  using (
    exists (select 1 from entry e where e.id = value.entry)
    and (
      field not in ('comment', 'mentions', 'reason')
      or (select current_setting('zhiben.sees', true)) = 'region'
      or field = 'reason' and not exists (
        select 1 from ledger l
        where l.entry = value.entry and l.version = value.version and l.act in ('restrict', 'liftRestriction')
      )
      or exists (
        select 1 from ledger l
        where l.entry = value.entry and l.version = value.version
          and l.text::jsonb #>> '{changes,audience}' = 'everyone'
      )
    )
  );
create policy commit_all on value to zhiben_commit using (true) with check (true);
create policy audit_reads on value for select to zhiben_audit
  using (exists (select 1 from audit a where a.entry = value.entry and a.version = value.version));

alter table notice enable row level security;
-- An administrator sees nothing by an organisation, so what comes to one is seen by the kept entry that it is of.
create policy request_reads on notice for select to zhiben_request using (
  organisation = (select nullif(current_setting('zhiben.organisation', true), '')::uuid)
  or exists (select 1 from entry e where e.id = notice.entry and e.kept_unit is not null)
);
create policy commit_all on notice to zhiben_commit using (true) with check (true);

-- Rights can be taken away again, triggers remind the owner too: the ledger only grows.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The table % only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_only_grows before update or delete or truncate on ledger
  for each statement execute function refuse_change();
create trigger audit_only_grows before update or delete or truncate on audit
  for each statement execute function refuse_change();
-- Per row as well: its months have such a trigger from the first, also those that a restore makes.
create trigger audit_lines_stay before update or delete on audit
  for each row execute function refuse_change();
create trigger audit_without_month_only_grows before update or delete or truncate on audit_without_month
  for each statement execute function refuse_change();
create trigger leaf_only_grows before update or delete or truncate on leaf
  for each statement execute function refuse_change();
create trigger tree_node_only_grows before update or delete or truncate on tree_node
  for each statement execute function refuse_change();
create trigger verification_only_grows before update or delete or truncate on verification
  for each statement execute function refuse_change();
create trigger criteria_import_only_grows before update or delete or truncate on criteria_import
  for each statement execute function refuse_change();
create trigger criteria_text_only_grows before update or delete or truncate on criteria_text
  for each statement execute function refuse_change();
create trigger criteria_list_only_grows before update or delete or truncate on criteria_list
  for each statement execute function refuse_change();
create trigger criteria_withdrawal_only_grows before update or delete or truncate on criteria_withdrawal
  for each statement execute function refuse_change();
create trigger checkpoint_only_grows before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();
create trigger cosignature_only_grows before update or delete or truncate on cosignature
  for each statement execute function refuse_change();
create trigger witnessed_checkpoint_only_grows before update or delete or truncate on witnessed_checkpoint
  for each statement execute function refuse_change();
create trigger witnessed_log_stays before delete or truncate on witnessed_log
  for each statement execute function refuse_change();
create trigger witnessed_log_only_grows before update on witnessed_log
  for each row when (new.size is null and old.size is not null or new.size < old.size or new.size = old.size and new.root <> old.root)
  execute function refuse_change();

-- The title of an entry that another one names: whoever may see a hazard may read which enterprise's it is, but nothing of what is
-- restricted. In plpgsql, which keeps its plan: planned anew for every page, the three tables took longer than the titles.
create function entry_titles(ids uuid[]) returns table (id uuid, title text)
  language plpgsql stable security definer set search_path = public set plan_cache_mode = auto
  as $$ begin return query select e.id, coalesce(e.title, e.number) from entry e
    where e.id = any (ids) and e.restricted is not true; end $$;
revoke all on function entry_titles(uuid[]) from public;
grant execute on function entry_titles(uuid[]) to zhiben_request, zhiben_commit;

-- The same for whoever asks, who also reads the titles of what is restricted where they see that itself. All entries' tables are gone
-- through once more, under their policies, only where an id has no title yet: that was a fifth of what a page costs here.
create function titles_seen(ids uuid[]) returns table (id uuid, title text)
  language plpgsql stable set search_path = public set plan_cache_mode = auto as $$
declare
  named integer;
begin
  return query select t.id, t.title from entry_titles(ids) t;
  get diagnostics named = row_count;
  if named < cardinality(ids) then
    return query select e.id, coalesce(e.title, e.number) from entry e where e.id = any (ids) and e.restricted;
  end if;
end $$;
revoke all on function titles_seen(uuid[]) from public;
grant execute on function titles_seen(uuid[]) to zhiben_request, zhiben_commit;

-- Makes the audit log's partition of the month, in Asia/Shanghai, in which an instant lies. A month of which lines have fallen
-- into the default already stays there: nothing is moved, nothing is lost.
create function make_audit_month(instant timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  begins timestamptz := date_trunc('month', instant, 'Asia/Shanghai');
  ends timestamptz := (begins at time zone 'Asia/Shanghai' + interval '1 month') at time zone 'Asia/Shanghai';
  name text := 'audit_' || to_char(begins at time zone 'Asia/Shanghai', 'YYYY_MM');
begin
  if to_regclass(name) is not null then return; end if;
  perform pg_advisory_xact_lock(727003);
  if to_regclass(name) is not null then return; end if;
  if exists (select from audit_without_month where at >= begins and at < ends) then return; end if;
  execute format('create table %I partition of audit for values from (%L) to (%L)', name, begins, ends);
  execute format('create trigger %I before update or delete or truncate on %I
    for each statement execute function refuse_change()', name || '_only_grows', name);
end $$;
revoke all on function make_audit_month(timestamptz) from public;
grant execute on function make_audit_month(timestamptz) to zhiben_commit;

-- The lines of the audit log that were asked for from an address. The comparison of a value is not leak-proof: under the policy of
-- `value` it would not use its index.
create function audit_lines_from(address text) returns table (entry uuid, version integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select v.entry, v.version from value v
    where v.field = 'address' and v.value = to_jsonb(address)
      and exists (select from audit a where a.entry = v.entry and a.version = v.version) $$;
revoke all on function audit_lines_from(text) from public;
grant execute on function audit_lines_from(text) to zhiben_audit;

-- What the installation's own chain says of months that were dropped from the audit log.
create function audit_drops() returns setof text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select text from ledger where register = 'installation' and act = 'dropAudit' order by version $$;
revoke all on function audit_drops() from public;
grant execute on function audit_drops() to zhiben_audit;

-- Whether any value or upload still names a file by its hash.
create function file_is_named(wanted text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from upload u where u.hash = wanted) or exists (
    select from value v where jsonb_typeof(v.value) = 'array'
      and v.value @> jsonb_build_array(jsonb_build_object('hash', wanted))) $$;
revoke all on function file_is_named(text) from public;
grant execute on function file_is_named(text) to zhiben_commit;

-- The one way by which a sealed value goes: exactly those of which a line of the ledger says that they are erased, in all versions
-- before it. What a request was answered with goes too, and the files that nothing else names are left to be removed.
create function erase_values(entries uuid[], versions integer[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone jsonb;
begin
  with line as (
    select l.entry, l.version, l.at, l.text::jsonb -> 'changes' -> 'erased' as fields
    from ledger l join unnest(entries, versions) as named(entry, version) on l.entry = named.entry and l.version = named.version
    where l.act = 'erase'),
  forgotten as (delete from repeated_request r using line where r.entry = line.entry and r.at < line.at),
  noted as (insert into unfinished_erasure (entry, version) select entry, version from line),
  erased as (
    delete from value v using line
    where v.entry = line.entry and v.version < line.version and line.fields ? v.field
    returning v.entry, line.version, v.value)
  select coalesce(jsonb_agg(jsonb_build_object('entry', entry, 'version', version, 'file', file)), '[]') into gone
  from erased, jsonb_array_elements(case jsonb_typeof(value) when 'array' then value else '[]' end) as file
  where jsonb_typeof(file) = 'object' and file ? 'hash';

  delete from upload u using jsonb_array_elements(gone) g
  where u.id = (g -> 'file' ->> 'id')::uuid and not exists (
    select from value v where jsonb_typeof(v.value) = 'array'
      and v.value @> jsonb_build_array(jsonb_build_object('id', g -> 'file' ->> 'id')));

  insert into unfinished_erasure (entry, version, hash)
  select distinct (g ->> 'entry')::uuid, (g ->> 'version')::integer, g -> 'file' ->> 'hash'
  from jsonb_array_elements(gone) g;
end $$;
revoke all on function erase_values(uuid[], integer[]) from public;
grant execute on function erase_values(uuid[], integer[]) to zhiben_commit;
