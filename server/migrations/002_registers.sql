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
create index entry_hazard_alike on entry_hazard (organisation, found_on desc);
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
  insured_to date
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
  supervised_by uuid
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
  select where current_setting('zhiben.role', true) in ('systemAdministrator', 'securityAdministrator')
), found as (
  select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_enterprise e, asking where e.restricted is not true and e.id = wanted
  union
  select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_enterprise e, asking where e.restricted is not true and e.credit_code = code and e.state in ('operating', 'stopped', 'suspended', 'permitHeld', 'worksHalted', 'construction', 'longStopped')
  union
  (select e.id, coalesce(e.title, e.number) as name, e.credit_code as credit_code, e.region from entry_enterprise e, asking where e.restricted is not true and search_words(e.title, e.number) @@ words and searchable(e.title) like pattern and e.state in ('operating', 'stopped', 'suspended', 'permitHeld', 'worksHalted', 'construction', 'longStopped')
    limit 2000)
)
select f.* from found f order by length(f.name), f.name, f.id limit most
$$;
revoke all on function seek_enterprises(uuid, tsquery, text, text, integer) from public;
grant execute on function seek_enterprises(uuid, tsquery, text, text, integer) to zhiben_request;
