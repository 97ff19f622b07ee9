import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../../app/permissions';
import { AppointmentsPage } from './AppointmentsPage';

const Appointments = () => (
  <Page.Protect permissions={pagePermissions.appointments}>
    <AppointmentsPage />
  </Page.Protect>
);

export default Appointments;
