-- Dumped from the catalogs by `npm run generate`, after the migrations; it is compared, and never run.

create table audit (
  entry uuid not null,
  version integer not null,
  register text not null,
  act text not null,
  actor uuid not null,
  at timestamp with time zone not null,
  day date not null,
  text text not null,
  prev_hash text not null,
  hash text not null
) partition by RANGE (at);
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
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=500);
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
  sum numeric not null
);
create table checkpoint (
  size bigint not null,
  root text not null,
  note text not null,
  at timestamp with time zone not null
);
create table concern (
  organisation uuid not null,
  kind text not null,
  who text not null,
  register text not null,
  opened_on date not null,
  entry uuid not null
);
create table cosignature (
  size bigint not null,
  key text not null,
  line text not null,
  at timestamp with time zone not null
);
create table criteria_import (
  id uuid not null,
  at timestamp with time zone not null,
  person uuid not null,
  role text not null,
  organisation uuid not null,
  file text not null
);
create table criteria_list (
  code text not null,
  import uuid not null,
  name text not null,
  document text,
  issuer text not null,
  issued date not null,
  begins date not null,
  sectors text[] not null,
  replaces text
);
create table criteria_text (
  import uuid not null,
  standard text not null,
  item text not null,
  text text not null,
  source text not null,
  article text,
  sectors text[],
  note text
);
create table criteria_withdrawal (
  import uuid not null,
  at timestamp with time zone not null,
  person uuid not null,
  role text not null,
  organisation uuid not null,
  reason text not null
);
create table data_key (
  id uuid not null,
  month text not null,
  master text not null,
  wrapped text not null,
  at timestamp with time zone not null
);
create table ended_session (
  token_hash text not null,
  why text not null,
  until timestamp with time zone not null
);
create table entry (
  id uuid not null,
  register text not null,
  number text not null,
  title text,
  state text not null,
  version integer not null,
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
  kept_unit uuid,
  kept_person uuid,
  restricted boolean,
  data jsonb not null
);
create table export (
  id uuid not null,
  person uuid not null,
  post uuid not null,
  register text not null,
  format text not null,
  asked jsonb not null,
  state text not null,
  at timestamp with time zone not null,
  total integer not null,
  rows integer default 0 not null,
  name text,
  size_bytes bigint,
  hash text,
  why text,
  ended_at timestamp with time zone,
  leased_until timestamp with time zone
);
create table form_time (
  month text not null,
  register text not null,
  act text not null,
  device text not null,
  slot smallint not null,
  forms integer not null
);
create table handing (
  recipient text not null,
  next_at timestamp with time zone not null,
  failures integer not null,
  problem text,
  done_at timestamp with time zone
);
create table import (
  id uuid not null,
  person uuid not null,
  post uuid not null,
  register text not null,
  file text not null,
  hash text not null,
  size_bytes bigint not null,
  at timestamp with time zone not null,
  state text not null,
  reading jsonb not null,
  plan jsonb,
  choice text,
  stopped text,
  wants_stop boolean default false not null,
  "row" integer default 0 not null,
  rows integer not null,
  adds integer default 0 not null,
  changes integer default 0 not null,
  skips integer default 0 not null,
  refuses integer default 0 not null,
  ended_at timestamp with time zone,
  leased_until timestamp with time zone
);
create table import_row (
  import uuid not null,
  "row" integer not null,
  verdict text not null,
  entry uuid,
  told jsonb not null
);
create table imported_row (
  register text not null,
  fingerprint text not null,
  entry uuid not null,
  import uuid not null,
  "row" integer not null
);
create table installation (
  only_row boolean default true not null,
  id uuid not null,
  epoch uuid not null,
  kind text not null,
  pack text not null,
  hash_algorithm text not null,
  founded_at timestamp with time zone not null,
  loaded boolean not null
);
create table last_looked (
  post uuid not null,
  entry uuid not null,
  version integer not null,
  at timestamp with time zone not null
);
create table leaf (
  "position" bigint not null,
  entry uuid not null,
  version integer not null,
  hash text not null
);
create table ledger (
  entry uuid not null,
  version integer not null,
  register text not null,
  act text not null,
  actor uuid not null,
  at timestamp with time zone not null,
  day date not null,
  text text not null,
  prev_hash text not null,
  hash text not null
);
create table list_columns (
  person uuid not null,
  register text not null,
  columns text[] not null
);
create table notice (
  id uuid not null,
  entry uuid not null,
  register text not null,
  organisation uuid not null,
  roles text[] not null,
  kind text not null,
  day date not null,
  at timestamp with time zone not null,
  person uuid,
  search uuid,
  named_by uuid,
  rung text,
  rung_after integer
);
create table notice_seen (
  person uuid not null,
  up_to timestamp with time zone not null
);
create table number_series (
  series text not null,
  drawn bigint not null
);
create table partner_use (
  token uuid not null,
  day date not null,
  of_day integer not null,
  minute timestamp with time zone not null,
  of_minute integer not null,
  audit_entry uuid not null,
  audit_version integer not null,
  audit_head text not null
);
create table party (
  organisation uuid not null,
  entry uuid not null,
  role text not null,
  register text not null,
  opened_on date not null,
  own boolean not null,
  county text collate "C" not null,
  sector text not null
);
create table party_place (
  organisation uuid not null,
  register text not null,
  own boolean not null,
  county text collate "C" not null,
  sector text not null
);
create table person (
  id uuid not null,
  username text not null,
  name text not null,
  password_hash text,
  disabled boolean default false not null,
  certificate_number text,
  certificate_from date,
  certificate_to date,
  password_changed_at timestamp with time zone,
  must_change_password boolean default false not null,
  password_expires_at timestamp with time zone,
  sign_on_unbound boolean default false not null
);
create table post (
  id uuid not null,
  person uuid not null,
  role text not null,
  organisation uuid not null,
  level text not null,
  region text collate "C" not null,
  sectors text[],
  from_day date not null,
  to_day date
);
create table recovery_code (
  person uuid not null,
  salt text not null,
  hash text not null,
  used_at timestamp with time zone
);
create table repeated_request (
  person uuid not null,
  key text not null,
  request_hash text not null,
  entry uuid not null,
  register text not null,
  at timestamp with time zone not null
);
create table saved_search (
  id uuid not null,
  person uuid not null,
  post uuid not null,
  register text not null,
  name text not null,
  filters jsonb not null,
  notifies boolean not null,
  told_to bigint not null
);
create table schema_version (
  number integer not null,
  name text not null,
  hash text not null,
  at timestamp with time zone default now() not null
);
create table screen_link (
  id uuid not null,
  secret_hash text not null,
  person uuid not null,
  post uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  shown_at timestamp with time zone
);
create table second_factor (
  person uuid not null,
  secret jsonb not null,
  since timestamp with time zone not null,
  last_step bigint not null
);
create table second_factor_offer (
  person uuid not null,
  secret jsonb not null,
  at timestamp with time zone not null
);
create table second_factor_reset (
  person uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  removed boolean default false not null
);
create table security_key (
  id uuid not null,
  person uuid not null,
  credential text not null,
  host text not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table security_key_challenge (
  token_hash text not null,
  purpose text not null,
  challenge text not null,
  at timestamp with time zone not null
);
create table session (
  token_hash text not null,
  person uuid not null,
  post uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  next text,
  address text not null,
  device text not null,
  used_at timestamp with time zone not null,
  locked boolean default false not null,
  way text default 'password'::text not null,
  audit_entry uuid not null,
  audit_version integer not null,
  audit_head text not null
);
create table sign_in (
  person uuid not null,
  at timestamp with time zone not null,
  before timestamp with time zone
);
create table sign_in_try (
  id uuid not null,
  person uuid not null,
  at timestamp with time zone not null,
  address text not null,
  device text not null,
  came boolean not null,
  way text default 'password'::text not null
);
create table sign_on (
  person uuid not null,
  issuer text not null,
  subject text not null,
  since timestamp with time zone not null,
  by_person boolean not null
);
create table sign_on_begun (
  token_hash text not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  person uuid,
  go_on text not null,
  anew boolean not null,
  at timestamp with time zone not null
);
create table tree_node (
  level smallint not null,
  index bigint not null,
  hash text not null
);
create table unfinished_erasure (
  entry uuid not null,
  version integer not null,
  hash text,
  at timestamp with time zone default now() not null
);
create table unsequenced (
  entry uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  hash text not null
);
create table upload (
  id uuid not null,
  hash text not null,
  name text not null,
  type text not null,
  size_bytes bigint not null,
  person uuid not null,
  at timestamp with time zone not null,
  taken jsonb
);
create table value (
  entry uuid not null,
  version integer not null,
  field text not null,
  salt text not null,
  value jsonb not null
);
create table verification (
  id uuid not null,
  at timestamp with time zone not null,
  lines bigint not null,
  faults bigint not null,
  first jsonb
);
create table verifier_key (
  key text not null,
  at timestamp with time zone not null
);
create table witnessed_checkpoint (
  origin text not null,
  size bigint not null,
  root text not null,
  note text not null,
  line text not null,
  at timestamp with time zone not null
);
create table witnessed_log (
  origin text not null,
  name text not null,
  keys text[] not null,
  size bigint,
  root text
);
create table audit_without_month partition of audit DEFAULT;
create table entry_account (
  username text,
  unit uuid
) inherits (entry);
create table entry_assessment (
  year text,
  unit uuid,
  handled_by uuid,
  assessor uuid,
  assessment_key text,
  score numeric,
  grade text,
  published_on date
) inherits (entry);
create table entry_briefing (
  period text,
  every text,
  period_from date,
  period_to date,
  corrects uuid,
  issuer uuid,
  signer uuid,
  issue_year text,
  issue_number text,
  issue_key text,
  issued_on date
) inherits (entry);
create table entry_directive (
  kind text,
  source_name text,
  said_on date,
  measure integer,
  clause integer,
  reply_by date,
  recorded_by uuid
) inherits (entry);
create table entry_document (
  kind text,
  measure integer,
  clause integer,
  obligation text,
  unit uuid,
  handled_by uuid,
  assigned_by uuid,
  document_key text,
  due date,
  legal_reviewer uuid,
  document_number text,
  issued_on date,
  effective_from date,
  valid_until date,
  ended_on date
) inherits (entry);
create table entry_enterprise (
  credit_code text,
  credit_code_doubtful boolean,
  ownership text,
  industry_class text,
  scale text,
  staff_count integer,
  above_scale boolean,
  high_risk boolean,
  insurance_high_risk boolean,
  supervised_by uuid,
  registered_on date,
  ceased_on date,
  grade text,
  graded_on date,
  inspections_per_year integer,
  insured_to date,
  point_longitude double precision,
  point_latitude double precision
) inherits (entry);
create table entry_enterprise_application (
  credit_code text,
  receiving_unit uuid,
  account uuid,
  secret_hash text
) inherits (entry);
create table entry_evaluation (
  kind text,
  item_number text,
  measure integer,
  clause integer,
  unit uuid,
  handled_by uuid,
  assigned_by uuid,
  list text,
  item_place text,
  item_key text,
  due date,
  found_implementation text,
  verified_score numeric,
  verified_on date,
  ended_on date
) inherits (entry);
create table entry_hazard (
  site uuid,
  risk_point uuid,
  source text,
  stock text,
  criteria_item text,
  second_item text,
  third_item text,
  fourth_item text,
  repeated boolean,
  repeat_of jsonb,
  owning_organisation uuid,
  owning_level text,
  plan_funds numeric,
  rectify_by date,
  controlled boolean,
  co_supervisor uuid,
  second_sector text,
  defied_on date,
  sector_department uuid,
  reported_on date,
  report_unproven boolean,
  actual_funds numeric,
  published_on date
) inherits (entry);
create table entry_partner_token (
  unit uuid,
  role text,
  covers text collate "C",
  valid_until date,
  secret_hash text
) inherits (entry);
create table entry_post (
  account uuid,
  role text,
  unit uuid,
  covers text collate "C",
  held_from date,
  held_until date
) inherits (entry);
create table entry_report (
  kind text,
  every text,
  receiver uuid,
  period text,
  period_from date,
  period_to date,
  due date,
  report_key text,
  first_sent_on date,
  sent_on date,
  accepted_on date,
  open_until date,
  concluded_on date
) inherits (entry);
create table entry_risk_point (
  site uuid,
  accident_type text,
  method text,
  tier text,
  approved_on date,
  reviewed_on date,
  review_on date
) inherits (entry);
create table entry_self_check (
  supervising_organisation uuid,
  period text,
  window_key text,
  window_from date,
  window_to date,
  voluntary_on date,
  confirmed_on date,
  missed_on date
) inherits (entry);
create table entry_service_body (
  credit_code text,
  qualified_to date,
  supervised_by uuid
) inherits (entry);
create table entry_site (
  kind text,
  supervised_by uuid,
  point_longitude double precision,
  point_latitude double precision
) inherits (entry);
create table entry_sub_plan (
  kind text,
  handled_by uuid,
  receiver uuid,
  edition integer,
  plan_key text,
  due date,
  measures jsonb,
  standards jsonb,
  document_number text,
  issued_on date,
  first_handed_in_on date,
  filed_on date,
  supersedes uuid,
  revision_due date
) inherits (entry);
create table entry_task (
  origin text,
  directive uuid,
  measure integer,
  clause integer,
  target text,
  unit uuid,
  handled_by uuid,
  reviewer uuid,
  assigned_by uuid,
  period text,
  task_key text,
  due date,
  on_time_on date
) inherits (entry);

alter table audit add constraint audit_pkey PRIMARY KEY (entry, version, at);
alter table cell_month add constraint cell_month_pkey PRIMARY KEY (depth, measure, month, region, sector, park, level, kind, restricted);
alter table checkpoint add constraint checkpoint_pkey PRIMARY KEY (size);
alter table concern add constraint concern_pkey PRIMARY KEY (organisation, kind, who, register, opened_on, entry);
alter table cosignature add constraint cosignature_pkey PRIMARY KEY (size, key);
alter table criteria_import add constraint criteria_import_pkey PRIMARY KEY (id);
alter table criteria_list add constraint criteria_list_pkey PRIMARY KEY (code, import);
alter table criteria_text add constraint criteria_text_pkey PRIMARY KEY (standard, item, import);
alter table criteria_withdrawal add constraint criteria_withdrawal_pkey PRIMARY KEY (import);
alter table data_key add constraint data_key_pkey PRIMARY KEY (id);
alter table ended_session add constraint ended_session_pkey PRIMARY KEY (token_hash);
alter table entry add constraint entry_version_check CHECK ((version > 0));
alter table entry_account add constraint entry_account_pkey PRIMARY KEY (id);
alter table entry_account add constraint entry_account_register_check CHECK ((register = 'account'::text));
alter table entry_assessment add constraint entry_assessment_pkey PRIMARY KEY (id);
alter table entry_assessment add constraint entry_assessment_register_check CHECK ((register = 'assessment'::text));
alter table entry_briefing add constraint entry_briefing_pkey PRIMARY KEY (id);
alter table entry_briefing add constraint entry_briefing_register_check CHECK ((register = 'briefing'::text));
alter table entry_directive add constraint entry_directive_pkey PRIMARY KEY (id);
alter table entry_directive add constraint entry_directive_register_check CHECK ((register = 'directive'::text));
alter table entry_document add constraint entry_document_pkey PRIMARY KEY (id);
alter table entry_document add constraint entry_document_register_check CHECK ((register = 'document'::text));
alter table entry_enterprise add constraint entry_enterprise_pkey PRIMARY KEY (id);
alter table entry_enterprise add constraint entry_enterprise_register_check CHECK ((register = 'enterprise'::text));
alter table entry_enterprise_application add constraint entry_enterprise_application_pkey PRIMARY KEY (id);
alter table entry_enterprise_application add constraint entry_enterprise_application_register_check CHECK ((register = 'enterprise-application'::text));
alter table entry_evaluation add constraint entry_evaluation_pkey PRIMARY KEY (id);
alter table entry_evaluation add constraint entry_evaluation_register_check CHECK ((register = 'evaluation'::text));
alter table entry_hazard add constraint entry_hazard_pkey PRIMARY KEY (id);
alter table entry_hazard add constraint entry_hazard_register_check CHECK ((register = 'hazard'::text));
alter table entry_partner_token add constraint entry_partner_token_pkey PRIMARY KEY (id);
alter table entry_partner_token add constraint entry_partner_token_register_check CHECK ((register = 'partner-token'::text));
alter table entry_post add constraint entry_post_pkey PRIMARY KEY (id);
alter table entry_post add constraint entry_post_register_check CHECK ((register = 'post'::text));
alter table entry_report add constraint entry_report_pkey PRIMARY KEY (id);
alter table entry_report add constraint entry_report_register_check CHECK ((register = 'report'::text));
alter table entry_risk_point add constraint entry_risk_point_pkey PRIMARY KEY (id);
alter table entry_risk_point add constraint entry_risk_point_register_check CHECK ((register = 'risk-point'::text));
alter table entry_self_check add constraint entry_self_check_pkey PRIMARY KEY (id);
alter table entry_self_check add constraint entry_self_check_register_check CHECK ((register = 'self-check'::text));
alter table entry_service_body add constraint entry_service_body_pkey PRIMARY KEY (id);
alter table entry_service_body add constraint entry_service_body_register_check CHECK ((register = 'service-body'::text));
alter table entry_site add constraint entry_site_pkey PRIMARY KEY (id);
alter table entry_site add constraint entry_site_register_check CHECK ((register = 'site'::text));
alter table entry_sub_plan add constraint entry_sub_plan_pkey PRIMARY KEY (id);
alter table entry_sub_plan add constraint entry_sub_plan_register_check CHECK ((register = 'sub-plan'::text));
alter table entry_task add constraint entry_task_pkey PRIMARY KEY (id);
alter table entry_task add constraint entry_task_register_check CHECK ((register = 'task'::text));
alter table export add constraint export_format_check CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text])));
alter table export add constraint export_pkey PRIMARY KEY (id);
alter table export add constraint export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table form_time add constraint form_time_pkey PRIMARY KEY (month, register, act, device, slot);
alter table handing add constraint handing_pkey PRIMARY KEY (recipient);
alter table import add constraint import_choice_check CHECK ((choice = ANY (ARRAY['all'::text, 'good'::text])));
alter table import add constraint import_pkey PRIMARY KEY (id);
alter table import add constraint import_state_check CHECK ((state = ANY (ARRAY['read'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'stopped'::text])));
alter table import_row add constraint import_row_pkey PRIMARY KEY (import, "row");
alter table import_row add constraint import_row_verdict_check CHECK ((verdict = ANY (ARRAY['add'::text, 'change'::text, 'skip'::text, 'refuse'::text])));
alter table imported_row add constraint imported_row_pkey PRIMARY KEY (register, fingerprint);
alter table installation add constraint installation_hash_algorithm_check CHECK ((hash_algorithm = ANY (ARRAY['sha256'::text, 'sm3'::text])));
alter table installation add constraint installation_kind_check CHECK ((kind = ANY (ARRAY['demonstration'::text, 'real'::text])));
alter table installation add constraint installation_only_row_check CHECK (only_row);
alter table installation add constraint installation_pkey PRIMARY KEY (only_row);
alter table last_looked add constraint last_looked_pkey PRIMARY KEY (post, entry);
alter table leaf add constraint leaf_entry_version_key UNIQUE (entry, version);
alter table leaf add constraint leaf_pkey PRIMARY KEY ("position");
alter table ledger add constraint ledger_pkey PRIMARY KEY (entry, version);
alter table list_columns add constraint list_columns_pkey PRIMARY KEY (person, register);
alter table notice add constraint notice_check CHECK (((rung IS NULL) = (rung_after IS NULL)));
alter table notice add constraint notice_pkey PRIMARY KEY (id);
alter table notice_seen add constraint notice_seen_pkey PRIMARY KEY (person);
alter table number_series add constraint number_series_pkey PRIMARY KEY (series);
alter table partner_use add constraint partner_use_pkey PRIMARY KEY (token);
alter table party add constraint party_pkey PRIMARY KEY (organisation, entry, role);
alter table party_place add constraint party_place_pkey PRIMARY KEY (organisation, register, own, county, sector);
alter table person add constraint person_pkey PRIMARY KEY (id);
alter table person add constraint person_username_key UNIQUE (username);
alter table post add constraint post_pkey PRIMARY KEY (id);
alter table recovery_code add constraint recovery_code_pkey PRIMARY KEY (person, hash);
alter table repeated_request add constraint repeated_request_pkey PRIMARY KEY (person, key);
alter table saved_search add constraint saved_search_pkey PRIMARY KEY (id);
alter table schema_version add constraint schema_version_pkey PRIMARY KEY (number);
alter table screen_link add constraint screen_link_pkey PRIMARY KEY (id);
alter table screen_link add constraint screen_link_secret_hash_key UNIQUE (secret_hash);
alter table second_factor add constraint second_factor_pkey PRIMARY KEY (person);
alter table second_factor_offer add constraint second_factor_offer_pkey PRIMARY KEY (person);
alter table second_factor_reset add constraint second_factor_reset_pkey PRIMARY KEY (person);
alter table security_key add constraint security_key_credential_key UNIQUE (credential);
alter table security_key add constraint security_key_pkey PRIMARY KEY (id);
alter table security_key_challenge add constraint security_key_challenge_pkey PRIMARY KEY (token_hash);
alter table security_key_challenge add constraint security_key_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'use'::text])));
alter table session add constraint session_pkey PRIMARY KEY (token_hash);
alter table sign_in add constraint sign_in_pkey PRIMARY KEY (person);
alter table sign_in_try add constraint sign_in_try_pkey PRIMARY KEY (id);
alter table sign_on add constraint sign_on_issuer_subject_key UNIQUE (issuer, subject);
alter table sign_on add constraint sign_on_pkey PRIMARY KEY (person);
alter table sign_on_begun add constraint sign_on_begun_pkey PRIMARY KEY (token_hash);
alter table tree_node add constraint tree_node_pkey PRIMARY KEY (level, index);
alter table unsequenced add constraint unsequenced_pkey PRIMARY KEY (entry, version);
alter table upload add constraint upload_pkey PRIMARY KEY (id);
alter table value add constraint value_pkey PRIMARY KEY (entry, version, field);
alter table verification add constraint verification_pkey PRIMARY KEY (id);
alter table verifier_key add constraint verifier_key_pkey PRIMARY KEY (key);
alter table witnessed_checkpoint add constraint witnessed_checkpoint_pkey PRIMARY KEY (origin, size, line);
alter table witnessed_log add constraint witnessed_log_check CHECK (((size IS NULL) = (root IS NULL)));
alter table witnessed_log add constraint witnessed_log_pkey PRIMARY KEY (origin);
alter table criteria_list add constraint criteria_list_import_fkey FOREIGN KEY (import) REFERENCES criteria_import(id);
alter table criteria_text add constraint criteria_text_import_fkey FOREIGN KEY (import) REFERENCES criteria_import(id);
alter table criteria_withdrawal add constraint criteria_withdrawal_import_fkey FOREIGN KEY (import) REFERENCES criteria_import(id);
alter table import_row add constraint import_row_import_fkey FOREIGN KEY (import) REFERENCES import(id) ON DELETE CASCADE;
alter table post add constraint post_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table security_key_challenge add constraint security_key_challenge_token_hash_fkey FOREIGN KEY (token_hash) REFERENCES session(token_hash) ON UPDATE CASCADE ON DELETE CASCADE;
alter table session add constraint session_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table session add constraint session_post_fkey FOREIGN KEY (post) REFERENCES post(id);
alter table sign_in_try add constraint sign_in_try_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table sign_on add constraint sign_on_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table witnessed_checkpoint add constraint witnessed_checkpoint_origin_fkey FOREIGN KEY (origin) REFERENCES witnessed_log(origin);

