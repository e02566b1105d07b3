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

create view view_hazard with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.data ->> 'description' as description,
  e.data ->> 'place' as place,
  e.organisation as organisation,
  e.region as region,
  e.sector as sector,
  e.source as source,
  e.found_on as found_on,
  (e.data ->> 'foundBy')::uuid as found_by,
  (e.data ->> 'foundByOrganisation')::uuid as found_by_organisation,
  e.data -> 'photos' as photos,
  e.level as level,
  e.criteria_item as criteria_item,
  (e.data ->> 'criteriaFrom')::date as criteria_from,
  e.data ->> 'judgementReason' as judgement_reason,
  e.data ->> 'expertOpinion' as expert_opinion,
  (e.data ->> 'proposedBy')::uuid as proposed_by,
  e.data ->> 'proposedByRole' as proposed_by_role,
  (e.data ->> 'validatedBy')::uuid as validated_by,
  e.owning_organisation as owning_organisation,
  e.owning_level as owning_level,
  e.data ->> 'reportMethod' as report_method,
  e.data ->> 'staffReport' as staff_report,
  (e.data ->> 'staffReportedOn')::date as staff_reported_on,
  e.data -> 'reportFiles' as report_files,
  e.data ->> 'planResponsible' as plan_responsible,
  e.data ->> 'planMeasures' as plan_measures,
  e.plan_funds as plan_funds,
  e.rectify_by as rectify_by,
  e.data ->> 'planContingency' as plan_contingency,
  e.data -> 'planFiles' as plan_files,
  e.first_due_on as first_due_on,
  e.data ->> 'progress' as progress,
  (e.data ->> 'extensionUntil')::date as extension_until,
  e.data ->> 'extensionControls' as extension_controls,
  (e.data ->> 'extensionRequestedBy')::uuid as extension_requested_by,
  (e.data ->> 'approvingOrganisation')::uuid as approving_organisation,
  (e.data ->> 'extensionCount')::integer as extension_count,
  (e.data ->> 'rectifiedBy')::uuid as rectified_by,
  e.data ->> 'acceptanceReport' as acceptance_report,
  e.data ->> 'acceptancePersons' as acceptance_persons,
  e.data -> 'afterPhotos' as after_photos,
  e.data ->> 'reviewOpinion' as review_opinion,
  (e.data ->> 'reviewedBy')::uuid as reviewed_by,
  (e.data ->> 'countersignedBy')::uuid as countersigned_by,
  e.data ->> 'closeOpinion' as close_opinion,
  (e.data ->> 'closedBy')::uuid as closed_by,
  (e.data ->> 'reopenCount')::integer as reopen_count,
  (e.data ->> 'duplicateOf')::uuid as duplicate_of,
  e.data -> 'duplicates' as duplicates,
  (e.data ->> 'selfCheck')::uuid as self_check,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_hazard e;
comment on view view_hazard is '事故隐患 · Hazard';
comment on column view_hazard.id is '条目 · Entry';
comment on column view_hazard.version is '版本 · Version';
comment on column view_hazard.state is '环节 · State';
comment on column view_hazard.county is '县市 · County';
comment on column view_hazard.title is '隐患名称 · Title';
comment on column view_hazard.description is '现状与成因 · Present state and cause';
comment on column view_hazard.place is '具体位置 · Exact place';
comment on column view_hazard.organisation is '企业 · Enterprise';
comment on column view_hazard.region is '所在地区 · Region';
comment on column view_hazard.sector is '行业领域 · Sector';
comment on column view_hazard.source is '隐患来源 · Source';
comment on column view_hazard.found_on is '发现日期 · Found on';
comment on column view_hazard.found_by is '发现人 · Found by';
comment on column view_hazard.found_by_organisation is '发现单位 · Finding organisation';
comment on column view_hazard.photos is '整改前照片 · Photos before';
comment on column view_hazard.level is '隐患等级 · Level';
comment on column view_hazard.criteria_item is '判定标准条款 · Criteria item';
comment on column view_hazard.criteria_from is '条款版本施行日期 · Version in force from';
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
comment on column view_hazard.report_files is '报告材料 · Papers of the report';
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
comment on column view_hazard.review_opinion is '复查意见 · Opinion of the review';
comment on column view_hazard.reviewed_by is '复查人（一） · First reviewing officer';
comment on column view_hazard.countersigned_by is '复查人（二） · Second reviewing officer';
comment on column view_hazard.close_opinion is '销号意见 · Opinion on closing';
comment on column view_hazard.closed_by is '销号人 · Closed by';
comment on column view_hazard.reopen_count is '重新打开次数 · Times reopened';
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
comment on column view_hazard.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_hazard.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_hazard.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_hazard.erased is '已依法删除 · Erased by law';
grant select on view_hazard to zhiben_request;

