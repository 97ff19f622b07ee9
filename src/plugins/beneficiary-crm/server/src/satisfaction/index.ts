import type { Room } from '../kernel/room';
import { components, contentTypes, surveyMigration } from './content-types';
import { improvementActions, improvementOfRequestMigration } from './improvement.actions';
import { inviteToEvaluate } from './invite.subscriber';
import { publishing } from './publishing.rules';
import { satisfactionMigration } from './satisfaction.migration';
import { adminRoutes, publicRoutes } from './satisfaction.routes';

/** Evaluation as a right (O5, O6c): everyone is invited, answers lead to nobody, small slices are withheld. */
export const satisfactionRoom: Room = {
  name: 'satisfaction',
  contentTypes,
  components,
  migrations: [surveyMigration, satisfactionMigration, improvementOfRequestMigration],
  publishing,
  publicRoutes,
  adminRoutes,
  actions: improvementActions,
  subscribers: [inviteToEvaluate],
};

export { openEvaluation, submitEvaluation } from './evaluation.service';
export { operationsFigures } from './operations.service';
export {
  publicSatisfaction,
  satisfactionFigures,
  yearlySatisfaction,
} from './satisfaction.service';
export { activeSurvey } from './survey.service';
export type { SurveyDefinition } from './survey.service';
