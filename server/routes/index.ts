import type { Route } from "../http/route.ts";
import { endAccountSessions, issueOneTimePassword, listAccounts } from "./accounts.ts";
import { exportAnalysis, listReadyViews, readAnalysis } from "./analysis.ts";
import {
  apply,
  chooseFirstPassword,
  mendApplication,
  readApplicationOffers,
  readOwnApplication,
} from "./applications.ts";
import { listAssessments, readAssessment } from "./assessments.ts";
import {
  exportAuditCsv,
  exportAuditXlsx,
  listAudit,
  readAuditEvent,
  readAuditRetention,
  verifyAuditLog,
} from "./audit.ts";
import { dropExport, fetchExport, listExports, readExport, startExport } from "./background-exports.ts";
import { readBoard } from "./board.ts";
import { briefingDocument, briefingWorkbook } from "./briefing-files.ts";
import { listMeasures, readCampaign } from "./campaign.ts";
import { listChanges, streamChanges } from "./changes.ts";
import { readChecklist } from "./checklist.ts";
import { listCheckpoints, readCheckpointNote, readConsistency } from "./checkpoints.ts";
import { listComments, listMentionable } from "./comments.ts";
import { listCriteria, listCriteriaStandards, readCriteriaStandard } from "./criteria.ts";
import {
  importCriteriaTexts,
  listCriteriaImports,
  listItemTexts,
  withdrawCriteriaImport,
} from "./criteria-imports.ts";
import { readDuties } from "./duties.ts";
import { listEnterpriseNames } from "./enterprise-names.ts";
import { readEntryFigures } from "./entry-figures.ts";
import { exportCsv, exportXlsx } from "./exports.ts";
import { readFile, uploadFile } from "./files.ts";
import { listFormTimes, tellFormTime } from "./form-times.ts";
import { readHandover } from "./handover.ts";
import { readHealth } from "./health.ts";
import { readHome } from "./home.ts";
import {
  bringFile,
  chooseSheet,
  listImportRows,
  listOwnImports,
  readOwnImport,
  readReasons,
  resumeImport,
  runImport,
  stopImport,
  tryImport,
} from "./imports.ts";
import { listIndicators, readIndicator } from "./indicators.ts";
import { handOverAll } from "./leaving.ts";
import { chooseColumns, listColumns } from "./list-columns.ts";
import { lookAtEntry, readLookAt } from "./looks.ts";
import { listPoints, readMap } from "./map.ts";
import { listNotices, seeNotices } from "./notices.ts";
import { showNumbers } from "./numbers.ts";
import { changePassword } from "./own-password.ts";
import {
  endOtherSession,
  endOtherSessions,
  lockOwnSession,
  readOwnSignIns,
  useOwnSession,
} from "./own-sessions.ts";
import { tellPrint } from "./prints.ts";
import { readEntryProof } from "./proof.ts";
import { listOrganisations, listRegions, listSectors, readCalendar } from "./reference.ts";
import {
  listRegisterEntries,
  listRegisters,
  openEntry,
  performEntryAct,
  readEntryLedger,
  readRegister,
  readRegisterEntry,
  warnOfAct,
} from "./registers.ts";
import { readReminders } from "./reminders.ts";
import { reportDocument, reportWorkbook } from "./report-files.ts";
import { readOwnRights, readRightsOf } from "./rights.ts";
import { readScreen } from "./screen.ts";
import { listScreenLinks, makeScreenLink, revokeScreenLink } from "./screen-links.ts";
import { addSearch, editSearch, listSearches, removeSearch } from "./searches.ts";
import {
  drawRecoveryCodesAnew,
  giveUpSecondFactor,
  readOwnSecondFactor,
  setSecondFactor,
  showSecret,
} from "./second-factor.ts";
import { enterCode } from "./second-factor-code.ts";
import { askForReset, confirmReset, declineReset, listAskedResets } from "./second-factor-resets.ts";
import {
  addSecurityKey,
  askKey,
  offerKey,
  removeSecurityKey,
  renameSecurityKey,
  showKey,
} from "./security-keys.ts";
import { changePost, readOwnSession, signIn, signOut } from "./session.ts";
import { readSharedOutlines, readSharedScreen, streamSharedScreen } from "./shared-screen.ts";
import { beginSignOn, readSignOnEnd, signOn } from "./sign-on.ts";
import {
  beginBinding,
  bindSignOn,
  readSignOnBinding,
  unbindAccountOf,
  unbindSignOn,
} from "./sign-on-binding.ts";
import { readTemplate } from "./templates.ts";
import { readWaiting } from "./waiting.ts";
import { addCheckpoint } from "./witness.ts";

