import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../../../app/permissions';
import { CalendarPage } from './CalendarPage';

const Calendar = () => (
  <Page.Protect permissions={pagePermissions.calendar}>
    <CalendarPage />
  </Page.Protect>
);

export default Calendar;
