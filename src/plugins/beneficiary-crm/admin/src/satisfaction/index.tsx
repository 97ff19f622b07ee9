import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../app/permissions';
import { DashboardPage } from './DashboardPage';

const Satisfaction = () => (
  <Page.Protect permissions={pagePermissions.satisfaction}>
    <DashboardPage />
  </Page.Protect>
);

export default Satisfaction;
