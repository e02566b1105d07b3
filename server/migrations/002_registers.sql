-- Generated from core/registers by `npm run generate`, until the first release; forward only after it.

create table entry_hazard (
  source text,
  stock text,
  criteria_item text,
  repeated boolean,
  owning_organisation uuid,
  owning_level text,
  plan_funds numeric,
  rectify_by date,
  controlled boolean,
  co_supervisor uuid,
  second_sector text,
  defied_on date
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
create index entry_hazard_alike on entry_hazard (organisation, criteria_item, found_on desc);
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
  e.data ->> 'sourceRef' as source_ref,
  e.found_on as found_on,
  e.stock as stock,
  (e.data ->> 'foundBy')::uuid as found_by,
  (e.data ->> 'foundByOrganisation')::uuid as found_by_organisation,
  e.data ->> 'harm' as harm,
  e.data ->> 'difficulty' as difficulty,
  (e.data ->> 'exposedPeople')::integer as exposed_people,
  (e.data ->> 'mustStop')::boolean as must_stop,
  e.data -> 'photos' as photos,
  e.level as level,
  e.criteria_item as criteria_item,
  (e.data ->> 'criteriaFrom')::date as criteria_from,
  e.data ->> 'secondItem' as second_item,
  (e.data ->> 'secondItemFrom')::date as second_item_from,
  e.repeated as repeated,
  (e.data ->> 'repeatOf')::uuid as repeat_of,
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
  e.data -> 'evidenceGaps' as evidence_gaps,
  e.data ->> 'reviewOpinion' as review_opinion,
  (e.data ->> 'reviewedBy')::uuid as reviewed_by,
  (e.data ->> 'countersignedBy')::uuid as countersigned_by,
  e.data ->> 'closeOpinion' as close_opinion,
  (e.data ->> 'closedBy')::uuid as closed_by,
  (e.data ->> 'reopenCount')::integer as reopen_count,
  e.data ->> 'disputeGrounds' as dispute_grounds,
  e.data -> 'disputeFiles' as dispute_files,
  (e.data ->> 'disputedBy')::uuid as disputed_by,
  (e.data ->> 'appealOrganisation')::uuid as appeal_organisation,
  e.data ->> 'disputeOpinion' as dispute_opinion,
  (e.data ->> 'disputeCount')::integer as dispute_count,
  e.controlled as controlled,
  e.data -> 'controlMeasures' as control_measures,
  e.data ->> 'controlDetails' as control_details,
  e.data ->> 'controlOrder' as control_order,
  e.data -> 'controlFiles' as control_files,
  (e.data ->> 'controlledBy')::uuid as controlled_by,
  (e.data ->> 'controlledOn')::date as controlled_on,
  (e.data ->> 'controlLiftedOn')::date as control_lifted_on,
  e.co_supervisor as co_supervisor,
  e.second_sector as second_sector,
  (e.data ->> 'transferTo')::uuid as transfer_to,
  (e.data ->> 'transferredFrom')::uuid as transferred_from,
  (e.data ->> 'suspendedUntil')::date as suspended_until,
  e.data ->> 'defianceOrder' as defiance_order,
  e.defied_on as defied_on,
  e.data ->> 'noPhotoReason' as no_photo_reason,
  (e.data ->> 'sentBackCount')::integer as sent_back_count,
  (e.data ->> 'duplicateOf')::uuid as duplicate_of,
  e.data -> 'duplicates' as duplicates,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  e.data ->> 'asideFrom' as aside_from,
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
comment on column view_hazard.source_ref is '来源文号或编号 · Number of the source';
comment on column view_hazard.found_on is '发现日期 · Found on';
comment on column view_hazard.stock is '存量或增量 · Stock or increment';
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
comment on column view_hazard.second_item is '同时适用的条款 · Further criteria item';
comment on column view_hazard.second_item_from is '该条款版本施行日期 · Its version in force from';
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
comment on column view_hazard.evidence_gaps is '照片证据提示 · Remarks on the photos';
comment on column view_hazard.review_opinion is '复查意见 · Opinion of the review';
comment on column view_hazard.reviewed_by is '复查人（一） · First reviewing officer';
comment on column view_hazard.countersigned_by is '复查人（二） · Second reviewing officer';
comment on column view_hazard.close_opinion is '销号意见 · Opinion on closing';
comment on column view_hazard.closed_by is '销号人 · Closed by';
comment on column view_hazard.reopen_count is '重新打开次数 · Times reopened';
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
comment on column view_hazard.defiance_order is '责令整改文书号 · Number of the order that was defied';
comment on column view_hazard.defied_on is '认定拒不整改日期 · Found defied on';
comment on column view_hazard.no_photo_reason is '无法拍照的原因 · Why no photo could be taken';
comment on column view_hazard.sent_back_count is '退回次数 · Times sent back';
comment on column view_hazard.duplicate_of is '合并到 · Duplicate of';
comment on column view_hazard.duplicates is '重复隐患 · Duplicates';
comment on column view_hazard.number is '编号 · Number';
comment on column view_hazard.opened_on is '登记日期 · Opened on';
comment on column view_hazard.closed_on is '办结日期 · Closed on';
comment on column view_hazard.state_since is '进入当前环节 · In this step since';
comment on column view_hazard.due_on is '本环节期限 · Step due on';
comment on column view_hazard.due_provisional is '期限暂定 · Deadline provisional';
comment on column view_hazard.holder is '当前办理单位 · Held by';
comment on column view_hazard.aside_from is '此前环节 · Step before';
comment on column view_hazard.erasure_asked is '申请删除的内容 · Asked to be erased';
comment on column view_hazard.erasure_basis is '删除的法定情形 · Legal ground of the erasure';
comment on column view_hazard.erasure_asked_by is '删除申请人 · Erasure asked by';
comment on column view_hazard.erased is '已依法删除 · Erased by law';
grant select on view_hazard to zhiben_request;

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
