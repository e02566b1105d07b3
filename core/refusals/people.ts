import type { Words } from "../words.ts";

/** Why an act on an account or a post is not done. */
export const peopleRefusals = {
  "username-taken": { zh: "该用户名已有人使用", en: "This user name is somebody's already" },
  "certificate-incomplete": {
    zh: "执法证须同时填写证号和有效期起止，或都不填",
    en: "A certificate has its number and both days, or none of them",
  },
  "certificate-ends-before-it-begins": {
    zh: "执法证有效期止不能早于有效期起",
    en: "A certificate may not end before it begins",
  },
  "own-account": { zh: "不能停用自己的账号", en: "Nobody disables their own account" },
  "account-disabled": { zh: "该账号已停用", en: "This account is disabled" },
  "own-post": { zh: "不能给自己授权", en: "Nobody grants themself a post" },
  "unit-ceased": {
    zh: "任职单位已关闭、注销、合并或退出，不能再授权岗位",
    en: "The organisation has closed, merged or withdrawn: no post is granted there any more",
  },
  "role-not-in-this-unit": {
    zh: "该单位不设这一岗位",
    en: "There is no such role in this organisation",
  },
  "post-covers-nothing": {
    zh: "该岗位不按地区查看，不填管辖地区和行业领域",
    en: "This role does not see by region: leave region and sectors empty",
  },
  "post-without-region": { zh: "请选择管辖地区", en: "Say which region the post covers" },
  "region-beyond-unit": {
    zh: "管辖地区超出任职单位的管辖区域",
    en: "The region reaches beyond the organisation's own",
  },
  "every-sector-or-some": {
    zh: "全部行业领域与所列行业领域只能取一",
    en: "Every sector, or those that are named: not both",
  },
  "sectors-not-supervised": {
    zh: "任职单位不监管所选的任何行业领域",
    en: "The organisation supervises none of these sectors",
  },
  "post-ends-before-it-begins": {
    zh: "任职止不能早于任职起",
    en: "A post may not end before it begins",
  },
  "two-administrators-in-one": {
    zh: "三员分立：一人不得兼任两种管理员",
    en: "The three administrators are three people: nobody is two of them",
  },
  "administrator-with-business": {
    zh: "三员分立：管理员不得兼任业务岗位",
    en: "An administrator holds no post with business, nor the reverse",
  },
  "post-held-already": {
    zh: "此人在该单位已任此岗位，须先卸任再重新授权",
    en: "This person holds this post already: end it before it is granted anew",
  },
  "nobody-to-confirm": {
    zh: "任职单位及上级单位均无负责人可以确认",
    en: "Neither in the organisation nor above it is there a head who could confirm",
  },
  "not-the-confirming-unit": {
    zh: "由接收单位的负责人办理",
    en: "The head of the receiving organisation decides on this",
  },
  "own-post-confirmed-by-another": {
    zh: "本人的岗位须由他人确认",
    en: "Nobody confirms their own post",
  },
  "granter-may-not-confirm": {
    zh: "授权人不能确认自己的授权",
    en: "Whoever granted a post may not confirm it",
  },
  "post-ends-in-the-past": {
    zh: "卸任日期不能早于今天",
    en: "A post may not end in the past",
  },
  "application-above-county": {
    zh: "请选到县市或乡镇",
    en: "Choose the county or the township",
  },
  "applicant-enterprise-elsewhere": {
    zh: "该统一社会信用代码已登记，但企业不在您的数据范围内，请退回并说明由登记所在地办理",
    en: "This code is registered to an enterprise outside your scope: give the application back, to be made where that is registered",
  },
  "enterprise-has-principal": {
    zh: "该企业已有主要负责人在任或待确认。确需再设一名的，请用“通过并增设主要负责人”，写明理由，系统将告知原负责人",
    en: "The enterprise has a principal already, or one to be confirmed. If another is needed, approve it as one beside, with a reason; the first is told",
  },
  "enterprise-has-no-principal": {
    zh: "该企业没有在任的主要负责人，请直接办理“通过”",
    en: "The enterprise has no principal: simply approve it",
  },
  "application-usernames-used-up": {
    zh: "该企业经注册申请可用的用户名已全部占用。请由系统管理员开立账号、安全管理员授权，并对本申请不予通过、说明原因",
    en: "All user names that an application can give to this enterprise are taken. Have the system administrator open the account and the security administrator grant the post, and refuse this application with that reason",
  },
  "own-application": {
    zh: "经本申请开通的账号不能自己办理知悉",
    en: "Whoever came in by the application does not note it",
  },
  "noted-by-one-before": {
    zh: "由批准之前已在任的负责人办理知悉",
    en: "Somebody notes it who held their post before it was approved",
  },
  "succeeds-oneself": {
    zh: "接任者不能是卸任者本人",
    en: "Nobody succeeds themself",
  },
  "post-not-over": {
    zh: "任期尚未届满",
    en: "The last day of this post has not passed",
  },
} as const satisfies Readonly<Record<string, Words>>;
