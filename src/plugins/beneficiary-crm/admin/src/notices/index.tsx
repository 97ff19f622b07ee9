import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../app/permissions';
import { NoticesPage } from './NoticesPage';

const Notices = () => (
  <Page.Protect permissions={pagePermissions.notices}>
    <NoticesPage />
  </Page.Protect>
);

export default Notices;
