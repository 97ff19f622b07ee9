import type { Room } from '../kernel/room';
import { answerLinkMigration } from './answer-link.migration';
import { endingActions } from './ending.actions';
import { requestJobs } from './jobs';
import { complainedAboutMigration, kindsMigration } from './kinds.migration';
import { declarationsMigration, orderOfSigningMigration } from './declarations.migration';
import { judgementMigration } from './judgement.migration';
import { receiveRoutes } from './receive.routes';
import { declarationTextMigration } from './declaration-text.migration';
import { requestActionHandlers } from './request.actions';
import { requestsMigration } from './requests.migration';
import { requestsRoutes } from './requests.routes';
import { screeningActions } from './screening.actions';
import { talkActions } from './talk.actions';
import { endPhotography } from './study/papers.service';
import { studyMigration, visitPapersMigration } from './study/study.migration';
import { studyRoutes } from './study/study.routes';
import { searchMigration } from './search.migration';
import { searchRoutes } from './search.routes';
import { followCalendar, reckonStepClocks } from './step-clock.job';
import { stepClockMigration } from './step-clock.migration';
import { keepStepClock } from './step-clock.service';
import { codePurposeMigration } from './code-purpose.migration';
import { findRequestsOfFile, unfiledMigration } from './unfiled';
import { volunteersRoutes } from './volunteers.service';
import { frozenWorkflowMigration } from './workflow.migration';

/** The request: taken in, checked, referred, decided, replied to. */
export const requestsRoom: Room = {
  name: 'requests',
  migrations: [
    requestsMigration,
    searchMigration,
    declarationsMigration,
    unfiledMigration,
    orderOfSigningMigration,
    frozenWorkflowMigration,
    declarationTextMigration,
    kindsMigration,
    complainedAboutMigration,
    stepClockMigration,
    studyMigration,
    visitPapersMigration,
    codePurposeMigration,
    judgementMigration,
    answerLinkMigration,
  ],
  adminRoutes: [
    ...requestsRoutes,
    ...searchRoutes,
    ...receiveRoutes,
    ...studyRoutes,
    ...volunteersRoutes,
  ],
  actions: { ...requestActionHandlers, ...endingActions, ...talkActions, ...screeningActions },
  subscribers: [keepStepClock, followCalendar, findRequestsOfFile, endPhotography],
  jobs: { ...requestJobs, reckon_step_clocks: reckonStepClocks },
  schedules: {
    release_due_replies: '* * * * *',
    remind_unanswered: '*/15 * * * *',
    reckon_step_clocks: '*/5 * * * *',
    expire_unanswered: '7 * * * *',
    close_answered: '27 * * * *',
  },
};

export { act, actingApplicant, actingCommittee, actingSystem } from './action';
export type { Acting, Effect } from './action';
export { onAction, actingStaffId } from './action';
export { answerByLink, keepAnswerLink, openAnswerLink } from './answer-link.service';
export { codeMinutes, readContact } from './code.rules';
export type { Contact } from './code.rules';
export { countAttempt, issueCode, spendCode } from './declaration-code.service';
export type { CodePurpose } from './declaration-code.service';
export { findForStaff, knownTo } from './access';
export { lockRequest } from './request.repository';
export { putDecision } from './decisions';
export { keepNote } from './notes';
export { releaseDueReplies, expireUnanswered } from './jobs';
export { requestOnPaper } from './evaluation-paper';
export { letterhead, renderLetter, renderReceipt, titleOf } from './letters';
export { countStalled } from './stalled.service';
export { stepOf } from './step-clock.service';
export { promiseOf, replyMayGo } from './promise';
export { labelOf, papersOf, shownAnswers } from './request.views';
export { countResearch } from './study/desk.service';
export { visitPapersOf } from './study/papers.service';
export { studiesOf } from './study/study.view';
export type { RequestRow, DecisionRow, ReferralRow } from './request.types';
