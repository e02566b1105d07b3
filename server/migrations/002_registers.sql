-- Generated from core/registers by `npm run generate`, until the first release; forward only after it.

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
create index entry_hazard_closed on entry_hazard (closed_on, id) where closed_on is not null;
create index entry_hazard_found on entry_hazard (found_on desc, id desc);
create index entry_hazard_words on entry_hazard using gin (search_words(title, number));
create index entry_hazard_provisional on entry_hazard (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
create index entry_hazard_alike on entry_hazard (organisation, found_on desc, title);
create index entry_hazard_repeat_of on entry_hazard using gin (repeat_of) where repeat_of is not null;
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
  e.site as site,
  e.risk_point as risk_point,
  e.region as region,
  e.sector as sector,
  e.source as source,
  e.data ->> 'sourceRef' as source_ref,
  e.found_on as found_on,
  e.stock as stock,
  (e.data ->> 'park')::uuid as park,
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
  e.data ->> 'criteriaText' as criteria_text,
  e.second_item as second_item,
  (e.data ->> 'secondItemFrom')::date as second_item_from,
  e.third_item as third_item,
  (e.data ->> 'thirdItemFrom')::date as third_item_from,
  e.fourth_item as fourth_item,
  (e.data ->> 'fourthItemFrom')::date as fourth_item_from,
  e.repeated as repeated,
  e.repeat_of as repeat_of,
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
  (e.data ->> 'acknowledgedBy')::uuid as acknowledged_by,
  (e.data ->> 'acknowledgedOn')::date as acknowledged_on,
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
  (e.data ->> 'suspensionCount')::integer as suspension_count,
  e.data ->> 'defianceOrder' as defiance_order,
  e.defied_on as defied_on,
  e.data ->> 'noPhotoReason' as no_photo_reason,
  (e.data ->> 'sentBackCount')::integer as sent_back_count,
  e.sector_department as sector_department,
  e.reported_on as reported_on,
  e.data ->> 'reportReceipt' as report_receipt,
  e.data -> 'staffReportFiles' as staff_report_files,
  e.data -> 'reportGaps' as report_gaps,
  e.report_unproven as report_unproven,
  e.actual_funds as actual_funds,
  (e.data ->> 'acceptedOn')::date as accepted_on,
  e.data ->> 'acceptanceBy' as acceptance_by,
  e.data ->> 'acceptanceBody' as acceptance_body,
  e.data -> 'acceptanceFiles' as acceptance_files,
  (e.data ->> 'reviewedOn')::date as reviewed_on,
  e.published_on as published_on,
  e.data -> 'publishedIn' as published_in,
  e.data ->> 'publicationReference' as publication_reference,
  e.data -> 'publicationFiles' as publication_files,
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
  e.data ->> 'asideFrom' as aside_from,
  (e.data ->> 'asideDue')::date as aside_due,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased,
  e.restricted as restricted,
  e.data ->> 'recordedState' as recorded_state,
  e.data ->> 'recordedFrom' as recorded_from
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
grant select on view_hazard to zhiben_request;

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
alter table entry_task add primary key (id);
alter table entry_task add check (register = 'task');
create unique index entry_task_number on entry_task (number);
create unique index entry_task_task_key on entry_task (task_key);
create index entry_task_opened on entry_task (opened_on desc, id desc);
create index entry_task_county on entry_task (county, opened_on desc, id desc);
create index entry_task_region on entry_task (region, opened_on desc, id desc);
create index entry_task_organisation on entry_task (organisation, opened_on desc, id desc);
create index entry_task_state on entry_task (state, opened_on desc, id desc);
create index entry_task_holder on entry_task (holder, due_on, id) where closed_on is null;
create index entry_task_due on entry_task (due_on, id) where due_on is not null;
create index entry_task_closed on entry_task (closed_on, id) where closed_on is not null;
create index entry_task_found on entry_task (found_on desc, id desc);
create index entry_task_words on entry_task using gin (search_words(title, number));
create index entry_task_provisional on entry_task (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_task enable row level security;
create policy request_reads on entry_task for select to zhiben_request using (
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
create policy commit_all on entry_task to zhiben_commit using (true) with check (true);
grant select on entry_task to zhiben_request;
grant select, insert, update on entry_task to zhiben_commit;

create view view_task with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.origin as origin,
  e.data ->> 'originName' as origin_name,
  (e.data ->> 'originOn')::date as origin_on,
  e.data ->> 'originWords' as origin_words,
  e.directive as directive,
  e.measure as measure,
  e.data ->> 'section' as section,
  e.clause as clause,
  e.data ->> 'provision' as provision,
  e.target as target,
  e.data ->> 'asks' as asks,
  e.data ->> 'deliverables' as deliverables,
  e.unit as unit,
  e.data -> 'joint' as joint,
  e.region as region,
  e.handled_by as handled_by,
  e.reviewer as reviewer,
  e.assigned_by as assigned_by,
  e.period as period,
  e.task_key as task_key,
  e.due as due,
  e.first_due_on as first_due_on,
  e.data ->> 'progress' as progress,
  (e.data ->> 'doneOn')::date as done_on,
  e.data ->> 'doneText' as done_text,
  e.data -> 'evidence' as evidence,
  e.data ->> 'evidenceAt' as evidence_at,
  (e.data ->> 'submittedBy')::uuid as submitted_by,
  (e.data ->> 'submittedIn')::uuid as submitted_in,
  (e.data ->> 'submittedOn')::date as submitted_on,
  (e.data ->> 'reviewedBy')::uuid as reviewed_by,
  e.on_time_on as on_time_on,
  (e.data ->> 'extensionUntil')::date as extension_until,
  (e.data ->> 'extensionRequestedBy')::uuid as extension_requested_by,
  (e.data ->> 'extensionCount')::integer as extension_count,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  e.data ->> 'asideFrom' as aside_from,
  (e.data ->> 'asideDue')::date as aside_due,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_task e;
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
grant select on view_task to zhiben_request;

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
alter table entry_report add primary key (id);
alter table entry_report add check (register = 'report');
create unique index entry_report_number on entry_report (number);
create unique index entry_report_report_key on entry_report (report_key);
create index entry_report_opened on entry_report (opened_on desc, id desc);
create index entry_report_county on entry_report (county, opened_on desc, id desc);
create index entry_report_region on entry_report (region, opened_on desc, id desc);
create index entry_report_organisation on entry_report (organisation, opened_on desc, id desc);
create index entry_report_state on entry_report (state, opened_on desc, id desc);
create index entry_report_holder on entry_report (holder, due_on, id) where closed_on is null;
create index entry_report_due on entry_report (due_on, id) where due_on is not null;
create index entry_report_closed on entry_report (closed_on, id) where closed_on is not null;
create index entry_report_found on entry_report (found_on desc, id desc);
create index entry_report_words on entry_report using gin (search_words(title, number));
create index entry_report_provisional on entry_report (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_report enable row level security;
create policy request_reads on entry_report for select to zhiben_request using (
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
create policy commit_all on entry_report to zhiben_commit using (true) with check (true);
grant select on entry_report to zhiben_request;
grant select, insert, update on entry_report to zhiben_commit;

create view view_report with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.kind as kind,
  e.every as every,
  e.organisation as organisation,
  e.receiver as receiver,
  e.region as region,
  e.period as period,
  e.period_from as period_from,
  e.period_to as period_to,
  e.due as due,
  e.report_key as report_key,
  e.data -> 'figures' as figures,
  e.data -> 'asks' as asks,
  e.data ->> 'results' as results,
  e.data ->> 'problems' as problems,
  e.data ->> 'requests' as requests,
  e.data ->> 'plans' as plans,
  e.data ->> 'standing' as standing,
  e.first_sent_on as first_sent_on,
  e.sent_on as sent_on,
  (e.data ->> 'sentBy')::uuid as sent_by,
  e.accepted_on as accepted_on,
  (e.data ->> 'acceptedBy')::uuid as accepted_by,
  e.open_until as open_until,
  e.data ->> 'missingUnits' as missing_units,
  e.data -> 'verdicts' as verdicts,
  e.concluded_on as concluded_on,
  (e.data ->> 'concludedBy')::uuid as concluded_by,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_report e;
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
grant select on view_report to zhiben_request;

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
alter table entry_briefing add primary key (id);
alter table entry_briefing add check (register = 'briefing');
create unique index entry_briefing_number on entry_briefing (number);
create unique index entry_briefing_issue_key on entry_briefing (issue_key);
create index entry_briefing_opened on entry_briefing (opened_on desc, id desc);
create index entry_briefing_county on entry_briefing (county, opened_on desc, id desc);
create index entry_briefing_region on entry_briefing (region, opened_on desc, id desc);
create index entry_briefing_organisation on entry_briefing (organisation, opened_on desc, id desc);
create index entry_briefing_state on entry_briefing (state, opened_on desc, id desc);
create index entry_briefing_holder on entry_briefing (holder, due_on, id) where closed_on is null;
create index entry_briefing_due on entry_briefing (due_on, id) where due_on is not null;
create index entry_briefing_closed on entry_briefing (closed_on, id) where closed_on is not null;
create index entry_briefing_found on entry_briefing (found_on desc, id desc);
create index entry_briefing_words on entry_briefing using gin (search_words(title, number));
create index entry_briefing_provisional on entry_briefing (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_briefing enable row level security;
create policy request_reads on entry_briefing for select to zhiben_request using (
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
create policy commit_all on entry_briefing to zhiben_commit using (true) with check (true);
grant select on entry_briefing to zhiben_request;
grant select, insert, update on entry_briefing to zhiben_commit;

create view view_briefing with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.period as period,
  e.every as every,
  e.period_from as period_from,
  e.period_to as period_to,
  e.data -> 'indicators' as indicators,
  (e.data ->> 'bySector')::boolean as by_sector,
  e.data -> 'figures' as figures,
  e.data ->> 'praise' as praise,
  e.data ->> 'problems' as problems,
  e.data ->> 'demands' as demands,
  e.data -> 'praisedUnits' as praised_units,
  e.data -> 'criticisedUnits' as criticised_units,
  e.data -> 'addressedTo' as addressed_to,
  e.corrects as corrects,
  e.issuer as issuer,
  e.region as region,
  (e.data ->> 'draftedBy')::uuid as drafted_by,
  (e.data ->> 'sentBy')::uuid as sent_by,
  e.signer as signer,
  e.issue_year as issue_year,
  e.issue_number as issue_number,
  e.issue_key as issue_key,
  e.issued_on as issued_on,
  (e.data ->> 'issuedBy')::uuid as issued_by,
  e.data -> 'recipients' as recipients,
  e.data -> 'awaited' as awaited,
  (e.data ->> 'supersededBy')::uuid as superseded_by,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_briefing e;
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
grant select on view_briefing to zhiben_request;

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
alter table entry_assessment add primary key (id);
alter table entry_assessment add check (register = 'assessment');
create unique index entry_assessment_number on entry_assessment (number);
create unique index entry_assessment_assessment_key on entry_assessment (assessment_key);
create index entry_assessment_opened on entry_assessment (opened_on desc, id desc);
create index entry_assessment_county on entry_assessment (county, opened_on desc, id desc);
create index entry_assessment_region on entry_assessment (region, opened_on desc, id desc);
create index entry_assessment_organisation on entry_assessment (organisation, opened_on desc, id desc);
create index entry_assessment_state on entry_assessment (state, opened_on desc, id desc);
create index entry_assessment_holder on entry_assessment (holder, due_on, id) where closed_on is null;
create index entry_assessment_due on entry_assessment (due_on, id) where due_on is not null;
create index entry_assessment_closed on entry_assessment (closed_on, id) where closed_on is not null;
create index entry_assessment_found on entry_assessment (found_on desc, id desc);
create index entry_assessment_words on entry_assessment using gin (search_words(title, number));
create index entry_assessment_provisional on entry_assessment (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
create index entry_assessment_alike on entry_assessment (unit, year, opened_on desc);
alter table entry_assessment enable row level security;
create policy request_reads on entry_assessment for select to zhiben_request using (
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
create policy commit_all on entry_assessment to zhiben_commit using (true) with check (true);
grant select on entry_assessment to zhiben_request;
grant select, insert, update on entry_assessment to zhiben_commit;

create view view_assessment with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.year as year,
  e.unit as unit,
  e.region as region,
  e.handled_by as handled_by,
  e.assessor as assessor,
  (e.data ->> 'appealTo')::uuid as appeal_to,
  e.data ->> 'scheme' as scheme,
  e.assessment_key as assessment_key,
  e.data -> 'selfScores' as self_scores,
  e.data -> 'evidence' as evidence,
  (e.data ->> 'selfScoredBy')::uuid as self_scored_by,
  e.data -> 'verifiedScores' as verified_scores,
  e.data -> 'vetoes' as vetoes,
  (e.data ->> 'verifiedBy')::uuid as verified_by,
  (e.data ->> 'verifiedOn')::date as verified_on,
  e.data -> 'figures' as figures,
  e.data -> 'result' as result,
  e.data -> 'vetoesMet' as vetoes_met,
  e.score as score,
  e.data ->> 'gradeId' as grade_id,
  e.grade as grade,
  (e.data ->> 'objectionUntil')::date as objection_until,
  e.data ->> 'objection' as objection,
  e.data -> 'objectionEvidence' as objection_evidence,
  (e.data ->> 'objectedBy')::uuid as objected_by,
  e.data ->> 'decision' as decision,
  (e.data ->> 'decidedBy')::uuid as decided_by,
  (e.data ->> 'publishedBy')::uuid as published_by,
  e.published_on as published_on,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased,
  e.restricted as restricted
from entry_assessment e;
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
grant select on view_assessment to zhiben_request;

create table entry_directive (
  kind text,
  source_name text,
  said_on date,
  measure integer,
  clause integer,
  reply_by date,
  recorded_by uuid
) inherits (entry);
alter table entry_directive add primary key (id);
alter table entry_directive add check (register = 'directive');
create unique index entry_directive_number on entry_directive (number);
create index entry_directive_opened on entry_directive (opened_on desc, id desc);
create index entry_directive_county on entry_directive (county, opened_on desc, id desc);
create index entry_directive_region on entry_directive (region, opened_on desc, id desc);
create index entry_directive_organisation on entry_directive (organisation, opened_on desc, id desc);
create index entry_directive_state on entry_directive (state, opened_on desc, id desc);
create index entry_directive_holder on entry_directive (holder, due_on, id) where closed_on is null;
create index entry_directive_due on entry_directive (due_on, id) where due_on is not null;
create index entry_directive_closed on entry_directive (closed_on, id) where closed_on is not null;
create index entry_directive_found on entry_directive (found_on desc, id desc);
create index entry_directive_words on entry_directive using gin (search_words(title, number));
create index entry_directive_provisional on entry_directive (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_directive enable row level security;
create policy request_reads on entry_directive for select to zhiben_request using (
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
create policy commit_all on entry_directive to zhiben_commit using (true) with check (true);
grant select on entry_directive to zhiben_request;
grant select, insert, update on entry_directive to zhiben_commit;

create view view_directive with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.kind as kind,
  e.source_name as source_name,
  e.said_on as said_on,
  e.data ->> 'saidBy' as said_by,
  e.data ->> 'said' as said,
  e.data -> 'original' as original,
  e.measure as measure,
  e.clause as clause,
  e.reply_by as reply_by,
  e.recorded_by as recorded_by,
  e.region as region,
  (e.data ->> 'taskCount')::integer as task_count,
  (e.data ->> 'endedCount')::integer as ended_count,
  e.data ->> 'outcome' as outcome,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_directive e;
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
grant select on view_directive to zhiben_request;

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
alter table entry_document add primary key (id);
alter table entry_document add check (register = 'document');
create unique index entry_document_number on entry_document (number);
create unique index entry_document_document_key on entry_document (document_key);
create index entry_document_opened on entry_document (opened_on desc, id desc);
create index entry_document_county on entry_document (county, opened_on desc, id desc);
create index entry_document_region on entry_document (region, opened_on desc, id desc);
create index entry_document_organisation on entry_document (organisation, opened_on desc, id desc);
create index entry_document_state on entry_document (state, opened_on desc, id desc);
create index entry_document_holder on entry_document (holder, due_on, id) where closed_on is null;
create index entry_document_due on entry_document (due_on, id) where due_on is not null;
create index entry_document_closed on entry_document (closed_on, id) where closed_on is not null;
create index entry_document_found on entry_document (found_on desc, id desc);
create index entry_document_words on entry_document using gin (search_words(title, number));
create index entry_document_provisional on entry_document (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_document enable row level security;
create policy request_reads on entry_document for select to zhiben_request using (
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
create policy commit_all on entry_document to zhiben_commit using (true) with check (true);
grant select on entry_document to zhiben_request;
grant select, insert, update on entry_document to zhiben_commit;

create view view_document with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.kind as kind,
  e.data ->> 'provision' as provision,
  e.measure as measure,
  e.data ->> 'section' as section,
  e.clause as clause,
  e.data ->> 'asks' as asks,
  e.obligation as obligation,
  e.unit as unit,
  e.data -> 'joint' as joint,
  e.region as region,
  e.handled_by as handled_by,
  e.assigned_by as assigned_by,
  e.document_key as document_key,
  e.due as due,
  e.first_due_on as first_due_on,
  e.data -> 'draft' as draft,
  e.data ->> 'consulted' as consulted,
  (e.data ->> 'consultedUntil')::date as consulted_until,
  e.data ->> 'opinions' as opinions,
  e.legal_reviewer as legal_reviewer,
  e.data ->> 'legalOpinion' as legal_opinion,
  (e.data ->> 'sentBy')::uuid as sent_by,
  (e.data ->> 'legalReviewedBy')::uuid as legal_reviewed_by,
  (e.data ->> 'legalReviewedOn')::date as legal_reviewed_on,
  e.document_number as document_number,
  e.issued_on as issued_on,
  e.data -> 'text' as text,
  e.data ->> 'publishedAt' as published_at,
  e.effective_from as effective_from,
  e.valid_until as valid_until,
  e.ended_on as ended_on,
  e.data ->> 'successor' as successor,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_document e;
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
grant select on view_document to zhiben_request;

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
alter table entry_evaluation add primary key (id);
alter table entry_evaluation add check (register = 'evaluation');
create unique index entry_evaluation_number on entry_evaluation (number);
create unique index entry_evaluation_item_key on entry_evaluation (item_key);
create index entry_evaluation_opened on entry_evaluation (opened_on desc, id desc);
create index entry_evaluation_county on entry_evaluation (county, opened_on desc, id desc);
create index entry_evaluation_region on entry_evaluation (region, opened_on desc, id desc);
create index entry_evaluation_organisation on entry_evaluation (organisation, opened_on desc, id desc);
create index entry_evaluation_state on entry_evaluation (state, opened_on desc, id desc);
create index entry_evaluation_holder on entry_evaluation (holder, due_on, id) where closed_on is null;
create index entry_evaluation_due on entry_evaluation (due_on, id) where due_on is not null;
create index entry_evaluation_closed on entry_evaluation (closed_on, id) where closed_on is not null;
create index entry_evaluation_found on entry_evaluation (found_on desc, id desc);
create index entry_evaluation_words on entry_evaluation using gin (search_words(title, number));
create index entry_evaluation_provisional on entry_evaluation (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_evaluation enable row level security;
create policy request_reads on entry_evaluation for select to zhiben_request using (
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
create policy commit_all on entry_evaluation to zhiben_commit using (true) with check (true);
grant select on entry_evaluation to zhiben_request;
grant select, insert, update on entry_evaluation to zhiben_commit;

create view view_evaluation with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.kind as kind,
  e.item_number as item_number,
  e.data ->> 'itemSource' as item_source,
  e.data ->> 'asks' as asks,
  e.measure as measure,
  e.clause as clause,
  e.unit as unit,
  e.data -> 'joint' as joint,
  e.region as region,
  e.handled_by as handled_by,
  e.assigned_by as assigned_by,
  e.list as list,
  e.item_place as item_place,
  e.item_key as item_key,
  e.due as due,
  e.first_due_on as first_due_on,
  e.data ->> 'implementation' as implementation,
  e.data ->> 'situation' as situation,
  (e.data ->> 'ownScore')::numeric as own_score,
  e.data -> 'evidence' as evidence,
  e.data ->> 'evidenceAt' as evidence_at,
  e.data ->> 'gap' as gap,
  (e.data ->> 'reportedBy')::uuid as reported_by,
  (e.data ->> 'reportedOn')::date as reported_on,
  e.found_implementation as found_implementation,
  e.verified_score as verified_score,
  e.data ->> 'deviation' as deviation,
  e.data ->> 'conclusion' as conclusion,
  (e.data ->> 'verifiedBy')::uuid as verified_by,
  e.verified_on as verified_on,
  e.ended_on as ended_on,
  e.data ->> 'successor' as successor,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_evaluation e;
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
grant select on view_evaluation to zhiben_request;

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
alter table entry_sub_plan add primary key (id);
alter table entry_sub_plan add check (register = 'sub-plan');
create unique index entry_sub_plan_number on entry_sub_plan (number);
create unique index entry_sub_plan_plan_key on entry_sub_plan (plan_key);
create index entry_sub_plan_opened on entry_sub_plan (opened_on desc, id desc);
create index entry_sub_plan_county on entry_sub_plan (county, opened_on desc, id desc);
create index entry_sub_plan_region on entry_sub_plan (region, opened_on desc, id desc);
create index entry_sub_plan_organisation on entry_sub_plan (organisation, opened_on desc, id desc);
create index entry_sub_plan_state on entry_sub_plan (state, opened_on desc, id desc);
create index entry_sub_plan_holder on entry_sub_plan (holder, due_on, id) where closed_on is null;
create index entry_sub_plan_due on entry_sub_plan (due_on, id) where due_on is not null;
create index entry_sub_plan_closed on entry_sub_plan (closed_on, id) where closed_on is not null;
create index entry_sub_plan_found on entry_sub_plan (found_on desc, id desc);
create index entry_sub_plan_words on entry_sub_plan using gin (search_words(title, number));
create index entry_sub_plan_provisional on entry_sub_plan (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_sub_plan enable row level security;
create policy request_reads on entry_sub_plan for select to zhiben_request using (
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
create policy commit_all on entry_sub_plan to zhiben_commit using (true) with check (true);
grant select on entry_sub_plan to zhiben_request;
grant select, insert, update on entry_sub_plan to zhiben_commit;

create view view_sub_plan with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as title,
  e.kind as kind,
  e.data -> 'details' as details,
  e.data ->> 'provision' as provision,
  e.data ->> 'section' as section,
  (e.data ->> 'clause')::integer as clause,
  e.data ->> 'asks' as asks,
  e.organisation as organisation,
  e.region as region,
  (e.data ->> 'park')::uuid as park,
  e.handled_by as handled_by,
  e.receiver as receiver,
  e.edition as edition,
  e.plan_key as plan_key,
  e.data ->> 'obligation' as obligation,
  e.due as due,
  e.first_due_on as first_due_on,
  e.measures as measures,
  e.standards as standards,
  e.data ->> 'basis' as basis,
  e.data ->> 'supervision' as supervision,
  e.data ->> 'management' as management,
  e.data -> 'draft' as draft,
  (e.data ->> 'sentBy')::uuid as sent_by,
  (e.data ->> 'checkedBy')::uuid as checked_by,
  (e.data ->> 'checkedOn')::date as checked_on,
  e.document_number as document_number,
  e.issued_on as issued_on,
  e.data -> 'text' as text,
  e.data ->> 'filingNote' as filing_note,
  (e.data ->> 'handedInBy')::uuid as handed_in_by,
  (e.data ->> 'handedInOn')::date as handed_in_on,
  e.first_handed_in_on as first_handed_in_on,
  e.data ->> 'filingNumber' as filing_number,
  (e.data ->> 'filedBy')::uuid as filed_by,
  e.filed_on as filed_on,
  e.supersedes as supersedes,
  e.revision_due as revision_due,
  (e.data ->> 'revision')::uuid as revision,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased
from entry_sub_plan e;
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
grant select on view_sub_plan to zhiben_request;

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
create index entry_self_check_closed on entry_self_check (closed_on, id) where closed_on is not null;
create index entry_self_check_found on entry_self_check (found_on desc, id desc);
create index entry_self_check_words on entry_self_check using gin (search_words(title, number));
create index entry_self_check_provisional on entry_self_check (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
create index entry_self_check_alike on entry_self_check (organisation, opened_on desc);
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
  (e.data ->> 'park')::uuid as park,
  e.period as period,
  e.window_key as window_key,
  e.data ->> 'cycle' as cycle,
  e.data ->> 'basis' as basis,
  e.window_from as window_from,
  e.window_to as window_to,
  e.voluntary_on as voluntary_on,
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
  e.data -> 'erased' as erased,
  e.data ->> 'recordedState' as recorded_state,
  e.data ->> 'recordedFrom' as recorded_from
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
comment on column view_self_check.recorded_state is '补录时环节 · Recorded in the step';
comment on column view_self_check.recorded_from is '补录来源（导入批次/行） · Recorded from (import / row)';
grant select on view_self_check to zhiben_request;

create table entry_risk_point (
  site uuid,
  accident_type text,
  method text,
  tier text,
  approved_on date,
  reviewed_on date,
  review_on date
) inherits (entry);
alter table entry_risk_point add primary key (id);
alter table entry_risk_point add check (register = 'risk-point');
create unique index entry_risk_point_number on entry_risk_point (number);
create index entry_risk_point_opened on entry_risk_point (opened_on desc, id desc);
create index entry_risk_point_county on entry_risk_point (county, opened_on desc, id desc);
create index entry_risk_point_region on entry_risk_point (region, opened_on desc, id desc);
create index entry_risk_point_organisation on entry_risk_point (organisation, opened_on desc, id desc);
create index entry_risk_point_state on entry_risk_point (state, opened_on desc, id desc);
create index entry_risk_point_holder on entry_risk_point (holder, due_on, id) where closed_on is null;
create index entry_risk_point_due on entry_risk_point (due_on, id) where due_on is not null;
create index entry_risk_point_closed on entry_risk_point (closed_on, id) where closed_on is not null;
create index entry_risk_point_found on entry_risk_point (found_on desc, id desc);
create index entry_risk_point_words on entry_risk_point using gin (search_words(title, number));
create index entry_risk_point_provisional on entry_risk_point (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_risk_point enable row level security;
create policy request_reads on entry_risk_point for select to zhiben_request using (
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
create policy commit_all on entry_risk_point to zhiben_commit using (true) with check (true);
grant select on entry_risk_point to zhiben_request;
grant select, insert, update on entry_risk_point to zhiben_commit;

create view view_risk_point with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as name,
  e.organisation as organisation,
  e.site as site,
  e.region as region,
  e.sector as sector,
  (e.data ->> 'park')::uuid as park,
  e.data ->> 'place' as place,
  e.accident_type as accident_type,
  e.data ->> 'description' as description,
  e.method as method,
  (e.data ->> 'likelihood')::numeric as likelihood,
  (e.data ->> 'exposure')::numeric as exposure,
  (e.data ->> 'consequence')::numeric as consequence,
  e.data ->> 'expertLevel' as expert_level,
  e.data ->> 'expertOpinion' as expert_opinion,
  (e.data ->> 'score')::numeric as score,
  e.level as level,
  (e.data ->> 'assessedBy')::uuid as assessed_by,
  (e.data ->> 'assessedOn')::date as assessed_on,
  e.tier as tier,
  e.data ->> 'responsibleUnit' as responsible_unit,
  e.data ->> 'responsiblePerson' as responsible_person,
  split_part(e.data ->> 'responsiblePhone', ':', 3) as responsible_phone,
  e.data ->> 'engineeringControls' as engineering_controls,
  e.data ->> 'managementControls' as management_controls,
  e.data ->> 'trainingControls' as training_controls,
  e.data ->> 'protectiveControls' as protective_controls,
  e.data ->> 'emergencyControls' as emergency_controls,
  e.data ->> 'emergencyActions' as emergency_actions,
  e.data ->> 'emergencySupplies' as emergency_supplies,
  e.data ->> 'emergencyContact' as emergency_contact,
  (e.data ->> 'approvedBy')::uuid as approved_by,
  e.approved_on as approved_on,
  e.data ->> 'reviewFinding' as review_finding,
  e.reviewed_on as reviewed_on,
  e.review_on as review_on,
  e.number as number,
  e.opened_on as opened_on,
  e.closed_on as closed_on,
  e.state_since as state_since,
  e.due_on as due_on,
  (e.data ->> 'dueProvisional')::boolean as due_provisional,
  e.holder as holder,
  (e.data ->> 'movedOn')::date as moved_on,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased,
  e.data ->> 'recordedState' as recorded_state,
  e.data ->> 'recordedFrom' as recorded_from
from entry_risk_point e;
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
grant select on view_risk_point to zhiben_request;

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
create index entry_enterprise_closed on entry_enterprise (closed_on, id) where closed_on is not null;
create index entry_enterprise_found on entry_enterprise (found_on desc, id desc);
create index entry_enterprise_words on entry_enterprise using gin (search_words(title, number));
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
  e.data ->> 'noCodeReason' as no_code_reason,
  e.credit_code_doubtful as credit_code_doubtful,
  e.organisation as organisation,
  e.ownership as ownership,
  e.region as region,
  e.sector as sector,
  e.data -> 'otherSectors' as other_sectors,
  e.industry_class as industry_class,
  e.scale as scale,
  e.staff_count as staff_count,
  e.above_scale as above_scale,
  e.high_risk as high_risk,
  e.insurance_high_risk as insurance_high_risk,
  e.data ->> 'address' as address,
  (e.data ->> 'longitude')::numeric as longitude,
  (e.data ->> 'latitude')::numeric as latitude,
  e.data ->> 'coordinateSystem' as coordinate_system,
  (e.data ->> 'park')::uuid as park,
  e.supervised_by as supervised_by,
  (e.data ->> 'coSupervisedBy')::uuid as co_supervised_by,
  (e.data ->> 'sectorDepartment')::uuid as sector_department,
  e.data ->> 'legalRepresentative' as legal_representative,
  e.data ->> 'actualController' as actual_controller,
  e.data ->> 'principal' as principal,
  e.data ->> 'safetyHead' as safety_head,
  split_part(e.data ->> 'principalPhone', ':', 3) as principal_phone,
  split_part(e.data ->> 'safetyHeadPhone', ':', 3) as safety_head_phone,
  split_part(e.data ->> 'phone', ':', 3) as phone,
  split_part(e.data ->> 'ownerIdNumber', ':', 3) as owner_id_number,
  e.registered_on as registered_on,
  e.ceased_on as ceased_on,
  (e.data ->> 'checkedOn')::date as checked_on,
  e.data ->> 'checkFinding' as check_finding,
  e.grade as grade,
  (e.data ->> 'firstGradedOn')::date as first_graded_on,
  e.graded_on as graded_on,
  e.inspections_per_year as inspections_per_year,
  e.data ->> 'proposedGrade' as proposed_grade,
  e.data ->> 'gradeBasis' as grade_basis,
  e.data ->> 'proposedGradeBasis' as proposed_grade_basis,
  (e.data ->> 'gradeProposedBy')::uuid as grade_proposed_by,
  (e.data ->> 'gradeConfirmedBy')::uuid as grade_confirmed_by,
  e.data ->> 'gradeAppeal' as grade_appeal,
  e.data ->> 'gradeAppealOutcome' as grade_appeal_outcome,
  e.data ->> 'gradeAppealAnswer' as grade_appeal_answer,
  e.data ->> 'safetyLicence' as safety_licence,
  (e.data ->> 'safetyLicenceTo')::date as safety_licence_to,
  e.data ->> 'insurer' as insurer,
  e.data ->> 'insurancePolicy' as insurance_policy,
  e.insured_to as insured_to,
  e.data ->> 'standardisation' as standardisation,
  (e.data ->> 'standardisationTo')::date as standardisation_to,
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
  (e.data ->> 'asideDue')::date as aside_due,
  e.data -> 'erasureAsked' as erasure_asked,
  e.data ->> 'erasureBasis' as erasure_basis,
  (e.data ->> 'erasureAskedBy')::uuid as erasure_asked_by,
  e.data -> 'erased' as erased,
  e.data ->> 'recordedState' as recorded_state,
  e.data ->> 'recordedFrom' as recorded_from
from entry_enterprise e;
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
grant select on view_enterprise to zhiben_request;

create table entry_site (
  kind text,
  supervised_by uuid,
  point_longitude double precision,
  point_latitude double precision
) inherits (entry);
alter table entry_site add primary key (id);
alter table entry_site add check (register = 'site');
create unique index entry_site_number on entry_site (number);
create index entry_site_opened on entry_site (opened_on desc, id desc);
create index entry_site_county on entry_site (county, opened_on desc, id desc);
create index entry_site_region on entry_site (region, opened_on desc, id desc);
create index entry_site_organisation on entry_site (organisation, opened_on desc, id desc);
create index entry_site_state on entry_site (state, opened_on desc, id desc);
create index entry_site_holder on entry_site (holder, due_on, id) where closed_on is null;
create index entry_site_due on entry_site (due_on, id) where due_on is not null;
create index entry_site_closed on entry_site (closed_on, id) where closed_on is not null;
create index entry_site_found on entry_site (found_on desc, id desc);
create index entry_site_words on entry_site using gin (search_words(title, number));
create index entry_site_provisional on entry_site (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_site enable row level security;
create policy request_reads on entry_site for select to zhiben_request using (
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
create policy commit_all on entry_site to zhiben_commit using (true) with check (true);
grant select on entry_site to zhiben_request;
grant select, insert, update on entry_site to zhiben_commit;

create view view_site with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as name,
  e.kind as kind,
  e.organisation as organisation,
  e.region as region,
  e.sector as sector,
  e.data ->> 'address' as address,
  (e.data ->> 'longitude')::numeric as longitude,
  (e.data ->> 'latitude')::numeric as latitude,
  e.data ->> 'coordinateSystem' as coordinate_system,
  e.supervised_by as supervised_by,
  (e.data ->> 'park')::uuid as park,
  e.data ->> 'responsiblePerson' as responsible_person,
  split_part(e.data ->> 'phone', ':', 3) as phone,
  (e.data ->> 'suspendedByDepartment')::boolean as suspended_by_department,
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
  e.data -> 'erased' as erased,
  e.data ->> 'recordedState' as recorded_state,
  e.data ->> 'recordedFrom' as recorded_from
from entry_site e;
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
grant select on view_site to zhiben_request;

create table entry_service_body (
  credit_code text,
  qualified_to date,
  supervised_by uuid
) inherits (entry);
alter table entry_service_body add primary key (id);
alter table entry_service_body add check (register = 'service-body');
create unique index entry_service_body_number on entry_service_body (number);
create unique index entry_service_body_credit_code on entry_service_body (credit_code);
create index entry_service_body_opened on entry_service_body (opened_on desc, id desc);
create index entry_service_body_county on entry_service_body (county, opened_on desc, id desc);
create index entry_service_body_region on entry_service_body (region, opened_on desc, id desc);
create index entry_service_body_organisation on entry_service_body (organisation, opened_on desc, id desc);
create index entry_service_body_state on entry_service_body (state, opened_on desc, id desc);
create index entry_service_body_holder on entry_service_body (holder, due_on, id) where closed_on is null;
create index entry_service_body_due on entry_service_body (due_on, id) where due_on is not null;
create index entry_service_body_closed on entry_service_body (closed_on, id) where closed_on is not null;
create index entry_service_body_found on entry_service_body (found_on desc, id desc);
create index entry_service_body_words on entry_service_body using gin (search_words(title, number));
create index entry_service_body_provisional on entry_service_body (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_service_body enable row level security;
create policy request_reads on entry_service_body for select to zhiben_request using (
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
create policy commit_all on entry_service_body to zhiben_commit using (true) with check (true);
grant select on entry_service_body to zhiben_request;
grant select, insert, update on entry_service_body to zhiben_commit;

create view view_service_body with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as name,
  e.credit_code as credit_code,
  e.organisation as organisation,
  e.region as region,
  e.data -> 'services' as services,
  e.sector as sector,
  e.data -> 'otherSectors' as other_sectors,
  e.data ->> 'qualificationNumber' as qualification_number,
  e.qualified_to as qualified_to,
  e.supervised_by as supervised_by,
  e.data ->> 'address' as address,
  e.data ->> 'contact' as contact,
  split_part(e.data ->> 'phone', ':', 3) as phone,
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
  e.data -> 'erased' as erased,
  e.data ->> 'recordedState' as recorded_state,
  e.data ->> 'recordedFrom' as recorded_from
from entry_service_body e;
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
grant select on view_service_body to zhiben_request;

create table entry_enterprise_application (
  credit_code text,
  receiving_unit uuid,
  account uuid,
  secret_hash text
) inherits (entry);
alter table entry_enterprise_application add primary key (id);
alter table entry_enterprise_application add check (register = 'enterprise-application');
create unique index entry_enterprise_application_number on entry_enterprise_application (number);
create unique index entry_enterprise_application_secret_hash on entry_enterprise_application (secret_hash);
create index entry_enterprise_application_opened on entry_enterprise_application (opened_on desc, id desc);
create index entry_enterprise_application_county on entry_enterprise_application (county, opened_on desc, id desc);
create index entry_enterprise_application_region on entry_enterprise_application (region, opened_on desc, id desc);
create index entry_enterprise_application_organisation on entry_enterprise_application (organisation, opened_on desc, id desc);
create index entry_enterprise_application_state on entry_enterprise_application (state, opened_on desc, id desc);
create index entry_enterprise_application_holder on entry_enterprise_application (holder, due_on, id) where closed_on is null;
create index entry_enterprise_application_due on entry_enterprise_application (due_on, id) where due_on is not null;
create index entry_enterprise_application_closed on entry_enterprise_application (closed_on, id) where closed_on is not null;
create index entry_enterprise_application_found on entry_enterprise_application (found_on desc, id desc);
create index entry_enterprise_application_words on entry_enterprise_application using gin (search_words(title, number));
create index entry_enterprise_application_provisional on entry_enterprise_application (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_enterprise_application enable row level security;
create policy request_reads on entry_enterprise_application for select to zhiben_request using (
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
create policy commit_all on entry_enterprise_application to zhiben_commit using (true) with check (true);
grant select on entry_enterprise_application to zhiben_request;
grant select, insert, update on entry_enterprise_application to zhiben_commit;

create view view_enterprise_application with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as name,
  e.credit_code as credit_code,
  (e.data ->> 'creditCodeDoubtful')::boolean as credit_code_doubtful,
  e.region as region,
  e.sector as sector,
  e.data ->> 'legalRepresentative' as legal_representative,
  e.data ->> 'applicant' as applicant,
  split_part(e.data ->> 'applicantPhone', ':', 3) as applicant_phone,
  e.data ->> 'authority' as authority,
  e.receiving_unit as receiving_unit,
  e.data ->> 'verifiedBy' as verified_by,
  e.data ->> 'verification' as verification,
  e.data ->> 'answer' as answer,
  e.organisation as organisation,
  e.account as account,
  e.data ->> 'username' as username,
  (e.data ->> 'decidedBy')::uuid as decided_by,
  e.secret_hash as secret_hash,
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
from entry_enterprise_application e;
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
grant select on view_enterprise_application to zhiben_request;

create table entry_account (
  username text,
  unit uuid
) inherits (entry);
alter table entry_account add primary key (id);
alter table entry_account add check (register = 'account');
create unique index entry_account_number on entry_account (number);
create unique index entry_account_username on entry_account (username);
create index entry_account_opened on entry_account (opened_on desc, id desc);
create index entry_account_county on entry_account (county, opened_on desc, id desc);
create index entry_account_region on entry_account (region, opened_on desc, id desc);
create index entry_account_organisation on entry_account (organisation, opened_on desc, id desc);
create index entry_account_state on entry_account (state, opened_on desc, id desc);
create index entry_account_holder on entry_account (holder, due_on, id) where closed_on is null;
create index entry_account_due on entry_account (due_on, id) where due_on is not null;
create index entry_account_closed on entry_account (closed_on, id) where closed_on is not null;
create index entry_account_found on entry_account (found_on desc, id desc);
create index entry_account_kept_unit on entry_account (kept_unit, opened_on desc, id desc);
create index entry_account_kept_person on entry_account (kept_person);
create index entry_account_words on entry_account using gin (search_words(title, number));
create index entry_account_provisional on entry_account (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_account enable row level security;
create policy request_reads on entry_account for select to zhiben_request using (
  (select current_setting('zhiben.role', true)) in ('systemAdministrator', 'securityAdministrator', 'auditor')
  or kept_person = (select nullif(current_setting('zhiben.person', true), '')::uuid)
  or (
    (select current_setting('zhiben.role', true)) in ('principal', 'departmentHead', 'leader')
    and (select nullif(current_setting('zhiben.organisation', true), '')::uuid) in (kept_unit, holder)
  )
);
create policy commit_all on entry_account to zhiben_commit using (true) with check (true);
grant select on entry_account to zhiben_request;
grant select, insert, update on entry_account to zhiben_commit;

create view view_account with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.username as username,
  e.title as name,
  e.unit as unit,
  e.data ->> 'certificateNumber' as certificate_number,
  (e.data ->> 'certificateFrom')::date as certificate_from,
  (e.data ->> 'certificateTo')::date as certificate_to,
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
from entry_account e;
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
grant select on view_account to zhiben_request;

create table entry_post (
  account uuid,
  role text,
  unit uuid,
  covers text collate "C",
  held_from date,
  held_until date
) inherits (entry);
alter table entry_post add primary key (id);
alter table entry_post add check (register = 'post');
create unique index entry_post_number on entry_post (number);
create index entry_post_opened on entry_post (opened_on desc, id desc);
create index entry_post_county on entry_post (county, opened_on desc, id desc);
create index entry_post_region on entry_post (region, opened_on desc, id desc);
create index entry_post_organisation on entry_post (organisation, opened_on desc, id desc);
create index entry_post_state on entry_post (state, opened_on desc, id desc);
create index entry_post_holder on entry_post (holder, due_on, id) where closed_on is null;
create index entry_post_due on entry_post (due_on, id) where due_on is not null;
create index entry_post_closed on entry_post (closed_on, id) where closed_on is not null;
create index entry_post_found on entry_post (found_on desc, id desc);
create index entry_post_kept_unit on entry_post (kept_unit, opened_on desc, id desc);
create index entry_post_kept_person on entry_post (kept_person);
create index entry_post_words on entry_post using gin (search_words(title, number));
create index entry_post_provisional on entry_post (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_post enable row level security;
create policy request_reads on entry_post for select to zhiben_request using (
  (select current_setting('zhiben.role', true)) in ('systemAdministrator', 'securityAdministrator', 'auditor')
  or kept_person = (select nullif(current_setting('zhiben.person', true), '')::uuid)
  or (
    (select current_setting('zhiben.role', true)) in ('principal', 'departmentHead', 'leader')
    and (select nullif(current_setting('zhiben.organisation', true), '')::uuid) in (kept_unit, holder)
  )
);
create policy commit_all on entry_post to zhiben_commit using (true) with check (true);
grant select on entry_post to zhiben_request;
grant select, insert, update on entry_post to zhiben_commit;

create view view_post with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.account as account,
  e.title as holder_name,
  e.role as role,
  e.unit as unit,
  e.data ->> 'unitLevel' as unit_level,
  e.covers as covers,
  (e.data ->> 'everySector')::boolean as every_sector,
  e.data -> 'sectors' as sectors,
  e.held_from as held_from,
  e.held_until as held_until,
  (e.data ->> 'endsFrom')::date as ends_from,
  (e.data ->> 'successor')::uuid as successor,
  (e.data ->> 'succeeds')::uuid as succeeds,
  (e.data ->> 'grantedBy')::uuid as granted_by,
  (e.data ->> 'confirmingUnit')::uuid as confirming_unit,
  (e.data ->> 'confirmedBy')::uuid as confirmed_by,
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
from entry_post e;
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
grant select on view_post to zhiben_request;

create table entry_partner_token (
  unit uuid,
  role text,
  covers text collate "C",
  valid_until date,
  secret_hash text
) inherits (entry);
alter table entry_partner_token add primary key (id);
alter table entry_partner_token add check (register = 'partner-token');
create unique index entry_partner_token_number on entry_partner_token (number);
create unique index entry_partner_token_secret_hash on entry_partner_token (secret_hash);
create index entry_partner_token_opened on entry_partner_token (opened_on desc, id desc);
create index entry_partner_token_county on entry_partner_token (county, opened_on desc, id desc);
create index entry_partner_token_region on entry_partner_token (region, opened_on desc, id desc);
create index entry_partner_token_organisation on entry_partner_token (organisation, opened_on desc, id desc);
create index entry_partner_token_state on entry_partner_token (state, opened_on desc, id desc);
create index entry_partner_token_holder on entry_partner_token (holder, due_on, id) where closed_on is null;
create index entry_partner_token_due on entry_partner_token (due_on, id) where due_on is not null;
create index entry_partner_token_closed on entry_partner_token (closed_on, id) where closed_on is not null;
create index entry_partner_token_found on entry_partner_token (found_on desc, id desc);
create index entry_partner_token_kept_unit on entry_partner_token (kept_unit, opened_on desc, id desc);
create index entry_partner_token_kept_person on entry_partner_token (kept_person);
create index entry_partner_token_words on entry_partner_token using gin (search_words(title, number));
create index entry_partner_token_provisional on entry_partner_token (id) where closed_on is null and data ->> 'dueProvisional' = 'true';
alter table entry_partner_token enable row level security;
create policy request_reads on entry_partner_token for select to zhiben_request using (
  (select current_setting('zhiben.role', true)) in ('systemAdministrator', 'securityAdministrator', 'auditor')
  or kept_person = (select nullif(current_setting('zhiben.person', true), '')::uuid)
  or (
    (select current_setting('zhiben.role', true)) in ('principal', 'departmentHead', 'leader')
    and (select nullif(current_setting('zhiben.organisation', true), '')::uuid) in (kept_unit, holder)
  )
);
create policy commit_all on entry_partner_token to zhiben_commit using (true) with check (true);
grant select on entry_partner_token to zhiben_request;
grant select, insert, update on entry_partner_token to zhiben_commit;

create view view_partner_token with (security_invoker = true) as select
  e.id,
  e.version,
  e.state,
  e.county,
  e.title as name,
  e.data ->> 'purpose' as purpose,
  e.unit as unit,
  e.data ->> 'unitLevel' as unit_level,
  e.role as role,
  e.covers as covers,
  (e.data ->> 'everySector')::boolean as every_sector,
  e.data -> 'sectors' as sectors,
  e.data -> 'mayRead' as may_read,
  e.data -> 'mayDo' as may_do,
  e.data -> 'masked' as masked,
  e.valid_until as valid_until,
  (e.data ->> 'perMinute')::integer as per_minute,
  (e.data ->> 'perDay')::integer as per_day,
  (e.data ->> 'requestedBy')::uuid as requested_by,
  (e.data ->> 'requestedIn')::uuid as requested_in,
  (e.data ->> 'approvedBy')::uuid as approved_by,
  e.secret_hash as secret_hash,
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
from entry_partner_token e;
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
grant select on view_partner_token to zhiben_request;

alter policy request_reads on entry using (
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
  or (register = 'account' and (
  (select current_setting('zhiben.role', true)) in ('systemAdministrator', 'securityAdministrator', 'auditor')
  or kept_person = (select nullif(current_setting('zhiben.person', true), '')::uuid)
  or (
    (select current_setting('zhiben.role', true)) in ('principal', 'departmentHead', 'leader')
    and (select nullif(current_setting('zhiben.organisation', true), '')::uuid) in (kept_unit, holder)
  )
  ))
  or (register = 'post' and (
  (select current_setting('zhiben.role', true)) in ('systemAdministrator', 'securityAdministrator', 'auditor')
  or kept_person = (select nullif(current_setting('zhiben.person', true), '')::uuid)
  or (
    (select current_setting('zhiben.role', true)) in ('principal', 'departmentHead', 'leader')
    and (select nullif(current_setting('zhiben.organisation', true), '')::uuid) in (kept_unit, holder)
  )
  ))
  or (register = 'partner-token' and (
  (select current_setting('zhiben.role', true)) in ('systemAdministrator', 'securityAdministrator', 'auditor')
  or kept_person = (select nullif(current_setting('zhiben.person', true), '')::uuid)
  or (
    (select current_setting('zhiben.role', true)) in ('principal', 'departmentHead', 'leader')
    and (select nullif(current_setting('zhiben.organisation', true), '')::uuid) in (kept_unit, holder)
  )
  ))
);

create function keep_people(entries uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
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
$$;
revoke all on function keep_people(uuid[]) from public;
grant execute on function keep_people(uuid[]) to zhiben_commit;

create function token_of_secret(hash text) returns table (id uuid, number text, name text, state text,
    role text, organisation uuid, level text, region text, sectors text[], may_read text[], may_do text[], masked text[],
    valid_until date, per_minute integer, per_day integer)
  language sql stable security definer set search_path = public, pg_temp as $$
select e.id, e.number, coalesce(e.title, e.number), e.state, e.role, e.unit, e.data ->> 'unitLevel', coalesce(e.covers, ''),
  case when e.covers is not null and coalesce(e.data ->> 'everySector', 'false') = 'false'
    then array(select jsonb_array_elements_text(coalesce(e.data -> 'sectors', '[]'))) end,
  array(select jsonb_array_elements_text(coalesce(e.data -> 'mayRead', '[]'))),
  array(select jsonb_array_elements_text(coalesce(e.data -> 'mayDo', '[]'))),
  array(select jsonb_array_elements_text(coalesce(e.data -> 'masked', '[]'))),
  e.valid_until, (e.data ->> 'perMinute')::integer, (e.data ->> 'perDay')::integer
from entry_partner_token e where e.secret_hash = hash
$$;
revoke all on function token_of_secret(text) from public;
grant execute on function token_of_secret(text) to zhiben_request;

-- Who acted, for whoever reads what was done: by a token as by a person.
create function token_names(ids uuid[]) returns table (id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
select e.id, coalesce(e.title, e.number) from entry_partner_token e where e.id = any (ids)
$$;
revoke all on function token_names(uuid[]) from public;
grant execute on function token_names(uuid[]) to zhiben_request, zhiben_commit;

create function seek_enterprises(wanted uuid, words tsquery, pattern text, code text, most integer)
  returns table (id uuid, name text, credit_code text, region text)
  language sql stable security definer set search_path = public, pg_temp as $$
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
$$;
revoke all on function seek_enterprises(uuid, tsquery, text, text, integer) from public;
grant execute on function seek_enterprises(uuid, tsquery, text, text, integer) to zhiben_request;
