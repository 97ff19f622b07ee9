import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../app/permissions';
import { QuestionsPage } from './QuestionsPage';

/** A page of its own: those who answer do not all work at the desk. */
const Questions = () => (
  <Page.Protect permissions={pagePermissions.questions}>
    <QuestionsPage />
  </Page.Protect>
);

export default Questions;