create table entry_self_check (
  supervising_organisation uuid,
  period text,
  window_key text,
  window_from date,
  window_to date,
  confirmed_on date,
  missed_on date
) inherits (entry);
alter table entry_self_check add primary key (id);
alter table entry_self_check add check (register = 'self-check');
create unique index entry_self_check_number on entry_self_check (number);
create unique index entry_self_check_window_key on entry_self_check (window_key);
create index entry_self_check_opened on entry_self_check (opened_on desc, id desc);
create index entry_self_check_county on entry_self_check (county, opened_on desc, id desc);
create index entry_self_check_region on entry_self_check (region, opened_on desc, id desc);
create index entry_self_check_organisation on entry_self_check (organisation, opened_on desc, id desc);
create index entry_self_check_state on entry_self_check (state, opened_on desc, id desc);
create index entry_self_check_holder on entry_self_check (holder, due_on, id) where closed_on is null;
create index entry_self_check_due on entry_self_check (due_on, id) where due_on is not null;
create index entry_self_check_found on entry_self_check (found_on desc, id desc);
create index entry_self_check_provisional on entry_self_check (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_self_check enable row level security;
create policy request_reads on entry_self_check for select to zhiben_request using (
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
create policy commit_all on entry_self_check to zhiben_commit using (true) with check (true);
grant select on entry_self_check to zhiben_request;
grant select, insert, update on entry_self_check to zhiben_commit;

create view view_self_check with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.organisation as organisation,
  e.region as region,
  e.sector as sector,
  e.supervising_organisation as supervising_organisation,
  e.period as period,
  e.window_key as window_key,
  e.data ->> 'cycle' as cycle,
  e.data ->> 'basis' as basis,
  e.window_from as window_from,
  e.window_to as window_to,
  e.data ->> 'exemption' as exemption,
  (e.data ->> 'checkedOn')::date as checked_on,
  e.data ->> 'areas' as areas,
  e.data ->> 'participants' as participants,
  e.data -> 'answers' as answers,
  (e.data ->> 'noneFound')::boolean as none_found,
  e.data ->> 'remark' as remark,
  e.data -> 'photos' as photos,
  (e.data ->> 'withoutCriteria')::boolean as without_criteria,
  (e.data ->> 'filledInBy')::uuid as filled_in_by,
  (e.data ->> 'ledInPerson')::boolean as led_in_person,
  e.data ->> 'position' as position,
  (e.data ->> 'positionMissing')::boolean as position_missing,
  (e.data ->> 'ledBy')::uuid as led_by,
  e.confirmed_on as confirmed_on,
  e.missed_on as missed_on,
  e.data -> 'hazards' as hazards,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_self_check e;
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
comment on column view_self_check.period is '自查期 · Window';
comment on column view_self_check.window_key is '企业与自查期 · Enterprise and window';
comment on column view_self_check.cycle is '自查周期 · Cycle';
comment on column view_self_check.basis is '自查依据 · Why it is owed';
comment on column view_self_check.window_from is '自查期起 · Window from';
comment on column view_self_check.window_to is '自查期止 · Window to';
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
comment on column view_self_check.position is '确认地点 · Place of the confirmation';
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
grant select on view_self_check to zhiben_request;

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

create view view_enterprise with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as name,
  e.credit_code as credit_code,
  e.region as region,
  e.sector as sector,
  e.organisation as organisation,
  e.data ->> 'ownership' as ownership,
  (e.data ->> 'highRisk')::boolean as high_risk,
  e.data ->> 'address' as address,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_enterprise e;
comment on view view_enterprise is '企业 · Enterprise';
comment on column view_enterprise.id is '条目 · Entry';
comment on column view_enterprise.version is '版本 · Version';
comment on column view_enterprise.state is '环节 · State';
comment on column view_enterprise.county is '县市 · County';
comment on column view_enterprise.name is '企业名称 · Name';
comment on column view_enterprise.credit_code is '统一社会信用代码 · Unified social credit code';
comment on column view_enterprise.region is '所在地区 · Region';
comment on column view_enterprise.sector is '行业领域 · Sector';
comment on column view_enterprise.organisation is '企业 · Enterprise';
comment on column view_enterprise.ownership is '企业隶属 · Ownership';
comment on column view_enterprise.high_risk is '高危行业 · High-risk sector';
comment on column view_enterprise.address is '地址 · Address';
comment on column view_enterprise.number is '编号 · Number';
comment on column view_enterprise.opened_on is '登记日期 · Opened on';
comment on column view_enterprise.closed_on is '办结日期 · Closed on';
comment on column view_enterprise.state_since is '进入当前环节 · In this step since';
comment on column view_enterprise.due_on is '本环节期限 · Step due on';
comment on column view_enterprise.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_enterprise.holder is '当前办理单位 · Held by';
comment on column view_enterprise.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_enterprise.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_enterprise.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_enterprise.erased is '已依法删除 · Erased by law';
grant select on view_enterprise to zhiben_request;
