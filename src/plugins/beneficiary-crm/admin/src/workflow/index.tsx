import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../app/permissions';
import { WorkflowPage } from './WorkflowPage';

const Workflow = () => (
  <Page.Protect permissions={pagePermissions.workflow}>
    <WorkflowPage />
  </Page.Protect>
);

export default Workflow;
