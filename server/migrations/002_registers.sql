-- Generated from core/registers by `npm run generate`, until the first release; forward only after it.

create table entry_hazard (
  source text,
  criteria_item text,
  owning_organisation uuid,
  owning_level text,
  plan_funds numeric,
  rectify_by date
) inherits (entry);
alter table entry_hazard add primary key (id);
alter table entry_hazard add check (register = 'hazard');
create unique index entry_hazard_number on entry_hazard (number);
create index entry_hazard_opened on entry_hazard (opened_on desc, id desc);
create index entry_hazard_county on entry_hazard (county, opened_on desc, id desc);
create index entry_hazard_region on entry_hazard (region, opened_on desc, id desc);
create index entry_hazard_organisation on entry_hazard (organisation, opened_on desc, id desc);
create index entry_hazard_state on entry_hazard (state, opened_on desc, id desc);
create index entry_hazard_holder on entry_hazard (holder, due_on, id) where closed_on is null;
create index entry_hazard_due on entry_hazard (due_on, id) where due_on is not null;
create index entry_hazard_found on entry_hazard (found_on desc, id desc);
create index entry_hazard_provisional on entry_hazard (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_hazard enable row level security;
create policy request_reads on entry_hazard for select to zhiben_request using (
  (
    (select current_setting('zhiben.sees', true)) = 'region'
    and region >= (select current_setting('zhiben.region_from', true))
    and region < (select current_setting('zhiben.region_before', true))
    and (
      (select current_setting('zhiben.sectors', true)) = 'all'
      or sector = any ((select string_to_array(current_setting('zhiben.sectors', true), ','))::text[])
    )
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
create policy commit_all on entry_hazard to zhiben_commit using (true) with check (true);
grant select on entry_hazard to zhiben_request;
grant select, insert, update on entry_hazard to zhiben_commit;

create table entry_enterprise (
  credit_code text
) inherits (entry);
alter table entry_enterprise add primary key (id);
alter table entry_enterprise add check (register = 'enterprise');
create unique index entry_enterprise_number on entry_enterprise (number);
create unique index entry_enterprise_credit_code on entry_enterprise (credit_code);
create index entry_enterprise_opened on entry_enterprise (opened_on desc, id desc);
create index entry_enterprise_county on entry_enterprise (county, opened_on desc, id desc);
create index entry_enterprise_region on entry_enterprise (region, opened_on desc, id desc);
create index entry_enterprise_organisation on entry_enterprise (organisation, opened_on desc, id desc);
create index entry_enterprise_state on entry_enterprise (state, opened_on desc, id desc);
create index entry_enterprise_holder on entry_enterprise (holder, due_on, id) where closed_on is null;
create index entry_enterprise_due on entry_enterprise (due_on, id) where due_on is not null;
create index entry_enterprise_found on entry_enterprise (found_on desc, id desc);
create index entry_enterprise_provisional on entry_enterprise (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_enterprise enable row level security;
create policy request_reads on entry_enterprise for select to zhiben_request using (
  (
    (select current_setting('zhiben.sees', true)) = 'region'
    and region >= (select current_setting('zhiben.region_from', true))
    and region < (select current_setting('zhiben.region_before', true))
    and (
      (select current_setting('zhiben.sectors', true)) = 'all'
      or sector = any ((select string_to_array(current_setting('zhiben.sectors', true), ','))::text[])
    )
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
create policy commit_all on entry_enterprise to zhiben_commit using (true) with check (true);
grant select on entry_enterprise to zhiben_request;
grant select, insert, update on entry_enterprise to zhiben_commit;