CREATE OR REPLACE FUNCTION public.audit_drops()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select text from ledger where register = 'installation' and act = 'dropAudit' order by version $function$;
CREATE OR REPLACE FUNCTION public.audit_lines_from(address text)
 RETURNS TABLE(entry uuid, version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select v.entry, v.version from value v
    where v.field = 'address' and v.value = to_jsonb(address)
      and exists (select from audit a where a.entry = v.entry and a.version = v.version) $function$;
CREATE OR REPLACE FUNCTION public.entry_titles(ids uuid[])
 RETURNS TABLE(id uuid, title text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET plan_cache_mode TO 'auto'
AS $function$ begin return query select e.id, coalesce(e.title, e.number) from entry e
    where e.id = any (ids) and e.restricted is not true; end $function$;
CREATE OR REPLACE FUNCTION public.erase_values(entries uuid[], versions integer[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
CREATE OR REPLACE FUNCTION public.file_is_named(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from upload u where u.hash = wanted) or exists (
    select from value v where jsonb_typeof(v.value) = 'array'
      and v.value @> jsonb_build_array(jsonb_build_object('hash', wanted))) $function$;
CREATE OR REPLACE FUNCTION public.keep_people(entries uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
insert into person (id, username, name, disabled, certificate_number, certificate_from, certificate_to)
select e.id, e.username, coalesce(e.title, e.number) as name, e.state in ('disabled') as disabled,
    e.data ->> 'certificateNumber' as certificate_number, (e.data ->> 'certificateFrom')::date as certificate_from,
    (e.data ->> 'certificateTo')::date as certificate_to
  from entry_account e where e.id = any (entries)
on conflict (id) do update set name = excluded.name, disabled = excluded.disabled,
  certificate_number = excluded.certificate_number, certificate_from = excluded.certificate_from,
  certificate_to = excluded.certificate_to;

insert into post (id, person, role, organisation, level, region, sectors, from_day, to_day)
select e.id, e.account as person, e.role, e.unit as organisation, e.data ->> 'unitLevel' as level,
    coalesce(e.covers, '') collate "C" as region,
    case when e.covers is not null and coalesce(e.data ->> 'everySector', 'false') = 'false'
      then array(select jsonb_array_elements_text(coalesce(e.data -> 'sectors', '[]'))) end as sectors,
    e.held_from as from_day, e.held_until as to_day
  from entry_post e where e.state in ('confirmed', 'ended', 'noted') and e.id = any (entries)
on conflict (id) do update set to_day = excluded.to_day;
$function$;
CREATE OR REPLACE FUNCTION public.make_audit_month(instant timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The table % only grows', tg_table_name using errcode = 'insufficient_privilege';
end $function$;
CREATE OR REPLACE FUNCTION public.roll_cells()
 RETURNS bigint
 LANGUAGE sql
AS $function$
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
$function$;
CREATE OR REPLACE FUNCTION public.search_words(title text, number text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE COST 400
 SET search_path TO 'public'
AS $function$
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
end $function$;
CREATE OR REPLACE FUNCTION public.searchable(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select lower(normalize(given, NFKC) collate "C") $function$;
CREATE OR REPLACE FUNCTION public.seek_enterprises(wanted uuid, words tsquery, pattern text, code text, most integer)
 RETURNS TABLE(id uuid, name text, credit_code text, region text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
with asking as materialized (
  select where current_setting('zhiben.role', true) in ('systemAdministrator', 'securityAdministrator', 'auditor')
), found as (
  select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_enterprise e, asking where e.restricted is not true and e.id = wanted
  union
  select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_enterprise e, asking where e.restricted is not true and e.credit_code = code and e.state in ('operating', 'stopped', 'suspended', 'permitHeld', 'worksHalted', 'construction', 'longStopped')
  union
  (select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_enterprise e, asking where e.restricted is not true and search_words(e.title, e.number) @@ words and searchable(e.title) like pattern and e.state in ('operating', 'stopped', 'suspended', 'permitHeld', 'worksHalted', 'construction', 'longStopped')
    limit 2000)
  union
  select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_service_body e, asking where e.restricted is not true and e.id = wanted
  union
  select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_service_body e, asking where e.restricted is not true and e.credit_code = code and e.state in ('serving', 'suspended')
  union
  (select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_service_body e, asking where e.restricted is not true and search_words(e.title, e.number) @@ words and searchable(e.title) like pattern and e.state in ('serving', 'suspended')
    limit 2000)
)
select f.* from found f order by length(f.name), f.name, f.id limit most
$function$;
CREATE OR REPLACE FUNCTION public.titles_seen(ids uuid[])
 RETURNS TABLE(id uuid, title text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET plan_cache_mode TO 'auto'
AS $function$
declare
  named integer;
begin
  return query select t.id, t.title from entry_titles(ids) t;
  get diagnostics named = row_count;
  if named < cardinality(ids) then
    return query select e.id, coalesce(e.title, e.number) from entry e where e.id = any (ids) and e.restricted;
  end if;
end $function$;
CREATE OR REPLACE FUNCTION public.token_names(ids uuid[])
 RETURNS TABLE(id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
select e.id, coalesce(e.title, e.number) from entry_partner_token e where e.id = any (ids)
$function$;
CREATE OR REPLACE FUNCTION public.token_of_secret(hash text)
 RETURNS TABLE(id uuid, number text, name text, state text, role text, organisation uuid, level text, region text, sectors text[], may_read text[], may_do text[], masked text[], valid_until date, per_minute integer, per_day integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
select e.id, e.number, coalesce(e.title, e.number), e.state, e.role, e.unit, e.data ->> 'unitLevel', coalesce(e.covers, ''),
  case when e.covers is not null and coalesce(e.data ->> 'everySector', 'false') = 'false'
    then array(select jsonb_array_elements_text(coalesce(e.data -> 'sectors', '[]'))) end,
  array(select jsonb_array_elements_text(coalesce(e.data -> 'mayRead', '[]'))),
  array(select jsonb_array_elements_text(coalesce(e.data -> 'mayDo', '[]'))),
  array(select jsonb_array_elements_text(coalesce(e.data -> 'masked', '[]'))),
  e.valid_until, (e.data ->> 'perMinute')::integer, (e.data ->> 'perDay')::integer
from entry_partner_token e where e.secret_hash = hash
$function$;

CREATE INDEX audit_account ON ONLY public.audit USING btree (((((text)::jsonb -> 'changes'::text) ->> 'account'::text))) WHERE (act = 'signInFailed'::text);
CREATE INDEX audit_act ON ONLY public.audit USING btree (act, at, entry, version);
CREATE INDEX audit_actor ON ONLY public.audit USING btree (actor, entry);
CREATE INDEX audit_at ON ONLY public.audit USING btree (at, entry, version);
CREATE INDEX audit_number ON ONLY public.audit USING btree (((((text)::jsonb -> 'changes'::text) ->> 'number'::text)));
CREATE INDEX cell_measure ON public.cell USING btree (measure, day);
CREATE INDEX cell_organisation ON public.cell USING btree (organisation, measure) WHERE (organisation <> ''::text);
CREATE INDEX cell_park ON public.cell USING btree (park, measure) WHERE (park <> ''::text);
CREATE INDEX cosignature_key ON public.cosignature USING btree (key, size DESC);
CREATE INDEX data_key_month ON public.data_key USING btree (month, id);
CREATE INDEX entry_account_closed ON public.entry_account USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_account_county ON public.entry_account USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_account_due ON public.entry_account USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_account_found ON public.entry_account USING btree (found_on DESC, id DESC);
CREATE INDEX entry_account_holder ON public.entry_account USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE INDEX entry_account_kept_person ON public.entry_account USING btree (kept_person);
CREATE INDEX entry_account_kept_unit ON public.entry_account USING btree (kept_unit, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_account_number ON public.entry_account USING btree (number);
CREATE INDEX entry_account_opened ON public.entry_account USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_account_organisation ON public.entry_account USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_account_provisional ON public.entry_account USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_account_region ON public.entry_account USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_account_state ON public.entry_account USING btree (state, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_account_username ON public.entry_account USING btree (username);
CREATE INDEX entry_account_words ON public.entry_account USING gin (search_words(title, number));
CREATE INDEX entry_assessment_alike ON public.entry_assessment USING btree (unit, year, opened_on DESC);
CREATE UNIQUE INDEX entry_assessment_assessment_key ON public.entry_assessment USING btree (assessment_key);
CREATE INDEX entry_assessment_closed ON public.entry_assessment USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_assessment_county ON public.entry_assessment USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_assessment_due ON public.entry_assessment USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_assessment_found ON public.entry_assessment USING btree (found_on DESC, id DESC);
CREATE INDEX entry_assessment_holder ON public.entry_assessment USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_assessment_number ON public.entry_assessment USING btree (number);
CREATE INDEX entry_assessment_opened ON public.entry_assessment USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_assessment_organisation ON public.entry_assessment USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_assessment_provisional ON public.entry_assessment USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_assessment_region ON public.entry_assessment USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_assessment_state ON public.entry_assessment USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_assessment_words ON public.entry_assessment USING gin (search_words(title, number));
CREATE INDEX entry_briefing_closed ON public.entry_briefing USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_briefing_county ON public.entry_briefing USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_briefing_due ON public.entry_briefing USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_briefing_found ON public.entry_briefing USING btree (found_on DESC, id DESC);
CREATE INDEX entry_briefing_holder ON public.entry_briefing USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_briefing_issue_key ON public.entry_briefing USING btree (issue_key);
CREATE UNIQUE INDEX entry_briefing_number ON public.entry_briefing USING btree (number);
CREATE INDEX entry_briefing_opened ON public.entry_briefing USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_briefing_organisation ON public.entry_briefing USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_briefing_provisional ON public.entry_briefing USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_briefing_region ON public.entry_briefing USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_briefing_state ON public.entry_briefing USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_briefing_words ON public.entry_briefing USING gin (search_words(title, number));
CREATE INDEX entry_directive_closed ON public.entry_directive USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_directive_county ON public.entry_directive USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_directive_due ON public.entry_directive USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_directive_found ON public.entry_directive USING btree (found_on DESC, id DESC);
CREATE INDEX entry_directive_holder ON public.entry_directive USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_directive_number ON public.entry_directive USING btree (number);
CREATE INDEX entry_directive_opened ON public.entry_directive USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_directive_organisation ON public.entry_directive USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_directive_provisional ON public.entry_directive USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_directive_region ON public.entry_directive USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_directive_state ON public.entry_directive USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_directive_words ON public.entry_directive USING gin (search_words(title, number));
CREATE INDEX entry_document_closed ON public.entry_document USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_document_county ON public.entry_document USING btree (county, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_document_document_key ON public.entry_document USING btree (document_key);
CREATE INDEX entry_document_due ON public.entry_document USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_document_found ON public.entry_document USING btree (found_on DESC, id DESC);
CREATE INDEX entry_document_holder ON public.entry_document USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_document_number ON public.entry_document USING btree (number);
CREATE INDEX entry_document_opened ON public.entry_document USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_document_organisation ON public.entry_document USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_document_provisional ON public.entry_document USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_document_region ON public.entry_document USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_document_state ON public.entry_document USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_document_words ON public.entry_document USING gin (search_words(title, number));
CREATE INDEX entry_enterprise_application_closed ON public.entry_enterprise_application USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_enterprise_application_county ON public.entry_enterprise_application USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_enterprise_application_due ON public.entry_enterprise_application USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_enterprise_application_found ON public.entry_enterprise_application USING btree (found_on DESC, id DESC);
CREATE INDEX entry_enterprise_application_holder ON public.entry_enterprise_application USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_enterprise_application_number ON public.entry_enterprise_application USING btree (number);
CREATE INDEX entry_enterprise_application_opened ON public.entry_enterprise_application USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_enterprise_application_organisation ON public.entry_enterprise_application USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_enterprise_application_provisional ON public.entry_enterprise_application USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_enterprise_application_region ON public.entry_enterprise_application USING btree (region, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_enterprise_application_secret_hash ON public.entry_enterprise_application USING btree (secret_hash);
CREATE INDEX entry_enterprise_application_state ON public.entry_enterprise_application USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_enterprise_application_words ON public.entry_enterprise_application USING gin (search_words(title, number));
CREATE INDEX entry_enterprise_closed ON public.entry_enterprise USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_enterprise_county ON public.entry_enterprise USING btree (county, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_enterprise_credit_code ON public.entry_enterprise USING btree (credit_code);
CREATE INDEX entry_enterprise_due ON public.entry_enterprise USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_enterprise_found ON public.entry_enterprise USING btree (found_on DESC, id DESC);
CREATE INDEX entry_enterprise_holder ON public.entry_enterprise USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_enterprise_number ON public.entry_enterprise USING btree (number);
CREATE INDEX entry_enterprise_opened ON public.entry_enterprise USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_enterprise_organisation ON public.entry_enterprise USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_enterprise_provisional ON public.entry_enterprise USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_enterprise_region ON public.entry_enterprise USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_enterprise_state ON public.entry_enterprise USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_enterprise_words ON public.entry_enterprise USING gin (search_words(title, number));
CREATE INDEX entry_evaluation_closed ON public.entry_evaluation USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_evaluation_county ON public.entry_evaluation USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_evaluation_due ON public.entry_evaluation USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_evaluation_found ON public.entry_evaluation USING btree (found_on DESC, id DESC);
CREATE INDEX entry_evaluation_holder ON public.entry_evaluation USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_evaluation_item_key ON public.entry_evaluation USING btree (item_key);
CREATE UNIQUE INDEX entry_evaluation_number ON public.entry_evaluation USING btree (number);
CREATE INDEX entry_evaluation_opened ON public.entry_evaluation USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_evaluation_organisation ON public.entry_evaluation USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_evaluation_provisional ON public.entry_evaluation USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_evaluation_region ON public.entry_evaluation USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_evaluation_state ON public.entry_evaluation USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_evaluation_words ON public.entry_evaluation USING gin (search_words(title, number));
CREATE INDEX entry_hazard_alike ON public.entry_hazard USING btree (organisation, found_on DESC, title);
CREATE INDEX entry_hazard_closed ON public.entry_hazard USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_hazard_county ON public.entry_hazard USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_hazard_due ON public.entry_hazard USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_hazard_found ON public.entry_hazard USING btree (found_on DESC, id DESC);
CREATE INDEX entry_hazard_holder ON public.entry_hazard USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_hazard_number ON public.entry_hazard USING btree (number);
CREATE INDEX entry_hazard_opened ON public.entry_hazard USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_hazard_organisation ON public.entry_hazard USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_hazard_provisional ON public.entry_hazard USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_hazard_region ON public.entry_hazard USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_hazard_repeat_of ON public.entry_hazard USING gin (repeat_of) WHERE (repeat_of IS NOT NULL);
CREATE INDEX entry_hazard_state ON public.entry_hazard USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_hazard_words ON public.entry_hazard USING gin (search_words(title, number));
CREATE INDEX entry_partner_token_closed ON public.entry_partner_token USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_partner_token_county ON public.entry_partner_token USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_partner_token_due ON public.entry_partner_token USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_partner_token_found ON public.entry_partner_token USING btree (found_on DESC, id DESC);
CREATE INDEX entry_partner_token_holder ON public.entry_partner_token USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE INDEX entry_partner_token_kept_person ON public.entry_partner_token USING btree (kept_person);
CREATE INDEX entry_partner_token_kept_unit ON public.entry_partner_token USING btree (kept_unit, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_partner_token_number ON public.entry_partner_token USING btree (number);
CREATE INDEX entry_partner_token_opened ON public.entry_partner_token USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_partner_token_organisation ON public.entry_partner_token USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_partner_token_provisional ON public.entry_partner_token USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_partner_token_region ON public.entry_partner_token USING btree (region, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_partner_token_secret_hash ON public.entry_partner_token USING btree (secret_hash);
CREATE INDEX entry_partner_token_state ON public.entry_partner_token USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_partner_token_words ON public.entry_partner_token USING gin (search_words(title, number));
CREATE INDEX entry_post_closed ON public.entry_post USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_post_county ON public.entry_post USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_post_due ON public.entry_post USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_post_found ON public.entry_post USING btree (found_on DESC, id DESC);
CREATE INDEX entry_post_holder ON public.entry_post USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE INDEX entry_post_kept_person ON public.entry_post USING btree (kept_person);
CREATE INDEX entry_post_kept_unit ON public.entry_post USING btree (kept_unit, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_post_number ON public.entry_post USING btree (number);
CREATE INDEX entry_post_opened ON public.entry_post USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_post_organisation ON public.entry_post USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_post_provisional ON public.entry_post USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_post_region ON public.entry_post USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_post_state ON public.entry_post USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_post_words ON public.entry_post USING gin (search_words(title, number));
CREATE INDEX entry_report_closed ON public.entry_report USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_report_county ON public.entry_report USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_report_due ON public.entry_report USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_report_found ON public.entry_report USING btree (found_on DESC, id DESC);
CREATE INDEX entry_report_holder ON public.entry_report USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_report_number ON public.entry_report USING btree (number);
CREATE INDEX entry_report_opened ON public.entry_report USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_report_organisation ON public.entry_report USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_report_provisional ON public.entry_report USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_report_region ON public.entry_report USING btree (region, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_report_report_key ON public.entry_report USING btree (report_key);
CREATE INDEX entry_report_state ON public.entry_report USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_report_words ON public.entry_report USING gin (search_words(title, number));
CREATE INDEX entry_risk_point_closed ON public.entry_risk_point USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_risk_point_county ON public.entry_risk_point USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_risk_point_due ON public.entry_risk_point USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_risk_point_found ON public.entry_risk_point USING btree (found_on DESC, id DESC);
CREATE INDEX entry_risk_point_holder ON public.entry_risk_point USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_risk_point_number ON public.entry_risk_point USING btree (number);
CREATE INDEX entry_risk_point_opened ON public.entry_risk_point USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_risk_point_organisation ON public.entry_risk_point USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_risk_point_provisional ON public.entry_risk_point USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_risk_point_region ON public.entry_risk_point USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_risk_point_state ON public.entry_risk_point USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_risk_point_words ON public.entry_risk_point USING gin (search_words(title, number));
CREATE INDEX entry_self_check_alike ON public.entry_self_check USING btree (organisation, opened_on DESC);
CREATE INDEX entry_self_check_closed ON public.entry_self_check USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_self_check_county ON public.entry_self_check USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_self_check_due ON public.entry_self_check USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_self_check_found ON public.entry_self_check USING btree (found_on DESC, id DESC);
CREATE INDEX entry_self_check_holder ON public.entry_self_check USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_self_check_number ON public.entry_self_check USING btree (number);
CREATE INDEX entry_self_check_opened ON public.entry_self_check USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_self_check_organisation ON public.entry_self_check USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_self_check_provisional ON public.entry_self_check USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_self_check_region ON public.entry_self_check USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_self_check_state ON public.entry_self_check USING btree (state, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_self_check_window_key ON public.entry_self_check USING btree (window_key);
CREATE INDEX entry_self_check_words ON public.entry_self_check USING gin (search_words(title, number));
CREATE INDEX entry_service_body_closed ON public.entry_service_body USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_service_body_county ON public.entry_service_body USING btree (county, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_service_body_credit_code ON public.entry_service_body USING btree (credit_code);
CREATE INDEX entry_service_body_due ON public.entry_service_body USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_service_body_found ON public.entry_service_body USING btree (found_on DESC, id DESC);
CREATE INDEX entry_service_body_holder ON public.entry_service_body USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_service_body_number ON public.entry_service_body USING btree (number);
CREATE INDEX entry_service_body_opened ON public.entry_service_body USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_service_body_organisation ON public.entry_service_body USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_service_body_provisional ON public.entry_service_body USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_service_body_region ON public.entry_service_body USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_service_body_state ON public.entry_service_body USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_service_body_words ON public.entry_service_body USING gin (search_words(title, number));
CREATE INDEX entry_site_closed ON public.entry_site USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_site_county ON public.entry_site USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_site_due ON public.entry_site USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_site_found ON public.entry_site USING btree (found_on DESC, id DESC);
CREATE INDEX entry_site_holder ON public.entry_site USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_site_number ON public.entry_site USING btree (number);
CREATE INDEX entry_site_opened ON public.entry_site USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_site_organisation ON public.entry_site USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_site_provisional ON public.entry_site USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_site_region ON public.entry_site USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_site_state ON public.entry_site USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_site_words ON public.entry_site USING gin (search_words(title, number));
CREATE INDEX entry_sub_plan_closed ON public.entry_sub_plan USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_sub_plan_county ON public.entry_sub_plan USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_sub_plan_due ON public.entry_sub_plan USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_sub_plan_found ON public.entry_sub_plan USING btree (found_on DESC, id DESC);
CREATE INDEX entry_sub_plan_holder ON public.entry_sub_plan USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_sub_plan_number ON public.entry_sub_plan USING btree (number);
CREATE INDEX entry_sub_plan_opened ON public.entry_sub_plan USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_sub_plan_organisation ON public.entry_sub_plan USING btree (organisation, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_sub_plan_plan_key ON public.entry_sub_plan USING btree (plan_key);
CREATE INDEX entry_sub_plan_provisional ON public.entry_sub_plan USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_sub_plan_region ON public.entry_sub_plan USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_sub_plan_state ON public.entry_sub_plan USING btree (state, opened_on DESC, id DESC);
CREATE INDEX entry_sub_plan_words ON public.entry_sub_plan USING gin (search_words(title, number));
CREATE INDEX entry_task_closed ON public.entry_task USING btree (closed_on, id) WHERE (closed_on IS NOT NULL);
CREATE INDEX entry_task_county ON public.entry_task USING btree (county, opened_on DESC, id DESC);
CREATE INDEX entry_task_due ON public.entry_task USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX entry_task_found ON public.entry_task USING btree (found_on DESC, id DESC);
CREATE INDEX entry_task_holder ON public.entry_task USING btree (holder, due_on, id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX entry_task_number ON public.entry_task USING btree (number);
CREATE INDEX entry_task_opened ON public.entry_task USING btree (opened_on DESC, id DESC);
CREATE INDEX entry_task_organisation ON public.entry_task USING btree (organisation, opened_on DESC, id DESC);
CREATE INDEX entry_task_provisional ON public.entry_task USING btree (id) WHERE ((closed_on IS NULL) AND ((data ->> 'dueProvisional'::text) = 'true'::text));
CREATE INDEX entry_task_region ON public.entry_task USING btree (region, opened_on DESC, id DESC);
CREATE INDEX entry_task_state ON public.entry_task USING btree (state, opened_on DESC, id DESC);
CREATE UNIQUE INDEX entry_task_task_key ON public.entry_task USING btree (task_key);
CREATE INDEX entry_task_words ON public.entry_task USING gin (search_words(title, number));
CREATE INDEX export_at_work ON public.export USING btree (at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX export_owner ON public.export USING btree (person, post, id);
CREATE INDEX import_at_work ON public.import USING btree (leased_until) WHERE (state = ANY (ARRAY['checking'::text, 'running'::text]));
CREATE INDEX import_owner ON public.import USING btree (person, post, id);
CREATE INDEX import_row_verdict ON public.import_row USING btree (import, verdict, "row");
CREATE UNIQUE INDEX notice_found_once ON public.notice USING btree (search, entry) WHERE (kind = 'found'::text);
CREATE UNIQUE INDEX notice_once ON public.notice USING btree (entry, kind, day, organisation) WHERE ((kind <> ALL (ARRAY['arrived'::text, 'found'::text, 'named'::text])) AND (rung IS NULL));
CREATE INDEX notice_organisation ON public.notice USING btree (organisation, at DESC);
CREATE UNIQUE INDEX notice_rung_once ON public.notice USING btree (entry, day, rung, rung_after, organisation, roles) WHERE (rung IS NOT NULL);
CREATE INDEX party_named ON public.party USING btree (organisation, role, register, opened_on DESC, entry DESC);
CREATE INDEX party_opened ON public.party USING btree (organisation, register, own, county, sector, opened_on DESC, entry DESC);
CREATE INDEX post_organisation ON public.post USING btree (organisation);
CREATE INDEX post_person ON public.post USING btree (person);
CREATE INDEX repeated_request_at ON public.repeated_request USING btree (at);
CREATE INDEX saved_search_owner ON public.saved_search USING btree (person, post);
CREATE INDEX screen_link_owner ON public.screen_link USING btree (person, post);
CREATE INDEX security_key_person ON public.security_key USING btree (person);
CREATE INDEX session_expires ON public.session USING btree (expires_at);
CREATE INDEX session_person ON public.session USING btree (person);
CREATE INDEX sign_in_try_person ON public.sign_in_try USING btree (person, came, at DESC);
CREATE INDEX sign_on_begun_at ON public.sign_on_begun USING btree (at);
CREATE INDEX upload_hash ON public.upload USING btree (hash);
CREATE INDEX value_address ON public.value USING hash (value) WHERE (field = 'address'::text);
CREATE INDEX value_encrypted ON public.value USING btree (((value ->> 'key'::text))) WHERE (jsonb_typeof(value) = 'object'::text);
CREATE INDEX value_files ON public.value USING gin (value jsonb_path_ops) WHERE (jsonb_typeof(value) = 'array'::text);
CREATE INDEX verification_at ON public.verification USING btree (at DESC);

create view view_account with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    username,
    title AS name,
    unit,
    (data ->> 'certificateNumber'::text) AS certificate_number,
    ((data ->> 'certificateFrom'::text))::date AS certificate_from,
    ((data ->> 'certificateTo'::text))::date AS certificate_to,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_account e;
create view view_assessment with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    year,
    unit,
    region,
    handled_by,
    assessor,
    ((data ->> 'appealTo'::text))::uuid AS appeal_to,
    (data ->> 'scheme'::text) AS scheme,
    assessment_key,
    (data -> 'selfScores'::text) AS self_scores,
    (data -> 'evidence'::text) AS evidence,
    ((data ->> 'selfScoredBy'::text))::uuid AS self_scored_by,
    (data -> 'verifiedScores'::text) AS verified_scores,
    (data -> 'vetoes'::text) AS vetoes,
    ((data ->> 'verifiedBy'::text))::uuid AS verified_by,
    ((data ->> 'verifiedOn'::text))::date AS verified_on,
    (data -> 'figures'::text) AS figures,
    (data -> 'result'::text) AS result,
    (data -> 'vetoesMet'::text) AS vetoes_met,
    score,
    (data ->> 'gradeId'::text) AS grade_id,
    grade,
    ((data ->> 'objectionUntil'::text))::date AS objection_until,
    (data ->> 'objection'::text) AS objection,
    (data -> 'objectionEvidence'::text) AS objection_evidence,
    ((data ->> 'objectedBy'::text))::uuid AS objected_by,
    (data ->> 'decision'::text) AS decision,
    ((data ->> 'decidedBy'::text))::uuid AS decided_by,
    ((data ->> 'publishedBy'::text))::uuid AS published_by,
    published_on,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased,
    restricted
   FROM entry_assessment e;
create view view_briefing with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    period,
    every,
    period_from,
    period_to,
    (data -> 'indicators'::text) AS indicators,
    ((data ->> 'bySector'::text))::boolean AS by_sector,
    (data -> 'figures'::text) AS figures,
    (data ->> 'praise'::text) AS praise,
    (data ->> 'problems'::text) AS problems,
    (data ->> 'demands'::text) AS demands,
    (data -> 'praisedUnits'::text) AS praised_units,
    (data -> 'criticisedUnits'::text) AS criticised_units,
    (data -> 'addressedTo'::text) AS addressed_to,
    corrects,
    issuer,
    region,
    ((data ->> 'draftedBy'::text))::uuid AS drafted_by,
    ((data ->> 'sentBy'::text))::uuid AS sent_by,
    signer,
    issue_year,
    issue_number,
    issue_key,
    issued_on,
    ((data ->> 'issuedBy'::text))::uuid AS issued_by,
    (data -> 'recipients'::text) AS recipients,
    (data -> 'awaited'::text) AS awaited,
    ((data ->> 'supersededBy'::text))::uuid AS superseded_by,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_briefing e;
create view view_directive with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    kind,
    source_name,
    said_on,
    (data ->> 'saidBy'::text) AS said_by,
    (data ->> 'said'::text) AS said,
    (data -> 'original'::text) AS original,
    measure,
    clause,
    reply_by,
    recorded_by,
    region,
    ((data ->> 'taskCount'::text))::integer AS task_count,
    ((data ->> 'endedCount'::text))::integer AS ended_count,
    (data ->> 'outcome'::text) AS outcome,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_directive e;
create view view_document with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    kind,
    (data ->> 'provision'::text) AS provision,
    measure,
    (data ->> 'section'::text) AS section,
    clause,
    (data ->> 'asks'::text) AS asks,
    obligation,
    unit,
    (data -> 'joint'::text) AS joint,
    region,
    handled_by,
    assigned_by,
    document_key,
    due,
    first_due_on,
    (data -> 'draft'::text) AS draft,
    (data ->> 'consulted'::text) AS consulted,
    ((data ->> 'consultedUntil'::text))::date AS consulted_until,
    (data ->> 'opinions'::text) AS opinions,
    legal_reviewer,
    (data ->> 'legalOpinion'::text) AS legal_opinion,
    ((data ->> 'sentBy'::text))::uuid AS sent_by,
    ((data ->> 'legalReviewedBy'::text))::uuid AS legal_reviewed_by,
    ((data ->> 'legalReviewedOn'::text))::date AS legal_reviewed_on,
    document_number,
    issued_on,
    (data -> 'text'::text) AS text,
    (data ->> 'publishedAt'::text) AS published_at,
    effective_from,
    valid_until,
    ended_on,
    (data ->> 'successor'::text) AS successor,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_document e;
create view view_enterprise with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title AS name,
    credit_code,
    (data ->> 'noCodeReason'::text) AS no_code_reason,
    credit_code_doubtful,
    organisation,
    ownership,
    region,
    sector,
    (data -> 'otherSectors'::text) AS other_sectors,
    industry_class,
    scale,
    staff_count,
    above_scale,
    high_risk,
    insurance_high_risk,
    (data ->> 'address'::text) AS address,
    ((data ->> 'longitude'::text))::numeric AS longitude,
    ((data ->> 'latitude'::text))::numeric AS latitude,
    (data ->> 'coordinateSystem'::text) AS coordinate_system,
    ((data ->> 'park'::text))::uuid AS park,
    supervised_by,
    ((data ->> 'coSupervisedBy'::text))::uuid AS co_supervised_by,
    ((data ->> 'sectorDepartment'::text))::uuid AS sector_department,
    (data ->> 'legalRepresentative'::text) AS legal_representative,
    (data ->> 'actualController'::text) AS actual_controller,
    (data ->> 'principal'::text) AS principal,
    (data ->> 'safetyHead'::text) AS safety_head,
    split_part((data ->> 'principalPhone'::text), ':'::text, 3) AS principal_phone,
    split_part((data ->> 'safetyHeadPhone'::text), ':'::text, 3) AS safety_head_phone,
    split_part((data ->> 'phone'::text), ':'::text, 3) AS phone,
    split_part((data ->> 'ownerIdNumber'::text), ':'::text, 3) AS owner_id_number,
    registered_on,
    ceased_on,
    ((data ->> 'checkedOn'::text))::date AS checked_on,
    (data ->> 'checkFinding'::text) AS check_finding,
    grade,
    ((data ->> 'firstGradedOn'::text))::date AS first_graded_on,
    graded_on,
    inspections_per_year,
    (data ->> 'proposedGrade'::text) AS proposed_grade,
    (data ->> 'gradeBasis'::text) AS grade_basis,
    (data ->> 'proposedGradeBasis'::text) AS proposed_grade_basis,
    ((data ->> 'gradeProposedBy'::text))::uuid AS grade_proposed_by,
    ((data ->> 'gradeConfirmedBy'::text))::uuid AS grade_confirmed_by,
    (data ->> 'gradeAppeal'::text) AS grade_appeal,
    (data ->> 'gradeAppealOutcome'::text) AS grade_appeal_outcome,
    (data ->> 'gradeAppealAnswer'::text) AS grade_appeal_answer,
    (data ->> 'safetyLicence'::text) AS safety_licence,
    ((data ->> 'safetyLicenceTo'::text))::date AS safety_licence_to,
    (data ->> 'insurer'::text) AS insurer,
    (data ->> 'insurancePolicy'::text) AS insurance_policy,
    insured_to,
    (data ->> 'standardisation'::text) AS standardisation,
    ((data ->> 'standardisationTo'::text))::date AS standardisation_to,
    ((data ->> 'duplicateOf'::text))::uuid AS duplicate_of,
    (data -> 'duplicates'::text) AS duplicates,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data ->> 'asideFrom'::text) AS aside_from,
    ((data ->> 'asideDue'::text))::date AS aside_due,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased,
    (data ->> 'recordedState'::text) AS recorded_state,
    (data ->> 'recordedFrom'::text) AS recorded_from
   FROM entry_enterprise e;
create view view_enterprise_application with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title AS name,
    credit_code,
    ((data ->> 'creditCodeDoubtful'::text))::boolean AS credit_code_doubtful,
    region,
    sector,
    (data ->> 'legalRepresentative'::text) AS legal_representative,
    (data ->> 'applicant'::text) AS applicant,
    split_part((data ->> 'applicantPhone'::text), ':'::text, 3) AS applicant_phone,
    (data ->> 'authority'::text) AS authority,
    receiving_unit,
    (data ->> 'verifiedBy'::text) AS verified_by,
    (data ->> 'verification'::text) AS verification,
    (data ->> 'answer'::text) AS answer,
    organisation,
    account,
    (data ->> 'username'::text) AS username,
    ((data ->> 'decidedBy'::text))::uuid AS decided_by,
    secret_hash,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_enterprise_application e;
create view view_evaluation with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    kind,
    item_number,
    (data ->> 'itemSource'::text) AS item_source,
    (data ->> 'asks'::text) AS asks,
    measure,
    clause,
    unit,
    (data -> 'joint'::text) AS joint,
    region,
    handled_by,
    assigned_by,
    list,
    item_place,
    item_key,
    due,
    first_due_on,
    (data ->> 'implementation'::text) AS implementation,
    (data ->> 'situation'::text) AS situation,
    ((data ->> 'ownScore'::text))::numeric AS own_score,
    (data -> 'evidence'::text) AS evidence,
    (data ->> 'evidenceAt'::text) AS evidence_at,
    (data ->> 'gap'::text) AS gap,
    ((data ->> 'reportedBy'::text))::uuid AS reported_by,
    ((data ->> 'reportedOn'::text))::date AS reported_on,
    found_implementation,
    verified_score,
    (data ->> 'deviation'::text) AS deviation,
    (data ->> 'conclusion'::text) AS conclusion,
    ((data ->> 'verifiedBy'::text))::uuid AS verified_by,
    verified_on,
    ended_on,
    (data ->> 'successor'::text) AS successor,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_evaluation e;
create view view_hazard with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    (data ->> 'description'::text) AS description,
    (data ->> 'place'::text) AS place,
    organisation,
    site,
    risk_point,
    region,
    sector,
    source,
    (data ->> 'sourceRef'::text) AS source_ref,
    found_on,
    stock,
    ((data ->> 'park'::text))::uuid AS park,
    ((data ->> 'foundBy'::text))::uuid AS found_by,
    ((data ->> 'foundByOrganisation'::text))::uuid AS found_by_organisation,
    (data ->> 'harm'::text) AS harm,
    (data ->> 'difficulty'::text) AS difficulty,
    ((data ->> 'exposedPeople'::text))::integer AS exposed_people,
    ((data ->> 'mustStop'::text))::boolean AS must_stop,
    (data -> 'photos'::text) AS photos,
    level,
    criteria_item,
    ((data ->> 'criteriaFrom'::text))::date AS criteria_from,
    (data ->> 'criteriaText'::text) AS criteria_text,
    second_item,
    ((data ->> 'secondItemFrom'::text))::date AS second_item_from,
    third_item,
    ((data ->> 'thirdItemFrom'::text))::date AS third_item_from,
    fourth_item,
    ((data ->> 'fourthItemFrom'::text))::date AS fourth_item_from,
    repeated,
    repeat_of,
    (data ->> 'judgementReason'::text) AS judgement_reason,
    (data ->> 'expertOpinion'::text) AS expert_opinion,
    ((data ->> 'proposedBy'::text))::uuid AS proposed_by,
    (data ->> 'proposedByRole'::text) AS proposed_by_role,
    ((data ->> 'validatedBy'::text))::uuid AS validated_by,
    owning_organisation,
    owning_level,
    (data ->> 'reportMethod'::text) AS report_method,
    (data ->> 'staffReport'::text) AS staff_report,
    ((data ->> 'staffReportedOn'::text))::date AS staff_reported_on,
    (data -> 'reportFiles'::text) AS report_files,
    (data ->> 'planResponsible'::text) AS plan_responsible,
    (data ->> 'planMeasures'::text) AS plan_measures,
    plan_funds,
    rectify_by,
    (data ->> 'planContingency'::text) AS plan_contingency,
    (data -> 'planFiles'::text) AS plan_files,
    first_due_on,
    (data ->> 'progress'::text) AS progress,
    ((data ->> 'extensionUntil'::text))::date AS extension_until,
    (data ->> 'extensionControls'::text) AS extension_controls,
    ((data ->> 'extensionRequestedBy'::text))::uuid AS extension_requested_by,
    ((data ->> 'approvingOrganisation'::text))::uuid AS approving_organisation,
    ((data ->> 'extensionCount'::text))::integer AS extension_count,
    ((data ->> 'rectifiedBy'::text))::uuid AS rectified_by,
    (data ->> 'acceptanceReport'::text) AS acceptance_report,
    (data ->> 'acceptancePersons'::text) AS acceptance_persons,
    (data -> 'afterPhotos'::text) AS after_photos,
    (data -> 'evidenceGaps'::text) AS evidence_gaps,
    (data ->> 'reviewOpinion'::text) AS review_opinion,
    ((data ->> 'reviewedBy'::text))::uuid AS reviewed_by,
    ((data ->> 'countersignedBy'::text))::uuid AS countersigned_by,
    (data ->> 'closeOpinion'::text) AS close_opinion,
    ((data ->> 'closedBy'::text))::uuid AS closed_by,
    ((data ->> 'reopenCount'::text))::integer AS reopen_count,
    ((data ->> 'acknowledgedBy'::text))::uuid AS acknowledged_by,
    ((data ->> 'acknowledgedOn'::text))::date AS acknowledged_on,
    (data ->> 'disputeGrounds'::text) AS dispute_grounds,
    (data -> 'disputeFiles'::text) AS dispute_files,
    ((data ->> 'disputedBy'::text))::uuid AS disputed_by,
    ((data ->> 'appealOrganisation'::text))::uuid AS appeal_organisation,
    (data ->> 'disputeOpinion'::text) AS dispute_opinion,
    ((data ->> 'disputeCount'::text))::integer AS dispute_count,
    controlled,
    (data -> 'controlMeasures'::text) AS control_measures,
    (data ->> 'controlDetails'::text) AS control_details,
    (data ->> 'controlOrder'::text) AS control_order,
    (data -> 'controlFiles'::text) AS control_files,
    ((data ->> 'controlledBy'::text))::uuid AS controlled_by,
    ((data ->> 'controlledOn'::text))::date AS controlled_on,
    ((data ->> 'controlLiftedOn'::text))::date AS control_lifted_on,
    co_supervisor,
    second_sector,
    ((data ->> 'transferTo'::text))::uuid AS transfer_to,
    ((data ->> 'transferredFrom'::text))::uuid AS transferred_from,
    ((data ->> 'suspendedUntil'::text))::date AS suspended_until,
    ((data ->> 'suspensionCount'::text))::integer AS suspension_count,
    (data ->> 'defianceOrder'::text) AS defiance_order,
    defied_on,
    (data ->> 'noPhotoReason'::text) AS no_photo_reason,
    ((data ->> 'sentBackCount'::text))::integer AS sent_back_count,
    sector_department,
    reported_on,
    (data ->> 'reportReceipt'::text) AS report_receipt,
    (data -> 'staffReportFiles'::text) AS staff_report_files,
    (data -> 'reportGaps'::text) AS report_gaps,
    report_unproven,
    actual_funds,
    ((data ->> 'acceptedOn'::text))::date AS accepted_on,
    (data ->> 'acceptanceBy'::text) AS acceptance_by,
    (data ->> 'acceptanceBody'::text) AS acceptance_body,
    (data -> 'acceptanceFiles'::text) AS acceptance_files,
    ((data ->> 'reviewedOn'::text))::date AS reviewed_on,
    published_on,
    (data -> 'publishedIn'::text) AS published_in,
    (data ->> 'publicationReference'::text) AS publication_reference,
    (data -> 'publicationFiles'::text) AS publication_files,
    ((data ->> 'duplicateOf'::text))::uuid AS duplicate_of,
    (data -> 'duplicates'::text) AS duplicates,
    ((data ->> 'selfCheck'::text))::uuid AS self_check,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data ->> 'asideFrom'::text) AS aside_from,
    ((data ->> 'asideDue'::text))::date AS aside_due,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased,
    restricted,
    (data ->> 'recordedState'::text) AS recorded_state,
    (data ->> 'recordedFrom'::text) AS recorded_from
   FROM entry_hazard e;
create view view_partner_token with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title AS name,
    (data ->> 'purpose'::text) AS purpose,
    unit,
    (data ->> 'unitLevel'::text) AS unit_level,
    role,
    covers,
    ((data ->> 'everySector'::text))::boolean AS every_sector,
    (data -> 'sectors'::text) AS sectors,
    (data -> 'mayRead'::text) AS may_read,
    (data -> 'mayDo'::text) AS may_do,
    (data -> 'masked'::text) AS masked,
    valid_until,
    ((data ->> 'perMinute'::text))::integer AS per_minute,
    ((data ->> 'perDay'::text))::integer AS per_day,
    ((data ->> 'requestedBy'::text))::uuid AS requested_by,
    ((data ->> 'requestedIn'::text))::uuid AS requested_in,
    ((data ->> 'approvedBy'::text))::uuid AS approved_by,
    secret_hash,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_partner_token e;
create view view_post with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    account,
    title AS holder_name,
    role,
    unit,
    (data ->> 'unitLevel'::text) AS unit_level,
    covers,
    ((data ->> 'everySector'::text))::boolean AS every_sector,
    (data -> 'sectors'::text) AS sectors,
    held_from,
    held_until,
    ((data ->> 'endsFrom'::text))::date AS ends_from,
    ((data ->> 'successor'::text))::uuid AS successor,
    ((data ->> 'succeeds'::text))::uuid AS succeeds,
    ((data ->> 'grantedBy'::text))::uuid AS granted_by,
    ((data ->> 'confirmingUnit'::text))::uuid AS confirming_unit,
    ((data ->> 'confirmedBy'::text))::uuid AS confirmed_by,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_post e;
create view view_report with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    kind,
    every,
    organisation,
    receiver,
    region,
    period,
    period_from,
    period_to,
    due,
    report_key,
    (data -> 'figures'::text) AS figures,
    (data -> 'asks'::text) AS asks,
    (data ->> 'results'::text) AS results,
    (data ->> 'problems'::text) AS problems,
    (data ->> 'requests'::text) AS requests,
    (data ->> 'plans'::text) AS plans,
    (data ->> 'standing'::text) AS standing,
    first_sent_on,
    sent_on,
    ((data ->> 'sentBy'::text))::uuid AS sent_by,
    accepted_on,
    ((data ->> 'acceptedBy'::text))::uuid AS accepted_by,
    open_until,
    (data ->> 'missingUnits'::text) AS missing_units,
    (data -> 'verdicts'::text) AS verdicts,
    concluded_on,
    ((data ->> 'concludedBy'::text))::uuid AS concluded_by,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_report e;
create view view_risk_point with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title AS name,
    organisation,
    site,
    region,
    sector,
    ((data ->> 'park'::text))::uuid AS park,
    (data ->> 'place'::text) AS place,
    accident_type,
    (data ->> 'description'::text) AS description,
    method,
    ((data ->> 'likelihood'::text))::numeric AS likelihood,
    ((data ->> 'exposure'::text))::numeric AS exposure,
    ((data ->> 'consequence'::text))::numeric AS consequence,
    (data ->> 'expertLevel'::text) AS expert_level,
    (data ->> 'expertOpinion'::text) AS expert_opinion,
    ((data ->> 'score'::text))::numeric AS score,
    level,
    ((data ->> 'assessedBy'::text))::uuid AS assessed_by,
    ((data ->> 'assessedOn'::text))::date AS assessed_on,
    tier,
    (data ->> 'responsibleUnit'::text) AS responsible_unit,
    (data ->> 'responsiblePerson'::text) AS responsible_person,
    split_part((data ->> 'responsiblePhone'::text), ':'::text, 3) AS responsible_phone,
    (data ->> 'engineeringControls'::text) AS engineering_controls,
    (data ->> 'managementControls'::text) AS management_controls,
    (data ->> 'trainingControls'::text) AS training_controls,
    (data ->> 'protectiveControls'::text) AS protective_controls,
    (data ->> 'emergencyControls'::text) AS emergency_controls,
    (data ->> 'emergencyActions'::text) AS emergency_actions,
    (data ->> 'emergencySupplies'::text) AS emergency_supplies,
    (data ->> 'emergencyContact'::text) AS emergency_contact,
    ((data ->> 'approvedBy'::text))::uuid AS approved_by,
    approved_on,
    (data ->> 'reviewFinding'::text) AS review_finding,
    reviewed_on,
    review_on,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased,
    (data ->> 'recordedState'::text) AS recorded_state,
    (data ->> 'recordedFrom'::text) AS recorded_from
   FROM entry_risk_point e;
create view view_self_check with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    organisation,
    region,
    sector,
    supervising_organisation,
    ((data ->> 'park'::text))::uuid AS park,
    period,
    window_key,
    (data ->> 'cycle'::text) AS cycle,
    (data ->> 'basis'::text) AS basis,
    window_from,
    window_to,
    voluntary_on,
    (data ->> 'exemption'::text) AS exemption,
    ((data ->> 'checkedOn'::text))::date AS checked_on,
    (data ->> 'areas'::text) AS areas,
    (data ->> 'participants'::text) AS participants,
    (data -> 'answers'::text) AS answers,
    ((data ->> 'noneFound'::text))::boolean AS none_found,
    (data ->> 'remark'::text) AS remark,
    (data -> 'photos'::text) AS photos,
    ((data ->> 'withoutCriteria'::text))::boolean AS without_criteria,
    ((data ->> 'filledInBy'::text))::uuid AS filled_in_by,
    ((data ->> 'ledInPerson'::text))::boolean AS led_in_person,
    (data ->> 'position'::text) AS "position",
    ((data ->> 'positionMissing'::text))::boolean AS position_missing,
    ((data ->> 'ledBy'::text))::uuid AS led_by,
    confirmed_on,
    missed_on,
    (data -> 'hazards'::text) AS hazards,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased,
    (data ->> 'recordedState'::text) AS recorded_state,
    (data ->> 'recordedFrom'::text) AS recorded_from
   FROM entry_self_check e;
create view view_service_body with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title AS name,
    credit_code,
    organisation,
    region,
    (data -> 'services'::text) AS services,
    sector,
    (data -> 'otherSectors'::text) AS other_sectors,
    (data ->> 'qualificationNumber'::text) AS qualification_number,
    qualified_to,
    supervised_by,
    (data ->> 'address'::text) AS address,
    (data ->> 'contact'::text) AS contact,
    split_part((data ->> 'phone'::text), ':'::text, 3) AS phone,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased,
    (data ->> 'recordedState'::text) AS recorded_state,
    (data ->> 'recordedFrom'::text) AS recorded_from
   FROM entry_service_body e;
create view view_site with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title AS name,
    kind,
    organisation,
    region,
    sector,
    (data ->> 'address'::text) AS address,
    ((data ->> 'longitude'::text))::numeric AS longitude,
    ((data ->> 'latitude'::text))::numeric AS latitude,
    (data ->> 'coordinateSystem'::text) AS coordinate_system,
    supervised_by,
    ((data ->> 'park'::text))::uuid AS park,
    (data ->> 'responsiblePerson'::text) AS responsible_person,
    split_part((data ->> 'phone'::text), ':'::text, 3) AS phone,
    ((data ->> 'suspendedByDepartment'::text))::boolean AS suspended_by_department,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased,
    (data ->> 'recordedState'::text) AS recorded_state,
    (data ->> 'recordedFrom'::text) AS recorded_from
   FROM entry_site e;
create view view_sub_plan with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    kind,
    (data -> 'details'::text) AS details,
    (data ->> 'provision'::text) AS provision,
    (data ->> 'section'::text) AS section,
    ((data ->> 'clause'::text))::integer AS clause,
    (data ->> 'asks'::text) AS asks,
    organisation,
    region,
    ((data ->> 'park'::text))::uuid AS park,
    handled_by,
    receiver,
    edition,
    plan_key,
    (data ->> 'obligation'::text) AS obligation,
    due,
    first_due_on,
    measures,
    standards,
    (data ->> 'basis'::text) AS basis,
    (data ->> 'supervision'::text) AS supervision,
    (data ->> 'management'::text) AS management,
    (data -> 'draft'::text) AS draft,
    ((data ->> 'sentBy'::text))::uuid AS sent_by,
    ((data ->> 'checkedBy'::text))::uuid AS checked_by,
    ((data ->> 'checkedOn'::text))::date AS checked_on,
    document_number,
    issued_on,
    (data -> 'text'::text) AS text,
    (data ->> 'filingNote'::text) AS filing_note,
    ((data ->> 'handedInBy'::text))::uuid AS handed_in_by,
    ((data ->> 'handedInOn'::text))::date AS handed_in_on,
    first_handed_in_on,
    (data ->> 'filingNumber'::text) AS filing_number,
    ((data ->> 'filedBy'::text))::uuid AS filed_by,
    filed_on,
    supersedes,
    revision_due,
    ((data ->> 'revision'::text))::uuid AS revision,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_sub_plan e;
create view view_task with (security_invoker=true) as
 SELECT id,
    version,
    state,
    county,
    title,
    origin,
    (data ->> 'originName'::text) AS origin_name,
    ((data ->> 'originOn'::text))::date AS origin_on,
    (data ->> 'originWords'::text) AS origin_words,
    directive,
    measure,
    (data ->> 'section'::text) AS section,
    clause,
    (data ->> 'provision'::text) AS provision,
    target,
    (data ->> 'asks'::text) AS asks,
    (data ->> 'deliverables'::text) AS deliverables,
    unit,
    (data -> 'joint'::text) AS joint,
    region,
    handled_by,
    reviewer,
    assigned_by,
    period,
    task_key,
    due,
    first_due_on,
    (data ->> 'progress'::text) AS progress,
    ((data ->> 'doneOn'::text))::date AS done_on,
    (data ->> 'doneText'::text) AS done_text,
    (data -> 'evidence'::text) AS evidence,
    (data ->> 'evidenceAt'::text) AS evidence_at,
    ((data ->> 'submittedBy'::text))::uuid AS submitted_by,
    ((data ->> 'submittedIn'::text))::uuid AS submitted_in,
    ((data ->> 'submittedOn'::text))::date AS submitted_on,
    ((data ->> 'reviewedBy'::text))::uuid AS reviewed_by,
    on_time_on,
    ((data ->> 'extensionUntil'::text))::date AS extension_until,
    ((data ->> 'extensionRequestedBy'::text))::uuid AS extension_requested_by,
    ((data ->> 'extensionCount'::text))::integer AS extension_count,
    number,
    opened_on,
    closed_on,
    state_since,
    due_on,
    ((data ->> 'dueProvisional'::text))::boolean AS due_provisional,
    holder,
    (data ->> 'asideFrom'::text) AS aside_from,
    ((data ->> 'asideDue'::text))::date AS aside_due,
    ((data ->> 'movedOn'::text))::date AS moved_on,
    (data -> 'erasureAsked'::text) AS erasure_asked,
    (data ->> 'erasureBasis'::text) AS erasure_basis,
    ((data ->> 'erasureAskedBy'::text))::uuid AS erasure_asked_by,
    (data -> 'erased'::text) AS erased
   FROM entry_task e;

CREATE TRIGGER audit_lines_stay BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_without_month_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_without_month FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cosignature_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.cosignature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER criteria_import_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.criteria_import FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER criteria_list_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.criteria_list FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER criteria_text_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.criteria_text FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER criteria_withdrawal_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.criteria_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER leaf_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tree_node_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tree_node FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verification_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.verification FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER witnessed_checkpoint_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.witnessed_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER witnessed_log_only_grows BEFORE UPDATE ON public.witnessed_log FOR EACH ROW WHEN ((((new.size IS NULL) AND (old.size IS NOT NULL)) OR (new.size < old.size) OR ((new.size = old.size) AND (new.root <> old.root)))) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER witnessed_log_stays BEFORE DELETE OR TRUNCATE ON public.witnessed_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

alter table audit enable row level security;
create policy audit_reads on audit for select to zhiben_audit using (true);
create policy commit_appends on audit for insert to zhiben_commit with check (true);
alter table cell enable row level security;
create policy commit_all on cell for all to zhiben_commit using (true) with check (true);
create policy request_counts on cell for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((NOT restricted) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND ((( SELECT current_setting('zhiben.organisation'::text, true) AS current_setting) = organisation) OR (( SELECT current_setting('zhiben.organisation'::text, true) AS current_setting) = park)))));
alter table cell_fresh enable row level security;
create policy commit_all on cell_fresh for all to zhiben_commit using (true) with check (true);
create policy request_counts on cell_fresh for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((NOT restricted) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (( SELECT current_setting('zhiben.organisation'::text, true) AS current_setting) = park))));
alter table cell_month enable row level security;
create policy commit_all on cell_month for all to zhiben_commit using (true) with check (true);
create policy request_counts on cell_month for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((NOT restricted) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (( SELECT current_setting('zhiben.organisation'::text, true) AS current_setting) = park))));
alter table concern enable row level security;
create policy commit_all on concern for all to zhiben_commit using (true) with check (true);
create policy request_reads on concern for select to zhiben_request using ((organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")));
alter table entry enable row level security;
create policy commit_all on entry for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry.id))
 LIMIT 1) OR ((register = 'account'::text) AND ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'auditor'::text])) OR (kept_person = ( SELECT (NULLIF(current_setting('zhiben.person'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['principal'::text, 'departmentHead'::text, 'leader'::text])) AND ((( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = kept_unit) OR (( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = holder))))) OR ((register = 'post'::text) AND ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'auditor'::text])) OR (kept_person = ( SELECT (NULLIF(current_setting('zhiben.person'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['principal'::text, 'departmentHead'::text, 'leader'::text])) AND ((( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = kept_unit) OR (( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = holder))))) OR ((register = 'partner-token'::text) AND ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'auditor'::text])) OR (kept_person = ( SELECT (NULLIF(current_setting('zhiben.person'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['principal'::text, 'departmentHead'::text, 'leader'::text])) AND ((( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = kept_unit) OR (( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = holder)))))));
alter table entry_account enable row level security;
create policy commit_all on entry_account for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_account for select to zhiben_request using (((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'auditor'::text])) OR (kept_person = ( SELECT (NULLIF(current_setting('zhiben.person'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['principal'::text, 'departmentHead'::text, 'leader'::text])) AND ((( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = kept_unit) OR (( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = holder)))));
alter table entry_assessment enable row level security;
create policy commit_all on entry_assessment for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_assessment for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_assessment.id))
 LIMIT 1)));
alter table entry_briefing enable row level security;
create policy commit_all on entry_briefing for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_briefing for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_briefing.id))
 LIMIT 1)));
alter table entry_directive enable row level security;
create policy commit_all on entry_directive for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_directive for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_directive.id))
 LIMIT 1)));
alter table entry_document enable row level security;
create policy commit_all on entry_document for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_document for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_document.id))
 LIMIT 1)));