/** Every route of the product; the OpenAPI document and the rights tests go by this list. */
export const routes: readonly Route[] = [
  readHealth,
  tellFormTime,
  listFormTimes,
  signIn,
  readOwnSession,
  changePost,
  signOut,
  enterCode,
  readOwnSecondFactor,
  showSecret,
  setSecondFactor,
  drawRecoveryCodesAnew,
  giveUpSecondFactor,
  askKey,
  showKey,
  offerKey,
  addSecurityKey,
  renameSecurityKey,
  removeSecurityKey,
  readOwnRights,
  readRightsOf,
  readHandover,
  handOverAll,
  readHome,
  readWaiting,
  listNotices,
  seeNotices,
  readApplicationOffers,
  apply,
  readOwnApplication,
  mendApplication,
  chooseFirstPassword,
  listRegisters,
  readRegister,
  listRegisterEntries,
  exportXlsx,
  exportCsv,
  readTemplate,
  startExport,
  listExports,
  readExport,
  dropExport,
  fetchExport,
  listColumns,
  chooseColumns,
  bringFile,
  listOwnImports,
  readOwnImport,
  chooseSheet,
  tryImport,
  runImport,
  stopImport,
  resumeImport,
  listImportRows,
  readReasons,
  listSearches,
  addSearch,
  editSearch,
  removeSearch,
  openEntry,
  warnOfAct,
  readRegisterEntry,
  performEntryAct,
  readEntryLedger,
  showNumbers,
  listComments,
  listMentionable,
  readReminders,
  readLookAt,
  lookAtEntry,
  readEntryProof,
  readEntryFigures,
  readCheckpointNote,
  listCheckpoints,
  readConsistency,
  addCheckpoint,
  tellPrint,
  listAudit,
  exportAuditXlsx,
  exportAuditCsv,
  readAuditEvent,
  readAuditRetention,
  verifyAuditLog,
  readFile,
  uploadFile,
  listChanges,
  streamChanges,
  listRegions,
  listSectors,
  listOrganisations,
  listEnterpriseNames,
  listCriteria,
  listCriteriaStandards,
  readCriteriaStandard,
  listItemTexts,
  listCriteriaImports,
  importCriteriaTexts,
  withdrawCriteriaImport,
  readChecklist,
  readDuties,
  readCalendar,
  readCampaign,
  listMeasures,
  readBoard,
  readMap,
  listPoints,
  readScreen,
  readSharedScreen,
  readSharedOutlines,
  streamSharedScreen,
  listScreenLinks,
  makeScreenLink,
  revokeScreenLink,
  readAssessment,
  listAssessments,
  listIndicators,
  readIndicator,
  readAnalysis,
  listReadyViews,
  exportAnalysis,
  briefingDocument,
  briefingWorkbook,
  reportDocument,
  reportWorkbook,
  changePassword,
  listAccounts,
  endAccountSessions,
  endOtherSession,
  endOtherSessions,
  lockOwnSession,
  useOwnSession,
  readOwnSignIns,
  issueOneTimePassword,
  askForReset,
  listAskedResets,
  confirmReset,
  declineReset,
  beginSignOn,
  signOn,
  readSignOnEnd,
  readSignOnBinding,
  beginBinding,
  bindSignOn,
  unbindSignOn,
  unbindAccountOf,
];
