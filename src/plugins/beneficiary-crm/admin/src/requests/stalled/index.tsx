import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../../app/permissions';
import { StalledPage } from './StalledPage';

const Stalled = () => (
  <Page.Protect permissions={pagePermissions.stalled}>
    <StalledPage />
  </Page.Protect>
);

export default Stalled;