alter table entry_enterprise enable row level security;
create policy commit_all on entry_enterprise for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_enterprise for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_enterprise.id))
 LIMIT 1)));
alter table entry_enterprise_application enable row level security;
create policy commit_all on entry_enterprise_application for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_enterprise_application for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_enterprise_application.id))
 LIMIT 1)));
alter table entry_evaluation enable row level security;
create policy commit_all on entry_evaluation for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_evaluation for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_evaluation.id))
 LIMIT 1)));
alter table entry_hazard enable row level security;
create policy commit_all on entry_hazard for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_hazard for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_hazard.id))
 LIMIT 1)));
alter table entry_partner_token enable row level security;
create policy commit_all on entry_partner_token for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_partner_token for select to zhiben_request using (((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'auditor'::text])) OR (kept_person = ( SELECT (NULLIF(current_setting('zhiben.person'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['principal'::text, 'departmentHead'::text, 'leader'::text])) AND ((( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = kept_unit) OR (( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = holder)))));
alter table entry_post enable row level security;
create policy commit_all on entry_post for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_post for select to zhiben_request using (((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'auditor'::text])) OR (kept_person = ( SELECT (NULLIF(current_setting('zhiben.person'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = ANY (ARRAY['principal'::text, 'departmentHead'::text, 'leader'::text])) AND ((( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = kept_unit) OR (( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif") = holder)))));
alter table entry_report enable row level security;
create policy commit_all on entry_report for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_report for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_report.id))
 LIMIT 1)));
alter table entry_risk_point enable row level security;
create policy commit_all on entry_risk_point for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_risk_point for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_risk_point.id))
 LIMIT 1)));
alter table entry_self_check enable row level security;
create policy commit_all on entry_self_check for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_self_check for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_self_check.id))
 LIMIT 1)));
alter table entry_service_body enable row level security;
create policy commit_all on entry_service_body for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_service_body for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_service_body.id))
 LIMIT 1)));
alter table entry_site enable row level security;
create policy commit_all on entry_site for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_site for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_site.id))
 LIMIT 1)));
alter table entry_sub_plan enable row level security;
create policy commit_all on entry_sub_plan for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_sub_plan for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_sub_plan.id))
 LIMIT 1)));
alter table entry_task enable row level security;
create policy commit_all on entry_task for all to zhiben_commit using (true) with check (true);
create policy request_reads on entry_task for select to zhiben_request using ((((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) AND (region >= ( SELECT current_setting('zhiben.region_from'::text, true) AS current_setting)) AND (region < ( SELECT current_setting('zhiben.region_before'::text, true) AS current_setting)) AND ((( SELECT current_setting('zhiben.sectors'::text, true) AS current_setting) = 'all'::text) OR (sector = ANY (( SELECT string_to_array(current_setting('zhiben.sectors'::text, true), ','::text) AS string_to_array)::text[]))) AND ((restricted IS NOT TRUE) OR (( SELECT current_setting('zhiben.role'::text, true) AS current_setting) = 'discipline'::text))) OR ((( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'organisation'::text) AND (organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif"))) OR ( SELECT true
   FROM party p
  WHERE ((p.organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) AND (p.entry = entry_task.id))
 LIMIT 1)));
alter table ledger enable row level security;
create policy audit_counts on ledger for select to zhiben_audit using (true);
create policy commit_appends on ledger for insert to zhiben_commit with check (true);
create policy commit_reads on ledger for select to zhiben_commit using (true);
create policy request_reads on ledger for select to zhiben_request using ((EXISTS ( SELECT 1
   FROM entry e
  WHERE (e.id = ledger.entry))));
alter table notice enable row level security;
create policy commit_all on notice for all to zhiben_commit using (true) with check (true);
create policy request_reads on notice for select to zhiben_request using (((organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")) OR (EXISTS ( SELECT 1
   FROM entry e
  WHERE ((e.id = notice.entry) AND (e.kept_unit IS NOT NULL))))));
alter table party enable row level security;
create policy commit_all on party for all to zhiben_commit using (true) with check (true);
create policy request_reads on party for select to zhiben_request using ((organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")));
alter table party_place enable row level security;
create policy commit_all on party_place for all to zhiben_commit using (true) with check (true);
create policy request_reads on party_place for select to zhiben_request using ((organisation = ( SELECT (NULLIF(current_setting('zhiben.organisation'::text, true), ''::text))::uuid AS "nullif")));
alter table value enable row level security;
create policy audit_reads on value for select to zhiben_audit using ((EXISTS ( SELECT 1
   FROM audit a
  WHERE ((a.entry = value.entry) AND (a.version = value.version)))));
create policy commit_all on value for all to zhiben_commit using (true) with check (true);
create policy request_reads on value for select to zhiben_request using (((EXISTS ( SELECT 1
   FROM entry e
  WHERE (e.id = value.entry))) AND ((field <> ALL (ARRAY['comment'::text, 'mentions'::text, 'reason'::text])) OR (( SELECT current_setting('zhiben.sees'::text, true) AS current_setting) = 'region'::text) OR ((field = 'reason'::text) AND (NOT (EXISTS ( SELECT 1
   FROM ledger l
  WHERE ((l.entry = value.entry) AND (l.version = value.version) AND (l.act = ANY (ARRAY['restrict'::text, 'liftRestriction'::text]))))))) OR (EXISTS ( SELECT 1
   FROM ledger l
  WHERE ((l.entry = value.entry) AND (l.version = value.version) AND (((l.text)::jsonb #>> '{changes,audience}'::text[]) = 'everyone'::text)))))));

revoke all on function audit_drops() from public;
grant execute on function audit_drops() to zhiben_audit;
revoke all on function audit_lines_from(text) from public;
grant execute on function audit_lines_from(text) to zhiben_audit;
revoke all on function entry_titles(uuid[]) from public;
grant execute on function entry_titles(uuid[]) to zhiben_commit;
grant execute on function entry_titles(uuid[]) to zhiben_request;
revoke all on function erase_values(uuid[],integer[]) from public;
grant execute on function erase_values(uuid[],integer[]) to zhiben_commit;
revoke all on function file_is_named(text) from public;
grant execute on function file_is_named(text) to zhiben_commit;
revoke all on function keep_people(uuid[]) from public;
grant execute on function keep_people(uuid[]) to zhiben_commit;
revoke all on function make_audit_month(timestamp with time zone) from public;
grant execute on function make_audit_month(timestamp with time zone) to zhiben_commit;
revoke all on function seek_enterprises(uuid,tsquery,text,text,integer) from public;
grant execute on function seek_enterprises(uuid,tsquery,text,text,integer) to zhiben_request;
revoke all on function titles_seen(uuid[]) from public;
grant execute on function titles_seen(uuid[]) to zhiben_commit;
grant execute on function titles_seen(uuid[]) to zhiben_request;
revoke all on function token_names(uuid[]) from public;
grant execute on function token_names(uuid[]) to zhiben_commit;
grant execute on function token_names(uuid[]) to zhiben_request;
revoke all on function token_of_secret(text) from public;
grant execute on function token_of_secret(text) to zhiben_request;
grant usage on schema public to public;
grant usage on schema public to zhiben_audit;
grant usage on schema public to zhiben_commit;
grant usage on schema public to zhiben_request;
grant select on table audit to zhiben_audit;
grant insert on table audit to zhiben_commit;
grant insert, select on table cell to zhiben_commit;
grant select on table cell to zhiben_request;
grant delete, insert, select on table cell_fresh to zhiben_commit;
grant select on table cell_fresh to zhiben_request;
grant insert, select, update on table cell_month to zhiben_commit;
grant select on table cell_month to zhiben_request;
grant select on table checkpoint to zhiben_audit;
grant insert, select on table checkpoint to zhiben_commit;
grant select on table checkpoint to zhiben_request;
grant insert, select on table concern to zhiben_commit;
grant select on table concern to zhiben_request;
grant insert, select on table cosignature to zhiben_commit;
grant select on table cosignature to zhiben_request;
grant insert, select on table criteria_import to zhiben_commit;
grant select on table criteria_import to zhiben_request;
grant insert, select on table criteria_list to zhiben_commit;
grant select on table criteria_list to zhiben_request;
grant insert, select on table criteria_text to zhiben_commit;
grant select on table criteria_text to zhiben_request;
grant insert, select on table criteria_withdrawal to zhiben_commit;
grant select on table criteria_withdrawal to zhiben_request;
grant insert, select on table data_key to zhiben_commit;
grant select on table data_key to zhiben_request;
grant select on table ended_session to zhiben_commit;
grant delete, insert, select on table ended_session to zhiben_request;
grant select on table entry to zhiben_commit;
grant select on table entry to zhiben_request;
grant insert, select, update on table entry_account to zhiben_commit;
grant select on table entry_account to zhiben_request;
grant insert, select, update on table entry_assessment to zhiben_commit;
grant select on table entry_assessment to zhiben_request;
grant insert, select, update on table entry_briefing to zhiben_commit;
grant select on table entry_briefing to zhiben_request;
grant insert, select, update on table entry_directive to zhiben_commit;
grant select on table entry_directive to zhiben_request;
grant insert, select, update on table entry_document to zhiben_commit;
grant select on table entry_document to zhiben_request;
grant insert, select, update on table entry_enterprise to zhiben_commit;
grant select on table entry_enterprise to zhiben_request;
grant insert, select, update on table entry_enterprise_application to zhiben_commit;
grant select on table entry_enterprise_application to zhiben_request;
grant insert, select, update on table entry_evaluation to zhiben_commit;
grant select on table entry_evaluation to zhiben_request;
grant insert, select, update on table entry_hazard to zhiben_commit;
grant select on table entry_hazard to zhiben_request;
grant insert, select, update on table entry_partner_token to zhiben_commit;
grant select on table entry_partner_token to zhiben_request;
grant insert, select, update on table entry_post to zhiben_commit;
grant select on table entry_post to zhiben_request;
grant insert, select, update on table entry_report to zhiben_commit;
grant select on table entry_report to zhiben_request;
grant insert, select, update on table entry_risk_point to zhiben_commit;
grant select on table entry_risk_point to zhiben_request;
grant insert, select, update on table entry_self_check to zhiben_commit;
grant select on table entry_self_check to zhiben_request;
grant insert, select, update on table entry_service_body to zhiben_commit;
grant select on table entry_service_body to zhiben_request;
grant insert, select, update on table entry_site to zhiben_commit;
grant select on table entry_site to zhiben_request;
grant insert, select, update on table entry_sub_plan to zhiben_commit;
grant select on table entry_sub_plan to zhiben_request;
grant insert, select, update on table entry_task to zhiben_commit;
grant select on table entry_task to zhiben_request;
grant select on table export to zhiben_commit;
grant delete, insert, select, update on table export to zhiben_request;
grant select on table form_time to zhiben_commit;
grant insert, select, update on table form_time to zhiben_request;
grant insert, select, update on table handing to zhiben_commit;
grant delete, insert, select, update on table import to zhiben_commit;
grant delete, insert, select, update on table import to zhiben_request;
grant delete, insert, select, update on table import_row to zhiben_commit;
grant delete, insert, select, update on table import_row to zhiben_request;
grant insert, select on table imported_row to zhiben_commit;
grant insert, select on table imported_row to zhiben_request;
grant select on table installation to zhiben_commit;
grant select on table installation to zhiben_request;
grant select on table last_looked to zhiben_commit;
grant delete, insert, select, update on table last_looked to zhiben_request;
grant select on table leaf to zhiben_audit;
grant insert, select on table leaf to zhiben_commit;
grant select on table leaf to zhiben_request;
grant select (entry) on table ledger to zhiben_audit;
grant select (version) on table ledger to zhiben_audit;
grant insert, select on table ledger to zhiben_commit;
grant select on table ledger to zhiben_request;
grant select on table list_columns to zhiben_commit;
grant delete, insert, select, update on table list_columns to zhiben_request;
grant insert, select on table notice to zhiben_commit;
grant select on table notice to zhiben_request;
grant select on table notice_seen to zhiben_commit;
grant delete, insert, select, update on table notice_seen to zhiben_request;
grant insert, select, update on table number_series to zhiben_commit;
grant select on table number_series to zhiben_request;
grant select on table partner_use to zhiben_commit;
grant insert, select, update on table partner_use to zhiben_request;
grant delete, insert, select on table party to zhiben_commit;
grant select on table party to zhiben_request;
grant insert, select on table party_place to zhiben_commit;
grant select on table party_place to zhiben_request;
grant select (id) on table person to zhiben_audit;
grant select (name) on table person to zhiben_audit;
grant select (username) on table person to zhiben_audit;
grant select on table person to zhiben_commit;
grant update (must_change_password) on table person to zhiben_commit;
grant update (password_changed_at) on table person to zhiben_commit;
grant update (password_expires_at) on table person to zhiben_commit;
grant update (password_hash) on table person to zhiben_commit;
grant update (sign_on_unbound) on table person to zhiben_commit;
grant select on table person to zhiben_request;
grant select on table post to zhiben_commit;
grant select on table post to zhiben_request;
grant delete, insert, select, update on table recovery_code to zhiben_commit;
grant select (person) on table recovery_code to zhiben_request;
grant select (used_at) on table recovery_code to zhiben_request;
grant insert, select on table repeated_request to zhiben_commit;
grant delete, insert, select, update on table repeated_request to zhiben_request;
grant select on table saved_search to zhiben_commit;
grant update (told_to) on table saved_search to zhiben_commit;
grant delete, insert, select, update on table saved_search to zhiben_request;
grant select on table schema_version to zhiben_commit;
grant select on table screen_link to zhiben_commit;
grant insert, select, update on table screen_link to zhiben_request;
grant delete, insert, select, update on table second_factor to zhiben_commit;
grant select (person) on table second_factor to zhiben_request;
grant select (since) on table second_factor to zhiben_request;
grant delete, insert, select, update on table second_factor_offer to zhiben_commit;
grant delete, insert, select, update on table second_factor_reset to zhiben_commit;
grant select on table second_factor_reset to zhiben_request;
grant delete, insert, select, update on table security_key to zhiben_commit;
grant select (added_at) on table security_key to zhiben_request;
grant select (credential) on table security_key to zhiben_request;
grant select (host) on table security_key to zhiben_request;
grant select (id) on table security_key to zhiben_request;
grant select (name) on table security_key to zhiben_request;
grant select (person) on table security_key to zhiben_request;
grant select (transports) on table security_key to zhiben_request;
grant select (used_at) on table security_key to zhiben_request;
grant delete, insert, select, update on table security_key_challenge to zhiben_commit;
grant select on table session to zhiben_commit;
grant delete, insert, select, update on table session to zhiben_request;
grant select on table sign_in to zhiben_commit;
grant insert, select, update on table sign_in to zhiben_request;
grant select on table sign_in_try to zhiben_commit;
grant delete, insert, select on table sign_in_try to zhiben_request;
grant delete, insert, select on table sign_on to zhiben_commit;
grant select on table sign_on to zhiben_request;
grant select on table sign_on_begun to zhiben_commit;
grant delete, insert, select on table sign_on_begun to zhiben_request;
grant select on table tree_node to zhiben_audit;
grant insert, select on table tree_node to zhiben_commit;
grant select on table tree_node to zhiben_request;
grant delete, select, update on table unfinished_erasure to zhiben_commit;
grant select on table unsequenced to zhiben_audit;
grant delete, insert, select on table unsequenced to zhiben_commit;
grant select on table unsequenced to zhiben_request;
grant insert, select on table upload to zhiben_commit;
grant insert, select on table upload to zhiben_request;
grant select on table value to zhiben_audit;
grant insert, select on table value to zhiben_commit;
grant select on table value to zhiben_request;
grant insert, select on table verification to zhiben_commit;
grant select on table verification to zhiben_request;
grant insert, select on table verifier_key to zhiben_commit;
grant select on table verifier_key to zhiben_request;
grant select on table view_account to zhiben_request;
grant select on table view_assessment to zhiben_request;
grant select on table view_briefing to zhiben_request;
grant select on table view_directive to zhiben_request;
grant select on table view_document to zhiben_request;
grant select on table view_enterprise to zhiben_request;
grant select on table view_enterprise_application to zhiben_request;
grant select on table view_evaluation to zhiben_request;
grant select on table view_hazard to zhiben_request;
grant select on table view_partner_token to zhiben_request;
grant select on table view_post to zhiben_request;
grant select on table view_report to zhiben_request;
grant select on table view_risk_point to zhiben_request;
grant select on table view_self_check to zhiben_request;
grant select on table view_service_body to zhiben_request;
grant select on table view_site to zhiben_request;
grant select on table view_sub_plan to zhiben_request;
grant select on table view_task to zhiben_request;
grant insert, select on table witnessed_checkpoint to zhiben_commit;
grant select on table witnessed_log to zhiben_commit;
grant update (root) on table witnessed_log to zhiben_commit;
grant update (size) on table witnessed_log to zhiben_commit;

comment on view view_account is '账号 · Account';
comment on column view_account.id is '条目 · Entry';
comment on column view_account.version is '版本 · Version';
comment on column view_account.state is '环节 · State';
comment on column view_account.county is '县市 · County';
comment on column view_account.username is '用户名 · User name';
comment on column view_account.name is '姓名 · Name';
comment on column view_account.unit is '所在单位 · Organisation';
comment on column view_account.certificate_number is '执法证号 · Certificate number';
comment on column view_account.certificate_from is '执法证有效期起 · Certificate valid from';
comment on column view_account.certificate_to is '执法证有效期止 · Certificate valid to';
comment on column view_account.number is '编号 · Number';
comment on column view_account.opened_on is '登记日期 · Opened on';
comment on column view_account.closed_on is '办结日期 · Closed on';
comment on column view_account.state_since is '进入当前环节 · In this step since';
comment on column view_account.due_on is '本环节期限 · Step due on';
comment on column view_account.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_account.holder is '当前办理单位 · Held by';
comment on column view_account.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_account.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_account.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_account.erased is '已依法删除 · Erased by law';
comment on view view_assessment is '考核 · Assessment';
comment on column view_assessment.id is '条目 · Entry';
comment on column view_assessment.version is '版本 · Version';
comment on column view_assessment.state is '环节 · State';
comment on column view_assessment.county is '县市 · County';
comment on column view_assessment.title is '考核名称 · Title';
comment on column view_assessment.year is '考核年度 · Year';
comment on column view_assessment.unit is '被考核单位 · Assessed unit';
comment on column view_assessment.region is '所属地区 · Region';
comment on column view_assessment.handled_by is '自评单位 · Scored by';
comment on column view_assessment.assessor is '考核单位 · Assessed by';
comment on column view_assessment.appeal_to is '复核单位 · Objections decided by';
comment on column view_assessment.scheme is '考核方案版本 · Version of the scheme';
comment on column view_assessment.assessment_key is '考核标识 · Key of the assessment';
comment on column view_assessment.self_scores is '自评得分 · Own score';
comment on column view_assessment.evidence is '自评佐证 · Evidence';
comment on column view_assessment.self_scored_by is '自评人 · Scored by whom';
comment on column view_assessment.verified_scores is '核定改动 · Points verified otherwise';
comment on column view_assessment.vetoes is '一票否决 · Vetoes found';
comment on column view_assessment.verified_by is '核定人 · Verified by';
comment on column view_assessment.verified_on is '核定日期 · Verified on';
comment on column view_assessment.figures is '指标数值 · Figures';
comment on column view_assessment.result is '各项得分 · Points';
comment on column view_assessment.vetoes_met is '否决情形 · Vetoes met';
comment on column view_assessment.score is '总分 · Score';
comment on column view_assessment.grade_id is '等次标识 · Id of the grade';
comment on column view_assessment.grade is '等次 · Grade';
comment on column view_assessment.objection_until is '可申请复核至 · Objection until';
comment on column view_assessment.objection is '复核申请 · Objection';
comment on column view_assessment.objection_evidence is '复核佐证 · Evidence of the objection';
comment on column view_assessment.objected_by is '复核申请人 · Objected by';
comment on column view_assessment.decision is '复核决定 · Decision on the objection';
comment on column view_assessment.decided_by is '复核人 · Decided by';
comment on column view_assessment.published_by is '公布人 · Published by';
comment on column view_assessment.published_on is '公布日期 · Published on';
comment on column view_assessment.number is '编号 · Number';
comment on column view_assessment.opened_on is '登记日期 · Opened on';
comment on column view_assessment.closed_on is '办结日期 · Closed on';
comment on column view_assessment.state_since is '进入当前环节 · In this step since';
comment on column view_assessment.due_on is '本环节期限 · Step due on';
comment on column view_assessment.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_assessment.holder is '当前办理单位 · Held by';
comment on column view_assessment.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_assessment.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_assessment.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_assessment.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_assessment.erased is '已依法删除 · Erased by law';
comment on column view_assessment.restricted is '限制知悉 · Restricted';
comment on view view_briefing is '通报 · Briefing';
comment on column view_briefing.id is '条目 · Entry';
comment on column view_briefing.version is '版本 · Version';
comment on column view_briefing.state is '环节 · State';
comment on column view_briefing.county is '县市 · County';
comment on column view_briefing.title is '通报标题 · Title';
comment on column view_briefing.period is '通报期 · Period';
comment on column view_briefing.every is '通报类别 · Length of the period';
comment on column view_briefing.period_from is '通报期起 · Period from';
comment on column view_briefing.period_to is '通报期止 · Period to';
comment on column view_briefing.indicators is '通报的指标 · Indicators';
comment on column view_briefing.by_sector is '另按行业领域列数 · By sector as well';
comment on column view_briefing.figures is '各地区、各行业领域指标 · Figures by region and sector';
comment on column view_briefing.praise is '表扬的做法 · What is praised';
comment on column view_briefing.problems is '存在的问题 · Problems';
comment on column view_briefing.demands is '工作要求 · What is demanded';
comment on column view_briefing.praised_units is '表扬的单位 · Units praised';
comment on column view_briefing.criticised_units is '点名的单位 · Units named';
comment on column view_briefing.addressed_to is '主送单位 · Goes to';
comment on column view_briefing.corrects is '更正的通报 · Corrects';
comment on column view_briefing.issuer is '拟稿单位 · Drawn up by';
comment on column view_briefing.region is '所属地区 · Region';
comment on column view_briefing.drafted_by is '拟稿人 · Drafter';
comment on column view_briefing.sent_by is '送签人 · Sent to be signed by';
comment on column view_briefing.signer is '签发单位 · Signed at';
comment on column view_briefing.issue_year is '文号年份 · Year of the number';
comment on column view_briefing.issue_number is '通报文号 · Number of the briefing';
comment on column view_briefing.issue_key is '单位、年份与序号 · Office, year and number';
comment on column view_briefing.issued_on is '签发日期 · Issued on';
comment on column view_briefing.issued_by is '签发人 · Signed by';
comment on column view_briefing.recipients is '收文单位 · Recipients';
comment on column view_briefing.awaited is '尚未签收的单位 · Not acknowledged by';
comment on column view_briefing.superseded_by is '替代它的通报 · Superseded by';
comment on column view_briefing.number is '编号 · Number';
comment on column view_briefing.opened_on is '登记日期 · Opened on';
comment on column view_briefing.closed_on is '办结日期 · Closed on';
comment on column view_briefing.state_since is '进入当前环节 · In this step since';
comment on column view_briefing.due_on is '本环节期限 · Step due on';
comment on column view_briefing.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_briefing.holder is '当前办理单位 · Held by';
comment on column view_briefing.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_briefing.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_briefing.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_briefing.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_briefing.erased is '已依法删除 · Erased by law';
comment on view view_directive is '议定事项和批示 · Directive';
comment on column view_directive.id is '条目 · Entry';
comment on column view_directive.version is '版本 · Version';
comment on column view_directive.state is '环节 · State';
comment on column view_directive.county is '县市 · County';
comment on column view_directive.title is '事项名称 · Title';
comment on column view_directive.kind is '来源 · Source';
comment on column view_directive.source_name is '会议名称或者批示文号 · Meeting, or number of the instruction';
comment on column view_directive.said_on is '会议或者批示日期 · Day of the meeting or instruction';
comment on column view_directive.said_by is '主持人或者批示领导 · Who presided or wrote it';
comment on column view_directive.said is '原文 · Its words';
comment on column view_directive.original is '纪要或者批示原件 · Minutes, or the original';
comment on column view_directive.measure is '措施 · Measure';
comment on column view_directive.clause is '条款 · Clause';
comment on column view_directive.reply_by is '要求反馈日期 · Answer wanted by';
comment on column view_directive.recorded_by is '登记单位 · Recorded by';
comment on column view_directive.region is '所属地区 · Region';
comment on column view_directive.task_count is '交办任务数 · Tasks assigned';
comment on column view_directive.ended_count is '已了结任务数 · Tasks ended';
comment on column view_directive.outcome is '办理结果 · Outcome';
comment on column view_directive.number is '编号 · Number';
comment on column view_directive.opened_on is '登记日期 · Opened on';
comment on column view_directive.closed_on is '办结日期 · Closed on';
comment on column view_directive.state_since is '进入当前环节 · In this step since';
comment on column view_directive.due_on is '本环节期限 · Step due on';
comment on column view_directive.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_directive.holder is '当前办理单位 · Held by';
comment on column view_directive.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_directive.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_directive.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_directive.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_directive.erased is '已依法删除 · Erased by law';
comment on view view_document is '制度文件 · Document';
comment on column view_document.id is '条目 · Entry';
comment on column view_document.version is '版本 · Version';
comment on column view_document.state is '环节 · State';
comment on column view_document.county is '县市 · County';
comment on column view_document.title is '文件名称 · Title';
comment on column view_document.kind is '要求 · What is asked';
comment on column view_document.provision is '依据 · By which provision';
comment on column view_document.measure is '措施 · Measure';
comment on column view_document.section is '方案章节 · Section of the plan';
comment on column view_document.clause is '条款 · Clause';
comment on column view_document.asks is '条款原文 · What the clause says';
comment on column view_document.obligation is '文件事项 · Document asked for';
comment on column view_document.unit is '牵头单位 · Leading unit';
comment on column view_document.joint is '配合单位 · Joint units';
comment on column view_document.region is '所属地区 · Region';
comment on column view_document.handled_by is '承办单位 · Handled by';
comment on column view_document.assigned_by is '交办单位 · Assigned by';
comment on column view_document.document_key is '文件事项与单位 · Document asked for and unit';
comment on column view_document.due is '完成期限 · Due on';
comment on column view_document.first_due_on is '原定期限 · First due on';
comment on column view_document.draft is '文稿 · Draft';
comment on column view_document.consulted is '征求意见范围 · Who is consulted';
comment on column view_document.consulted_until is '征求意见截止 · Consulted until';
comment on column view_document.opinions is '意见采纳情况 · What was said, and what was taken up';
comment on column view_document.legal_reviewer is '合法性审核单位 · Unit of the legal review';
comment on column view_document.legal_opinion is '合法性审核意见 · Opinion of the legal review';
comment on column view_document.sent_by is '送审人 · Sent to review by';
comment on column view_document.legal_reviewed_by is '审核人 · Reviewed by';
comment on column view_document.legal_reviewed_on is '审核日期 · Reviewed on';
comment on column view_document.document_number is '文号 · Document number';
comment on column view_document.issued_on is '印发日期 · Issued on';
comment on column view_document.text is '正式文本 · Text as issued';
comment on column view_document.published_at is '公开位置 · Where it is published';
comment on column view_document.effective_from is '施行日期 · In force from';
comment on column view_document.valid_until is '有效期至 · In force until';
comment on column view_document.ended_on is '失效日期 · Ended on';
comment on column view_document.successor is '新文件文号 · Number of the new document';
comment on column view_document.number is '编号 · Number';
comment on column view_document.opened_on is '登记日期 · Opened on';
comment on column view_document.closed_on is '办结日期 · Closed on';
comment on column view_document.state_since is '进入当前环节 · In this step since';
comment on column view_document.due_on is '本环节期限 · Step due on';
comment on column view_document.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_document.holder is '当前办理单位 · Held by';
comment on column view_document.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_document.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_document.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_document.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_document.erased is '已依法删除 · Erased by law';
comment on view view_enterprise is '企业 · Enterprise';
comment on column view_enterprise.id is '条目 · Entry';
comment on column view_enterprise.version is '版本 · Version';
comment on column view_enterprise.state is '环节 · State';
comment on column view_enterprise.county is '县市 · County';
comment on column view_enterprise.name is '企业名称 · Name';
comment on column view_enterprise.credit_code is '统一社会信用代码 · Unified social credit code';
comment on column view_enterprise.no_code_reason is '无统一社会信用代码的原因 · Why it has no credit code';
comment on column view_enterprise.credit_code_doubtful is '信用代码校验位存疑 · Check digit of the code is doubtful';
comment on column view_enterprise.organisation is '企业 · Enterprise';
comment on column view_enterprise.ownership is '企业隶属 · Ownership';
comment on column view_enterprise.region is '所在地区 · Region';
comment on column view_enterprise.sector is '行业领域 · Sector';
comment on column view_enterprise.other_sectors is '其他涉及的行业领域 · Other sectors';
comment on column view_enterprise.industry_class is '国民经济行业分类（GB/T 4754） · Class of GB/T 4754';
comment on column view_enterprise.scale is '企业规模 · Scale';
comment on column view_enterprise.staff_count is '从业人员（人） · Staff (persons)';
comment on column view_enterprise.above_scale is '规模以上 · Above designated size';
comment on column view_enterprise.high_risk is '高危行业（安全生产法） · High-risk sector (Work Safety Law)';
comment on column view_enterprise.insurance_high_risk is '高危行业（应当投保安责险） · High-risk sector (must insure)';
comment on column view_enterprise.address is '地址 · Address';
comment on column view_enterprise.longitude is '经度（度） · Longitude (degrees)';
comment on column view_enterprise.latitude is '纬度（度） · Latitude (degrees)';
comment on column view_enterprise.coordinate_system is '坐标系 · Coordinate system';
comment on column view_enterprise.park is '所在园区 · Industrial park';
comment on column view_enterprise.supervised_by is '负有安全监管职责的部门 · Supervising department';
comment on column view_enterprise.co_supervised_by is '共同监管的部门 · Co-supervising department';
comment on column view_enterprise.sector_department is '行业主管部门 · Department of the trade';
comment on column view_enterprise.legal_representative is '法定代表人 · Legal representative';
comment on column view_enterprise.actual_controller is '实际控制人 · Actual controller';
comment on column view_enterprise.principal is '主要负责人 · Principal';
comment on column view_enterprise.safety_head is '安全管理负责人 · Head of safety';
comment on column view_enterprise.principal_phone is '主要负责人电话 · Telephone of the principal';
comment on column view_enterprise.safety_head_phone is '安全管理负责人电话 · Telephone of the head of safety';
comment on column view_enterprise.phone is '联系电话 · Telephone';
comment on column view_enterprise.owner_id_number is '经营者公民身份号码 · Identity number of the owner';
comment on column view_enterprise.registered_on is '列入企业名册日期 · In the roll since';
comment on column view_enterprise.ceased_on is '关闭或注销日期 · Closed or deregistered on';
comment on column view_enterprise.checked_on is '复产验收日期 · Checked on';
comment on column view_enterprise.check_finding is '复产验收意见 · Finding of the check';
comment on column view_enterprise.grade is '安全等级 · Grade';
comment on column view_enterprise.first_graded_on is '首次定级日期 · First graded on';
comment on column view_enterprise.graded_on is '定级日期 · Graded on';
comment on column view_enterprise.inspections_per_year is '每年检查次数（按等级，待核实） · Inspections a year (by grade, to be confirmed)';
comment on column view_enterprise.proposed_grade is '拟定等级 · Proposed grade';
comment on column view_enterprise.grade_basis is '定级依据 · Basis of the grade';
comment on column view_enterprise.proposed_grade_basis is '拟定等级的依据 · Basis of the proposed grade';
comment on column view_enterprise.grade_proposed_by is '拟定人 · Grade proposed by';
comment on column view_enterprise.grade_confirmed_by is '审定人 · Grade confirmed by';
comment on column view_enterprise.grade_appeal is '企业申诉 · Appeal of the enterprise';
comment on column view_enterprise.grade_appeal_outcome is '申诉结果 · Outcome of the appeal';
comment on column view_enterprise.grade_appeal_answer is '申诉答复 · Answer to the appeal';
comment on column view_enterprise.safety_licence is '安全许可证照编号 · Number of the safety licence';
comment on column view_enterprise.safety_licence_to is '许可证照有效期至 · Licence valid to';
comment on column view_enterprise.insurer is '安责险承保机构 · Insurer';
comment on column view_enterprise.insurance_policy is '安责险保单号 · Liability policy number';
comment on column view_enterprise.insured_to is '安责险保至 · Insured to';
comment on column view_enterprise.standardisation is '安全生产标准化等级 · Standardisation grade';
comment on column view_enterprise.standardisation_to is '标准化有效期至 · Standardisation valid to';
comment on column view_enterprise.duplicate_of is '合并到 · Duplicate of';
comment on column view_enterprise.duplicates is '并入的重复企业 · Duplicates';
comment on column view_enterprise.number is '编号 · Number';
comment on column view_enterprise.opened_on is '登记日期 · Opened on';
comment on column view_enterprise.closed_on is '办结日期 · Closed on';
comment on column view_enterprise.state_since is '进入当前环节 · In this step since';
comment on column view_enterprise.due_on is '本环节期限 · Step due on';
comment on column view_enterprise.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_enterprise.holder is '当前办理单位 · Held by';
comment on column view_enterprise.aside_from is '此前环节 · Step before';
comment on column view_enterprise.aside_due is '此前环节期限 · Step before was due on';
comment on column view_enterprise.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_enterprise.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_enterprise.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_enterprise.erased is '已依法删除 · Erased by law';
comment on column view_enterprise.recorded_state is '补录时环节 · Recorded in the step';
comment on column view_enterprise.recorded_from is '补录来源（导入批次/行） · Recorded from (import / row)';
comment on view view_enterprise_application is '企业注册申请 · Enterprise application';
comment on column view_enterprise_application.id is '条目 · Entry';
comment on column view_enterprise_application.version is '版本 · Version';
comment on column view_enterprise_application.state is '环节 · State';
comment on column view_enterprise_application.county is '县市 · County';
comment on column view_enterprise_application.name is '企业名称 · Name of the enterprise';
comment on column view_enterprise_application.credit_code is '统一社会信用代码 · Unified social credit code';
comment on column view_enterprise_application.credit_code_doubtful is '信用代码校验位存疑 · Check digit of the code is doubtful';
comment on column view_enterprise_application.region is '所在地区 · Region';
comment on column view_enterprise_application.sector is '行业领域 · Sector';
comment on column view_enterprise_application.legal_representative is '法定代表人 · Legal representative';
comment on column view_enterprise_application.applicant is '主要负责人姓名 · Name of the principal';
comment on column view_enterprise_application.applicant_phone is '联系电话 · Telephone';
comment on column view_enterprise_application.authority is '身份说明 · By what authority';
comment on column view_enterprise_application.receiving_unit is '受理单位 · Received by';
comment on column view_enterprise_application.verified_by is '核实方式 · How it was checked';
comment on column view_enterprise_application.verification is '核实情况 · What the check showed';
comment on column view_enterprise_application.answer is '退回或不予通过的理由 · Why it was given back or refused';
comment on column view_enterprise_application.organisation is '企业名册条目 · Enterprise in the roll';
comment on column view_enterprise_application.account is '开通的账号 · Account opened';
comment on column view_enterprise_application.username is '用户名 · User name';
comment on column view_enterprise_application.decided_by is '办理人 · Decided by';
comment on column view_enterprise_application.secret_hash is '查询码哈希 · Hash of the secret';
comment on column view_enterprise_application.number is '编号 · Number';
comment on column view_enterprise_application.opened_on is '登记日期 · Opened on';
comment on column view_enterprise_application.closed_on is '办结日期 · Closed on';
comment on column view_enterprise_application.state_since is '进入当前环节 · In this step since';
comment on column view_enterprise_application.due_on is '本环节期限 · Step due on';
comment on column view_enterprise_application.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_enterprise_application.holder is '当前办理单位 · Held by';
comment on column view_enterprise_application.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_enterprise_application.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_enterprise_application.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_enterprise_application.erased is '已依法删除 · Erased by law';
comment on view view_evaluation is '落实情况评估 · Evaluation';
comment on column view_evaluation.id is '条目 · Entry';
comment on column view_evaluation.version is '版本 · Version';
comment on column view_evaluation.state is '环节 · State';
comment on column view_evaluation.county is '县市 · County';
comment on column view_evaluation.title is '事项名称 · Title';
comment on column view_evaluation.kind is '所属清单 · Checklist';
comment on column view_evaluation.item_number is '事项序号 · Number of the item';
comment on column view_evaluation.item_source is '事项出处 · Source of the item';
comment on column view_evaluation.asks is '事项内容 · What the item asks';
comment on column view_evaluation.measure is '措施 · Measure';
comment on column view_evaluation.clause is '条款 · Clause';
comment on column view_evaluation.unit is '牵头单位 · Leading unit';
comment on column view_evaluation.joint is '配合单位 · Joint units';
comment on column view_evaluation.region is '所属地区 · Region';
comment on column view_evaluation.handled_by is '自评单位 · Reported by';
comment on column view_evaluation.assigned_by is '核定单位 · Verified by the office';
comment on column view_evaluation.list is '清单标识 · Key of the checklist';
comment on column view_evaluation.item_place is '清单和序号 · Checklist and number';
comment on column view_evaluation.item_key is '事项标识 · Key of the item';
comment on column view_evaluation.due is '自评期限 · Due on';
comment on column view_evaluation.first_due_on is '原定期限 · First due on';
comment on column view_evaluation.implementation is '自评落实情况 · How far, as the unit says';
comment on column view_evaluation.situation is '落实情况说明 · What was done';
comment on column view_evaluation.own_score is '自评得分 · Own score';
comment on column view_evaluation.evidence is '佐证材料 · Evidence';
comment on column view_evaluation.evidence_at is '佐证存放处 · Where the evidence lies';
comment on column view_evaluation.gap is '差距和下一步措施 · What is missing, and what comes next';
comment on column view_evaluation.reported_by is '自评人 · Reported by whom';
comment on column view_evaluation.reported_on is '自评日期 · Reported on';
comment on column view_evaluation.found_implementation is '核定落实情况 · How far, as was found';
comment on column view_evaluation.verified_score is '核定得分 · Verified score';
comment on column view_evaluation.deviation is '与自评不同的理由 · Why it differs from the unit''s own';
comment on column view_evaluation.conclusion is '评估结论 · Conclusion';
comment on column view_evaluation.verified_by is '核定人 · Verified by';
comment on column view_evaluation.verified_on is '核定日期 · Verified on';
comment on column view_evaluation.ended_on is '替代日期 · Superseded on';
comment on column view_evaluation.successor is '替代的文件或者评估 · What supersedes it';
comment on column view_evaluation.number is '编号 · Number';
comment on column view_evaluation.opened_on is '登记日期 · Opened on';
comment on column view_evaluation.closed_on is '办结日期 · Closed on';
comment on column view_evaluation.state_since is '进入当前环节 · In this step since';
comment on column view_evaluation.due_on is '本环节期限 · Step due on';
comment on column view_evaluation.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_evaluation.holder is '当前办理单位 · Held by';
comment on column view_evaluation.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_evaluation.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_evaluation.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_evaluation.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_evaluation.erased is '已依法删除 · Erased by law';
comment on view view_hazard is '事故隐患 · Hazard';
comment on column view_hazard.id is '条目 · Entry';
comment on column view_hazard.version is '版本 · Version';
comment on column view_hazard.state is '环节 · State';
comment on column view_hazard.county is '县市 · County';
comment on column view_hazard.title is '隐患名称 · Title';
comment on column view_hazard.description is '现状与成因 · Present state and cause';
comment on column view_hazard.place is '具体位置 · Exact place';
comment on column view_hazard.organisation is '企业 · Enterprise';
comment on column view_hazard.site is '场所 · Site';
comment on column view_hazard.risk_point is '对应风险点 · Risk point';
comment on column view_hazard.region is '所在地区 · Region';
comment on column view_hazard.sector is '行业领域 · Sector';
comment on column view_hazard.source is '隐患来源 · Source';
comment on column view_hazard.source_ref is '来源文号或编号 · Number of the source';
comment on column view_hazard.found_on is '发现日期 · Found on';
comment on column view_hazard.stock is '存量或增量 · Stock or increment';
comment on column view_hazard.park is '所在园区 · Industrial park';
comment on column view_hazard.found_by is '发现人 · Found by';
comment on column view_hazard.found_by_organisation is '发现单位 · Finding organisation';
comment on column view_hazard.harm is '可能的后果 · Possible harm';
comment on column view_hazard.difficulty is '整改难度 · Difficulty of the rectification';
comment on column view_hazard.exposed_people is '受威胁人数 · People exposed';
comment on column view_hazard.must_stop is '须立即停产或撤人 · Production must stop or people leave at once';
comment on column view_hazard.photos is '整改前照片 · Photos before';
comment on column view_hazard.level is '隐患等级 · Level';
comment on column view_hazard.criteria_item is '判定标准条款 · Criteria item';
comment on column view_hazard.criteria_from is '条款版本施行日期 · Version in force from';
comment on column view_hazard.criteria_text is '条款内容（判定时） · What the item said';
comment on column view_hazard.second_item is '同时适用的条款 · Further criteria item';
comment on column view_hazard.second_item_from is '该条款版本施行日期 · Its version in force from';
comment on column view_hazard.third_item is '同时适用的第三条款 · Third criteria item';
comment on column view_hazard.third_item_from is '第三条款版本施行日期 · Third item''s version in force from';
comment on column view_hazard.fourth_item is '同时适用的第四条款 · Fourth criteria item';
comment on column view_hazard.fourth_item_from is '第四条款版本施行日期 · Fourth item''s version in force from';
comment on column view_hazard.repeated is '同条款反复出现 · Repeated';
comment on column view_hazard.repeat_of is '上一次同条款隐患 · Last hazard of the same item';
comment on column view_hazard.judgement_reason is '判定理由 · Reason of the judgement';
comment on column view_hazard.expert_opinion is '专家意见 · Expert opinion';
comment on column view_hazard.proposed_by is '判定提出人 · Judgement proposed by';
comment on column view_hazard.proposed_by_role is '提出人岗位 · Role of the proposer';
comment on column view_hazard.validated_by is '判定审定人 · Judgement validated by';
comment on column view_hazard.owning_organisation is '监管（销号）单位 · Supervising (owning) organisation';
comment on column view_hazard.owning_level is '所属层级 · Owning level';
comment on column view_hazard.report_method is '报告方式 · How it was reported';
comment on column view_hazard.staff_report is '向职工报告形式 · Report to the staff';
comment on column view_hazard.staff_reported_on is '向职工报告日期 · Reported to the staff on';
comment on column view_hazard.report_files is '向监管部门报告凭证 · Proof of the report to the regulator';
comment on column view_hazard.plan_responsible is '整改责任人 · Responsible person';
comment on column view_hazard.plan_measures is '整改措施 · Measures';
comment on column view_hazard.plan_funds is '整改资金（元） · Funds (yuan)';
comment on column view_hazard.rectify_by is '整改期限 · Rectify by';
comment on column view_hazard.plan_contingency is '应急预案与安全措施 · Contingency plan and safeguards';
comment on column view_hazard.plan_files is '整改方案 · Plan papers';
comment on column view_hazard.first_due_on is '首次整改期限 · First deadline';
comment on column view_hazard.progress is '整改进展 · Progress';
comment on column view_hazard.extension_until is '申请延期至 · Extension asked until';
comment on column view_hazard.extension_controls is '延期期间管控措施 · Controls until then';
comment on column view_hazard.extension_requested_by is '延期申请人 · Extension asked by';
comment on column view_hazard.approving_organisation is '延期批准单位 · Approves the extension';
comment on column view_hazard.extension_count is '延期次数 · Extensions';
comment on column view_hazard.rectified_by is '整改人 · Rectified by';
comment on column view_hazard.acceptance_report is '整改结果与自验收意见 · Result and own acceptance';
comment on column view_hazard.acceptance_persons is '验收人员 · Accepted by (names)';
comment on column view_hazard.after_photos is '整改后照片 · Photos after';
comment on column view_hazard.evidence_gaps is '照片证据提示 · Remarks on the photos';
comment on column view_hazard.review_opinion is '复查意见 · Opinion of the review';
comment on column view_hazard.reviewed_by is '复查人（一） · First reviewing officer';
comment on column view_hazard.countersigned_by is '复查人（二） · Second reviewing officer';
comment on column view_hazard.close_opinion is '销号意见 · Opinion on closing';
comment on column view_hazard.closed_by is '销号人 · Closed by';
comment on column view_hazard.reopen_count is '重新打开次数 · Times reopened';
comment on column view_hazard.acknowledged_by is '报告签收人 · Report acknowledged by';
comment on column view_hazard.acknowledged_on is '报告签收日期 · Report acknowledged on';
comment on column view_hazard.dispute_grounds is '异议理由 · Grounds of the objection';
comment on column view_hazard.dispute_files is '异议材料 · Papers of the objection';
comment on column view_hazard.disputed_by is '异议提出人 · Objected by';
comment on column view_hazard.appeal_organisation is '异议核定单位 · Decides the objection';
comment on column view_hazard.dispute_opinion is '异议核定意见 · Decision on the objection';
comment on column view_hazard.dispute_count is '异议次数 · Objections';
comment on column view_hazard.controlled is '管控中 · Under interim control';
comment on column view_hazard.control_measures is '临时管控措施 · Interim control';
comment on column view_hazard.control_details is '管控要求 · What the control asks';
comment on column view_hazard.control_order is '现场处理措施决定书文号 · Number of the on-site order';
comment on column view_hazard.control_files is '管控材料与照片 · Papers and photos of the control';
comment on column view_hazard.controlled_by is '管控决定单位 · Control ordered by';
comment on column view_hazard.controlled_on is '管控日期 · Under control since';
comment on column view_hazard.control_lifted_on is '解除管控日期 · Control lifted on';
comment on column view_hazard.co_supervisor is '配合监管单位 · Co-supervising organisation';
comment on column view_hazard.second_sector is '涉及的其他行业领域 · Further sector';
comment on column view_hazard.transfer_to is '移送单位 · Transferred to';
comment on column view_hazard.transferred_from is '移送前监管单位 · Transferred from';
comment on column view_hazard.suspended_until is '中止整改至 · Suspended until';
comment on column view_hazard.suspension_count is '中止次数 · Suspensions';
comment on column view_hazard.defiance_order is '责令整改文书号 · Number of the order that was defied';
comment on column view_hazard.defied_on is '认定拒不整改日期 · Found defied on';
comment on column view_hazard.no_photo_reason is '无法拍照的原因 · Why no photo could be taken';
comment on column view_hazard.sent_back_count is '退回次数 · Times sent back';
comment on column view_hazard.sector_department is '行业管理部门 · Department of the trade';
comment on column view_hazard.reported_on is '向监管部门报告日期 · Reported to the regulator on';
comment on column view_hazard.report_receipt is '报告回执或文号 · Receipt or number of the report';
comment on column view_hazard.staff_report_files is '向职工报告凭证 · Proof of the report to the staff';
comment on column view_hazard.report_gaps is '双报告凭证提示 · Remarks on the proof of the reports';
comment on column view_hazard.report_unproven is '双报告凭证不全 · Double report not proved';
comment on column view_hazard.actual_funds is '实际投入资金（元） · Funds spent (yuan)';
comment on column view_hazard.accepted_on is '自验收日期 · Own acceptance on';
comment on column view_hazard.acceptance_by is '验收方式 · Who carried out the acceptance';
comment on column view_hazard.acceptance_body is '受委托机构名称 · Name of the entrusted body';
comment on column view_hazard.acceptance_files is '验收或评估报告 · Report of the acceptance';
comment on column view_hazard.reviewed_on is '复查日期 · Reviewed on';
comment on column view_hazard.published_on is '公示日期 · Made public on';
comment on column view_hazard.published_in is '公示载体 · Made public by';
comment on column view_hazard.publication_reference is '公示网址或载体名称 · Address or name of the publication';
comment on column view_hazard.publication_files is '公示材料 · Papers of the publication';
comment on column view_hazard.duplicate_of is '合并到 · Duplicate of';
comment on column view_hazard.duplicates is '重复隐患 · Duplicates';
comment on column view_hazard.self_check is '来自自查 · Found in the self-check';
comment on column view_hazard.number is '编号 · Number';
comment on column view_hazard.opened_on is '登记日期 · Opened on';
comment on column view_hazard.closed_on is '办结日期 · Closed on';
comment on column view_hazard.state_since is '进入当前环节 · In this step since';
comment on column view_hazard.due_on is '本环节期限 · Step due on';
comment on column view_hazard.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_hazard.holder is '当前办理单位 · Held by';
comment on column view_hazard.aside_from is '此前环节 · Step before';
comment on column view_hazard.aside_due is '此前环节期限 · Step before was due on';
comment on column view_hazard.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_hazard.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_hazard.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_hazard.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_hazard.erased is '已依法删除 · Erased by law';
comment on column view_hazard.restricted is '限制知悉 · Restricted';
comment on column view_hazard.recorded_state is '补录时环节 · Recorded in the step';
comment on column view_hazard.recorded_from is '补录来源（导入批次/行） · Recorded from (import / row)';
comment on view view_partner_token is '接口令牌 · Partner token';
comment on column view_partner_token.id is '条目 · Entry';
comment on column view_partner_token.version is '版本 · Version';
comment on column view_partner_token.state is '环节 · State';
comment on column view_partner_token.county is '县市 · County';
comment on column view_partner_token.name is '名称 · Name';
comment on column view_partner_token.purpose is '用途 · Purpose';
comment on column view_partner_token.unit is '代表单位 · Stands for';
comment on column view_partner_token.unit_level is '单位层级 · Level of the organisation';
comment on column view_partner_token.role is '比照岗位 · As which role';
comment on column view_partner_token.covers is '数据地区 · Region';
comment on column view_partner_token.every_sector is '全部行业领域 · Every sector';
comment on column view_partner_token.sectors is '行业领域 · Sectors';
comment on column view_partner_token.may_read is '可查询的台账 · Registers it reads';
comment on column view_partner_token.may_do is '可办理的事项 · Acts it may do';
comment on column view_partner_token.masked is '不提供的字段 · Fields left out';
comment on column view_partner_token.valid_until is '有效期至 · Valid until';
comment on column view_partner_token.per_minute is '每分钟请求上限 · Requests a minute';
comment on column view_partner_token.per_day is '每日请求上限 · Requests a day';
comment on column view_partner_token.requested_by is '申请人 · Asked for by';
comment on column view_partner_token.requested_in is '申请单位 · Asked for in';
comment on column view_partner_token.approved_by is '批准人 · Approved by';
comment on column view_partner_token.secret_hash is '密钥哈希 · Hash of the secret';
comment on column view_partner_token.number is '编号 · Number';
comment on column view_partner_token.opened_on is '登记日期 · Opened on';
comment on column view_partner_token.closed_on is '办结日期 · Closed on';
comment on column view_partner_token.state_since is '进入当前环节 · In this step since';
comment on column view_partner_token.due_on is '本环节期限 · Step due on';
comment on column view_partner_token.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_partner_token.holder is '当前办理单位 · Held by';
comment on column view_partner_token.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_partner_token.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_partner_token.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_partner_token.erased is '已依法删除 · Erased by law';
comment on view view_post is '任职 · Post';
comment on column view_post.id is '条目 · Entry';
comment on column view_post.version is '版本 · Version';
comment on column view_post.state is '环节 · State';
comment on column view_post.county is '县市 · County';
comment on column view_post.account is '账号 · Account';
comment on column view_post.holder_name is '姓名 · Name';
comment on column view_post.role is '岗位 · Role';
comment on column view_post.unit is '任职单位 · Organisation';
comment on column view_post.unit_level is '单位层级 · Level of the organisation';
comment on column view_post.covers is '管辖地区 · Region covered';
comment on column view_post.every_sector is '全部行业领域 · Every sector';
comment on column view_post.sectors is '行业领域 · Sectors';
comment on column view_post.held_from is '任职起 · Held from';
comment on column view_post.held_until is '任职止 · Held until';
comment on column view_post.ends_from is '卸任日期 · Ends from';
comment on column view_post.successor is '接任者账号 · Account of the successor';
comment on column view_post.succeeds is '接任自 · Succeeds';
comment on column view_post.granted_by is '授权人 · Granted by';
comment on column view_post.confirming_unit is '确认单位 · Confirmed in';
comment on column view_post.confirmed_by is '确认人 · Confirmed by';
comment on column view_post.number is '编号 · Number';
comment on column view_post.opened_on is '登记日期 · Opened on';
comment on column view_post.closed_on is '办结日期 · Closed on';
comment on column view_post.state_since is '进入当前环节 · In this step since';
comment on column view_post.due_on is '本环节期限 · Step due on';
comment on column view_post.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_post.holder is '当前办理单位 · Held by';
comment on column view_post.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_post.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_post.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_post.erased is '已依法删除 · Erased by law';
comment on view view_report is '定期报表 · Periodic report';
comment on column view_report.id is '条目 · Entry';
comment on column view_report.version is '版本 · Version';
comment on column view_report.state is '环节 · State';
comment on column view_report.county is '县市 · County';
comment on column view_report.title is '报表名称 · Title';
comment on column view_report.kind is '报表种类代码 · Kind of report';
comment on column view_report.every is '报表类别 · How often';
comment on column view_report.organisation is '报送单位 · Reporting unit';
comment on column view_report.receiver is '接收单位 · Received by';
comment on column view_report.region is '所属地区 · Region';
comment on column view_report.period is '报告期 · Period';
comment on column view_report.period_from is '报告期起 · Period from';
comment on column view_report.period_to is '报告期止 · Period to';
comment on column view_report.due is '报送期限 · Due on';
comment on column view_report.report_key is '种类、单位与报告期 · Kind, unit and period';
comment on column view_report.figures is '指标 · Figures';
comment on column view_report.asks is '须填写的事项 · What must be answered';
comment on column view_report.results is '主要成效 · Main results';
comment on column view_report.problems is '存在的主要问题 · Main problems';
comment on column view_report.requests is '需要上级协调解决的事项 · What the level above is asked to settle';
comment on column view_report.plans is '下步工作打算 · What comes next';
comment on column view_report.standing is '纳入长效机制的做法 · What goes into the standing mechanism';
comment on column view_report.first_sent_on is '首次报送日期 · First sent on';
comment on column view_report.sent_on is '报送日期 · Sent on';
comment on column view_report.sent_by is '报送人 · Sent by';
comment on column view_report.accepted_on is '接收日期 · Accepted on';
comment on column view_report.accepted_by is '审核人 · Reviewer';
comment on column view_report.open_until is '可退改至 · May be reopened until';
comment on column view_report.missing_units is '未完成评估的单位和理由 · Units without an evaluation, and why';
comment on column view_report.verdicts is '目标终期结果 · Final state of the targets';
comment on column view_report.concluded_on is '行动办结日期 · Campaign closed on';
comment on column view_report.concluded_by is '办结人 · Closed by';
comment on column view_report.number is '编号 · Number';
comment on column view_report.opened_on is '登记日期 · Opened on';
comment on column view_report.closed_on is '办结日期 · Closed on';
comment on column view_report.state_since is '进入当前环节 · In this step since';
comment on column view_report.due_on is '本环节期限 · Step due on';
comment on column view_report.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_report.holder is '当前办理单位 · Held by';
comment on column view_report.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_report.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_report.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_report.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_report.erased is '已依法删除 · Erased by law';
comment on view view_risk_point is '风险点 · Risk point';
comment on column view_risk_point.id is '条目 · Entry';
comment on column view_risk_point.version is '版本 · Version';
comment on column view_risk_point.state is '环节 · State';
comment on column view_risk_point.county is '县市 · County';
comment on column view_risk_point.name is '风险点名称 · Name';
comment on column view_risk_point.organisation is '企业 · Enterprise';
comment on column view_risk_point.site is '所在场所 · Site';
comment on column view_risk_point.region is '所在地区 · Region';
comment on column view_risk_point.sector is '行业领域 · Sector';
comment on column view_risk_point.park is '所在园区 · Industrial park';
comment on column view_risk_point.place is '具体位置 · Exact place';
comment on column view_risk_point.accident_type is '可能导致的事故类型 · Accident that it may lead to';
comment on column view_risk_point.description is '风险描述 · What the risk is';
comment on column view_risk_point.method is '评估方法 · Method';
comment on column view_risk_point.likelihood is '可能性 L · Likelihood L';
comment on column view_risk_point.exposure is '暴露频次 E（仅 LEC） · Exposure E (LEC only)';
comment on column view_risk_point.consequence is '后果 C（LS 为严重性 S） · Consequence C (in LS, severity S)';
comment on column view_risk_point.expert_level is '专家判定等级 · Level judged by experts';
comment on column view_risk_point.expert_opinion is '专家意见 · Opinion of the experts';
comment on column view_risk_point.score is '风险值 · Score';
comment on column view_risk_point.level is '风险等级 · Level';
comment on column view_risk_point.assessed_by is '评估人 · Assessed by';
comment on column view_risk_point.assessed_on is '评估日期 · Assessed on';
comment on column view_risk_point.tier is '管控层级 · Who controls it';
comment on column view_risk_point.responsible_unit is '责任部门（车间、班组） · Responsible unit';
comment on column view_risk_point.responsible_person is '责任人 · Responsible person';
comment on column view_risk_point.responsible_phone is '责任人电话 · Telephone';
comment on column view_risk_point.engineering_controls is '工程技术措施 · Engineering';
comment on column view_risk_point.management_controls is '管理措施 · Management';
comment on column view_risk_point.training_controls is '培训教育措施 · Training';
comment on column view_risk_point.protective_controls is '个体防护措施 · Personal protection';
comment on column view_risk_point.emergency_controls is '应急准备措施 · Preparedness';
comment on column view_risk_point.emergency_actions is '应急处置步骤 · What to do';
comment on column view_risk_point.emergency_supplies is '应急物资 · Supplies';
comment on column view_risk_point.emergency_contact is '应急联系人与电话 · Whom to call';
comment on column view_risk_point.approved_by is '审定人 · Approved by';
comment on column view_risk_point.approved_on is '审定日期 · Approved on';
comment on column view_risk_point.review_finding is '复核意见 · Finding of the review';
comment on column view_risk_point.reviewed_on is '上次复核日期 · Reviewed on';
comment on column view_risk_point.review_on is '下次复核日期 · Review due on';
comment on column view_risk_point.number is '编号 · Number';
comment on column view_risk_point.opened_on is '登记日期 · Opened on';
comment on column view_risk_point.closed_on is '办结日期 · Closed on';
comment on column view_risk_point.state_since is '进入当前环节 · In this step since';
comment on column view_risk_point.due_on is '本环节期限 · Step due on';
comment on column view_risk_point.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_risk_point.holder is '当前办理单位 · Held by';
comment on column view_risk_point.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_risk_point.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_risk_point.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_risk_point.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_risk_point.erased is '已依法删除 · Erased by law';
comment on column view_risk_point.recorded_state is '补录时环节 · Recorded in the step';
comment on column view_risk_point.recorded_from is '补录来源（导入批次/行） · Recorded from (import / row)';
comment on view view_self_check is '自查自改 · Self-check';
comment on column view_self_check.id is '条目 · Entry';
comment on column view_self_check.version is '版本 · Version';
comment on column view_self_check.state is '环节 · State';
comment on column view_self_check.county is '县市 · County';
comment on column view_self_check.title is '自查名称 · Title';
comment on column view_self_check.organisation is '企业 · Enterprise';
comment on column view_self_check.region is '所在地区 · Region';
comment on column view_self_check.sector is '行业领域 · Sector';
comment on column view_self_check.supervising_organisation is '监管单位 · Supervising organisation';
comment on column view_self_check.park is '所在园区 · Industrial park';
comment on column view_self_check.period is '自查期 · Window';
comment on column view_self_check.window_key is '企业与自查期 · Enterprise and window';
comment on column view_self_check.cycle is '自查周期 · Cycle';
comment on column view_self_check.basis is '自查依据 · Basis of the check';
comment on column view_self_check.window_from is '自查期起 · Window from';
comment on column view_self_check.window_to is '自查期止 · Window to';
comment on column view_self_check.voluntary_on is '自愿自查发起日期 · Voluntary check begun on';
comment on column view_self_check.exemption is '免查原因 · Why it is not owed';
comment on column view_self_check.checked_on is '检查日期 · Checked on';
comment on column view_self_check.areas is '检查区域 · Areas checked';
comment on column view_self_check.participants is '参加人员 · Who took part';
comment on column view_self_check.answers is '对照判定标准检查 · Checklist';
comment on column view_self_check.none_found is '未发现隐患 · None found';
comment on column view_self_check.remark is '其他情况 · Remarks';
comment on column view_self_check.photos is '现场照片 · Photos';
comment on column view_self_check.without_criteria is '该行业领域暂无已录入的判定标准 · No criteria are loaded for this sector';
comment on column view_self_check.filled_in_by is '填报人 · Filled in by';
comment on column view_self_check.led_in_person is '本人带队开展了本次检查 · I led this check in person';
comment on column view_self_check."position" is '确认地点 · Place of the confirmation';
comment on column view_self_check.position_missing is '未记录确认地点 · No place was recorded';
comment on column view_self_check.led_by is '带队确认的主要负责人 · Led and confirmed by';
comment on column view_self_check.confirmed_on is '确认日期 · Confirmed on';
comment on column view_self_check.missed_on is '列为逾期未查日期 · Missed, listed on';
comment on column view_self_check.hazards is '查出的隐患 · Hazards found';
comment on column view_self_check.number is '编号 · Number';
comment on column view_self_check.opened_on is '登记日期 · Opened on';
comment on column view_self_check.closed_on is '办结日期 · Closed on';
comment on column view_self_check.state_since is '进入当前环节 · In this step since';
comment on column view_self_check.due_on is '本环节期限 · Step due on';
comment on column view_self_check.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_self_check.holder is '当前办理单位 · Held by';
comment on column view_self_check.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_self_check.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_self_check.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_self_check.erased is '已依法删除 · Erased by law';
comment on column view_self_check.recorded_state is '补录时环节 · Recorded in the step';
comment on column view_self_check.recorded_from is '补录来源（导入批次/行） · Recorded from (import / row)';
comment on view view_service_body is '服务机构 · Service body';
comment on column view_service_body.id is '条目 · Entry';
comment on column view_service_body.version is '版本 · Version';
comment on column view_service_body.state is '环节 · State';
comment on column view_service_body.county is '县市 · County';
comment on column view_service_body.name is '机构名称 · Name';
comment on column view_service_body.credit_code is '统一社会信用代码 · Unified social credit code';
comment on column view_service_body.organisation is '服务机构 · Service body';
comment on column view_service_body.region is '服务地区 · Region';
comment on column view_service_body.services is '服务类别 · Services';
comment on column view_service_body.sector is '主要服务行业领域 · Sector mainly served';
comment on column view_service_body.other_sectors is '其他服务行业领域 · Other sectors served';
comment on column view_service_body.qualification_number is '资质证书编号 · Number of the qualification';
comment on column view_service_body.qualified_to is '资质有效期至 · Qualified until';
comment on column view_service_body.supervised_by is '负有安全监管职责的部门 · Supervising department';
comment on column view_service_body.address is '地址 · Address';
comment on column view_service_body.contact is '联系人 · Contact';
comment on column view_service_body.phone is '联系电话 · Telephone';
comment on column view_service_body.number is '编号 · Number';
comment on column view_service_body.opened_on is '登记日期 · Opened on';
comment on column view_service_body.closed_on is '办结日期 · Closed on';
comment on column view_service_body.state_since is '进入当前环节 · In this step since';
comment on column view_service_body.due_on is '本环节期限 · Step due on';
comment on column view_service_body.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_service_body.holder is '当前办理单位 · Held by';
comment on column view_service_body.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_service_body.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_service_body.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_service_body.erased is '已依法删除 · Erased by law';
comment on column view_service_body.recorded_state is '补录时环节 · Recorded in the step';
comment on column view_service_body.recorded_from is '补录来源（导入批次/行） · Recorded from (import / row)';
comment on view view_site is '场所 · Site';
comment on column view_site.id is '条目 · Entry';
comment on column view_site.version is '版本 · Version';
comment on column view_site.state is '环节 · State';
comment on column view_site.county is '县市 · County';
comment on column view_site.name is '场所（项目）名称 · Name';
comment on column view_site.kind is '场所类型 · Kind';
comment on column view_site.organisation is '企业 · Enterprise';
comment on column view_site.region is '所在地区 · Region';
comment on column view_site.sector is '行业领域 · Sector';
comment on column view_site.address is '地址 · Address';
comment on column view_site.longitude is '经度（度） · Longitude (degrees)';
comment on column view_site.latitude is '纬度（度） · Latitude (degrees)';
comment on column view_site.coordinate_system is '坐标系 · Coordinate system';
comment on column view_site.supervised_by is '负有安全监管职责的部门 · Supervising department';
comment on column view_site.park is '所在园区 · Industrial park';
comment on column view_site.responsible_person is '现场负责人 · Responsible person';
comment on column view_site.phone is '联系电话 · Telephone';
comment on column view_site.suspended_by_department is '由部门责令停用 · Suspended by a department';
comment on column view_site.number is '编号 · Number';
comment on column view_site.opened_on is '登记日期 · Opened on';
comment on column view_site.closed_on is '办结日期 · Closed on';
comment on column view_site.state_since is '进入当前环节 · In this step since';
comment on column view_site.due_on is '本环节期限 · Step due on';
comment on column view_site.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_site.holder is '当前办理单位 · Held by';
comment on column view_site.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_site.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_site.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_site.erased is '已依法删除 · Erased by law';
comment on column view_site.recorded_state is '补录时环节 · Recorded in the step';
comment on column view_site.recorded_from is '补录来源（导入批次/行） · Recorded from (import / row)';
comment on view view_sub_plan is '子方案 · Sub-plan';
comment on column view_sub_plan.id is '条目 · Entry';
comment on column view_sub_plan.version is '版本 · Version';
comment on column view_sub_plan.state is '环节 · State';
comment on column view_sub_plan.county is '县市 · County';
comment on column view_sub_plan.title is '方案名称 · Title';
comment on column view_sub_plan.kind is '类别 · Kind';
comment on column view_sub_plan.details is '须细化的内容 · What it must detail';
comment on column view_sub_plan.provision is '依据 · By which provision';
comment on column view_sub_plan.section is '方案章节 · Section of the plan';
comment on column view_sub_plan.clause is '条款 · Clause';
comment on column view_sub_plan.asks is '条款原文 · What the clauses say';
comment on column view_sub_plan.organisation is '制定单位 · Unit';
comment on column view_sub_plan.region is '所属地区 · Region';
comment on column view_sub_plan.park is '所在园区 · Industrial park';
comment on column view_sub_plan.handled_by is '承办单位 · Handled by';
comment on column view_sub_plan.receiver is '备案单位 · Filed with';
comment on column view_sub_plan.edition is '版次 · Edition';
comment on column view_sub_plan.plan_key is '事项与单位 · Place and unit';
comment on column view_sub_plan.obligation is '方案事项 · Row of the plan';
comment on column view_sub_plan.due is '报备期限 · To be handed in by';
comment on column view_sub_plan.first_due_on is '原定期限 · First due on';
comment on column view_sub_plan.measures is '细化的措施 · Measures that it details';
comment on column view_sub_plan.standards is '依据的判定标准 · Criteria that it rests on';
comment on column view_sub_plan.basis is '重点检查事项和职责依据 · Key check items and duties';
comment on column view_sub_plan.supervision is '监管措施细化 · Measures of supervision';
comment on column view_sub_plan.management is '督促指导措施 · Measures of guidance';
comment on column view_sub_plan.draft is '送审稿 · Draft';
comment on column view_sub_plan.sent_by is '送审人 · Sent to check by';
comment on column view_sub_plan.checked_by is '审核人 · Checked by';
comment on column view_sub_plan.checked_on is '审核日期 · Checked on';
comment on column view_sub_plan.document_number is '文号 · Document number';
comment on column view_sub_plan.issued_on is '印发日期 · Issued on';
comment on column view_sub_plan.text is '正式文本 · Text as issued';
comment on column view_sub_plan.filing_note is '报备说明 · Note to the filing';
comment on column view_sub_plan.handed_in_by is '报备人 · Handed in by';
comment on column view_sub_plan.handed_in_on is '报备日期 · Handed in on';
comment on column view_sub_plan.first_handed_in_on is '首次报备日期 · First handed in on';
comment on column view_sub_plan.filing_number is '备案编号 · Filing number';
comment on column view_sub_plan.filed_by is '备案人 · Filed by';
comment on column view_sub_plan.filed_on is '备案日期 · Filed on';
comment on column view_sub_plan.supersedes is '修订自 · Revises';
comment on column view_sub_plan.revision_due is '新版报备期限 · Next edition to be handed in by';
comment on column view_sub_plan.revision is '正在修订的新版 · Edition at work';
comment on column view_sub_plan.number is '编号 · Number';
comment on column view_sub_plan.opened_on is '登记日期 · Opened on';
comment on column view_sub_plan.closed_on is '办结日期 · Closed on';
comment on column view_sub_plan.state_since is '进入当前环节 · In this step since';
comment on column view_sub_plan.due_on is '本环节期限 · Step due on';
comment on column view_sub_plan.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_sub_plan.holder is '当前办理单位 · Held by';
comment on column view_sub_plan.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_sub_plan.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_sub_plan.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_sub_plan.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_sub_plan.erased is '已依法删除 · Erased by law';
comment on view view_task is '任务 · Task';
comment on column view_task.id is '条目 · Entry';
comment on column view_task.version is '版本 · Version';
comment on column view_task.state is '环节 · State';
comment on column view_task.county is '县市 · County';
comment on column view_task.title is '任务名称 · Title';
comment on column view_task.origin is '任务来源 · Origin';
comment on column view_task.origin_name is '会议名称或者文号 · Meeting, or number of the document';
comment on column view_task.origin_on is '会议或者批示日期 · Day of the meeting or instruction';
comment on column view_task.origin_words is '原文 · Its words';
comment on column view_task.directive is '议定事项或者批示 · Directive';
comment on column view_task.measure is '措施 · Measure';
comment on column view_task.section is '方案章节 · Section of the plan';
comment on column view_task.clause is '条款 · Clause';
comment on column view_task.provision is '方案依据 · Provision of the plan';
comment on column view_task.target is '对应目标 · Target';
comment on column view_task.asks is '任务内容 · What is to be done';
comment on column view_task.deliverables is '应有成果 · What must be shown';
comment on column view_task.unit is '牵头单位 · Leading unit';
comment on column view_task.joint is '配合单位 · Joint units';
comment on column view_task.region is '所属地区 · Region';
comment on column view_task.handled_by is '承办单位 · Handled by';
comment on column view_task.reviewer is '审核单位 · Reviewed by';
comment on column view_task.assigned_by is '交办单位 · Assigned by';
comment on column view_task.period is '任务期 · Period';
comment on column view_task.task_key is '条款、单位与任务期 · Clause, unit and period';
comment on column view_task.due is '完成期限 · Due on';
comment on column view_task.first_due_on is '原定期限 · First due on';
comment on column view_task.progress is '进展情况 · Progress';
comment on column view_task.done_on is '完成日期 · Done on';
comment on column view_task.done_text is '办结情况 · What was done';
comment on column view_task.evidence is '佐证材料 · Evidence';
comment on column view_task.evidence_at is '佐证所在 · Where the evidence lies';
comment on column view_task.submitted_by is '办结申请人 · Submitted by';
comment on column view_task.submitted_in is '办结申请单位 · Submitted in';
comment on column view_task.submitted_on is '办结申请日期 · Submitted on';
comment on column view_task.reviewed_by is '审核人 · Reviewer';
comment on column view_task.on_time_on is '按期办结日期 · Closed on time on';
comment on column view_task.extension_until is '申请延期至 · Extension asked until';
comment on column view_task.extension_requested_by is '延期申请人 · Extension asked by';
comment on column view_task.extension_count is '延期次数 · Extensions';
comment on column view_task.number is '编号 · Number';
comment on column view_task.opened_on is '登记日期 · Opened on';
comment on column view_task.closed_on is '办结日期 · Closed on';
comment on column view_task.state_since is '进入当前环节 · In this step since';
comment on column view_task.due_on is '本环节期限 · Step due on';
comment on column view_task.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_task.holder is '当前办理单位 · Held by';
comment on column view_task.aside_from is '此前环节 · Step before';
comment on column view_task.aside_due is '此前环节期限 · Step before was due on';
comment on column view_task.moved_on is '统计归属变动日期 · Counted elsewhere since';
comment on column view_task.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_task.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_task.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_task.erased is '已依法删除 · Erased by law';
